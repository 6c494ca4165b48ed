'use client';

import { useForm } from '@/app/use-form';
import { SelectField } from '@/components/ui/field';
import { useText } from '@/components/ui/text';
import { msg } from '@/lib/translate';
import { settleDigestAction } from './actions';
import { FormEnd } from './form-end';

const WEEKDAYS = [
  msg('Monday'),
  msg('Tuesday'),
  msg('Wednesday'),
  msg('Thursday'),
  msg('Friday'),
  msg('Saturday'),
  msg('Sunday'),
];

/** On which day owners get their mail about what they answer for. */
export function DigestForm({ weekday, owner }: { weekday: number | null; owner: boolean }) {
  const t = useText();
  const { form, pending, refusal, done, value, error } = useForm(settleDigestAction);
  return (
    <form {...form}>
      <fieldset disabled={!owner} className="flex max-w-xl flex-col gap-4">
        <legend className="sr-only">{t('Owners’ digest')}</legend>
        <SelectField
          label={t('Send it on')}
          name="weekday"
          key={value('weekday', String(weekday ?? ''))}
          defaultValue={value('weekday', String(weekday ?? ''))}
          error={error('weekday')}
          hint={t(
            'At 7 in the morning, to everybody who owns a touchpoint or a journey and has something to hear.',
          )}
        >
          <option value="">{t('No day: nobody gets it')}</option>
          {WEEKDAYS.map((name, index) => (
            <option key={name} value={index + 1}>
              {t(name)}
            </option>
          ))}
        </SelectField>
        <FormEnd refusal={refusal} done={done} pending={pending} owner={owner} />
      </fieldset>
    </form>
  );
}
