import { addDays } from '../../clock';
import { groupOf } from '../../scoring/metric';
import { METRICS, type MetricId } from '../../scoring/metrics';
import { msg, type Translate } from '../../translate';
import {
  CUSTOMER_EVIDENCE,
  EVIDENCE_MONTHS,
  isBackstage,
  STATEMENT_STATES,
  STATES_IN_SENTENCE,
  type StatementKind,
  type StatementState,
} from '../model/statement';

/** As much of a piece of evidence as its weight depends on; days in the workspace's zone. */
export type Weighed = {
  kind: string;
  stance: string;
  gatheredOn: string;
  expiresOn: string | null;
};

/** What evidence can carry. */
export type Carried = Exclude<StatementState, 'refuted'>;

const rank = (state: StatementState) => STATEMENT_STATES.indexOf(state);
const stepDown = (state: Carried, steps = 1) => STATEMENT_STATES[Math.max(0, rank(state) - steps)] as Carried;

/** Whether customers themselves speak or act in it. */
export const isCustomers = ({ kind }: Pick<Weighed, 'kind'>): boolean =>
  (CUSTOMER_EVIDENCE as readonly string[]).includes(kind);

/** Whether it was gathered so long ago that it counts one step less. */
export function isOld({ gatheredOn }: Pick<Weighed, 'gatheredOn'>, today: string): boolean {
  return gatheredOn < addDays(today, -Math.round((EVIDENCE_MONTHS * 365.25) / 12));
}

export const isExpired = (one: { expiresOn: string | null }, today: string): boolean =>
  one.expiresOn !== null && one.expiresOn < today;

/** Full months from one day to a later one. @example monthsBetween('2025-01-31', '2025-03-30') // 1 */
export function monthsBetween(from: string, to: string): number {
  const [fromYear = 0, fromMonth = 0, fromDay = 0] = from.split('-').map(Number);
  const [toYear = 0, toMonth = 0, toDay = 0] = to.split('-').map(Number);
  return Math.max(0, (toYear - fromYear) * 12 + toMonth - fromMonth - (toDay < fromDay ? 1 : 0));
}

/**
 * The most that one piece of evidence carries on a day: a customer's own word or act makes a statement `validated` (for
 * an action: only an observation or analytics), anything else `partly`; after twelve months one step less. What has
 * expired or contradicts carries nothing, which leaves an assumption.
 */
export function weightOf(kind: StatementKind, evidence: Weighed, today: string): Carried {
  if (evidence.stance !== 'supports' || isExpired(evidence, today)) return 'assumption';
  const full: Carried =
    isCustomers(evidence) && (kind !== 'action' || isSeen(evidence)) ? 'validated' : 'partly';
  return isOld(evidence, today) ? stepDown(full) : full;
}

/** The most that evidence carries together: as much as its strongest piece. */
export function carriedBy(kind: StatementKind, evidence: readonly Weighed[], today: string): Carried {
  return evidence
    .map((one) => weightOf(kind, one, today))
    .reduce((most, one) => (rank(one) > rank(most) ? one : most), 'assumption');
}

/**
 * How sure a statement is on a day: what the team claims, but no more than its evidence carries, and one step less once
 * the statement itself has expired. Refuted stays refuted.
 */
export function stateOn(
  statement: { kind: StatementKind; state: StatementState; expiresOn: string | null },
  evidence: readonly Weighed[],
  today: string,
): StatementState {
  if (statement.state === 'refuted') return 'refuted';
  const carried = carriedBy(statement.kind, evidence, today);
  const claimed = rank(statement.state) < rank(carried) ? statement.state : carried;
  return stepDown(claimed, isExpired(statement, today) ? 1 : 0);
}

/**
 * The sentence that says which evidence is missing before a statement may be claimed to be in this state; null where
 * nothing is missing.
 */
export function missingFor(
  kind: StatementKind,
  claim: StatementState,
  evidence: readonly Weighed[],
  today: string,
): string | null {
  if (claim === 'refuted') {
    return evidence.some((one) => one.stance === 'contradicts' && !isExpired(one, today))
      ? null
      : msg('Refuted needs evidence that contradicts the statement. Add it first.');
  }
  if (rank(carriedBy(kind, evidence, today)) >= rank(claim)) return null;
  if (claim === 'partly') {
    return evidence.length === 0
      ? msg('Partly validated needs evidence. Add a piece of evidence first.')
      : msg(
          'Partly validated needs evidence that supports the statement and still counts. What is there contradicts it, has expired or is too old. Add another piece first.',
        );
  }
  return kind === 'action'
    ? msg(
        'An action is validated by what customers were seen to do: add an observation or analytics of the last 12 months first.',
      )
    : msg(
        'Validated needs evidence from customers of the last 12 months that supports the statement, such as an interview, a survey answer or a support ticket. Add it first.',
      );
}

/**
 * What a statement would be claimed to be next, going round the states and passing over those its evidence does not
 * carry: null where it carries no other. `refused` says why the first of those passed over was not taken.
 */
export function nextClaim(
  { kind, claimed }: { kind: StatementKind; claimed: StatementState },
  evidence: readonly Weighed[],
  today: string,
): { state: StatementState | null; refused: string | null } {
  const from = rank(claimed);
  const round = [...STATEMENT_STATES.slice(from + 1), ...STATEMENT_STATES.slice(0, from)];
  const missing = round.map((state) => missingFor(kind, state, evidence, today));
  const at = missing.indexOf(null);
  return { state: round[at] ?? null, refused: missing[0] ?? null };
}

/** Why a statement is shown as less sure than the team claims it to be; null where it is not. */
export function whyLess(
  statement: { kind: StatementKind; state: StatementState; expiresOn: string | null },
  evidence: readonly Weighed[],
  today: string,
  t: Translate,
): string | null {
  if (rank(stateOn(statement, evidence, today)) >= rank(statement.state)) return null;
  const state = t(STATES_IN_SENTENCE[statement.state]);
  const supporting = evidence.filter(({ stance }) => stance === 'supports');
  if (rank(carriedBy(statement.kind, evidence, today)) >= rank(statement.state))
    return t('Claimed “{state}”, but the statement has expired.', { state });
  if (supporting.length === 0) return t('Claimed “{state}”, but nothing supports it any more.', { state });
  const counting = supporting.filter((one) => !isExpired(one, today));
  if (counting.length === 0) return t('Claimed “{state}”, but all of its evidence has expired.', { state });
  const young = carriedBy(
    statement.kind,
    counting.map((one) => ({ ...one, gatheredOn: today })),
    today,
  );
  return rank(young) >= rank(statement.state)
    ? t('Claimed “{state}”, but its evidence is more than {months} months old and counts one step less.', {
        state,
        months: EVIDENCE_MONTHS,
      })
    : statement.kind === 'action'
      ? t('Claimed “{state}”, but no observation or analytics supports it any more.', { state })
      : t('Claimed “{state}”, but no customer supports it any more.', { state });
}

/** A kind that fits an answer at first sight: what hurts is a pain, what pleases a gain, all else a thought. */
export function kindOfAnswer(metric: MetricId, score: number | null): StatementKind {
  if (score === null) return 'thought';
  const group = groupOf(METRICS[metric], score);
  return group === 'low' ? 'pain' : group === 'high' ? 'gain' : 'thought';
}

/** The effect that a statement of a kind can have: only what happens backstage supports or hinders. */
export const effectFor = <E>(kind: StatementKind, effect: E | null): E | null =>
  isBackstage(kind) ? effect : null;

const isSeen = ({ kind }: Pick<Weighed, 'kind'>) => kind === 'observation' || kind === 'analytics';
