'use client';

import { useForm } from '@/app/use-form';
import { Button } from '@/components/ui/button';
import { SelectField } from '@/components/ui/field';
import { Notice, Refusal } from '@/components/ui/notice';
import { useText } from '@/components/ui/text';
import { reassignAction } from './actions';

type Team = { id: string; name: string; has: string };

/** Gives everything that one team has to another. `busy` are the teams that have something. */
export function HandOverForm({ teams, busy }: { teams: readonly Team[]; busy: readonly Team[] }) {
  const t = useText();
  const { form, pending, refusal, done, error, value } = useForm(reassignAction);
  return (
    <form {...form} className="flex max-w-xl flex-col gap-4">
      <Refusal>{refusal}</Refusal>
      {done ? (
        <Notice tone="good" live>
          {t(
            'Handed over: {stages, plural, one {# stage} other {# stages}}, {touchpoints, plural, one {# touchpoint} other {# touchpoints}} and {contributions, plural, one {# contribution} other {# contributions}} on {journeys, plural, one {# map} other {# maps}}. Each map’s activity says which.',
            done,
          )}
        </Notice>
      ) : null}
      <div className="grid gap-4 sm:grid-cols-2">
        <SelectField
          label={t('Everything that this team has')}
          name="id"
          required
          key={`from ${busy.map(({ id }) => id).join()}`}
          defaultValue={value('id')}
          error={error('id')}
        >
          <option value="">{t('Choose a team…')}</option>
          {busy.map(({ id, name, has }) => (
            <option key={id} value={id}>
              {name} ({has})
            </option>
          ))}
        </SelectField>
        <SelectField
          label={t('Goes to')}
          name="toTeamId"
          required
          defaultValue={value('toTeamId')}
          error={error('toTeamId')}
        >
          <option value="">{t('Choose a team…')}</option>
          {teams.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectField>
      </div>
      <div>
        <Button type="submit" disabled={pending}>
          {t('Hand over')}
        </Button>
      </div>
    </form>
  );
}
