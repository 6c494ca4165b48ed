import type { Metadata } from 'next';
import { Title } from '../../title';
import { ConfirmForm } from './confirm-form';

export const metadata: Metadata = { title: 'Sign in', referrer: 'same-origin', robots: 'noindex' };

type Asked = { token?: string | string[]; email?: string | string[]; next?: string | string[] };

/** Opening it writes nothing, because mail scanners open links; the button signs in. */
export default async function ConfirmPage({ searchParams }: { searchParams: Promise<Asked> }) {
  const { token, email, next } = await searchParams;
  const address = one(email);
  return (
    <>
      <Title title="Sign in to Milepost">
        {address ? (
          <p>
            You are about to sign in as{' '}
            <strong className="font-semibold break-all text-ink">{address}</strong>.
          </p>
        ) : null}
      </Title>
      <ConfirmForm token={one(token)} email={address} next={one(next)} />
    </>
  );
}

const one = (value: string | string[] | undefined): string => (typeof value === 'string' ? value : '');
