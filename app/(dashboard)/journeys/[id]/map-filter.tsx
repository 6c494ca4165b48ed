import { FilterRow } from '@/components/journey/filter-row';
import { periodChoice } from '@/components/journey/period-choice';
import type { Member } from '@/lib/gates/member';
import type { JourneyMapView } from '@/lib/insights/model';
import { loadFilterChoices } from '@/lib/insights/views';
import type { Translate } from '@/lib/translate';

/**
 * The map's filter on another page of its journey, as far as that page follows it. What it does not follow stays in the
 * address for the others.
 */
export async function MapFilter({
  member,
  map,
  path,
  search,
  follows = {},
  note,
  t,
}: {
  member: Member;
  map: JourneyMapView;
  /** The page's own path. */
  path: string;
  search: URLSearchParams;
  /** Left out, the page follows all of it. */
  follows?: { period?: false; comparison?: false; owner?: false };
  /** What the page does not follow, and why. */
  note?: string;
  t: Translate;
}) {
  const choices = await loadFilterChoices(member.scope, map);
  const of = follows.owner === false ? { ...map, teams: [], members: [] } : map;
  const compares = follows.comparison !== false;
  const period = follows.period === false ? null : periodChoice(map, search, t, { compares });
  return <FilterRow {...{ of, path, period, choices, note }} />;
}
