'use client';

import { useForm } from '@/app/use-form';
import { TextField } from '@/components/ui/field';
import { useText } from '@/components/ui/text';
import { renameAction } from '../actions';
import { FormEnd } from '../form-end';

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
      <FormEnd done={done} pending={pending} />
    </form>
  );
}
