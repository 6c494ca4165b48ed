import { formatCount, formatInterval, formatScore } from '@/lib/format';
import type { StageView } from '@/lib/insights/model';
import { METRICS } from '@/lib/scoring/metrics';

/** Where a stage stands against its target, in words; null where it has none. Different questions are never blended. */
export function targetText(stage: Pick<StageView, 'target' | 'measures'>): {
  label: string;
  target: string;
  now: string;
  /** How sure the score of now is. */
  note: string;
  reached: boolean | null;
} | null {
  if (!stage.target) return null;
  const { metric, value } = stage.target;
  const asked = stage.measures.filter((one) => one.metric === metric);
  const [only, ...others] = asked.filter(({ shown, score }) => shown && score.value !== null);
  const said = { label: METRICS[metric].label, target: formatScore(metric, value) };
  if (!only) {
    const note = asked.length > 0 ? 'Too few answers to score yet' : 'Nobody was asked in this period';
    return { ...said, now: asked.length > 0 ? 'too few answers' : 'not measured', note, reached: null };
  }
  if (others.length > 0) {
    const now = `${others.length + 1} questions`;
    return { ...said, now, note: 'Different questions are not pooled into one score', reached: null };
  }
  const { score } = only;
  return {
    ...said,
    now: formatScore(metric, score.value),
    note: `95 % interval ${formatInterval(metric, score.low, score.high)}, n ${formatCount(score.n)}`,
    reached: score.value === null ? null : score.value >= value,
  };
}

/** The target of a stage beside where it stands: 'NPS target +60, now +48'. */
export function StageTarget({
  stage,
}: {
  stage: Pick<StageView, 'target' | 'measures' | 'successCriterion'>;
}) {
  const text = targetText(stage);
  if (!text) return null;
  const criterion = stage.successCriterion ? ` It went well when: ${stage.successCriterion}` : '';
  return (
    <span className="tabular text-xs text-soft" title={`${text.note}.${criterion}`}>
      {text.label} target {text.target}, now{' '}
      <span
        className={`font-semibold ${text.reached === false ? 'text-bad' : text.reached ? 'text-good' : ''}`}
      >
        {text.now}
      </span>
      <span className="sr-only">
        . {text.reached === null ? '' : text.reached ? 'Reached. ' : 'Not reached. '}
        {text.note}
      </span>
    </span>
  );
}
