import type { Metadata } from 'next';
import Link from 'next/link';
import { redirect } from 'next/navigation';
import { currentUser } from '@/lib/gates/session';
import { HOME_PATH, ownPath } from '@/lib/identity/rules';
import { Title } from '../title';
import { SignInForm } from './sign-in-form';

export const metadata: Metadata = { title: 'Sign in' };

export default async function SignInPage({ searchParams }: { searchParams: Promise<{ next?: string }> }) {
  const next = ownPath((await searchParams).next);
  if (await currentUser()) redirect(next);
  const onward = next === HOME_PATH ? '' : `?next=${encodeURIComponent(next)}`;
  return (
    <>
      <Title title="Sign in" />
      <SignInForm next={next} />
      <p className="text-sm text-soft">
        New here?{' '}
        <Link href={`/sign-up${onward}`} className="font-medium text-ink underline underline-offset-2">
          Create an account
        </Link>
      </p>
    </>
  );
}
