'use client';

import { useForm } from '@/app/use-form';
import { TextArea, TextField } from '@/components/ui/field';
import { Notice, Refusal } from '@/components/ui/notice';
import { SubmitButton } from '@/components/ui/submit-button';
import { useText } from '@/components/ui/text';
import type { BusinessHours } from '@/lib/cases/model/hours';
import { msg } from '@/lib/translate';
import { settleHoursAction } from './actions';

const WEEKDAYS = [
  msg('Monday'),
  msg('Tuesday'),
  msg('Wednesday'),
  msg('Thursday'),
  msg('Friday'),
  msg('Saturday'),
  msg('Sunday'),
];

/** When people work, so that due time passes only then. */
export function HoursForm({ hours, owner }: { hours: BusinessHours; owner: boolean }) {
  const t = useText();
  const { form, refusal, done, error, value } = useForm(settleHoursAction);
  return (
    <form {...form} aria-label={t('Business hours')}>
      <fieldset disabled={!owner} className="flex max-w-xl flex-col gap-4">
        <fieldset className="flex flex-wrap gap-x-5 gap-y-2">
          <legend className="mb-1.5 text-sm font-medium">{t('Working days')}</legend>
          {WEEKDAYS.map((name, index) => (
            <label key={name} className="flex min-h-6 items-center gap-2 text-sm">
              <input
                type="checkbox"
                name="weekday"
                value={index + 1}
                defaultChecked={hours.weekdays.includes(index + 1)}
                className="size-4.5 accent-primary"
              />
              {t(name)}
            </label>
          ))}
          {error('weekdays') ? (
            <p className="w-full text-xs font-medium text-bad">{error('weekdays')}</p>
          ) : null}
        </fieldset>
        <div className="grid grid-cols-2 gap-4">
          <TextField
            label={t('From##a time')}
            name="from"
            required
            maxLength={5}
            placeholder="09:00"
            defaultValue={value('from', hours.from)}
            error={error('from')}
          />
          <TextField
            label={t('To##a time')}
            name="to"
            required
            maxLength={5}
            placeholder="17:00"
            defaultValue={value('to', hours.to)}
            hint={t('24:00 is the end of the day.')}
            error={error('to')}
          />
        </div>
        <TextArea
          label={t('Holidays')}
          name="holidays"
          rows={3}
          defaultValue={value('holidays', hours.holidays.join('\n'))}
          hint={t('Days like 2026-12-25, one a line.')}
          error={error('holidays')}
        />
        <Refusal>{refusal}</Refusal>
        {done === null ? null : (
          <Notice tone="good" live>
            {t('Saved. Cases that are open keep their due time.')}
          </Notice>
        )}
        {owner ? (
          <div>
            <SubmitButton>{t('Save')}</SubmitButton>
          </div>
        ) : null}
      </fieldset>
    </form>
  );
}
