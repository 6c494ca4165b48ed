'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { useText } from '@/components/ui/text';
import { removeBenchmarkAction } from '../actions';

/** Takes a published value off the list, after asking. */
export function RemoveBenchmark({ id, source }: { id: string; source: string }) {
  const t = useText();
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button
        size="small"
        variant="quiet"
        onClick={() => setAsking(true)}
        aria-label={t('Remove {name}', { name: source })}
      >
        {t('Remove')}
      </Button>
      <ConfirmDialog
        open={asking}
        onClose={() => setAsking(false)}
        title={t('Remove this benchmark?')}
        confirmText={t('Remove')}
        onConfirm={async () => {
          const result = await removeBenchmarkAction(id);
          return result.ok ? null : result.problem.title;
        }}
      >
        {source}
      </ConfirmDialog>
    </>
  );
}
