'use client';

import { useForm } from '@/app/use-form';
import { Button } from '@/components/ui/button';
import { useText } from '@/components/ui/text';
import { withdrawAction } from '../actions';

/** Ends an invite. */
export function WithdrawForm({ id, email }: { id: string; email: string }) {
  const t = useText();
  const { form, pending, refusal } = useForm(withdrawAction);
  return (
    <form {...form}>
      <input type="hidden" name="id" value={id} />
      <Button
        type="submit"
        size="small"
        disabled={pending}
        aria-label={t('Withdraw the invite of {email}', { email })}
      >
        {t('Withdraw')}
      </Button>
      {refusal ? (
        <p role="alert" className="text-xs text-bad">
          {refusal}
        </p>
      ) : null}
    </form>
  );
}
