import Link from 'next/link';
import { Disclosure } from '@/components/ui/disclosure';
import { rich } from '@/components/ui/rich';
import { formatCount, formatDecimal, formatMoney, formatPercent } from '@/lib/format';
import type { ImprovementView } from '@/lib/improvements/model';
import { ECONOMIC_FIGURES, type Economics } from '@/lib/outcomes/model';
import { missingFigures } from '@/lib/outcomes/rules/economics';
import { FIGURE_LABELS, figureShown } from '@/lib/outcomes/rules/figure-words';
import type { FixValue } from '@/lib/statistics/value-of-fix';
import type { Translate } from '@/lib/translate';
import { ORIGINS } from './priority-facts';
import { Cell, RowName, SmallTable } from './small-table';

/** What an improvement is worth in a year, low, base and high, with what it rests on; and what it really brought. */
export function ValueFacts({
  improvement,
  economics,
  minimumN,
  t,
}: {
  improvement: Pick<ImprovementView, 'value' | 'realised' | 'cost' | 'baseline' | 'priority'>;
  economics: Economics;
  minimumN: number;
  t: Translate;
}) {
  const {
    value,
    realised,
    cost,
    baseline,
    priority: { reach },
  } = improvement;
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
          : t(
              'Fewer than {n} people have answered here, so there is no share of bad experiences to start from.',
              { n: minimumN },
            )}
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
      <SmallTable
        label={t('Value of reaching the target')}
        head={[null, t('Low##end of a range'), t('Base##middle of a range'), t('High##end of a range')]}
      >
        {rows.map(([name, shown], at) => (
          <tr key={name} className={at === rows.length - 1 ? 'font-semibold' : ''}>
            <RowName>
              <span className="text-soft">{name}</span>
            </RowName>
            <Cell whole>{shown(value.low)}</Cell>
            <Cell whole>{shown(value.base)}</Cell>
            <Cell whole>{shown(value.high)}</Cell>
          </tr>
        ))}
      </SmallTable>
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
        )}
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
      <div className="mt-3">
        <Disclosure title={t('Every figure behind it')}>
          <ValueFigures {...{ economics, reach, t }} />
        </Disclosure>
      </div>
    </div>
  );
}

/** What the value is computed from, and where each of it comes from. */
function ValueFigures({
  economics,
  reach,
  t,
}: {
  economics: Economics;
  reach: ImprovementView['priority']['reach'];
  t: Translate;
}) {
  return (
    <>
      <p className="text-xs text-soft">
        {t(
          'Customers who stay = customers a year × reach × (bad share − target) × (leave after bad − leave after good). Margin = those who stay × revenue × gross margin, over twelve months in which some leave. All of the difference counts as caused by the experience; if only part of it is, the value is that part.',
        )}
      </p>
      <SmallTable
        label={t('Every figure behind it')}
        head={[t('Figure'), t('Value##of a figure'), t('Where it comes from')]}
      >
        <tr>
          <RowName>{t('Reach')}</RowName>
          <Cell whole>{formatPercent(reach.value)}</Cell>
          <Cell>{t(ORIGINS[reach.origin])}</Cell>
        </tr>
        {ECONOMIC_FIGURES.map((figure) => {
          const { value, origin } = economics.figures[figure];
          return (
            <tr key={figure}>
              <RowName>{t(FIGURE_LABELS[figure])}</RowName>
              <Cell whole>{figureShown(figure, value, t)}</Cell>
              <Cell>
                {origin === null ? t('not known') : null}
                {origin?.kind === 'assumed' ? t('assumed') : null}
                {origin?.kind === 'measured'
                  ? t('measured, {low} … {high}, n {n}', {
                      low: figureShown(figure, origin.low, t),
                      high: figureShown(figure, origin.high, t),
                      n: formatCount(origin.n, t.tongue),
                    })
                  : null}
              </Cell>
            </tr>
          );
        })}
      </SmallTable>
      <p className="text-xs">
        <Link
          className="inline-flex min-h-6 items-center text-accent underline underline-offset-2"
          href="/settings/economics"
        >
          {t('Economics')}
        </Link>
      </p>
    </>
  );
}
