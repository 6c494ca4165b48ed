import Link from 'next/link';
import { ChartTools } from '@/components/charts/chart-tools';
import { formatDecimal, formatMoney } from '@/lib/format';
import type { ImprovementView } from '@/lib/improvements/model';
import { heightBetween, QUADRANT_LABELS, type Quadrant, quadrantOf } from '@/lib/improvements/rules/quadrant';
import type { Translate } from '@/lib/translate';
import { Cell, RowName, SmallTable } from './small-table';

const CORNERS: Readonly<Record<Quadrant, string>> = {
  quick: 'top-2 left-2',
  big: 'top-2 right-2 text-right',
  maybe: 'bottom-2 left-2',
  sink: 'right-2 bottom-2 text-right',
};

/** What is still open by effort and worth. The table below the matrix has the same numbers; each point is a link. */
export function Matrix({ improvements, t }: { improvements: readonly ImprovementView[]; t: Translate }) {
  const open = improvements.filter(({ state }) => state !== 'done' && state !== 'dropped');
  const inMoney = open.some(({ value }) => value !== null);
  const drawn = open
    .map((one) => ({
      one,
      effort: one.priority.effort.value,
      worth: inMoney
        ? (one.value?.base.yearValue ?? null)
        : one.priority.opportunity * one.priority.reach.value,
    }))
    .filter((point): point is typeof point & { worth: number } => point.worth !== null);
  if (drawn.length < 2) return null;
  const heightOf = heightBetween(drawn.map(({ worth }) => worth));
  const worthText = ({ one, worth }: (typeof drawn)[number]) =>
    one.value ? formatMoney(worth, one.value.currency, t.tongue) : formatDecimal(worth, 1, t.tongue);
  const places = drawn.map((point, at) => {
    const height = heightOf(point.worth);
    const beside = drawn
      .slice(0, at)
      .filter(({ effort, worth }) => effort === point.effort && Math.abs(heightOf(worth) - height) < 0.12);
    return { ...point, height, nudge: beside.length, quadrant: quadrantOf(point.effort, height) };
  });
  const left = open.length - drawn.length;
  return (
    <section aria-labelledby="matrix" className="mb-6">
      <h2 id="matrix" className="mb-2 text-base font-semibold">
        {t('What is open, by effort and worth')}
      </h2>
      <ChartTools
        id="matrix-chart"
        title={t('What is open, by effort and worth')}
        note={
          inMoney
            ? t('Worth: a year, by the measured share of bad answers and the economics of the workspace')
            : t('Worth: opportunity × reach')
        }
      >
        <div className="grid gap-4 lg:grid-cols-[3fr_2fr]">
          <div className="min-w-0">
            <div className="relative h-72 rounded-xl border border-line bg-panel">
              <div
                aria-hidden="true"
                className="absolute inset-y-0 left-[40%] border-l border-dashed border-line-strong"
              />
              <div
                aria-hidden="true"
                className="absolute inset-x-0 top-1/2 border-t border-dashed border-line-strong"
              />
              {(Object.keys(CORNERS) as Quadrant[]).map((quadrant) => (
                <span key={quadrant} className={`absolute text-xs text-soft ${CORNERS[quadrant]}`}>
                  {t(QUADRANT_LABELS[quadrant])}
                </span>
              ))}
              {places.map((point, at) => (
                <Link
                  key={point.one.id}
                  href={`/improvements/${point.one.id}`}
                  title={`${point.one.title}: ${worthText(point)}`}
                  aria-label={t('{n}: {title}, effort {effort}, worth {worth}', {
                    n: at + 1,
                    title: point.one.title,
                    effort: point.effort,
                    worth: worthText(point),
                  })}
                  className="tabular absolute flex size-7 -translate-x-1/2 translate-y-1/2 items-center justify-center rounded-full bg-primary text-xs font-semibold text-on-primary hover:bg-primary-hover"
                  style={{
                    left: `calc(${((point.effort - 0.5) / 5) * 100}% + ${point.nudge * 30}px)`,
                    bottom: `${12 + point.height * 74}%`,
                  }}
                >
                  {at + 1}
                </Link>
              ))}
            </div>
            <p aria-hidden="true" className="mt-1 flex justify-between text-xs text-soft">
              <span>{t('Little effort')}</span>
              <span>
                {inMoney
                  ? t('Up: worth more in a year; the line is the median')
                  : t('Up: larger opportunity × reach; the line is the median')}
              </span>
              <span>{t('Much effort')}</span>
            </p>
          </div>
          <div className="min-w-0">
            <SmallTable
              label={t('The matrix as a table')}
              head={[t('Improvement'), t('Effort'), t('Worth'), t('Zone')]}
            >
              {places.map((point, at) => (
                <tr key={point.one.id}>
                  <RowName>
                    {at + 1} {point.one.title}
                  </RowName>
                  <Cell>
                    {point.effort}
                    {point.one.priority.effort.origin === 'assumed' ? ` (${t('assumed')})` : ''}
                  </Cell>
                  <Cell whole>
                    {worthText(point)}
                    <WorthRange value={point.one.value} t={t} />
                  </Cell>
                  <Cell>{t(QUADRANT_LABELS[point.quadrant])}</Cell>
                </tr>
              ))}
            </SmallTable>
            {left > 0 ? (
              <p className="mt-2 text-xs text-soft">
                {t(
                  '{n, plural, one {# is} other {# are}} not drawn: too few have answered there, so their worth is not known.',
                  { n: left },
                )}
              </p>
            ) : null}
          </div>
        </div>
      </ChartTools>
    </section>
  );
}

/** The least and the most that it may be worth. */
function WorthRange({ value, t }: { value: ImprovementView['value']; t: Translate }) {
  if (value === null) return null;
  const money = (amount: number) => formatMoney(amount, value.currency, t.tongue);
  return (
    <span className="block text-xs text-soft">
      {money(value.low.yearValue)} … {money(value.high.yearValue)}
    </span>
  );
}
