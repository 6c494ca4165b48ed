'use client';

import { useForm } from '@/app/use-form';
import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/field';
import { Refusal } from '@/components/ui/notice';
import { useText } from '@/components/ui/text';
import { signUpAction } from '../actions';

/** Adds a person and signs them in. */
export function SignUpForm({ next }: { next: string }) {
  const t = useText();
  const { form, pending, refusal, error, value } = useForm(signUpAction);
  return (
    <form {...form} className="flex flex-col gap-4">
      <Refusal>{refusal}</Refusal>
      <input type="hidden" name="next" value={next} />
      <TextField
        label={t('Your name')}
        name="name"
        autoComplete="name"
        required
        maxLength={80}
        defaultValue={value('name')}
        error={error('name')}
      />
      <TextField
        label={t('E-mail address')}
        name="email"
        type="email"
        autoComplete="username"
        required
        defaultValue={value('email')}
        error={error('email')}
      />
      <TextField
        label={t('Password')}
        name="password"
        type="password"
        autoComplete="new-password"
        required
        minLength={10}
        maxLength={128}
        hint={t('At least 10 characters. A few words are easy to remember and hard to guess.')}
        error={error('password')}
      />
      <Button type="submit" variant="primary" size="large" disabled={pending}>
        {t('Create account')}
      </Button>
    </form>
  );
}
