'use client';

import { useForm } from '@/app/use-form';
import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { addTeamAction } from './actions';

/** Adds a team. */
export function AddTeamForm() {
  const { form, pending, refusal, done, error, value } = useForm(addTeamAction);
  return (
    <form {...form} className="flex flex-col gap-4">
      {refusal ? (
        <Notice tone="bad" live>
          {refusal}
        </Notice>
      ) : null}
      <div className="flex flex-wrap items-start gap-3">
        <div className="min-w-48 flex-1">
          <TextField
            label="Name of the team"
            name="name"
            required
            maxLength={80}
            autoComplete="off"
            placeholder="Installation"
            key={done ?? 'none yet'}
            defaultValue={done ? '' : value('name')}
            error={error('name')}
          />
        </div>
        <Button type="submit" variant="primary" disabled={pending} className="mt-[1.625rem] min-h-10">
          Add
        </Button>
      </div>
    </form>
  );
}
