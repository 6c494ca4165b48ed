import type { Scope } from '@/db/scope';
import type { Outcome, Recording } from '../model';
import { judgeUnwritten } from '../rules';
import { gather } from './gather';

/**
 * Records one snapshot of an answer. The one command whose transaction is its group's: it resolves after the commit,
 * when the answer is stored and every tally is exact; the response row is its audit line.
 *
 * @throws AppError `busy`; what the database throws
 */
export async function recordResponse(scope: Scope, recording: Recording): Promise<Outcome> {
  const written = await gather(scope, recording);
  if (written.wrote === null) return judgeUnwritten(recording, written.stored, written);
  const { responseId: id, seq, state } = recording;
  return {
    kind: written.wrote === 'inserted' ? 'created' : 'replaced',
    stored: { id, seq, state, counted: written.counted },
  };
}
