import type { Metadata } from 'next';
import Link from 'next/link';
import { redirect } from 'next/navigation';
import { currentUser } from '@/lib/gates/session';
import { HOME_PATH, ownPath } from '@/lib/identity/rules';
import { Title } from '../title';
import { SignUpForm } from './sign-up-form';

export const metadata: Metadata = { title: 'Create an account' };

export default async function SignUpPage({ searchParams }: { searchParams: Promise<{ next?: string }> }) {
  const next = ownPath((await searchParams).next);
  if (await currentUser()) redirect(next);
  const onward = next === HOME_PATH ? '' : `?next=${encodeURIComponent(next)}`;
  return (
    <>
      <Title title="Create an account" />
      <SignUpForm next={next} />
      <p className="text-sm text-soft">
        You have one?{' '}
        <Link href={`/sign-in${onward}`} className="font-medium text-ink underline underline-offset-2">
          Sign in
        </Link>
      </p>
    </>
  );
}
