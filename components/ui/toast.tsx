'use client';

import { X } from 'lucide-react';
import { createContext, type ReactNode, useCallback, useContext, useEffect, useRef, useState } from 'react';
import { useText } from './text';

type Toast = { id: number; text: string; action?: { label: string; run: () => void } };
type Say = (text: string, action?: Toast['action']) => void;

const ToastContext = createContext<Say>(() => {});

/** Says something in the corner for ten seconds; with an action, such as Undo, beside it. */
export const useToast = (): Say => useContext(ToastContext);

const STAYS_MS = 10_000;

/** Gives {@link useToast} to everything below. One message at a time: the newest replaces the one before. */
export function ToastProvider({ children }: { children: ReactNode }) {
  const t = useText();
  const [toast, setToast] = useState<Toast | null>(null);
  const [held, setHeld] = useState(false);
  const next = useRef(0);

  const say = useCallback<Say>((text, action) => {
    next.current += 1;
    setToast({ id: next.current, text, ...(action ? { action } : {}) });
  }, []);

  useEffect(() => {
    if (!toast || held) return;
    const timer = setTimeout(() => setToast(null), STAYS_MS);
    return () => clearTimeout(timer);
  }, [toast, held]);

  return (
    <ToastContext value={say}>
      {children}
      <div
        role="status"
        aria-live="polite"
        className="no-print pointer-events-none fixed inset-x-4 bottom-4 z-70 flex justify-center sm:inset-x-auto sm:left-24"
      >
        {toast ? (
          // biome-ignore lint/a11y/noStaticElementInteractions: holding still under the pointer or the focus is no action
          <div
            key={toast.id}
            onMouseEnter={() => setHeld(true)}
            onMouseLeave={() => setHeld(false)}
            onFocus={() => setHeld(true)}
            onBlur={() => setHeld(false)}
            className="pointer-events-auto flex items-center gap-3 rounded-xl bg-primary py-2 pr-2 pl-4 text-sm text-on-primary shadow-pop"
          >
            <span>{toast.text}</span>
            {toast.action ? (
              <button
                type="button"
                className="min-h-8 rounded-lg px-2 font-semibold underline underline-offset-2"
                onClick={() => {
                  toast.action?.run();
                  setToast(null);
                }}
              >
                {toast.action.label}
              </button>
            ) : null}
            <button
              type="button"
              aria-label={t('Dismiss')}
              className="flex size-8 items-center justify-center rounded-lg"
              onClick={() => setToast(null)}
            >
              <X aria-hidden="true" className="size-4" />
            </button>
          </div>
        ) : null}
      </div>
    </ToastContext>
  );
}
