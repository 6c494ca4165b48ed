import type { JourneyDocument } from '../../model/document';
import { STATEMENT_STATES, type StatementState } from '../../model/statement';
import { carriedBy } from '../statement';

type Statement = JourneyDocument['statements'][number];
type Evidence = Statement['evidence'][number];

/**
 * A statement of a file without the evidence that are answers which are not here: nobody could look them up. It then
 * claims no more than what is left can carry; age and expiry count later, day by day. A statement that loses nothing
 * stays as it is.
 *
 * @param isHere whether the answer of a piece of evidence is here
 */
export function withoutMissingAnswers(
  statement: Statement,
  isHere: (piece: Evidence) => boolean = () => false,
): Statement {
  const evidence = statement.evidence.filter((piece) => piece.responseId === null || isHere(piece));
  if (evidence.length === statement.evidence.length) return statement;
  return { ...statement, evidence, state: claimOf(statement, evidence) };
}

function claimOf({ kind, state }: Statement, evidence: readonly Evidence[]): StatementState {
  const ageless = evidence.map((piece) => ({ ...piece, gatheredOn: EARLY, expiresOn: null }));
  if (state === 'refuted') {
    return ageless.some(({ stance }) => stance === 'contradicts') ? 'refuted' : 'assumption';
  }
  const carried = carriedBy(kind, ageless, EARLY);
  return STATEMENT_STATES.indexOf(carried) < STATEMENT_STATES.indexOf(state) ? carried : state;
}

/** A day on which nothing is old yet. */
const EARLY = '2000-01-01';
