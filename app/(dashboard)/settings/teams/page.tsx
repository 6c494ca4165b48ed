import type { Metadata } from 'next';
import { Table, Td, Th } from '@/components/ui/table';
import { listTeamUses } from '@/db/queries/teams';
import { readText } from '@/lib/gates/language';
import { requireMember } from '@/lib/gates/member';
import { may } from '@/lib/identity/rules';
import { AddByName } from '../add-by-name';
import { RenameForm } from '../rename-form';
import { Section } from '../section';
import { addTeamAction, renameTeamAction } from './actions';
import { HandOverForm } from './hand-over-form';

export async function generateMetadata(): Promise<Metadata> {
  const t = await readText();
  return { title: t('Teams') };
}

export default async function TeamsPage() {
  const t = await readText();
  const { scope } = await requireMember();
  const teams = await listTeamUses(scope);
  const mayEdit = may(scope.actor, 'team.add');
  const named = teams.map((team) => ({
    ...team,
    has: t('{owned} owned, {contributed} contributed to', {
      owned: String(team.stages + team.touchpoints),
      contributed: String(team.contributions),
    }),
  }));
  const busy = named.filter((team) => team.named);
  return (
    <>
      <Section
        title={t('Teams')}
        hint={t('Who runs which part of your journeys. Counted is what is on maps now.')}
      >
        {mayEdit ? (
          <AddByName
            action={addTeamAction}
            name="name"
            label={t('Name of the team')}
            placeholder={t('Installation')}
            maxLength={80}
          />
        ) : null}
        {teams.length > 0 ? (
          <Table
            label={t('Teams of this workspace')}
            head={
              <tr>
                <Th>{t('Team')}</Th>
                <Th>{t('Owns stages')}</Th>
                <Th>{t('Owns touchpoints')}</Th>
                <Th>{t('Contributes to')}</Th>
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
                      label={t('Name of the team')}
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
            {t(
              'There is no team yet. Add the teams that run parts of a journey, then give them stages and touchpoints.',
            )}
          </p>
        )}
      </Section>
      {mayEdit && teams.length > 1 && busy.length > 0 ? (
        <Section
          title={t('Hand over')}
          hint={t(
            'When a team changes or ends: everything it owns goes to another team, which also contributes where it did. Stages and touchpoints that are retired go along.',
          )}
        >
          <HandOverForm teams={named} busy={busy} />
        </Section>
      ) : null}
    </>
  );
}
