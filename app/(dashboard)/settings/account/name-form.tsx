'use client';

import { useForm } from '@/app/use-form';
import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { useText } from '@/components/ui/text';
import { renameAction } from '../actions';

/** The name that other members read. */
export function NameForm({ name }: { name: string }) {
  const t = useText();
  const { form, pending, refusal, done, error, value } = useForm(renameAction);
  return (
    <form {...form} className="flex max-w-md flex-col gap-4">
      <TextField
        label={t('Name')}
        name="name"
        required
        maxLength={80}
        autoComplete="name"
        defaultValue={value('name', name)}
        error={error('name') ?? refusal}
      />
      {done ? (
        <Notice tone="good" live>
          {t('Saved.')}
        </Notice>
      ) : null}
      <div>
        <Button type="submit" variant="primary" disabled={pending}>
          {t('Save')}
        </Button>
      </div>
    </form>
  );
}
