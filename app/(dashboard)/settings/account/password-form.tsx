'use client';

import { useForm } from '@/app/use-form';
import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { useText } from '@/components/ui/text';
import { setPasswordAction } from '../actions';

/** Sets a password; the present one is asked for where there is one. */
export function PasswordForm({ hasPassword }: { hasPassword: boolean }) {
  const t = useText();
  const { form, pending, refusal, done, error } = useForm(setPasswordAction);
  return (
    <form {...form} className="flex max-w-md flex-col gap-4">
      {refusal ? (
        <Notice tone="bad" live>
          {refusal}
        </Notice>
      ) : null}
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
      {done ? (
        <Notice tone="good" live>
          {t('Saved. You are signed out everywhere else.')}
        </Notice>
      ) : null}
      <div>
        <Button type="submit" variant="primary" disabled={pending}>
          {hasPassword ? t('Change password') : t('Set password')}
        </Button>
      </div>
    </form>
  );
}
