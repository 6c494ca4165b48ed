import type { Metadata } from 'next';
import { rich } from '@/components/ui/rich';
import { readText } from '@/lib/gates/language';
import { Title } from '../../title';
import { ConfirmForm } from './confirm-form';

export async function generateMetadata(): Promise<Metadata> {
  const t = await readText();
  return { title: t('Sign in'), referrer: 'same-origin', robots: 'noindex' };
}

type Asked = { token?: string | string[]; email?: string | string[]; next?: string | string[] };

/** Opening it writes nothing, because mail scanners open links; the button signs in. */
export default async function ConfirmPage({ searchParams }: { searchParams: Promise<Asked> }) {
  const t = await readText();
  const { token, email, next } = await searchParams;
  const address = one(email);
  return (
    <>
      <Title title={t('Sign in to Milepost')}>
        {address ? (
          <p>
            {rich(t, 'You are about to sign in as <b>{address}</b>.', {
              address,
              b: (inside) => <strong className="font-semibold break-all text-ink">{inside}</strong>,
            })}
          </p>
        ) : null}
      </Title>
      <ConfirmForm token={one(token)} email={address} next={one(next)} />
    </>
  );
}

const one = (value: string | string[] | undefined): string => (typeof value === 'string' ? value : '');
