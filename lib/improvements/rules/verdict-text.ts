import { formatChange, formatChangeInterval } from '../../format';
import { METRICS } from '../../scoring/metrics';
import type { Translate } from '../../translate';
import { VERDICT_LABELS, type Verdict } from '../model';

/**
 * A verdict on one line, with its change, what it could be, and whether it is more than before and after:
 * 'Better, CSAT +18 pp (could be +5 … +31 pp)'.
 */
export function verdictText({ kind, metric, effect, method }: Verdict, t: Translate): string {
  const word = t(VERDICT_LABELS[kind]);
  if (effect === null) return word;
  const could = t('(could be {interval})', { interval: formatChangeInterval(metric, effect, t.tongue) });
  const change = `${METRICS[metric].label} ${formatChange(metric, effect.delta, t.tongue)} ${could}`;
  const note = method === 'before-after' ? `; ${t('Before and after, not a test')}` : '';
  return `${word}, ${change}${note}`;
}
