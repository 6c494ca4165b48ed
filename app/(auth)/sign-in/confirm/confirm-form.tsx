'use client';

import Link from 'next/link';
import { useForm } from '@/app/use-form';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { useText } from '@/components/ui/text';
import { confirmAction } from '../../actions';

/** Uses up a mailed link. */
export function ConfirmForm({ token, email, next }: { token: string; email: string; next: string }) {
  const t = useText();
  const { form, pending, refusal, error } = useForm(confirmAction);
  const refused =
    refusal ?? (error('email') || error('token') ? t('This link is not complete. Copy all of it.') : null);
  return (
    <form {...form} className="flex flex-col gap-4">
      {refused ? (
        <Notice tone="bad" live>
          {refused}{' '}
          <Link href="/sign-in" className="font-medium underline underline-offset-2">
            {t('Back to signing in')}
          </Link>
        </Notice>
      ) : null}
      <input type="hidden" name="token" value={token} />
      <input type="hidden" name="email" value={email} />
      <input type="hidden" name="next" value={next} />
      <Button type="submit" variant="primary" size="large" disabled={pending}>
        {t('Sign in')}
      </Button>
    </form>
  );
}
