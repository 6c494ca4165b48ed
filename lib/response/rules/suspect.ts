import type { Signals, SuspectReason } from '../model';

/** Nobody reads a question and chooses faster than this after it is painted. */
const FASTEST_HAND_MS = 150;

/**
 * Why an answer is held back; null: nothing speaks against it. A client that sends no signals is never suspect by them,
 * and one weak sign alone never is: a fast choice needs to come without any sign of a hand.
 *
 * @param flood whether its network has begun more responses at this place than people there would
 */
export function suspectOf(signals: Signals | undefined, flood: boolean): SuspectReason | null {
  if (signals?.trap) return 'trap';
  if (signals?.human === false && signals.ms !== undefined && signals.ms < FASTEST_HAND_MS) return 'no_hand';
  return flood ? 'flood' : null;
}
