'use client';

import { X } from 'lucide-react';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { Button } from './button';
import { useText } from './text';

/**
 * A modal dialog on the platform's own element: it holds the focus, closes on Escape and gives the focus back, and
 * needs no injected style, which the page's CSP would refuse.
 */
export function Dialog({
  open,
  onClose,
  title,
  children,
  footer,
}: {
  open: boolean;
  onClose: () => void;
  title: string;
  children: ReactNode;
  footer?: ReactNode;
}) {
  const t = useText();
  const ref = useRef<HTMLDialogElement>(null);
  const titleId = useId();

  useEffect(() => {
    const dialog = ref.current;
    if (!dialog) return;
    if (open && !dialog.open) {
      dialog.showModal();
      // The platform would focus the button that closes; who opens a form wants its first field.
      dialog
        .querySelector<HTMLElement>('form input:not([type="hidden"]), form textarea, form select')
        ?.focus();
    }
    if (!open && dialog.open) dialog.close();
  }, [open]);

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the click closes by the backdrop; the keyboard has Escape
    <dialog
      ref={ref}
      aria-labelledby={titleId}
      onClose={onClose}
      onClick={(event) => {
        if (event.target === ref.current) ref.current?.close();
      }}
      className="m-auto w-[min(32rem,calc(100vw-2rem))] rounded-xl border border-line bg-panel p-0 text-ink shadow-pop"
    >
      {open ? (
        <div className="flex max-h-[85dvh] flex-col">
          <div className="flex items-start justify-between gap-4 px-5 pt-4">
            <h2 id={titleId} className="text-lg font-semibold tracking-tight">
              {title}
            </h2>
            <Button
              icon
              size="small"
              variant="quiet"
              aria-label={t('Close')}
              onClick={() => ref.current?.close()}
            >
              <X aria-hidden="true" className="size-4" />
            </Button>
          </div>
          <div className="overflow-y-auto px-5 py-3">{children}</div>
          {footer ? (
            <div className="flex flex-wrap justify-end gap-2 border-t border-line px-5 py-3">{footer}</div>
          ) : null}
        </div>
      ) : null}
    </dialog>
  );
}

/** The last line of a dialog that asks for something: the way out, and the button that does it. */
export function DialogEnd({ close, children }: { close: () => void; children: ReactNode }) {
  const t = useText();
  return (
    <>
      <Button onClick={close}>{t('Cancel')}</Button>
      {children}
    </>
  );
}
