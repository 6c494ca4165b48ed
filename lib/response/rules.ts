import { AppError, type FieldError } from '../errors';
import type { Metric } from '../scoring/metric';
import { METRICS } from '../scoring/metrics';
import type { Outcome, Receipt, Recording, ResponseState, Snapshot } from './model';

/** What the database holds of a response, as far as a repeated or late snapshot has to be judged by it. */
export type StoredResponse = {
  seq: number;
  state: ResponseState;
  score: number | null;
  words: string[] | null;
  comment: string | null;
  keyHash: string | null;
  invitationId: string | null;
};

/** The lowest point of each metric's scale, as the recording statement needs it. */
export const SCALE_STARTS: Record<string, number> = Object.fromEntries(
  Object.values(METRICS).map((metric) => [metric.id, metric.scale.min]),
);

/**
 * The answer of a snapshot, made fit for storing: an empty comment or word list counts as not given.
 *
 * @throws AppError `invalid` where the score is off the metric's scale or a word is not one of its words
 */
export function answerOf(
  snapshot: Snapshot,
  metric: Pick<Metric, 'scale' | 'words'>,
): Pick<Recording, 'score' | 'words' | 'comment'> {
  const { score, words, comment } = snapshot.answer;
  const errors: FieldError[] = [];
  const { min, max } = metric.scale;
  if (score !== undefined && (score < min || score > max)) {
    errors.push({ path: 'answer.score', message: `Give a whole number from ${min} to ${max}.` });
  }
  if (words !== undefined) {
    const none = metric.words?.none.id;
    const legal: string[] = metric.words
      ? [...metric.words.words.map((word) => word.id), metric.words.none.id]
      : [];
    words.forEach((word, index) => {
      if (!legal.includes(word)) {
        errors.push({
          path: `answer.words.${index}`,
          message: metric.words
            ? 'Use the id of an offered word.'
            : 'This survey asks for no words: leave them out.',
        });
      }
    });
    if (new Set(words).size !== words.length)
      errors.push({ path: 'answer.words', message: 'Give each word once.' });
    if (none !== undefined && words.includes(none) && words.length > 1) {
      errors.push({ path: 'answer.words', message: '"none" stands alone.' });
    }
  }
  if (errors.length > 0) throw new AppError('invalid', 'Some fields need correcting.', { errors });
  return {
    score: score ?? null,
    words: words && words.length > 0 ? words : null,
    comment: comment && comment.trim() !== '' ? comment : null,
  };
}

/**
 * How a snapshot ended that the database did not write: it was late, a repetition, or is refused. `stored` is null
 * where the response does not exist, which leaves only an invitation that was answered under another id.
 */
export function judgeUnwritten(
  sent: Recording,
  stored: StoredResponse | null,
  placementOpen: boolean,
): Outcome {
  if (!stored) return { kind: 'refused', why: placementOpen ? 'invitation_answered' : 'closed' };
  if (stored.keyHash !== null && stored.keyHash !== sent.keyHash)
    return { kind: 'refused', why: 'not_found' };
  if (stored.invitationId !== sent.invitationId) return { kind: 'refused', why: 'not_found' };
  const receipt = receiptOf(sent.responseId, stored);
  if (sent.seq < stored.seq) return { kind: 'stale', stored: receipt };
  if (sent.seq > stored.seq) {
    return placementOpen
      ? { kind: 'refused', why: 'already_complete', stored: receipt }
      : { kind: 'refused', why: 'closed' };
  }
  return sameContent(sent, stored)
    ? { kind: 'repeated', stored: receipt }
    : { kind: 'refused', why: 'seq_conflict', stored: receipt };
}

/** The reply for what is stored. */
export function receiptOf(id: string, stored: Pick<StoredResponse, 'seq' | 'state' | 'score'>): Receipt {
  return { id, seq: stored.seq, state: stored.state, counted: stored.score !== null };
}

function sameContent(sent: Recording, stored: StoredResponse): boolean {
  return (
    sent.state === stored.state &&
    sent.score === stored.score &&
    sent.comment === stored.comment &&
    (sent.words ?? []).join() === (stored.words ?? []).join()
  );
}
