'use client';

import { useForm } from '@/app/use-form';
import { SelectField, TextField } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { SubmitButton } from '@/components/ui/submit-button';
import { useText } from '@/components/ui/text';
import { addHookAction } from './actions';

/** Adds an address that is told of cases and alerts. */
export function HookForm({ events }: { events: readonly { id: string; text: string }[] }) {
  const t = useText();
  const { form, refusal, done, error, value } = useForm(addHookAction);
  return (
    <form
      key={done ?? 'none'}
      {...form}
      aria-label={t('Add a hook')}
      className="flex flex-col gap-4 border-t border-line pt-4"
    >
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          label={t('Name')}
          name="name"
          required
          maxLength={80}
          autoComplete="off"
          placeholder={t('Service desk')}
          defaultValue={done === null ? value('name') : ''}
          error={error('name')}
        />
        <SelectField
          label={t('What it reads')}
          name="shape"
          hint={t('Text is what Slack, Mattermost and similar chats read.')}
        >
          <option value="milepost">{t('Signed JSON')}</option>
          <option value="slack">{t('Text for a chat')}</option>
        </SelectField>
      </div>
      <TextField
        label={t('Address')}
        name="url"
        type="url"
        required
        maxLength={1000}
        autoComplete="off"
        placeholder="https://example.com/hooks/milepost"
        hint={t('A public address that begins with https://.')}
        defaultValue={done === null ? value('url') : ''}
        error={error('url')}
      />
      <fieldset className="flex flex-wrap gap-x-5 gap-y-2">
        <legend className="mb-1.5 text-sm font-medium">{t('What it is told of')}</legend>
        {events.map((event) => (
          <label key={event.id} className="flex min-h-6 items-center gap-2 text-sm">
            <input
              type="checkbox"
              name="event"
              value={event.id}
              defaultChecked
              className="size-4.5 accent-primary"
            />
            {event.text}
          </label>
        ))}
        {error('events') ? <p className="w-full text-xs font-medium text-bad">{error('events')}</p> : null}
      </fieldset>
      {refusal ? (
        <Notice tone="bad" live>
          {refusal}
        </Notice>
      ) : null}
      <div>
        <SubmitButton>{t('Add the hook')}</SubmitButton>
      </div>
    </form>
  );
}
