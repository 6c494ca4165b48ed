'use client';

import { useForm } from '@/app/use-form';
import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { addChannelAction } from './actions';

/** Adds a channel to the workspace's own. */
export function AddChannelForm() {
  const { form, pending, refusal, done, error, value } = useForm(addChannelAction);
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
            label="Name of the channel"
            name="label"
            required
            maxLength={40}
            autoComplete="off"
            placeholder="Partner portal"
            key={done ?? 'none yet'}
            defaultValue={done ? '' : value('label')}
            error={error('label')}
          />
        </div>
        <Button type="submit" variant="primary" disabled={pending} className="mt-[1.625rem] min-h-10">
          Add
        </Button>
      </div>
    </form>
  );
}
