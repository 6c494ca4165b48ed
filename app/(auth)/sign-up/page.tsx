import type { Metadata } from 'next';
import Link from 'next/link';
import { redirect } from 'next/navigation';
import { rich } from '@/components/ui/rich';
import { readText } from '@/lib/gates/language';
import { currentUser } from '@/lib/gates/session';
import { HOME_PATH, ownPath } from '@/lib/identity/rules';
import { Title } from '../title';
import { SignUpForm } from './sign-up-form';

export async function generateMetadata(): Promise<Metadata> {
  const t = await readText();
  return { title: t('Create an account') };
}

export default async function SignUpPage({ searchParams }: { searchParams: Promise<{ next?: string }> }) {
  const t = await readText();
  const next = ownPath((await searchParams).next);
  if (await currentUser()) redirect(next);
  const onward = next === HOME_PATH ? '' : `?next=${encodeURIComponent(next)}`;
  return (
    <>
      <Title title={t('Create an account')} />
      <SignUpForm next={next} />
      <p className="text-sm text-soft">
        {rich(t, 'You have one? <a>Sign in</a>', {
          a: (inside) => (
            <Link href={`/sign-in${onward}`} className="font-medium text-ink underline underline-offset-2">
              {inside}
            </Link>
          ),
        })}
      </p>
    </>
  );
}
