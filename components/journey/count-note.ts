import { formatCount } from '@/lib/format';
import type { MeasureView } from '@/lib/insights/model';
import { formulaText } from '@/lib/insights/rules/formula-texts';
import { METRICS } from '@/lib/scoring/metrics';
import type { Translate } from '@/lib/translate';
import { methodName } from './interval-methods';

/** How a score is computed, and its interval. */
export const formulaNote = ({ metric, score }: MeasureView, t: Translate): string =>
  t('Formula {formula}: {inWords}. Interval: {method}, 95 %.', {
    formula: score.formula,
    inWords: formulaText(METRICS[metric], t),
    method: t(methodName(score.method)),
  });

/** What stands under a chart of a score that is seen without its page: n and how it was computed. */
export const countNote = (measure: MeasureView, t: Translate): string =>
  `${t('n {n}', { n: formatCount(measure.score.n, t.tongue) })}. ${formulaNote(measure, t)}`;
