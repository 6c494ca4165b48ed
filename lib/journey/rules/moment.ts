import { inSentence, type Translate } from '../../translate';
import {
  MOMENT_POLARITY_LABELS,
  MOMENT_REASON_LABELS,
  type MomentPolarity,
  type MomentReason,
} from '../model';

/**
 * Why a moment matters, in one phrase; empty where it is none.
 * @example momentText({ moment: { polarity: 'break', reason: 'waiting' } }, ENGLISH) // 'Can lose trust: the customer waits'
 */
export function momentText(
  { moment }: { moment: { polarity: MomentPolarity; reason: string | null } | null },
  t: Translate,
): string {
  if (!moment) return '';
  const polarity = t(MOMENT_POLARITY_LABELS[moment.polarity]);
  const reason = moment.reason ? MOMENT_REASON_LABELS[moment.reason as MomentReason] : null;
  return reason ? `${polarity}: ${inSentence(t(reason), t)}` : polarity;
}
