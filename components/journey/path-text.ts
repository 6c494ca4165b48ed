import { formatPercent } from '@/lib/format';
import type { JourneyMapView, LinkView } from '@/lib/insights/model';
import { LINK_KIND_LABELS, LINK_KINDS, type LinkKind } from '@/lib/journey/model/path';
import { hintOfWay } from '@/lib/journey/rules/path';
import { columnsOf } from './columns';

/** One way that leads to a touchpoint or away from it. */
export type PathLine = {
  id: string;
  direction: 'in' | 'out';
  link: LinkView;
  /** The touchpoint at the other end; null: outside the journey. */
  other: string | null;
  /** What is odd about it since touchpoints moved; null: nothing. */
  hint: string | null;
};

/** What a link says beside its line: its own words or its kind, and its share. 'Gives up 9 %' */
export function pathText({
  kind,
  label,
  shareRatio,
}: Pick<LinkView, 'kind' | 'label' | 'shareRatio'>): string {
  const words = label || LINK_KIND_LABELS[kind];
  return shareRatio === null ? words : `${words} ${formatPercent(shareRatio)}`;
}

/** Where a touchpoint's customers come from and go to besides the plain order, in words. */
export function pathLines(map: Pick<JourneyMapView, 'stages' | 'links'>, touchpointId: string): PathLine[] {
  const order = orderOf(map);
  const titles = new Map(
    map.stages.flatMap((stage) => stage.touchpoints.map(({ id, title }) => [id, title] as const)),
  );
  const ways = map.links.map((link) => ({ link, hint: hintOfWay(link, order) }));
  const toward = (direction: 'in' | 'out') =>
    ways
      .filter(({ link }) => (direction === 'out' ? link.fromId : link.toId) === touchpointId)
      .map(({ link, hint }) => {
        const end = direction === 'out' ? link.toId : link.fromId;
        return {
          ...{ id: `${direction} ${link.id}`, direction, link, hint },
          other: end === null ? null : (titles.get(end) ?? ''),
        };
      });
  return [...toward('out'), ...toward('in')];
}

/** One way in a sentence: 'Leaves to Checkout, skip ahead, “knows the plan”, 40 %'. */
export function pathSentence({ direction, link, other, hint }: PathLine): string {
  const where =
    direction === 'out'
      ? `Leaves ${other === null ? 'the journey' : `to ${other}`}`
      : `Comes ${other === null ? 'back into the journey here' : `from ${other}`}`;
  const rest = [
    LINK_KIND_LABELS[link.kind].toLowerCase(),
    link.label && `“${link.label}”`,
    link.shareRatio !== null && formatPercent(link.shareRatio),
    hint,
  ];
  return [where, ...rest.filter(Boolean)].join(', ');
}

/** How many ways of each kind there are: '2 loops, 1 exit'; '' where there are none. */
export function pathCounts(map: Pick<JourneyMapView, 'links'>): string {
  return LINK_KINDS.flatMap((kind) => {
    const count = map.links.filter((link) => link.kind === kind).length;
    return count === 0 ? [] : [`${count} ${NOUNS[kind][count === 1 ? 0 : 1]}`];
  }).join(', ');
}

/** The touchpoints of a map from left to right. */
export const orderOf = (map: Pick<JourneyMapView, 'stages'>) =>
  columnsOf(map).flatMap(({ touchpoint }) => (touchpoint ? [touchpoint.id] : []));

const NOUNS: Readonly<Record<LinkKind, readonly [string, string]>> = {
  next: ['further way', 'further ways'],
  alternative: ['alternative', 'alternatives'],
  loop: ['loop', 'loops'],
  skip: ['skip', 'skips'],
  exit: ['exit', 'exits'],
  re_entry: ['re-entry', 're-entries'],
};
