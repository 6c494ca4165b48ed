import Link from 'next/link';
import { rich } from '@/components/ui/rich';
import { formatCount, formatDecimal, formatMoney, formatPercent } from '@/lib/format';
import type { ImprovementView } from '@/lib/improvements/model';
import type { Economics } from '@/lib/outcomes/model';
import { missingFigures } from '@/lib/outcomes/rules/economics';
import type { FixValue } from '@/lib/statistics/value-of-fix';
import type { Translate } from '@/lib/translate';

/** What an improvement is worth in a year, low, base and high, with what it rests on; and what it really brought. */
export function ValueFacts({
  improvement,
  economics,
  t,
}: {
  improvement: Pick<ImprovementView, 'value' | 'realised' | 'cost' | 'baseline'>;
  economics: Economics;
  t: Translate;
}) {
  const { value, realised, cost, baseline } = improvement;
  if (value === null) {
    return (
      <p className="text-sm text-soft">
        {missingFigures(economics).length > 0
          ? rich(t, 'To say it in money, tell what a customer is worth under <a>Economics</a>.', {
              a: (inside) => (
                <Link className="text-accent underline underline-offset-2" href="/settings/economics">
                  {inside}
                </Link>
              ),
            })
          : t('Nobody has answered here, so there is no share of bad experiences to start from.')}
      </p>
    );
  }
  const money = (amount: number) => formatMoney(amount, value.currency, t.tongue);
  const rows: [string, (one: FixValue) => string][] = [
    [t('Customers who stay, a year'), (one) => formatCount(Math.round(one.retained), t.tongue)],
    [t('Margin over 12 months'), (one) => money(one.margin12Months)],
    [t('Contacts that do not come'), (one) => money(one.contactSaving)],
    [t('Together, a year'), (one) => money(one.yearValue)],
  ];
  return (
    <div className="text-sm">
      <table className="tabular w-full text-left text-xs sm:text-sm">
        <caption className="sr-only">{t('Value of reaching the target')}</caption>
        <thead className="text-xs text-soft">
          <tr>
            <td />
            <th scope="col" className="py-1 pr-2 font-medium">
              {t('Low##end of a range')}
            </th>
            <th scope="col" className="py-1 pr-2 font-medium">
              {t('Base##middle of a range')}
            </th>
            <th scope="col" className="py-1 font-medium">
              {t('High##end of a range')}
            </th>
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {rows.map(([name, shown], at) => (
            <tr key={name} className={at === rows.length - 1 ? 'font-semibold' : ''}>
              <th scope="row" className="py-1 pr-2 font-normal text-soft">
                {name}
              </th>
              <td className="py-1 pr-2 whitespace-nowrap">{shown(value.low)}</td>
              <td className="py-1 pr-2 whitespace-nowrap">{shown(value.base)}</td>
              <td className="py-1 whitespace-nowrap">{shown(value.high)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="mt-2 text-xs text-soft">
        {t(
          '{when}, {share} of the answers are bad ({low} … {high}, {count} of {n}); to be brought to {target}{assumed, select, yes { (assumed: half)} other {}}. Low and high are the ends of that interval, if the link is causal.',
          {
            when: baseline ? t('Before the start') : t('Now'),
            share: formatPercent(value.badShare.value),
            low: formatPercent(value.badShare.low),
            high: formatPercent(value.badShare.high),
            count: formatCount(value.badShare.count, t.tongue),
            n: formatCount(value.badShare.n, t.tongue),
            target: formatPercent(value.target.value),
            assumed: value.target.assumed ? 'yes' : 'no',
          },
        )}{' '}
        {value.assumed.length > 0
          ? t('{n, plural, one {# figure} other {# figures}} of the economics are assumed, not measured.', {
              n: value.assumed.length,
            })
          : ''}
      </p>
      {cost === null ? null : (
        <p className="tabular mt-2">
          {cost > 0
            ? t('Costs {cost}: {times} times that comes back in a year.', {
                cost: money(cost),
                times: formatDecimal(value.base.yearValue / cost, 1, t.tongue),
              })
            : t('Costs nothing.')}
        </p>
      )}
      {realised ? (
        <p className="tabular mt-2 font-medium">
          {t('Measured so far: {base} a year ({low} … {high}).', {
            base: money(realised.base),
            low: money(realised.low),
            high: money(realised.high),
          })}
        </p>
      ) : null}
    </div>
  );
}
