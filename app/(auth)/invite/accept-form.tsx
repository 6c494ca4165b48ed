'use client';

import { useForm } from '@/app/use-form';
import { Button } from '@/components/ui/button';
import { Refusal } from '@/components/ui/notice';
import { useText } from '@/components/ui/text';
import { acceptInviteAction } from '../actions';

/** Accepts an invite. */
export function AcceptForm({ token }: { token: string }) {
  const t = useText();
  const { form, pending, refusal } = useForm(acceptInviteAction);
  return (
    <form {...form} className="flex flex-col gap-4">
      <Refusal>{refusal}</Refusal>
      <input type="hidden" name="token" value={token} />
      <Button type="submit" variant="primary" size="large" disabled={pending}>
        {t('Join')}
      </Button>
    </form>
  );
}
