'use client';

import { useForm } from '@/app/use-form';
import { TextArea, TextField } from '@/components/ui/field';
import { Notice, Refusal } from '@/components/ui/notice';
import { SubmitButton } from '@/components/ui/submit-button';
import { useText } from '@/components/ui/text';
import type { ThemeFields } from '@/lib/voices/model';
import { addThemeAction, editThemeAction } from '../actions';

/** Names a theme or changes one: its words, one a line. */
export function ThemeForm({ start, id = null }: { start: ThemeFields; id?: string | null }) {
  const t = useText();
  const { form, refusal, error, value, done } = useForm(id === null ? addThemeAction : editThemeAction);
  return (
    <form {...form} className="flex max-w-2xl flex-col gap-4">
      {id === null ? null : <input type="hidden" name="id" value={id} />}
      <TextField
        label={t('Name')}
        name="name"
        maxLength={60}
        required
        defaultValue={value('name', start.name)}
        error={error('name')}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <TextArea
          label={t('Words and phrases, one a line')}
          name="phrases"
          rows={6}
          required
          defaultValue={value('phrases', start.phrases.join('\n'))}
          hint={t('“wait*” finds wait, waited and waiting.')}
          error={error('phrases') ?? error('phrases.0')}
        />
        <TextArea
          label={t('Not where it says, one a line')}
          name="exceptions"
          rows={6}
          defaultValue={value('exceptions', start.exceptions.join('\n'))}
          hint={t('Such as “could not wait to”.')}
          error={error('exceptions')}
        />
      </div>
      <Refusal>{refusal}</Refusal>
      {done ? (
        <Notice tone="good" live>
          {t('Saved. All voices are read again; that takes some seconds.')}
        </Notice>
      ) : null}
      <div>
        <SubmitButton>{id === null ? t('Add the theme') : t('Save')}</SubmitButton>
      </div>
    </form>
  );
}
