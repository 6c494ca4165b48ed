import type { LaneId } from './lanes';
import type { StatementKind } from './statement';

const KIND_OF_LANE: Partial<Record<LaneId, StatementKind>> = {
  actions: 'action',
  thoughts: 'thought',
  feelings: 'feeling',
  questions: 'question',
  needs: 'need',
  expectations: 'expectation',
  pains: 'pain',
  gains: 'gain',
  gaps: 'gap',
  people: 'people',
  processes: 'process',
  systems: 'system',
};

/** The kind of statement that a lane shows; null for a lane of something else. */
export function statementKindOfLane(lane: LaneId): StatementKind | null {
  return KIND_OF_LANE[lane] ?? null;
}
