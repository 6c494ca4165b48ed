'use client';

import { useForm } from '@/app/use-form';
import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/field';
import { Refusal } from '@/components/ui/notice';
import { useText } from '@/components/ui/text';
import { signInAction } from '../actions';

/** Signs in with a password, or has a link mailed to the same address. */
export function SignInForm({ next }: { next: string }) {
  const t = useText();
  const { form, pending, refusal, error, value } = useForm(signInAction);
  return (
    <form {...form} className="flex flex-col gap-4">
      <Refusal>{refusal}</Refusal>
      <input type="hidden" name="next" value={next} />
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
        autoComplete="current-password"
        required
        error={error('password')}
      />
      <Button type="submit" variant="primary" size="large" disabled={pending}>
        {t('Sign in')}
      </Button>
      <Button type="submit" name="how" value="link" formNoValidate size="large" disabled={pending}>
        {t('Mail me a link instead')}
      </Button>
    </form>
  );
}
