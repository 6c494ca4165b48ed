import { FilterRow } from '@/components/journey/filter-row';
import { periodChoice } from '@/components/journey/period-choice';
import { listMembers } from '@/db/queries/members';
import { listTeams } from '@/db/queries/teams';
import type { Member } from '@/lib/gates/member';
import { loadWorkspaceFilter } from '@/lib/insights/views/workspace-filter';
import type { Translate } from '@/lib/translate';
import type { VoicesFrame } from '@/lib/voices/views';

/** Whose voices a page is of, and when they came: the filter of the maps, over all that was asked. */
export async function PeopleFilter({
  scope,
  path,
  view: { filter, period, today },
  search,
  t,
}: {
  scope: Member['scope'];
  /** The page itself. */
  path: string;
  view: Pick<VoicesFrame, 'filter' | 'period' | 'today'>;
  search: URLSearchParams;
  t: Translate;
}) {
  const [known, teams, members] = await Promise.all([
    loadWorkspaceFilter(scope),
    listTeams(scope),
    listMembers(scope),
  ]);
  return (
    <FilterRow
      of={{
        ...{ ...known, filter },
        teams: teams.map(({ id, name }) => ({ id, name })),
        members: members.map(({ userId, name, email }) => ({ id: userId, name: name || email })),
      }}
      period={periodChoice({ period, today, language: t.tongue }, search, t, { compares: false })}
      {...{ path, choices: known.choices }}
    />
  );
}
