import {
  MOMENT_POLARITY_LABELS,
  MOMENT_REASON_LABELS,
  type MomentPolarity,
  type MomentReason,
} from '../model';

/**
 * Why a moment matters, in one phrase; empty where it is none.
 * @example momentText({ moment: { polarity: 'break', reason: 'waiting' } }) // 'Can lose trust: the customer waits'
 */
export function momentText({
  moment,
}: {
  moment: { polarity: MomentPolarity; reason: string | null } | null;
}): string {
  if (!moment) return '';
  const polarity = MOMENT_POLARITY_LABELS[moment.polarity];
  const reason = moment.reason ? MOMENT_REASON_LABELS[moment.reason as MomentReason] : null;
  return reason ? `${polarity}: ${reason.toLowerCase()}` : polarity;
}
