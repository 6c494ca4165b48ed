import { ChartFrame } from '@/components/charts/chart-frame';
import { formatEmotion, formatInterval, NO_NUMBER } from '@/lib/format';
import type { MeasureView } from '@/lib/insights/model';
import type { SideBySide } from '@/lib/insights/model/side-by-side';
import { feltMeasure, seriesOf } from '@/lib/insights/rules/emotion';
import { formulaText } from '@/lib/insights/rules/formula-texts';
import { sideDirection } from '@/lib/insights/rules/side-by-side';
import { METRICS } from '@/lib/scoring/metrics';
import type { Translate } from '@/lib/translate';
import { COLUMN_UNITS, type CurveValue, curveRuns, laneY } from './curve';
import { SideHead } from './side-lanes';

const LANE = { height: 168, padding: 14 };

/** How customers of both sides feel along the journey: two lines with their bands, and the same as a table. */
export function SideCurves({
  compared,
  names,
  minimumN,
  t,
}: {
  compared: SideBySide;
  names: { a: string; b: string };
  minimumN: number;
  t: Translate;
}) {
  const places = compared.stages.flatMap((stage) =>
    stage.touchpoints.map((touchpoint, index) => {
      const felt = feltMeasure({ measures: touchpoint.measures.map(({ b }) => b) });
      const pair = touchpoint.measures.find(({ b }) => b === felt) ?? null;
      return { touchpoint, pair, stage: index === 0 ? stage : null };
    }),
  );
  if (!places.some(({ pair }) => pair?.a.shown || pair?.b.shown)) return null;
  const clear = places.flatMap(({ touchpoint, pair }) => {
    const direction = pair && sideDirection(pair, minimumN);
    if (direction !== 'up' && direction !== 'down') return [];
    return direction === 'up'
      ? [t('{touchpoint} (B higher)', { touchpoint: touchpoint.title })]
      : [t('{touchpoint} (B lower)', { touchpoint: touchpoint.title })];
  });
  const lines = (['a', 'b'] as const).map((side) => {
    const values = places.map(({ pair }) => curveValue(pair?.[side] ?? null));
    return { side, values, runs: curveRuns(values, LANE) };
  });
  const cell = (measure: MeasureView | undefined) =>
    measure?.shown
      ? t('{score}, {interval}, n {n}', {
          score: formatEmotion(measure.score.value, t.tongue),
          interval: formatInterval(measure.metric, measure.score.low, measure.score.high, t.tongue),
          n: measure.score.n,
        })
      : NO_NUMBER;
  return (
    <section aria-labelledby="feel">
      <h2 id="feel" className="mb-2 text-lg font-semibold">
        {t('How it feels')}
      </h2>
      <ChartFrame
        id="feelings"
        title={t('How customers of both sides feel')}
        note={t('A: {a}, B: {b}; {formula}, {inWords}; 95 % bands', {
          ...names,
          formula: METRICS.emotion.formula,
          inWords: formulaText(METRICS.emotion, t),
        })}
        caption={
          clear.length === 0
            ? t('How customers feel, −2 to +2, with 95 % bands. Nowhere do both sides clearly differ.')
            : t('How customers feel, −2 to +2, with 95 % bands. Both sides clearly differ at: {places}.', {
                places: clear.join(', '),
              })
        }
        chart={
          <>
            <ul className="mb-1 flex flex-wrap gap-x-5 gap-y-1 text-xs">
              <li className="flex items-center gap-2">
                <Sample side="a" /> <SideHead letter="A" name={names.a} />
              </li>
              <li className="flex items-center gap-2">
                <Sample side="b" /> <SideHead letter="B" name={names.b} />
              </li>
            </ul>
            <section
              aria-label={t('How customers of both sides feel')}
              // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reachable by keyboard
              tabIndex={0}
              className="overflow-x-auto"
            >
              <div aria-hidden="true" className="flex" style={{ minWidth: `${places.length * 1.2 + 2}rem` }}>
                <div
                  className="tabular relative w-8 shrink-0 text-2xs text-soft"
                  style={{ height: LANE.height }}
                >
                  {[2, 1, 0, -1, -2].map((value) => (
                    <span
                      key={value}
                      className="absolute right-1.5 -translate-y-1/2"
                      style={{ top: laneY(value, LANE) }}
                    >
                      {formatEmotion(value, t.tongue).replace(/[.,]0$/, '')}
                    </span>
                  ))}
                </div>
                <div className="min-w-0 flex-1">
                  <div className="relative" style={{ height: LANE.height }}>
                    <svg
                      aria-hidden="true"
                      className="absolute inset-0 size-full"
                      viewBox={`0 0 ${places.length * COLUMN_UNITS} ${LANE.height}`}
                      preserveAspectRatio="none"
                      fill="none"
                    >
                      {[2, 1, 0, -1, -2].map((value) => (
                        <line
                          key={value}
                          {...{ x1: 0, x2: places.length * COLUMN_UNITS }}
                          {...{ y1: laneY(value, LANE), y2: laneY(value, LANE) }}
                          className={value === 0 ? 'stroke-line-strong' : 'stroke-line'}
                          vectorEffect="non-scaling-stroke"
                        />
                      ))}
                      {places.map(({ stage, touchpoint }, index) =>
                        stage && index > 0 ? (
                          <line
                            key={touchpoint.id}
                            {...{
                              x1: index * COLUMN_UNITS,
                              x2: index * COLUMN_UNITS,
                              y1: 0,
                              y2: LANE.height,
                            }}
                            className="stroke-line-strong"
                            strokeDasharray="2 4"
                            vectorEffect="non-scaling-stroke"
                          />
                        ) : null,
                      )}
                      {lines.flatMap(({ side, runs }) =>
                        runs.map(({ from, band }) => (
                          <path
                            key={`${side} band ${from}`}
                            d={band}
                            className={side === 'a' ? 'fill-accent opacity-15' : 'fill-band'}
                          />
                        )),
                      )}
                      {lines.flatMap(({ side, runs }) =>
                        runs.map(({ from, line }) => (
                          <path
                            key={`${side} ${from}`}
                            d={line}
                            className={side === 'a' ? 'stroke-accent' : 'stroke-curve'}
                            strokeWidth="2"
                            strokeDasharray={side === 'a' ? '6 4' : undefined}
                            vectorEffect="non-scaling-stroke"
                          />
                        )),
                      )}
                    </svg>
                    {lines.flatMap(({ side, values }) =>
                      values.map((value, index) =>
                        value === null ? null : (
                          <span
                            key={`${side} ${places[index]?.touchpoint.id}`}
                            className={`absolute size-2.5 -translate-1/2 ${DOTS[side]}`}
                            style={{
                              top: laneY(value.value, LANE),
                              left: `${((index + 0.5) / places.length) * 100}%`,
                            }}
                          />
                        ),
                      ),
                    )}
                  </div>
                  <div
                    className="tabular grid border-t border-line-strong pt-0.5 text-center text-2xs text-soft"
                    style={{ gridTemplateColumns: `repeat(${places.length}, minmax(0, 1fr))` }}
                  >
                    {places.map(({ touchpoint }, index) => (
                      <span key={touchpoint.id} title={touchpoint.title}>
                        {index + 1}
                      </span>
                    ))}
                    {compared.stages
                      .filter(({ touchpoints }) => touchpoints.length > 0)
                      .map(({ id, title, touchpoints }) => (
                        <span
                          key={id}
                          title={title}
                          className="truncate px-0.5 text-ink"
                          style={{ gridColumn: `span ${touchpoints.length}` }}
                        >
                          {title}
                        </span>
                      ))}
                  </div>
                </div>
              </div>
            </section>
          </>
        }
        table={{
          head: [t('Touchpoint'), `A: ${names.a}`, `B: ${names.b}`],
          rows: places.map(({ touchpoint, pair }, index) => [
            `${index + 1} ${touchpoint.title}`,
            cell(pair?.a),
            cell(pair?.b),
          ]),
        }}
      />
    </section>
  );
}

const DOTS = {
  a: 'rounded-full border-2 border-accent bg-panel',
  b: 'rounded-[2px] bg-curve',
} as const;

function Sample({ side }: { side: 'a' | 'b' }) {
  return (
    <svg aria-hidden="true" className="h-1.5 w-7 shrink-0" viewBox="0 0 28 4" fill="none">
      <path
        d="M0 2H28"
        className={side === 'a' ? 'stroke-accent' : 'stroke-curve'}
        strokeWidth="2.5"
        strokeDasharray={side === 'a' ? '6 4' : undefined}
      />
    </svg>
  );
}

function curveValue(measure: MeasureView | null): CurveValue {
  if (!measure?.shown || measure.score.value === null) return null;
  const { value, low, high } = measure.score;
  return { value, low, high, series: seriesOf(measure) };
}
