import { useText } from '@/components/ui/text';
import { formatEmotion } from '@/lib/format';
import type { JourneyMapView } from '@/lib/insights/model';
import { seriesOf } from '@/lib/insights/rules/emotion';
import { type Column, feltMeasure, placesOf, type Stretch } from './columns';
import { COLUMN_UNITS, type CurveRun, type CurveValue, curveRuns, laneY } from './curve';

export const LANE = { height: 196, padding: 30 };

/** How the lines of up to five personas are told apart: by dash first, then by colour, and by their names. */
const PERSONA_LINES = [
  { line: 'stroke-accent', text: 'text-accent', dash: '1 3' },
  { line: 'stroke-star', text: 'text-star', dash: '8 3' },
  { line: 'stroke-good', text: 'text-good', dash: '8 3 2 3' },
  { line: 'stroke-bad', text: 'text-bad', dash: '3 3' },
  { line: 'stroke-field', text: 'text-soft', dash: '12 3 2 3 2 3' },
] as const;

/** The expected curve, dashed, the measured one with its 95 % band, and those of personas, behind the lane's cells. */
export function EmotionCurves({
  columns,
  map,
  stretch,
}: {
  columns: readonly Column[];
  map: JourneyMapView;
  /** The part that is drawn; left out, all of it. */
  stretch?: Stretch | undefined;
}) {
  const { starts, widths, total: whole } = placesOf(columns);
  const { start: left, total } = stretch ?? { start: 0, total: whole };
  const inSight = (center: number) => center >= left && center <= left + total;
  const centers = starts.map((start, index) => start + (widths[index] as number) / 2);
  const runsOf = (values: CurveValue[]) => curveRuns(values, LANE, centers);
  const expected = runsOf(
    columns.map(({ touchpoint }) => {
      const value = touchpoint?.expectedEmotion ?? null;
      return value === null ? null : { value, low: null, high: null };
    }),
  );
  const measured = runsOf(columns.map(({ touchpoint }) => curveValue(touchpoint && feltMeasure(touchpoint))));
  const places = new Map(
    map.stages.flatMap((stage) => stage.touchpoints).map(({ id }, index) => [id, index]),
  );
  const personas = map.personaCurves.map(({ persona, measures }) => {
    const values = columns.map(({ touchpoint }) =>
      curveValue(touchpoint ? (measures[places.get(touchpoint.id) ?? -1] ?? null) : null),
    );
    return { persona, values, runs: runsOf(values) };
  });
  const width = whole * COLUMN_UNITS;
  const zero = laneY(0, LANE);
  return (
    <>
      <svg
        aria-hidden="true"
        className="pointer-events-none absolute inset-y-0 right-0 left-(--map-header) h-full w-[calc(100%-var(--map-header))]"
        viewBox={`${left * COLUMN_UNITS} 0 ${total * COLUMN_UNITS} ${LANE.height}`}
        preserveAspectRatio="none"
        fill="none"
      >
        <line
          x1="0"
          x2={width}
          y1={zero}
          y2={zero}
          className="stroke-line-strong"
          strokeDasharray="2 5"
          vectorEffect="non-scaling-stroke"
        />
        {measured.map(({ from, band }) => (
          <path key={`band ${from}`} d={band} className="fill-band" />
        ))}
        <Lines runs={expected} className="stroke-soft" strokeWidth="1.4" dash="5 4" />
        {personas.map(({ persona, runs }, index) => {
          const style = PERSONA_LINES[index % PERSONA_LINES.length] as (typeof PERSONA_LINES)[number];
          return (
            <Lines key={persona.id} runs={runs} className={style.line} strokeWidth="1.8" dash={style.dash} />
          );
        })}
        <Lines runs={measured} className="stroke-curve" strokeWidth="2" />
      </svg>
      {personas.flatMap(({ persona, values }, index) => {
        const style = PERSONA_LINES[index % PERSONA_LINES.length] as (typeof PERSONA_LINES)[number];
        const last = values.findLastIndex((value) => value !== null);
        return values.flatMap((value, column) =>
          value === null || !inSight(centers[column] as number)
            ? []
            : [
                <span
                  key={`${persona.id} ${centers[column]}`}
                  aria-hidden="true"
                  className={`pointer-events-none absolute z-10 flex -translate-y-1/2 items-center text-2xs font-medium ${style.text}`}
                  style={{
                    top: laneY(value.value, LANE),
                    left: `calc(var(--map-header) + (100% - var(--map-header)) * ${((centers[column] as number) - left) / total})`,
                  }}
                >
                  <span className="size-1.5 -translate-x-1/2 rounded-full border border-current bg-panel" />
                  {column === last ? <span className="map-halo ml-1.5">{persona.name}</span> : null}
                </span>,
              ],
        );
      })}
    </>
  );
}

function Lines({
  runs,
  className,
  strokeWidth,
  dash,
}: {
  runs: CurveRun[];
  className: string;
  strokeWidth: string;
  dash?: string;
}) {
  return runs.map(({ from, line }) => (
    <path
      key={from}
      d={line}
      className={className}
      strokeWidth={strokeWidth}
      strokeDasharray={dash}
      vectorEffect="non-scaling-stroke"
    />
  ));
}

function curveValue(measure: ReturnType<typeof feltMeasure>): CurveValue {
  if (!measure?.shown || measure.score.value === null) return null;
  const { value, low, high } = measure.score;
  return { value, low, high, series: seriesOf(measure) };
}

/** What the lines of the emotion lane mean, its scale, and what it says where there is nothing to draw yet. */
export function EmotionLegend({ map }: { map: JourneyMapView }) {
  const t = useText();
  const felt = map.stages.some(({ touchpoints }) =>
    touchpoints.some((touchpoint) => feltMeasure(touchpoint)),
  );
  return (
    <>
      <span className="mt-3.5 flex items-center gap-1.5">
        <span aria-hidden="true" className="w-4 border-t-2 border-curve" /> {t('measured')}
      </span>
      <span className="flex items-center gap-1.5">
        <span aria-hidden="true" className="w-4 border-t-2 border-dashed border-soft" /> {t('expected')}
      </span>
      {map.personaCurves.map(({ persona }, index) => {
        const style = PERSONA_LINES[index % PERSONA_LINES.length] as (typeof PERSONA_LINES)[number];
        return (
          <span key={persona.id} className="flex items-center gap-1.5 pr-5">
            <svg aria-hidden="true" className="h-1 w-4 shrink-0" viewBox="0 0 16 4">
              <path d="M0 2H16" className={style.line} strokeWidth="2" strokeDasharray={style.dash} />
            </svg>
            <span className="min-w-0 truncate" title={persona.name}>
              {persona.name}
            </span>
          </span>
        );
      })}
      {felt ? null : <span className="mt-1 pr-5 text-2xs">{t('No answers about feelings yet.')}</span>}
      {[2, 0, -2].map((value) => (
        <span
          key={value}
          aria-hidden="true"
          className="tabular absolute right-1.5 -translate-y-1/2 text-[0.625rem]"
          style={{ top: laneY(value, LANE) }}
        >
          {formatEmotion(value, t.tongue)}
        </span>
      ))}
    </>
  );
}
