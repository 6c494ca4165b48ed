import { rich } from '@/components/ui/rich';
import { formatCount, formatInterval, formatScore } from '@/lib/format';
import type { MeasureView } from '@/lib/insights/model';
import { METRICS } from '@/lib/scoring/metrics';
import type { Translate } from '@/lib/translate';
import { Sparkline } from './sparkline';
import { scoreClass } from './tones';
import { directionOf, Trend, trendClass } from './trend';

/** Why a value can stand outside its own interval; empty where it does not. */
export function outsideNote({ score }: Pick<MeasureView, 'score'>, t: Translate): string {
  const { value, low, high } = score;
  if (value === null || low === null || high === null || (value >= low && value <= high)) return '';
  return t(
    'The score lies outside its interval: with few answers the interval leans to the middle of the scale.',
  );
}

/** A score with all that it takes to judge it, 'CES 5.8, 95 % interval 5.7 … 5.9, n 867'. */
function measureText({ metric, score }: MeasureView, t: Translate): string {
  return t('{measure} {score}, 95 % interval {interval}, n {n}', {
    measure: METRICS[metric].label,
    score: formatScore(metric, score.value, t.tongue),
    interval: formatInterval(metric, score.low, score.high, t.tongue),
    n: formatCount(score.n, t.tongue),
  });
}

/** One score of a touchpoint: the number with its interval, n and trend. `lead` is the larger one of a cell. */
export function MeasureChip({
  measure,
  minimumN,
  lead,
  change = true,
  t,
}: {
  measure: MeasureView;
  minimumN: number;
  lead: boolean;
  /** Whether its course and its change stand beside n. */
  change?: boolean;
  t: Translate;
}) {
  const { metric, score, level, shown } = measure;
  const label = METRICS[metric].label;
  if (!shown || score.value === null) return <TooFew label={label} n={score.n} minimumN={minimumN} t={t} />;
  const interval = formatInterval(metric, score.low, score.high, t.tongue);
  const hint = [
    t('{measure}: {score}, 95 % interval {interval}', {
      measure: measure.title,
      score: formatScore(metric, score.value, t.tongue),
      interval,
    }),
    level === 'early' ? t('Early signal: few answers or a wide interval') : '',
    outsideNote(measure, t),
  ]
    .filter(Boolean)
    .join('. ');
  return (
    <div className="tabular">
      {lead ? (
        <div
          title={hint}
          className={`flex items-center justify-between gap-2 rounded-md border px-2 py-1 ${scoreClass(metric, score.value, level)}`}
        >
          <span className="text-[0.65625rem] leading-4 font-semibold tracking-wide">{label}</span>
          <span className="flex flex-col items-end">
            <span className="text-base leading-5 font-bold">
              {formatScore(metric, score.value, t.tongue)}
            </span>
            <Interval text={interval} t={t} />
          </span>
        </div>
      ) : (
        <div title={hint} className="flex items-center gap-1.5 px-0.5 text-xs">
          <span
            aria-hidden="true"
            className={`size-2.5 shrink-0 rounded-[3px] border ${scoreClass(metric, score.value, level)}`}
          />
          <span className="text-[0.65625rem] leading-4 font-semibold tracking-wide text-soft">{label}</span>
          <span className="font-bold">{formatScore(metric, score.value, t.tongue)}</span>
          <span className="ml-auto text-soft">
            <Interval text={interval} t={t} />
          </span>
        </div>
      )}
      <MeasureFoot measure={measure} minimumN={minimumN} change={change} t={t} />
    </div>
  );
}

function Interval({ text, t }: { text: string; t: Translate }) {
  return (
    <span className="text-[0.65625rem] leading-3.5 whitespace-nowrap">
      <span className="sr-only">{t(', 95 % interval')} </span>
      {text}
    </span>
  );
}

function MeasureFoot({
  measure,
  minimumN,
  change,
  t,
}: {
  measure: MeasureView;
  minimumN: number;
  change: boolean;
  t: Translate;
}) {
  return (
    <div className="flex h-5 items-center justify-between gap-1 px-0.5 text-2xs text-soft">
      <span>
        {rich(t, 'n<s> is</s> {n}', {
          n: formatCount(measure.score.n, t.tongue),
          s: (inside) => <span className="sr-only">{inside}</span>,
        })}
      </span>
      {change ? (
        <>
          <Sparkline values={measure.spark} className={trendClass(directionOf(measure, minimumN))} />
          <Trend measure={measure} minimumN={minimumN} t={t} />
        </>
      ) : null}
    </div>
  );
}

function TooFew({ label, n, minimumN, t }: { label: string; n: number; minimumN: number; t: Translate }) {
  return (
    <div className="rounded-md border border-dashed border-field px-1.5 py-1 text-2xs text-soft">
      <span className="font-semibold tracking-wide">{label}</span>{' '}
      {n === 0
        ? t('no answers in this period')
        : t('too few to score ({n} of {minimum})', { n, minimum: minimumN })}
    </div>
  );
}

/** The roll-ups of a stage header: pooled counts, one score per metric. Different questions are never pooled. */
export function RollUps({ measures, t }: { measures: readonly MeasureView[]; t: Translate }) {
  const scored = measures.filter(({ shown, score }) => shown && score.value !== null);
  const metrics = [...new Set(scored.map(({ metric }) => metric))];
  return metrics.map((id) => {
    const [only, ...others] = scored.filter(({ metric }) => metric === id);
    if (!only) return null;
    if (others.length > 0) {
      return (
        <span
          key={id}
          className="whitespace-nowrap text-soft"
          title={t('Different questions are not pooled into one score')}
        >
          {METRICS[id].label} {t('{n} questions', { n: others.length + 1 })}
        </span>
      );
    }
    return (
      <span
        key={id}
        className="tabular whitespace-nowrap"
        title={t('All answers of this stage together: {scores}', { scores: measureText(only, t) })}
      >
        <span aria-hidden="true">
          <span className="text-soft">{METRICS[id].label}</span>{' '}
          <span className="font-bold text-ink">{formatScore(id, only.score.value, t.tongue)}</span>
        </span>
        <span className="sr-only">{measureText(only, t)}</span>
      </span>
    );
  });
}
