'use client';

import { useForm } from '@/app/use-form';
import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/field';
import { Refusal } from '@/components/ui/notice';
import { useText } from '@/components/ui/text';
import { unlockAction } from './actions';

/** Asks for the password of a shared map. */
export function UnlockForm({ token }: { token: string }) {
  const t = useText();
  const { form, pending, refusal, error } = useForm(unlockAction);
  return (
    <form {...form} className="flex flex-col gap-4">
      <Refusal>{refusal}</Refusal>
      <input type="hidden" name="token" value={token} />
      <TextField
        label={t('Password')}
        name="password"
        type="password"
        autoComplete="off"
        required
        error={error('password')}
      />
      <Button type="submit" variant="primary" size="large" disabled={pending}>
        {t('Show the map')}
      </Button>
    </form>
  );
}
