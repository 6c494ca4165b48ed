import type { SurveyMetricId } from '@/lib/scoring/metrics';
import { msg } from '@/lib/translate';

/** One line each for who has to choose a metric. */
export const METRIC_PURPOSES: Readonly<Record<SurveyMetricId, string>> = {
  nps: msg('Loyalty. For the relationship as a whole, or where a customer has just finished with you.'),
  ces: msg('Effort. Where customers have something to get done; the best sign of what drives them away.'),
  csat: msg('Satisfaction. For one clear thing you delivered, such as a visit, a call or a purchase.'),
  emotion: msg('Feeling. Where customers wait, hope or worry; it draws the measured curve on the map.'),
};
