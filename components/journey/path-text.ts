import { formatPercent } from '@/lib/format';
import type { JourneyMapView, LinkView } from '@/lib/insights/model';
import { LINK_KIND_LABELS, LINK_KINDS, type LinkKind } from '@/lib/journey/model/path';
import { hintOfWay } from '@/lib/journey/rules/path';
import { msg, type Translate } from '@/lib/translate';
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
export function pathText(
  { kind, label, shareRatio }: Pick<LinkView, 'kind' | 'label' | 'shareRatio'>,
  t: Translate,
): string {
  const words = label || t(LINK_KIND_LABELS[kind]);
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
export function pathSentence({ direction, link, other, hint }: PathLine, t: Translate): string {
  const where =
    direction === 'out'
      ? other === null
        ? t('Leaves the journey')
        : t('Leaves to {touchpoint}', { touchpoint: other })
      : other === null
        ? t('Comes back into the journey here')
        : t('Comes from {touchpoint}', { touchpoint: other });
  const rest = [
    t(IN_SENTENCE[link.kind]),
    link.label && t('“{words}”', { words: link.label }),
    link.shareRatio !== null && formatPercent(link.shareRatio),
    hint && t(hint),
  ];
  return [where, ...rest.filter(Boolean)].join(', ');
}

/** How many ways of each kind there are: '2 loops, 1 exit'; '' where there are none. */
export function pathCounts(map: Pick<JourneyMapView, 'links'>, t: Translate): string {
  return LINK_KINDS.flatMap((kind) => {
    const n = map.links.filter((link) => link.kind === kind).length;
    return n === 0 ? [] : [t(COUNTS[kind], { n })];
  }).join(', ');
}

/** The touchpoints of a map from left to right. */
export const orderOf = (map: Pick<JourneyMapView, 'stages'>) =>
  columnsOf(map).flatMap(({ touchpoint }) => (touchpoint ? [touchpoint.id] : []));

const COUNTS: Readonly<Record<LinkKind, string>> = {
  next: msg('{n, plural, one {# further way} other {# further ways}}'),
  alternative: msg('{n, plural, one {# alternative} other {# alternatives}}'),
  loop: msg('{n, plural, one {# loop} other {# loops}}'),
  skip: msg('{n, plural, one {# skip} other {# skips}}'),
  exit: msg('{n, plural, one {# exit} other {# exits}}'),
  re_entry: msg('{n, plural, one {# re-entry} other {# re-entries}}'),
};

/** The kinds of links within a sentence. */
const IN_SENTENCE: Readonly<Record<LinkKind, string>> = {
  next: msg('next##a path'),
  alternative: msg('alternative##a path'),
  loop: msg('loop back##a path'),
  skip: msg('skip ahead##a path'),
  exit: msg('exit##a path'),
  re_entry: msg('re-entry##a path'),
};
