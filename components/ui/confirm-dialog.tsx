'use client';

import { type ReactNode, useState } from 'react';
import { Button } from './button';
import { Dialog, DialogEnd } from './dialog';
import { Refusal } from './notice';
import { useText } from './text';

/**
 * Asks before something that cannot be undone. `onConfirm` resolves to null when it is done, or to the sentence that
 * says why not; the dialog then stays open with it.
 */
export function ConfirmDialog({
  open,
  onClose,
  title,
  children,
  confirmText,
  onConfirm,
}: {
  open: boolean;
  onClose: () => void;
  title: string;
  children: ReactNode;
  confirmText: string;
  onConfirm: () => Promise<string | null>;
}) {
  const t = useText();
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);

  async function confirm() {
    setBusy(true);
    const why = await onConfirm().catch(() =>
      t('The server could not be reached. Nothing was changed; try again.'),
    );
    setBusy(false);
    setRefusal(why);
    if (why === null) onClose();
  }

  return (
    <Dialog
      open={open}
      onClose={() => {
        setRefusal(null);
        onClose();
      }}
      title={title}
      footer={
        <DialogEnd close={onClose}>
          <Button variant="danger" disabled={busy} onClick={confirm}>
            {confirmText}
          </Button>
        </DialogEnd>
      }
    >
      <div className="flex flex-col gap-3">
        <div>{children}</div>
        <Refusal>{refusal}</Refusal>
      </div>
    </Dialog>
  );
}
