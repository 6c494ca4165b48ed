'use client';

import { useForm } from '@/app/use-form';
import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { signUpAction } from '../actions';

/** Adds a person and signs them in. */
export function SignUpForm({ next }: { next: string }) {
  const { form, pending, refusal, error, value } = useForm(signUpAction);
  return (
    <form {...form} className="flex flex-col gap-4">
      {refusal ? (
        <Notice tone="bad" live>
          {refusal}
        </Notice>
      ) : null}
      <input type="hidden" name="next" value={next} />
      <TextField
        label="Your name"
        name="name"
        autoComplete="name"
        required
        maxLength={80}
        defaultValue={value('name')}
        error={error('name')}
      />
      <TextField
        label="E-mail address"
        name="email"
        type="email"
        autoComplete="username"
        required
        defaultValue={value('email')}
        error={error('email')}
      />
      <TextField
        label="Password"
        name="password"
        type="password"
        autoComplete="new-password"
        required
        minLength={10}
        maxLength={128}
        hint="At least 10 characters. A few words are easy to remember and hard to guess."
        error={error('password')}
      />
      <Button type="submit" variant="primary" size="large" disabled={pending}>
        Create account
      </Button>
    </form>
  );
}
