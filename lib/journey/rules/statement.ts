import { addDays } from '../../clock';
import {
  CUSTOMER_EVIDENCE,
  EVIDENCE_MONTHS,
  STATEMENT_STATES,
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

const OLD_AFTER_DAYS = Math.round((EVIDENCE_MONTHS * 365.25) / 12);

/**
 * The most that evidence carries on a day: `validated` needs a customer's own word or act of the last twelve months
 * (for an action: an observation or analytics), anything else that supports makes it `partly`, nothing leaves an
 * assumption. What has expired or contradicts carries nothing.
 */
export function carriedBy(
  kind: StatementKind,
  evidence: readonly Weighed[],
  today: string,
): Exclude<StatementState, 'refuted'> {
  const held = evidence.filter(
    ({ stance, expiresOn }) => stance === 'supports' && (expiresOn === null || expiresOn >= today),
  );
  if (held.length === 0) return 'assumption';
  const oldBefore = addDays(today, -OLD_AFTER_DAYS);
  const proves = (one: Weighed) =>
    one.gatheredOn >= oldBefore &&
    (CUSTOMER_EVIDENCE as readonly string[]).includes(one.kind) &&
    (kind !== 'action' || one.kind === 'observation' || one.kind === 'analytics');
  return held.some(proves) ? 'validated' : 'partly';
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
  const rank = (state: StatementState) => STATEMENT_STATES.indexOf(state);
  const carried = Math.min(rank(statement.state), rank(carriedBy(statement.kind, evidence, today)));
  const expired = statement.expiresOn !== null && statement.expiresOn < today;
  return STATEMENT_STATES[Math.max(0, carried - (expired ? 1 : 0))] as StatementState;
}
