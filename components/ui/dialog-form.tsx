'use client';

import { type ComponentProps, type ReactNode, useEffect, useState } from 'react';
import { Button } from './button';
import { Dialog, DialogEnd } from './dialog';
import { Refusal } from './notice';
import { SubmitButton } from './submit-button';
import { useText } from './text';
import { useToast } from './toast';

/** A button that opens a dialog; `children` draws what is in it and is handed the way to close it. */
export function DialogButton({
  label,
  name,
  title = label,
  children,
}: {
  label: string;
  /** What the button is called where its label alone would not tell which one it is. */
  name?: string;
  title?: string;
  children: (close: () => void) => ReactNode;
}) {
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <Button
        size="small"
        variant="quiet"
        className="min-h-7 text-xs"
        onClick={() => setOpen(true)}
        {...(name ? { 'aria-label': name } : {})}
      >
        {label}
      </Button>
      <Dialog open={open} onClose={close} title={title}>
        {open ? children(close) : null}
      </Dialog>
    </>
  );
}

/** The form of a dialog: says why it was refused, and once it is done says so and closes. */
export function DialogForm({
  form,
  done,
  refusal,
  said,
  stays = null,
  close,
  button,
  danger = false,
  disabled = false,
  children,
}: {
  form: Pick<ComponentProps<'form'>, 'action' | 'onSubmit'>;
  /** What the action returned; null before. */
  done: unknown;
  refusal: string | null;
  /** What is said once it is done. */
  said: string;
  /** What has to be read before it closes; then it is closed by hand. */
  stays?: ReactNode;
  close: () => void;
  button: string;
  danger?: boolean;
  disabled?: boolean;
  children: ReactNode;
}) {
  const t = useText();
  const say = useToast();
  const waits = stays !== null;
  useEffect(() => {
    if (done === null || waits) return;
    say(said);
    close();
  }, [done, waits, said, say, close]);

  if (done !== null && waits) {
    return (
      <div className="flex flex-col gap-4 pb-2">
        {stays}
        <div className="flex justify-end">
          <Button onClick={close}>{t('Close')}</Button>
        </div>
      </div>
    );
  }
  return (
    <form {...form} className="flex flex-col gap-4">
      {children}
      <Refusal>{refusal}</Refusal>
      <div className="flex justify-end gap-2 border-t border-line pt-3">
        <DialogEnd close={close}>
          <SubmitButton variant={danger ? 'danger' : 'primary'} disabled={disabled}>
            {button}
          </SubmitButton>
        </DialogEnd>
      </div>
    </form>
  );
}
