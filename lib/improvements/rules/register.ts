import { msg } from '../../translate';
import { IMPROVEMENT_STATES, type ImprovementState, type ImprovementView } from '../model';

/** By what the register may be ordered. */
export const REGISTER_ORDERS = {
  priority: msg('Priority'),
  value: msg('Worth a year'),
  ratio: msg('Worth per cost'),
  newest: msg('Newest first'),
} as const;
type RegisterOrder = keyof typeof REGISTER_ORDERS;

export type AskedRegister = {
  journey: string | null;
  owner: string | null;
  state: ImprovementState | null;
  order: RegisterOrder;
};

/** What an address asks of the register; what it does not know is left out. */
export function askedRegister(params: URLSearchParams): AskedRegister {
  const one = (name: string) => params.get(name) || null;
  const state = one('state');
  const order = one('order');
  return {
    journey: one('journey'),
    owner: one('owner'),
    state: IMPROVEMENT_STATES.find((known) => known === state) ?? null,
    order: order !== null && Object.hasOwn(REGISTER_ORDERS, order) ? (order as RegisterOrder) : 'priority',
  };
}

/** The improvements that are asked for, in the asked order; what cannot be compared comes last. */
export function inRegister<
  T extends Pick<
    ImprovementView,
    'journeyId' | 'ownerUserId' | 'state' | 'priority' | 'value' | 'cost' | 'createdAt' | 'title'
  >,
>(improvements: readonly T[], asked: AskedRegister): T[] {
  const height = (one: T): number | null => {
    if (asked.order === 'newest') return one.createdAt.getTime();
    if (asked.order === 'priority') return one.priority.value;
    const worth = one.value?.base.yearValue ?? null;
    if (asked.order === 'value' || worth === null) return worth;
    return one.cost ? worth / one.cost : null;
  };
  return improvements
    .filter(
      (one) =>
        (asked.journey === null || one.journeyId === asked.journey) &&
        (asked.owner === null || one.ownerUserId === asked.owner) &&
        (asked.state === null || one.state === asked.state),
    )
    .sort((a, b) => {
      const [first, second] = [height(a) ?? Number.NEGATIVE_INFINITY, height(b) ?? Number.NEGATIVE_INFINITY];
      return second === first ? (a.title < b.title ? -1 : 1) : second - first;
    });
}
