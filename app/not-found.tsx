import type { Metadata } from 'next';
import Link from 'next/link';
import { buttonClass } from '@/components/ui/button';
import { Mark } from '@/components/ui/mark';
import { readText } from '@/lib/gates/language';

export async function generateMetadata(): Promise<Metadata> {
  const t = await readText();
  return { title: t('Nothing here') };
}

export default async function NotFound() {
  const t = await readText();
  return (
    <main className="mx-auto flex min-h-dvh max-w-md flex-col justify-center gap-4 p-6">
      <Mark />
      <h1 className="text-2xl font-semibold tracking-tight">{t('There is nothing here')}</h1>
      <p className="text-soft">
        {t('The address may be mistyped, or what was here belongs to another workspace or was removed.')}
      </p>
      <p>
        <Link href="/journeys" className={buttonClass({ variant: 'primary' })}>
          {t('Go to your journeys')}
        </Link>
      </p>
    </main>
  );
}
