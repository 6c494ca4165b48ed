'use client';

import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { useText } from '@/components/ui/text';
import { removeWalk } from './actions';

/** Deletes one's own walk, after a question: it cannot be brought back. */
export function DeleteWalk({ id }: { id: string }) {
  const t = useText();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button size="small" variant="quiet" onClick={() => setOpen(true)}>
        <Trash2 aria-hidden="true" className="size-3.5" /> {t('Delete##a walk')}
      </Button>
      <ConfirmDialog
        open={open}
        onClose={() => setOpen(false)}
        title={t('Delete this walk?')}
        confirmText={t('Delete the walk')}
        onConfirm={async () => {
          const reply = await removeWalk(id).catch(() => null);
          return reply?.ok
            ? null
            : (reply?.problem.title ?? t('The server could not be reached. Try again.'));
        }}
      >
        {t('Its ratings, notes and pictures are deleted for good. Customers’ answers are not touched.')}
      </ConfirmDialog>
    </>
  );
}
