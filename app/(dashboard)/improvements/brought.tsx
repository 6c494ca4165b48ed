import Link from 'next/link';
import { ChartTools } from '@/components/charts/chart-tools';
import { formatDay, formatMoney } from '@/lib/format';
import type { ImprovementView } from '@/lib/improvements/model';
import { cumulativeValue } from '@/lib/improvements/rules/value';
import type { Translate } from '@/lib/translate';

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
        <div className="overflow-x-auto">
          <table className="tabular w-full text-left text-sm">
            <caption className="sr-only">{t('What finished improvements bring in a year')}</caption>
            <thead className="text-xs text-soft">
              <tr>
                <th scope="col" className="py-1 pr-3 font-medium">
                  {t('Done##state of an improvement')}
                </th>
                <th scope="col" className="py-1 pr-3 font-medium">
                  {t('By itself, a year')}
                </th>
                <th scope="col" className="py-1 pr-3 font-medium">
                  {t('Total so far')}
                </th>
                <td className="w-1/4 min-w-32" />
              </tr>
            </thead>
            <tbody className="divide-y divide-line">
              {rows.map(({ one, base, low, high, total }) => (
                <tr key={one.id}>
                  <th scope="row" className="min-w-40 py-1.5 pr-3 font-normal break-words">
                    <Link
                      className="inline-flex min-h-6 items-center underline-offset-2 hover:underline"
                      href={`/improvements/${one.id}`}
                    >
                      {one.title}
                    </Link>
                    {one.doneOn ? (
                      <span className="block text-xs text-soft">{formatDay(one.doneOn, t.tongue)}</span>
                    ) : null}
                  </th>
                  <td className="py-1.5 pr-3 whitespace-nowrap">
                    {money(base)} <span className="block text-xs text-soft">{range({ low, high })}</span>
                  </td>
                  <td className="py-1.5 pr-3 font-medium whitespace-nowrap">
                    {money(total.base)}{' '}
                    <span className="block text-xs font-normal text-soft">{range(total)}</span>
                  </td>
                  <td aria-hidden="true" className="py-1.5">
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
            </tbody>
          </table>
        </div>
        <p className="mt-2 text-xs text-soft">
          {t(
            'From the measured change of the share of bad answers and the economics of the workspace, if the link is causal. What got worse counts against it.',
          )}
        </p>
      </ChartTools>
    </section>
  );
}
