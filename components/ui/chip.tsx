import type { HTMLAttributes } from 'react';

const TONES = {
  plain: 'border-line-strong bg-panel text-ink',
  quiet: 'border-transparent bg-sunk text-soft',
  warn: 'border-transparent bg-warn text-on-warn',
  good: 'border-transparent bg-score-4 text-on-score-4',
  bad: 'border-transparent bg-score-2 text-on-score-2',
};

/** A small rounded label. */
export function Chip({
  tone = 'plain',
  className = '',
  ...rest
}: HTMLAttributes<HTMLSpanElement> & { tone?: keyof typeof TONES }) {
  return (
    <span
      className={`inline-flex min-h-6 items-center gap-1.5 rounded-full border px-2.5 text-xs font-medium whitespace-nowrap ${TONES[tone]} ${className}`}
      {...rest}
    />
  );
}
