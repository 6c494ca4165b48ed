'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { SelectField, TextField } from '@/components/ui/field';
import { useText } from '@/components/ui/text';
import type { TeamView } from '@/lib/insights/model';

export type AddTeam = (
  name: string,
) => Promise<{ ok: true; value: { id: string } } | { ok: false; problem: { title: string } }>;

/** Asks which team owns something; a team that is missing can be added on the spot. */
export function OwnerTeamField({
  owner,
  teams,
  error,
  addTeam,
  onChoose,
}: {
  owner: TeamView | null;
  teams: readonly TeamView[];
  error: string | null;
  addTeam: AddTeam;
  onChoose: (teamId: string | null) => void;
}) {
  const [adding, setAdding] = useState(false);
  const [why, setWhy] = useState<string | null>(null);
  const t = useText();

  async function add(data: FormData) {
    const reply = await addTeam(String(data.get('name') ?? '')).catch(() => null);
    if (!reply?.ok) {
      setWhy(reply?.problem.title ?? t('The server could not be reached.'));
      return;
    }
    setWhy(null);
    setAdding(false);
    onChoose(reply.value.id);
  }

  return (
    <div className="flex flex-col gap-2">
      <SelectField
        label={t('Owner team')}
        value={owner?.id ?? ''}
        error={error}
        onChange={(event) => {
          if (event.target.value === 'new') setAdding(true);
          else onChoose(event.target.value || null);
        }}
      >
        <option value="">{t('Nobody')}</option>
        {teams.map((team) => (
          <option key={team.id} value={team.id}>
            {team.name}
          </option>
        ))}
        <option value="new">{t('Add a team…')}</option>
      </SelectField>
      {adding ? (
        <form
          className="flex items-end gap-2"
          onSubmit={(event) => {
            event.preventDefault();
            void add(new FormData(event.currentTarget));
          }}
        >
          <div className="grow">
            <TextField
              label={t('Name of the team')}
              name="name"
              required
              maxLength={80}
              error={why}
              autoFocus
            />
          </div>
          <Button type="submit" className="min-h-10">
            {t('Add')}
          </Button>
        </form>
      ) : null}
    </div>
  );
}
