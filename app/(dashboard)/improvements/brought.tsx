import Link from 'next/link';
import { ChartTools } from '@/components/charts/chart-tools';
import { formatDay, formatMoney } from '@/lib/format';
import type { ImprovementView } from '@/lib/improvements/model';
import { cumulativeValue } from '@/lib/improvements/rules/value';
import type { Translate } from '@/lib/translate';
import { Cell, RowName, SmallTable } from './small-table';

type Brought = ImprovementView & { realised: NonNullable<ImprovementView['realised']> };

/** What finished improvements bring in a year by what customers answered, adding up from the first to the last. */
export function BroughtSoFar({
  improvements,
  currency,
  t,
}: {
  improvements: readonly ImprovementView[];
  currency: string;
  t: Translate;
}) {
  const done = improvements
    .filter((one): one is Brought => one.state === 'done' && one.realised !== null)
    .sort((a, b) => ((a.doneOn ?? '') < (b.doneOn ?? '') ? -1 : 1));
  if (done.length === 0) return null;
  const rows = cumulativeValue(done.map((one) => ({ one, ...one.realised })));
  const total = rows.at(-1)?.total;
  const money = (amount: number) => formatMoney(amount, currency, t.tongue);
  const range = ({ low, high }: { low: number; high: number }) => `${money(low)} … ${money(high)}`;
  const least = Math.min(0, ...rows.map((row) => row.total.low));
  const most = Math.max(1e-9, ...rows.map((row) => row.total.high));
  const at = (amount: number) => ((amount - least) / (most - least)) * 100;
  return (
    <section aria-labelledby="brought" className="mb-6">
      <h2 id="brought" className="mb-1 text-base font-semibold">
        {t('What it has brought')}
      </h2>
      <ChartTools
        id="brought-chart"
        title={t('What finished improvements bring in a year')}
        note={t('n {n}; low … high from the 95 % interval of the measured change', { n: rows.length })}
      >
        {total ? (
          <p className="tabular mb-2">
            <strong className="text-xl font-bold">{money(total.base)}</strong>{' '}
            <span className="text-soft">{t('a year ({range}), all together', { range: range(total) })}</span>
          </p>
        ) : null}
        <SmallTable
          label={t('What finished improvements bring in a year')}
          head={[t('Done##state of an improvement'), t('By itself, a year'), t('Total so far'), null]}
        >
          {rows.map(({ one, base, low, high, total }) => (
            <tr key={one.id}>
              <RowName>
                <Link
                  className="inline-flex min-h-6 items-center underline-offset-2 hover:underline"
                  href={`/improvements/${one.id}`}
                >
                  {one.title}
                </Link>
                {one.doneOn ? (
                  <span className="block text-xs text-soft">{formatDay(one.doneOn, t.tongue)}</span>
                ) : null}
              </RowName>
              <Cell whole>
                {money(base)} <span className="block text-xs text-soft">{range({ low, high })}</span>
              </Cell>
              <Cell whole>
                <span className="font-medium">{money(total.base)}</span>{' '}
                <span className="block text-xs font-normal text-soft">{range(total)}</span>
              </Cell>
              <td aria-hidden="true" className="w-1/4 min-w-32 py-1.5">
                <span className="relative block h-4">
                  <span
                    className="absolute inset-y-0 border-l border-line-strong"
                    style={{ left: `${at(0)}%` }}
                  />
                  <span
                    className="absolute inset-y-1.5 rounded-full bg-line-strong"
                    style={{ left: `${at(total.low)}%`, width: `${at(total.high) - at(total.low)}%` }}
                  />
                  <span
                    className="absolute inset-y-0.5 w-1 -translate-x-1/2 rounded-full bg-curve"
                    style={{ left: `${at(total.base)}%` }}
                  />
                </span>
              </td>
            </tr>
          ))}
        </SmallTable>
        <p className="mt-2 text-xs text-soft">
          {t(
            'From the measured change of the share of bad answers and the economics of the workspace, if the link is causal. What got worse counts against it.',
          )}
        </p>
      </ChartTools>
    </section>
  );
}
