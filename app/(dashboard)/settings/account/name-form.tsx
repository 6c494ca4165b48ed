'use client';

import { useForm } from '@/app/use-form';
import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { renameAction } from '../actions';

/** The name that other members read. */
export function NameForm({ name }: { name: string }) {
  const { form, pending, refusal, done, error, value } = useForm(renameAction);
  return (
    <form {...form} className="flex max-w-md flex-col gap-4">
      <TextField
        label="Name"
        name="name"
        required
        maxLength={80}
        autoComplete="name"
        defaultValue={value('name', name)}
        error={error('name') ?? refusal}
      />
      {done ? (
        <Notice tone="good" live>
          Saved.
        </Notice>
      ) : null}
      <div>
        <Button type="submit" variant="primary" disabled={pending}>
          Save
        </Button>
      </div>
    </form>
  );
}
