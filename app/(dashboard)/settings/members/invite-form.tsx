'use client';

import { useForm } from '@/app/use-form';
import { Button } from '@/components/ui/button';
import { SelectField, TextField } from '@/components/ui/field';
import { Notice, Refusal } from '@/components/ui/notice';
import { useText } from '@/components/ui/text';
import { inviteAction } from '../actions';
import { RoleOptions } from './role-options';

/** Invites an address. */
export function InviteForm() {
  const t = useText();
  const { form, pending, refusal, done, error, value } = useForm(inviteAction);
  return (
    <form {...form} className="flex flex-col gap-4">
      <Refusal>{refusal}</Refusal>
      {done ? (
        <Notice tone="good" live>
          {t('Invited {email}.', { email: done })}
        </Notice>
      ) : null}
      <div className="flex flex-wrap items-start gap-3">
        <div className="min-w-48 flex-1">
          <TextField
            label={t('E-mail address')}
            name="email"
            type="email"
            autoComplete="off"
            required
            // What was invited goes, what was refused stays.
            key={done ?? 'none yet'}
            defaultValue={done ? '' : value('email')}
            error={error('email')}
          />
        </div>
        <div className="w-36">
          <SelectField
            label={t('Role')}
            name="role"
            defaultValue={value('role', 'editor')}
            error={error('role')}
          >
            <RoleOptions />
          </SelectField>
        </div>
        <Button type="submit" variant="primary" disabled={pending} className="mt-[1.625rem] min-h-10">
          {t('Invite')}
        </Button>
      </div>
    </form>
  );
}
