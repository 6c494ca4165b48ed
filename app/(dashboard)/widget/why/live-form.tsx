'use client';

import { usePathname, useRouter } from 'next/navigation';
import { type ReactNode, useEffect, useRef, useTransition } from 'react';

const PAUSE_MS = 250;

/** A form whose answers stand in the address: what is typed is asked again after a short pause, without a button. */
export function LiveForm({ label, children }: { label: string; children: ReactNode }) {
  const router = useRouter();
  const path = usePathname();
  const [pending, startTransition] = useTransition();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  useEffect(() => () => clearTimeout(timer.current), []);

  function ask(form: HTMLFormElement) {
    const query = new URLSearchParams();
    for (const [name, value] of new FormData(form)) if (typeof value === 'string') query.append(name, value);
    startTransition(() => router.replace(`${path}?${query}`, { scroll: false }));
  }

  return (
    <form
      method="get"
      aria-label={label}
      aria-busy={pending}
      className="flex flex-col gap-5"
      onChange={(event) => {
        const form = event.currentTarget;
        clearTimeout(timer.current);
        timer.current = setTimeout(() => ask(form), PAUSE_MS);
      }}
      onSubmit={(event) => {
        event.preventDefault();
        clearTimeout(timer.current);
        ask(event.currentTarget);
      }}
    >
      {children}
    </form>
  );
}
