import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Mark } from '@/components/ui/mark';
import { readText } from '@/lib/gates/language';
import { findGuest } from '@/lib/gates/share';
import { SharedMap } from '../shared-map';
import { UnlockForm } from './unlock-form';

export async function generateMetadata(): Promise<Metadata> {
  const t = await readText();
  return {
    title: t('Shared map'),
    robots: { index: false, follow: false },
    referrer: 'no-referrer',
  };
}

type Asked = {
  params: Promise<{ token: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function SharePage({ params, searchParams }: Asked) {
  const t = await readText();
  const { token } = await params;
  const guest = await findGuest(token);
  if (guest === null) notFound();
  if (guest === 'locked') {
    return (
      <main className="mx-auto flex min-h-dvh max-w-sm flex-col justify-center gap-4 p-6">
        <Mark />
        <h1 className="text-2xl font-semibold tracking-tight">{t('This map has a password')}</h1>
        <p className="text-soft">{t('Whoever gave you the link knows it.')}</p>
        <UnlockForm token={token} />
      </main>
    );
  }
  return (
    <SharedMap
      guest={guest}
      path={`/share/${token}`}
      search={await searchParams}
      framed={false}
      t={await readText()}
    />
  );
}
