'use client';

import { useForm } from '@/app/use-form';
import { TextField } from '@/components/ui/field';
import { Refusal } from '@/components/ui/notice';
import { useText } from '@/components/ui/text';
import { setPasswordAction } from '../actions';
import { FormEnd } from '../form-end';

/** Sets a password; the present one is asked for where there is one. */
export function PasswordForm({ hasPassword }: { hasPassword: boolean }) {
  const t = useText();
  const { form, pending, refusal, done, error } = useForm(setPasswordAction);
  return (
    <form {...form} className="flex max-w-md flex-col gap-4">
      <Refusal>{refusal}</Refusal>
      {hasPassword ? (
        <TextField
          label={t('Present password')}
          name="old"
          type="password"
          autoComplete="current-password"
          required
          error={error('old')}
        />
      ) : null}
      <TextField
        label={t('New password')}
        name="password"
        type="password"
        autoComplete="new-password"
        required
        minLength={10}
        maxLength={128}
        hint={t('At least 10 characters.')}
        error={error('password')}
      />
      <FormEnd
        done={done}
        pending={pending}
        saved={t('Saved. You are signed out everywhere else.')}
        button={hasPassword ? t('Change password') : t('Set password')}
      />
    </form>
  );
}
