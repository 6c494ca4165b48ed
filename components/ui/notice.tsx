import type { ReactNode } from 'react';

const TONES = {
  plain: 'border-line bg-panel text-ink',
  warn: 'border-transparent bg-warn text-on-warn',
  bad: 'border-bad bg-panel text-bad',
  good: 'border-good bg-panel text-good',
};

/** A sentence that stands out. With `live`, screen readers announce it when it appears. */
export function Notice({
  tone = 'plain',
  live = false,
  children,
}: {
  tone?: keyof typeof TONES;
  live?: boolean;
  children: ReactNode;
}) {
  return (
    <div
      className={`rounded-lg border px-3 py-2 text-sm ${TONES[tone]}`}
      {...(live ? { role: tone === 'bad' ? 'alert' : 'status' } : {})}
    >
      {children}
    </div>
  );
}

/** Why something was refused; nothing where it was not. */
export function Refusal({ children }: { children: string | null | undefined }) {
  return children ? (
    <Notice tone="bad" live>
      {children}
    </Notice>
  ) : null;
}
