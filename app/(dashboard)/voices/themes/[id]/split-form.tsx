'use client';

import { useForm } from '@/app/use-form';
import { CheckField, TextField } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { SubmitButton } from '@/components/ui/submit-button';
import { useText } from '@/components/ui/text';
import { splitThemeAction } from '../../actions';

/** Makes a theme of its own of some of the words. */
export function SplitForm({ id, phrases }: { id: string; phrases: readonly string[] }) {
  const t = useText();
  const { form, refusal, error, value } = useForm(splitThemeAction);
  const wrong = error('phrases');
  return (
    <form {...form} className="flex max-w-md flex-col gap-3">
      <input type="hidden" name="id" value={id} />
      <TextField
        label={t('Name of the new theme')}
        name="name"
        maxLength={60}
        required
        defaultValue={value('name')}
        error={error('name')}
      />
      <fieldset className="flex flex-col gap-2">
        <legend className="mb-1.5 text-sm font-medium">{t('Words that go there')}</legend>
        {phrases.map((phrase) => (
          <CheckField key={phrase} label={phrase} name="phrase" value={phrase} />
        ))}
      </fieldset>
      {(refusal ?? wrong) ? (
        <Notice tone="bad" live>
          {refusal ?? wrong}
        </Notice>
      ) : null}
      <div>
        <SubmitButton variant="secondary">{t('Split')}</SubmitButton>
      </div>
    </form>
  );
}
