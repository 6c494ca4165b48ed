import type { Metadata } from 'next';
import { Table, Td, Th } from '@/components/ui/table';
import { listTeamUses } from '@/db/queries/teams';
import { requireMember } from '@/lib/gates/member';
import { may } from '@/lib/identity/rules';
import { AddByName } from '../add-by-name';
import { RenameForm } from '../rename-form';
import { Section } from '../section';
import { addTeamAction, renameTeamAction } from './actions';
import { HandOverForm } from './hand-over-form';

export const metadata: Metadata = { title: 'Teams' };

export default async function TeamsPage() {
  const { scope } = await requireMember();
  const teams = await listTeamUses(scope);
  const mayEdit = may(scope.actor, 'team.add');
  const named = teams.map((team) => ({
    ...team,
    has: `${team.stages + team.touchpoints} owned, ${team.contributions} contributed to`,
  }));
  const busy = named.filter((team) => team.named);
  return (
    <>
      <Section title="Teams" hint="Who runs which part of your journeys. Counted is what is on maps now.">
        {mayEdit ? (
          <AddByName
            action={addTeamAction}
            name="name"
            label="Name of the team"
            placeholder="Installation"
            maxLength={80}
          />
        ) : null}
        {teams.length > 0 ? (
          <Table
            label="Teams of this workspace"
            head={
              <tr>
                <Th>Team</Th>
                <Th>Owns stages</Th>
                <Th>Owns touchpoints</Th>
                <Th>Contributes to</Th>
              </tr>
            }
          >
            {teams.map(({ id, name, stages, touchpoints, contributions }) => (
              <tr key={id}>
                <Td className="min-w-40">
                  {mayEdit ? (
                    <RenameForm
                      action={renameTeamAction}
                      known={{ id }}
                      field="name"
                      name={name}
                      what="team"
                      maxLength={80}
                    />
                  ) : (
                    <span className="font-medium break-words">{name}</span>
                  )}
                </Td>
                <Td className="tabular">{stages}</Td>
                <Td className="tabular">{touchpoints}</Td>
                <Td className="tabular">{contributions}</Td>
              </tr>
            ))}
          </Table>
        ) : (
          <p className="text-sm text-soft">
            There is no team yet. Add the teams that run parts of a journey, then give them stages and
            touchpoints.
          </p>
        )}
      </Section>
      {mayEdit && teams.length > 1 && busy.length > 0 ? (
        <Section
          title="Hand over"
          hint="When a team changes or ends: everything it owns goes to another team, which also contributes where it did. Stages and touchpoints that are retired go along."
        >
          <HandOverForm teams={named} busy={busy} />
        </Section>
      ) : null}
    </>
  );
}
