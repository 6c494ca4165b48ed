'use client';

import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { removeWalk } from './actions';

/** Deletes one's own walk, after a question: it cannot be brought back. */
export function DeleteWalk({ id }: { id: string }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button size="small" variant="quiet" onClick={() => setOpen(true)}>
        <Trash2 aria-hidden="true" className="size-3.5" /> Delete
      </Button>
      <ConfirmDialog
        open={open}
        onClose={() => setOpen(false)}
        title="Delete this walk?"
        confirmText="Delete the walk"
        onConfirm={async () => {
          const reply = await removeWalk(id).catch(() => null);
          return reply?.ok ? null : (reply?.problem.title ?? 'The server could not be reached. Try again.');
        }}
      >
        Its ratings, notes and pictures are deleted for good. Customers’ answers are not touched.
      </ConfirmDialog>
    </>
  );
}
