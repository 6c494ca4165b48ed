import type { Metadata } from 'next';
import Link from 'next/link';
import { redirect } from 'next/navigation';
import { rich } from '@/components/ui/rich';
import { readText } from '@/lib/gates/language';
import { currentUser } from '@/lib/gates/session';
import { HOME_PATH, ownPath } from '@/lib/identity/rules';
import { Title } from '../title';
import { SignInForm } from './sign-in-form';

export async function generateMetadata(): Promise<Metadata> {
  const t = await readText();
  return { title: t('Sign in') };
}

export default async function SignInPage({ searchParams }: { searchParams: Promise<{ next?: string }> }) {
  const t = await readText();
  const next = ownPath((await searchParams).next);
  if (await currentUser()) redirect(next);
  const onward = next === HOME_PATH ? '' : `?next=${encodeURIComponent(next)}`;
  return (
    <>
      <Title title={t('Sign in')} />
      <SignInForm next={next} />
      <p className="text-sm text-soft">
        {rich(t, 'New here? <a>Create an account</a>', {
          a: (inside) => (
            <Link href={`/sign-up${onward}`} className="font-medium text-ink underline underline-offset-2">
              {inside}
            </Link>
          ),
        })}
      </p>
    </>
  );
}
