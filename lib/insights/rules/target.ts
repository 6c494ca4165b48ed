import { formatCount, formatInterval, formatScore } from '../../format';
import { METRICS } from '../../scoring/metrics';
import type { Translate } from '../../translate';
import type { StageView } from '../model';

/** Where a stage stands against its target, in words; null where it has none. Different questions are never blended. */
export function targetText(
  stage: Pick<StageView, 'target' | 'measures'>,
  t: Translate,
): {
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
  const said = { label: METRICS[metric].label, target: formatScore(metric, value, t.tongue) };
  if (!only) {
    const note = asked.length > 0 ? t('Too few answers to score yet') : t('Nobody was asked in this period');
    return { ...said, now: asked.length > 0 ? t('too few answers') : t('not measured'), note, reached: null };
  }
  if (others.length > 0) {
    const now = t('{n} questions', { n: others.length + 1 });
    return { ...said, now, note: t('Different questions are not pooled into one score'), reached: null };
  }
  const { score } = only;
  return {
    ...said,
    now: formatScore(metric, score.value, t.tongue),
    note: t('95 % interval {interval}, n {n}', {
      interval: formatInterval(metric, score.low, score.high, t.tongue),
      n: formatCount(score.n, t.tongue),
    }),
    reached: score.value === null ? null : score.value >= value,
  };
}
