'use client';

import { useId } from 'react';
import { useForm } from '@/app/use-form';
import { DialogButton, DialogForm } from '@/components/ui/dialog-form';
import { SelectField, TextField } from '@/components/ui/field';
import { ListForm } from '@/components/ui/list-form';
import { useText } from '@/components/ui/text';
import type { Hook } from '@/lib/cases/model/hook';
import { addHookAction, editHookAction } from './actions';

type Events = readonly { id: string; text: string }[];

/** Adds an address that is told of cases and alerts. */
export function HookForm({ events }: { events: Events }) {
  const t = useText();
  const { error, value, ...sent } = useForm(addHookAction);
  return (
    <ListForm
      form={sent.form}
      done={sent.done}
      refusal={sent.refusal}
      label={t('Add a hook')}
      button={t('Add the hook')}
    >
      <Fields {...{ events, error }} value={sent.done === null ? value : empty} hook={null} />
    </ListForm>
  );
}

/** Changes what an address is called, where it is and what it is told of. */
export function ChangeHook({ hook, events }: { hook: HookFields; events: Events }) {
  const t = useText();
  return (
    <DialogButton
      label={t('Change')}
      name={t('Change {hook}', { hook: hook.name })}
      title={t('Change a hook')}
    >
      {(close) => <ChangeForm {...{ hook, events, close }} />}
    </DialogButton>
  );
}

export type HookFields = Pick<Hook, 'id' | 'name' | 'url' | 'shape' | 'events'>;

function ChangeForm({ hook, events, close }: { hook: HookFields; events: Events; close: () => void }) {
  const t = useText();
  const { error, value, ...sent } = useForm(editHookAction);
  return (
    <DialogForm
      form={sent.form}
      done={sent.done}
      refusal={sent.refusal}
      said={t('Changed')}
      close={close}
      button={t('Save')}
    >
      <input type="hidden" name="id" value={hook.id} />
      <Fields {...{ events, error, value, hook }} />
      <p className="text-xs text-soft">
        {t('Its key stays. Replace it if another system reads the messages now.')}
      </p>
    </DialogForm>
  );
}

const empty = (_: string, otherwise = '') => otherwise;

function Fields({
  events,
  hook,
  error,
  value,
}: Pick<ReturnType<typeof useForm>, 'error' | 'value'> & { events: Events; hook: HookFields | null }) {
  const t = useText();
  const eventsError = useId();
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          label={t('Name')}
          name="name"
          required
          maxLength={80}
          autoComplete="off"
          placeholder={t('Service desk')}
          defaultValue={value('name', hook?.name)}
          error={error('name')}
        />
        <SelectField
          label={t('What it reads')}
          name="shape"
          defaultValue={value('shape', hook?.shape)}
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
        defaultValue={value('url', hook?.url)}
        error={error('url')}
      />
      <fieldset
        className="flex flex-wrap gap-x-5 gap-y-2"
        aria-describedby={error('events') ? eventsError : undefined}
      >
        <legend className="mb-1.5 text-sm font-medium">{t('What it is told of')}</legend>
        {events.map((event) => (
          <label key={event.id} className="flex min-h-6 items-center gap-2 text-sm">
            <input
              type="checkbox"
              name="event"
              value={event.id}
              defaultChecked={hook === null || hook.events.some((one) => one === event.id)}
              className="size-4.5 accent-primary"
            />
            {event.text}
          </label>
        ))}
        {error('events') ? (
          <p id={eventsError} role="alert" className="w-full text-xs font-medium text-bad">
            {error('events')}
          </p>
        ) : null}
      </fieldset>
    </>
  );
}
