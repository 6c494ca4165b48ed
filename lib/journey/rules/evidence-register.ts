import {
  EVIDENCE_KINDS,
  type EvidenceKind,
  type EvidenceView,
  type StatementDetail,
  type StatementState,
} from '../model/statement';
import { isExpired, isOld, stateOn } from './statement';

/** One piece of evidence with the statement that it is about. */
export type RegisterEntry = {
  piece: EvidenceView;
  statement: StatementDetail;
  /** What the evidence of the statement carries today. */
  state: StatementState;
  /** Whether time has taken from what it carries. */
  worn: 'expired' | 'old' | null;
};

export type RegisterFilter = { kind: EvidenceKind | null; worn: boolean };

/** The register's filter in an address; what it does not know asks for nothing. */
export function parseRegisterFilter(params: URLSearchParams): RegisterFilter {
  const kind = EVIDENCE_KINDS.find((one) => one === params.get('kind')) ?? null;
  return { kind, worn: params.get('age') === 'worn' };
}

/** The filter as the search part of an address; empty where it asks for nothing. */
export function registerSearch({ kind, worn }: RegisterFilter): string {
  const params = new URLSearchParams();
  if (kind) params.set('kind', kind);
  if (worn) params.set('age', 'worn');
  const text = params.toString();
  return text && `?${text}`;
}

/** All evidence of a journey on a day, the newest first. */
export function registerOf(statements: readonly StatementDetail[], today: string): RegisterEntry[] {
  return statements
    .flatMap((statement) => {
      const state = stateOn(statement, statement.evidence, today);
      return statement.evidence.map((piece) => ({ piece, statement, state, worn: wornOn(piece, today) }));
    })
    .sort((a, b) => b.piece.gatheredOn.localeCompare(a.piece.gatheredOn));
}

/** The entries that a filter lets through. */
export function entriesIn(
  entries: readonly RegisterEntry[],
  { kind, worn }: RegisterFilter,
): RegisterEntry[] {
  return entries.filter((one) => (kind === null || one.piece.kind === kind) && (!worn || one.worn !== null));
}

/** How many pieces there are of each kind, the kinds with any only, in their order. */
export function countsByKind(entries: readonly RegisterEntry[]): { kind: EvidenceKind; count: number }[] {
  return EVIDENCE_KINDS.map((kind) => ({
    kind,
    count: entries.filter(({ piece }) => piece.kind === kind).length,
  })).filter(({ count }) => count > 0);
}

function wornOn(piece: EvidenceView, today: string): RegisterEntry['worn'] {
  if (isExpired(piece, today)) return 'expired';
  return isOld(piece, today) ? 'old' : null;
}
