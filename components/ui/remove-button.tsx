'use client';

import { type ReactNode, useState } from 'react';
import { Button } from './button';
import { ConfirmDialog } from './confirm-dialog';
import { useText } from './text';

/** Takes one thing off a list, after asking. */
export function RemoveButton({
  name,
  title,
  remove,
  children,
}: {
  /** What the button is called, with the thing it removes. */
  name: string;
  /** The question that is asked. */
  title: string;
  remove: () => Promise<{ ok: true } | { ok: false; problem: { title: string } }>;
  /** What removing it means. */
  children: ReactNode;
}) {
  const t = useText();
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button size="small" variant="quiet" aria-label={name} onClick={() => setAsking(true)}>
        {t('Remove')}
      </Button>
      <ConfirmDialog
        open={asking}
        onClose={() => setAsking(false)}
        title={title}
        confirmText={t('Remove')}
        onConfirm={async () => {
          const result = await remove();
          return result.ok ? null : result.problem.title;
        }}
      >
        {children}
      </ConfirmDialog>
    </>
  );
}
