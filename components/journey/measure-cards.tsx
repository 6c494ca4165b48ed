import { formatCount, formatInterval, formatPercent, formatScore } from '@/lib/format';
import type { JourneyMapView, MeasureView } from '@/lib/insights/model';
import { Trend } from './trend';

/** The journey's own measures, and how much of it is measured at all. */
export function MeasureCards({
  map,
  add,
  children,
}: {
  map: JourneyMapView;
  add?: React.ReactNode;
  /** Further cards. */
  children?: React.ReactNode;
}) {
  const { measured, touchpoints } = map.coverage;
  const asking = map.stages.flatMap((stage) => stage.touchpoints).filter((one) => one.asking).length;
  const share = (count: number) => (touchpoints === 0 ? '' : ` (${formatPercent(count / touchpoints)})`);
  return (
    <dl className="flex flex-wrap overflow-hidden rounded-xl border border-line bg-panel shadow-card *:-mr-px *:-mb-px *:grow *:min-w-0 *:border-r *:border-b *:border-line">
      {map.measures.map((measure) => (
        <MeasureCard key={`${measure.metric} ${measure.wording}`} measure={measure} minimumN={map.minimumN} />
      ))}
      {map.measures.length === 0 && add ? (
        <div className="basis-52 px-4 py-2">
          <dt className="text-xs text-soft">The whole journey</dt>
          <dd className="mt-1">{add}</dd>
        </div>
      ) : null}
      <div className="basis-52 px-4 py-2">
        <dt className="text-xs text-soft">Touchpoints measured</dt>
        <dd className="tabular">
          <span className="text-[1.375rem] leading-7 font-bold tracking-tight">{measured}</span>{' '}
          <span className="text-sm text-soft">
            of {touchpoints}
            {share(measured)}
          </span>
          <span className="mt-0.5 block text-xs text-soft">
            {asking} asking now{share(asking)}; {missingOf(map)}
          </span>
        </dd>
      </div>
      {children}
    </dl>
  );
}

/** Which touchpoints nobody has measured in the period, by name as long as they are few. */
function missingOf(map: JourneyMapView): string {
  const missing = map.stages
    .flatMap(({ touchpoints }) => touchpoints)
    .filter(({ measures }) => !measures.some(({ shown }) => shown))
    .map(({ title }) => title);
  if (missing.length === 0) return `all with at least ${map.minimumN} answers`;
  if (missing.length > 3) return `${missing.length} are still guesses`;
  return `still guesses: ${missing.join(', ')}`;
}

function MeasureCard({ measure, minimumN }: { measure: MeasureView; minimumN: number }) {
  const { metric, score, shown } = measure;
  return (
    <div className="basis-44 px-4 py-2">
      <dt className="text-xs text-soft">{measure.title}, whole journey</dt>
      <dd className="tabular">
        {shown && score.value !== null ? (
          <>
            <span className="text-[1.375rem] leading-7 font-bold tracking-tight">
              {formatScore(metric, score.value)}
            </span>{' '}
            <span className="text-sm whitespace-nowrap text-soft">
              <span className="sr-only">95 % interval </span>
              {formatInterval(metric, score.low, score.high)}
            </span>
            <span className="mt-0.5 flex flex-wrap gap-x-2 text-xs">
              <span className="text-soft">n {formatCount(score.n)}</span>
              <Trend measure={measure} minimumN={minimumN} words />
            </span>
          </>
        ) : (
          <span className="mt-1 block text-sm text-soft">
            {score.n === 0 ? 'No answers in this period' : `Too few to score (${score.n} of ${minimumN})`}
          </span>
        )}
      </dd>
    </div>
  );
}
