'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { useText } from '@/components/ui/text';
import { revokeKeyAction } from '../actions';

/** Revokes a key, after asking. */
export function RevokeButton({ id, name }: { id: string; name: string }) {
  const t = useText();
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button size="small" onClick={() => setAsking(true)} aria-label={t('Revoke {name}', { name })}>
        {t('Revoke')}
      </Button>
      <ConfirmDialog
        open={asking}
        onClose={() => setAsking(false)}
        title={t('Revoke {name}?', { name })}
        confirmText={t('Revoke')}
        onConfirm={async () => {
          const result = await revokeKeyAction(id);
          return result.ok ? null : result.problem.title;
        }}
      >
        {t('Programs that use it are refused from this moment on. It cannot be undone.')}
      </ConfirmDialog>
    </>
  );
}
