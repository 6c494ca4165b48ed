import { formatChange, formatChangeInterval, formatCount } from '../../format';
import { METRICS } from '../../scoring/metrics';
import { inSentence, type Translate } from '../../translate';
import { VERDICT_LABELS, type Verdict } from '../model';

/**
 * A verdict on one line, with its change, what it could be, the answers since, and whether it is more than before and
 * after: 'Better, CSAT +18 pp (could be +5 … +31 pp), n 658 since'.
 */
export function verdictText({ kind, metric, effect, method, after }: Verdict, t: Translate): string {
  const word = t(VERDICT_LABELS[kind]);
  if (effect === null) return word;
  const could = t('(could be {interval})', { interval: formatChangeInterval(metric, effect, t.tongue) });
  const change = `${METRICS[metric].label} ${formatChange(metric, effect.delta, t.tongue)} ${could}`;
  const since = t('n {n} since', { n: formatCount(after.score.n, t.tongue) });
  const note = method === 'before-after' ? `; ${inSentence(t('Before and after, not a test'), t)}` : '';
  return `${word}, ${change}, ${since}${note}`;
}
