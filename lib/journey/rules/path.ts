import { msg, type Translate } from '../../translate';
import type { LinkKind } from '../model/path';

/** A link by what the rules about it need; an end that is null lies outside the journey. */
export type Way = {
  kind: LinkKind;
  fromId: string | null;
  toId: string | null;
  /** 0–1; null: not known. */
  shareRatio: number | null;
};

/** Why a link lacks an end that its kind needs, or has one too many; null: it has what it needs. */
export function faultOfEnds({ kind, fromId, toId }: Pick<Way, 'kind' | 'fromId' | 'toId'>): string | null {
  if (kind === 'exit') {
    if (toId !== null) return msg('An exit leads out of the journey. Leave out where it goes.');
    return fromId === null ? msg('Choose where customers leave.') : null;
  }
  if (kind === 're_entry') {
    if (fromId !== null) return msg('A re-entry comes from outside. Leave out where it starts.');
    return toId === null ? msg('Choose where customers come back.') : null;
  }
  if (fromId === null || toId === null) return msg('Choose two touchpoints of this journey.');
  return fromId === toId ? msg('Choose two different touchpoints.') : null;
}

/**
 * Why a link does not fit its kind on a map whose touchpoints stand in this order; null: it fits. A loop goes back, a
 * skip passes over at least one touchpoint, an exit leads nowhere, a re-entry comes from nowhere; all others need two
 * touchpoints of the map.
 *
 * @example faultOfWay({ kind: 'exit', fromId: 'a', toId: null }, ['a', 'b']) // null
 */
export function faultOfWay(
  way: Pick<Way, 'kind' | 'fromId' | 'toId'>,
  order: readonly string[],
): string | null {
  const fault = faultOfEnds(way);
  if (fault) return fault;
  const [from, to] = [way.fromId, way.toId].map((id) => (id === null ? null : order.indexOf(id)));
  if (from === -1 || to === -1) return msg('Choose touchpoints that the map shows.');
  if (from == null || to == null) return null;
  if (way.kind === 'loop' && to > from) return msg('A loop goes back: choose a touchpoint before this one.');
  if (way.kind === 'skip' && to < from + 2) {
    return msg('A skip goes ahead over at least one touchpoint: choose a later one.');
  }
  return null;
}

/** What is odd about a link that no longer fits its kind because touchpoints were moved since; null: nothing. */
export function hintOfWay(
  way: Pick<Way, 'kind' | 'fromId' | 'toId'>,
  order: readonly string[],
): string | null {
  if (faultOfWay(way, order) === null) return null;
  if (way.kind === 'loop') return msg('Drawn as a loop, but it goes ahead now.');
  if (way.kind !== 'skip') return msg('One of its ends is not on the map.');
  const [from, to] = [order.indexOf(way.fromId ?? ''), order.indexOf(way.toId ?? '')];
  return to < from
    ? msg('Drawn as a skip, but it goes back now.')
    : msg('Drawn as a skip, but it passes over nothing now.');
}

/** The share of customers who leave a touchpoint by the links that say so, 0–1 and more; null: none says so. */
export function shareLeaving(links: readonly Way[], fromId: string): number | null {
  const shares = links.flatMap((one) =>
    one.fromId === fromId && one.shareRatio !== null ? [one.shareRatio] : [],
  );
  return shares.length === 0 ? null : shares.reduce((sum, share) => sum + share, 0);
}

/** Adding percentages leaves crumbs such as 1.0000000000000002. */
const CRUMBS = 1e-9;

/** Whether more customers leave a touchpoint than come to it. */
export function leavesTooMany(links: readonly Way[], fromId: string): boolean {
  return (shareLeaving(links, fromId) ?? 0) > 1 + CRUMBS;
}

/**
 * Why a link cannot stand beside the others; null: it can. No two links of one kind join the same ends, and the shares
 * of what leaves one touchpoint add up to 1 at most.
 */
export function faultBesides(wanted: Way, others: readonly Way[], t: Translate): string | null {
  const twin = others.some(
    ({ kind, fromId, toId }) => kind === wanted.kind && fromId === wanted.fromId && toId === wanted.toId,
  );
  if (twin) return t('There is such a path already. Change that one.');
  if (wanted.fromId === null || wanted.shareRatio === null) return null;
  if (!leavesTooMany([...others, wanted], wanted.fromId)) return null;
  const taken = shareLeaving(others, wanted.fromId) ?? 0;
  const left = Math.max(0, Math.floor((1 - taken + CRUMBS) * 100));
  return t('More than 100 % of the customers would leave there. At most {left} % are left for this path.', {
    left,
  });
}
