'use client';

import { ListTodo } from 'lucide-react';
import Link from 'next/link';
import { createContext, type ReactNode, use } from 'react';
import { useText } from '@/components/ui/text';
import type { ClosedLoop } from '@/lib/cases/rules/closed-loop';
import { formatPercent } from '@/lib/format';

/** What a map knows of its cases: the open ones by lineage, and how well the loop is closed where the drawer is. */
export type MapCases = {
  open: Readonly<Record<string, { open: number; overdue: number }>>;
  here: { lineageIds: readonly string[]; loop: ClosedLoop; minimumN: number } | null;
};

const Cases = createContext<MapCases | null>(null);

/** Lets the touchpoints of a map say how many cases are open there. Guests have none. */
export function MapCasesProvider({ cases, children }: { cases: MapCases; children: ReactNode }) {
  return <Cases value={cases}>{children}</Cases>;
}

type Subject = { lineageId: string; absorbed: readonly { lineageId: string }[] };

/** How many cases are open at a touchpoint, with the way to them; nothing where none is. */
export function CaseMark({ touchpoint, inGrid }: { touchpoint: Subject; inGrid: boolean }) {
  const t = useText();
  const cases = use(Cases);
  const { open, overdue } = openAt(cases, touchpoint);
  if (open === 0) return null;
  const text =
    overdue > 0
      ? t('{n, plural, one {# open case} other {# open cases}}, {overdue} overdue', { n: open, overdue })
      : t('{n, plural, one {# open case} other {# open cases}}', { n: open });
  return (
    <Link
      href={`/cases?show=all&about=${touchpoint.lineageId}`}
      title={text}
      prefetch={false}
      draggable={false}
      // The map is one tab stop: within it, keys lead from cell to cell.
      {...(inGrid ? { tabIndex: -1 } : {})}
      className={`no-print mt-1 inline-flex min-h-6 items-center gap-1 self-start rounded px-1.5 text-2xs font-medium ${
        overdue > 0 ? 'bg-warn text-on-warn' : 'bg-sunk text-soft'
      }`}
    >
      <ListTodo aria-hidden="true" className="size-3" />
      <span aria-hidden="true" className="tabular">
        {open}
      </span>
      <span className="sr-only">{text}</span>
    </Link>
  );
}

/** How well the loop is closed at the touchpoint of the drawer; nothing where no case was ever opened. */
export function CaseNote({ touchpoint }: { touchpoint: Subject }) {
  const t = useText();
  const cases = use(Cases);
  const here = cases?.here ?? null;
  if (!here?.lineageIds.includes(touchpoint.lineageId) || here.loop.opened === 0) return null;
  const { loop, minimumN } = here;
  const { open, overdue } = openAt(cases, touchpoint);
  return (
    <p className="px-5 py-3 text-sm">
      <Link
        href={`/cases?show=all&about=${touchpoint.lineageId}`}
        className="font-medium text-accent underline-offset-2 hover:underline"
      >
        {overdue > 0
          ? t('{n, plural, one {# open case} other {# open cases}}, {overdue} overdue', { n: open, overdue })
          : t('{n, plural, one {# open case} other {# open cases}}', { n: open })}
      </Link>
      <span className="tabular text-soft">
        {' · '}
        {loop.rate && loop.judged >= minimumN
          ? t('{rate} closed in time ({low} … {high}, {n, plural, one {# case} other {# cases}})', {
              rate: formatPercent(loop.rate.value),
              low: formatPercent(loop.rate.low),
              high: formatPercent(loop.rate.high),
              n: loop.judged,
            })
          : t('too few cases for a rate')}
      </span>
    </p>
  );
}

function openAt(cases: MapCases | null, { lineageId, absorbed }: Subject) {
  const found = [lineageId, ...absorbed.map((one) => one.lineageId)].flatMap((id) => cases?.open[id] ?? []);
  return {
    open: found.reduce((sum, one) => sum + one.open, 0),
    overdue: found.reduce((sum, one) => sum + one.overdue, 0),
  };
}
