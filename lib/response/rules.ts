import { AppError, type FieldError } from '../errors';
import type { Metric } from '../scoring/metric';
import { METRICS } from '../scoring/metrics';
import type { SurveyContent } from '../survey/model/content';
import type { FollowUpAnswers } from '../survey/model/follow-up';
import type { HeldAnswer, Outcome, Receipt, Recording, ResponseState, Snapshot } from './model';

/** What the database holds of a response, as far as a repeated or late snapshot has to be judged by it. */
export type StoredResponse = {
  seq: number;
  state: ResponseState;
  score: number | null;
  words: string[] | null;
  comment: string | null;
  followUps: FollowUpAnswers | null;
  held: HeldAnswer | null;
  /** A passage of the comment was blacked out: what is stored is no longer what was sent. */
  redacted: boolean;
  keyHash: string | null;
  invitationId: string | null;
};

/** The lowest point of each metric's scale, as the recording statement needs it. */
export const SCALE_STARTS: Record<string, number> = Object.fromEntries(
  Object.values(METRICS).map((metric) => [metric.id, metric.scale.min]),
);

/**
 * The answer of a snapshot, made fit for storing: an empty comment or list counts as not given, and so do answers to
 * questions that are not asked after this score.
 *
 * @throws AppError `invalid` where the score is off the metric's scale, or a word or reason is not offered
 */
export function answerOf(
  snapshot: Snapshot,
  metric: Pick<Metric, 'scale' | 'words' | 'groups'>,
  content: Pick<SurveyContent, 'followUps'>,
): HeldAnswer {
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
  const offered = content.followUps.flatMap((one) =>
    one.kind === 'reasons' ? [...one.frictions, ...one.strengths] : [],
  );
  snapshot.answer.reasons?.forEach((reason, index) => {
    if (!offered.includes(reason)) {
      errors.push({
        path: `answer.reasons.${index}`,
        message:
          offered.length > 0
            ? 'Use the id of an offered reason.'
            : 'This survey asks for no reasons: leave them out.',
      });
    }
  });
  if (errors.length > 0) throw new AppError('invalid', 'Some fields need correcting.', { errors });
  return {
    followUps: followUpAnswers(snapshot, metric, content),
    score: score ?? null,
    words: words && words.length > 0 ? words : null,
    comment: comment && comment.trim() !== '' ? comment : null,
  };
}

/** What was answered of the questions that are asked after this score; null where that is nothing. */
function followUpAnswers(
  { answer }: Snapshot,
  metric: Pick<Metric, 'groups'>,
  content: Pick<SurveyContent, 'followUps'>,
): FollowUpAnswers | null {
  const given: FollowUpAnswers = {};
  const group = metric.groups.find(({ upTo }) => (answer.score ?? Number.POSITIVE_INFINITY) <= upTo)?.id;
  for (const one of content.followUps) {
    if (group === undefined || one.kind === 'text' || !one.after.includes(group)) continue;
    if (one.kind === 'reasons') {
      const list: readonly string[] = group === 'high' ? one.strengths : one.frictions;
      const reasons = [...new Set(answer.reasons ?? [])].filter((id) => list.includes(id));
      if (reasons.length > 0) given.reasons = reasons.sort();
    } else {
      const point = answer[one.kind];
      if (point !== undefined) given[one.kind] = point;
    }
  }
  return Object.keys(given).length > 0 ? given : null;
}

/**
 * How a snapshot ended that the database did not write: it was late, a repetition, or is refused. `stored` is null
 * where the response does not exist. `takes` says what the place took at that moment; `answeredElsewhere` whether the
 * invitation was answered under another id.
 */
export function judgeUnwritten(
  sent: Recording,
  stored: StoredResponse | null,
  { open, answeredElsewhere }: { open: boolean; answeredElsewhere: boolean },
): Outcome {
  const takes = open ? (sent.takes ?? 'everything') : 'nothing';
  if (!stored) {
    if (takes === 'nothing') return { kind: 'refused', why: 'closed' };
    if (answeredElsewhere) return { kind: 'refused', why: 'invitation_answered' };
    return { kind: 'refused', why: takes === 'existing' ? 'closed' : 'not_found' };
  }
  if (stored.keyHash !== null && stored.keyHash !== sent.keyHash)
    return { kind: 'refused', why: 'not_found' };
  if (stored.invitationId !== sent.invitationId) return { kind: 'refused', why: 'not_found' };
  const receipt = receiptOf(sent.responseId, stored);
  if (sent.seq < stored.seq) return { kind: 'stale', stored: receipt };
  if (sent.seq > stored.seq) {
    return takes === 'nothing'
      ? { kind: 'refused', why: 'closed' }
      : { kind: 'refused', why: 'already_complete', stored: receipt };
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
  const other = stored.held ?? stored;
  return (
    sent.state === stored.state &&
    sent.score === other.score &&
    (stored.redacted || sent.comment === other.comment) &&
    (sent.words ?? []).join() === (other.words ?? []).join() &&
    spelled(sent.followUps ?? null) === spelled(other.followUps ?? null)
  );
}

/** The same text for the same answers, whatever order their fields come in. */
const spelled = (answers: FollowUpAnswers | null): string =>
  JSON.stringify(
    Object.entries(answers ?? {})
      .map(([kind, answer]) => [kind, Array.isArray(answer) ? [...answer].sort() : answer])
      .sort(),
  );
