'use client';

import { CheckField, SelectField } from '@/components/ui/field';
import { useText } from '@/components/ui/text';
import type { TouchpointView } from '@/lib/insights/model';
import { useEditor } from './map-editor';
import { type AddTeam, OwnerTeamField } from './owner-team-field';
import { useTouchpointEdit } from './touchpoint-edit';

/** Who answers for a touchpoint and who helps. */
export function WhoFields({ touchpoint, addTeam }: { touchpoint: TouchpointView; addTeam: AddTeam }) {
  const t = useText();
  const { map } = useEditor();
  const { save, errorOf } = useTouchpointEdit(touchpoint.id);
  const helping = touchpoint.contributors.map(({ id }) => id);
  const others = map.teams.filter(({ id }) => id !== touchpoint.owner?.id);
  const problem = errorOf('contributorTeamIds');
  return (
    <>
      <OwnerTeamField
        owner={touchpoint.owner}
        teams={map.teams}
        error={errorOf('ownerTeamId')}
        addTeam={addTeam}
        onChoose={(ownerTeamId) => void save({ ownerTeamId })}
      />
      <SelectField
        label={t('Owner person')}
        value={touchpoint.ownerPerson?.id ?? ''}
        error={errorOf('ownerUserId')}
        onChange={(event) => void save({ ownerUserId: event.target.value || null })}
      >
        <option value="">{t('Nobody')}</option>
        {map.members.map((member) => (
          <option key={member.id} value={member.id}>
            {member.name}
          </option>
        ))}
      </SelectField>
      {others.length > 0 ? (
        <fieldset className="flex flex-col gap-2">
          <legend className="mb-1.5 text-sm font-medium">{t('Contributing teams')}</legend>
          {others.map(({ id, name }) => (
            <CheckField
              key={id}
              label={name}
              checked={helping.includes(id)}
              onChange={(event) =>
                void save({
                  contributorTeamIds: (event.target.checked
                    ? [...helping, id]
                    : helping.filter((other) => other !== id)
                  ).sort(),
                })
              }
            />
          ))}
          {problem ? <p className="text-xs font-medium text-bad">{problem}</p> : null}
        </fieldset>
      ) : null}
    </>
  );
}
