'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { useText } from '@/components/ui/text';
import { useToast } from '@/components/ui/toast';
import { eraseMaterial } from './actions';

/** Erases brought in material for good, after asking. */
export function EraseMaterial({ id }: { id: string }) {
  const t = useText();
  const say = useToast();
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button size="small" variant="quiet" className="min-h-7 text-xs" onClick={() => setAsking(true)}>
        {t('Delete##an action')}
      </Button>
      <ConfirmDialog
        open={asking}
        onClose={() => setAsking(false)}
        title={t('Delete this voice?')}
        confirmText={t('Delete the voice')}
        onConfirm={async () => {
          const why = await eraseMaterial(id);
          if (why === null) say(t('Voice deleted'));
          return why;
        }}
      >
        {t('Its text goes, and with it the evidence that quotes it. This cannot be undone.')}
      </ConfirmDialog>
    </>
  );
}
