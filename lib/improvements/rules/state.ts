import { msg } from '../../translate';
import type { Improvement, ImprovementMove, ImprovementState } from '../model';

/** What may follow a state. */
const NEXT: Readonly<Record<ImprovementState, readonly ImprovementState[]>> = {
  idea: ['planned', 'dropped'],
  planned: ['doing', 'idea', 'dropped'],
  doing: ['done', 'planned', 'dropped'],
  done: ['doing'],
  dropped: [],
};

/** Whether something is still to come of it: neither done nor dropped. */
export const isOpen = ({ state }: { state: ImprovementState }): boolean =>
  state !== 'done' && state !== 'dropped';

/** Whether an improvement may go from one state to another; where it was dropped, only back to where it was. */
export function mayMove(from: ImprovementState, to: ImprovementState): boolean {
  return NEXT[from].includes(to);
}

/** How many things an improvement rests on: statements with evidence of their own, and customers' answers. */
export function evidenceCount(statements: readonly { evidence: number }[], answers: number): number {
  return statements.filter(({ evidence }) => evidence > 0).length + answers;
}

/** Why an improvement may not be planned yet; null where it may. A reason for planning without evidence is kept. */
export function refusedPlan(evidence: number, reason: string): string | null {
  return evidence > 0 || reason.trim() !== ''
    ? null
    : msg(
        'Planning needs evidence: link a statement that has some, or a customer’s answer. Or say why it is planned without.',
      );
}

/** The state before the last drop, by the moves from the oldest on; an idea where none is known. */
export function beforeDrop(moves: readonly Pick<ImprovementMove, 'state'>[]): ImprovementState {
  const kept = moves.map(({ state }) => state);
  return kept.slice(0, kept.lastIndexOf('dropped')).findLast((state) => state !== 'dropped') ?? 'idea';
}

/** The state that one step back leads to; null where there is none. */
export function stepBack(
  improvement: Pick<Improvement, 'state'>,
  moves: readonly Pick<ImprovementMove, 'state'>[],
): ImprovementState | null {
  const { state } = improvement;
  if (state === 'idea') return null;
  if (state === 'dropped') return beforeDrop(moves);
  return state === 'planned' ? 'idea' : state === 'doing' ? 'planned' : 'doing';
}
