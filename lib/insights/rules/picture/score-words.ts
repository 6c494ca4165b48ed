import { formatChange, formatCount, formatInterval, formatScore } from '../../../format';
import { trendDirection } from '../../../scoring/display';
import { METRICS } from '../../../scoring/metrics';
import type { Translate } from '../../../translate';
import type { MeasureView } from '../../model';
import { INKS } from './scene';
import { FINE, type Span } from './sheet';

const small = { size: FINE.size, ink: INKS.soft };

/** A score with its interval and n, the score itself strong: 'CES 5.8 (5.7 … 5.9, n 887)'. */
export function scoreSpans({ metric, score, shown }: MeasureView, minimumN: number, t: Translate): Span[] {
  const { label } = METRICS[metric];
  if (!shown || score.value === null) {
    const few = t('too few ({n} of {minimum})', { n: score.n, minimum: minimumN });
    return [{ text: `${label}: ${few}`, ...small }];
  }
  const interval = formatInterval(metric, score.low, score.high, t.tongue);
  return [
    { text: `${label} ${formatScore(metric, score.value, t.tongue)} `, weight: 600 },
    { text: `(${interval}, ${t('n {n}', { n: formatCount(score.n, t.tongue) })})`, ...small },
  ];
}

/** The change against the period that is compared with, in words; '–' where there is none. */
export function changeText(
  { metric, score, previous, change }: MeasureView,
  minimumN: number,
  t: Translate,
): string {
  const direction = trendDirection(change, score.n, previous.n, minimumN);
  if (change === null || direction === null) return '–';
  const delta = formatChange(metric, change.delta, t.tongue);
  if (direction === 'unclear') return t('{change} too early to tell', { change: delta });
  return `${delta} ${direction === 'up' ? t('higher##of a score') : t('lower##of a score')}`;
}
