import Link from 'next/link';
import { formatPercent } from '@/lib/format';
import type { Translate } from '@/lib/translate';

/** A share of people, 0–1, with its interval and how many they are. `tone` colours the bar; 0 is neither good nor bad. */
export type ShareBar = {
  id: string;
  label: string;
  tone: -1 | 0 | 1;
  share: number;
  low: number;
  high: number;
  count: number;
  /** Where those who are counted are shown. */
  href?: string;
};

/** Shares one below the other, each as a bar with its interval drawn into it. */
export function ShareBars({ bars, t }: { bars: readonly ShareBar[]; t: Translate }) {
  const most = Math.max(...bars.map(({ high }) => high), 0.01);
  return (
    <ul className="tabular grid grid-cols-[fit-content(9rem)_1fr_auto] gap-x-2 gap-y-1.5 text-xs">
      {bars.map(({ id, label, tone, share, low, high, count, href }) => (
        <li key={id} className="col-span-3 grid grid-cols-subgrid items-center">
          {href ? (
            <Link
              href={href}
              className="inline-flex min-h-6 items-center break-words hyphens-auto underline underline-offset-2"
            >
              {label}
            </Link>
          ) : (
            <span className="break-words hyphens-auto">{label}</span>
          )}
          <span aria-hidden="true" className="relative h-2 rounded-full bg-sunk">
            <span
              className={`absolute inset-y-0 left-0 rounded-full ${tone < 0 ? 'bg-score-2' : tone > 0 ? 'bg-score-4' : 'bg-score-3'}`}
              style={{ width: `${(share / most) * 100}%` }}
            />
            <span
              className="absolute top-1/2 h-px bg-ink"
              style={{ left: `${(low / most) * 100}%`, width: `${((high - low) / most) * 100}%` }}
            />
          </span>
          <span className="text-right whitespace-nowrap" title={t('{n} people', { n: count })}>
            <span className="font-semibold">{formatPercent(share)}</span>{' '}
            <span className="text-soft">
              {formatPercent(low).replace(/\s?%/, '')} … {formatPercent(high)}
            </span>
          </span>
        </li>
      ))}
    </ul>
  );
}
