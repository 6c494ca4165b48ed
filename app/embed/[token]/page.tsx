import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { SharedMap } from '@/app/share/shared-map';
import { readText } from '@/lib/gates/language';
import { findGuest } from '@/lib/gates/share';

export async function generateMetadata(): Promise<Metadata> {
  const t = await readText();
  return {
    title: t('Shared map'),
    robots: { index: false, follow: false },
    referrer: 'no-referrer',
  };
}

/** The map of a link that other sites may show in a frame. */
export default async function EmbedPage({
  params,
  searchParams,
}: {
  params: Promise<{ token: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { token } = await params;
  const guest = await findGuest(token);
  if (guest === null || guest === 'locked' || !guest.share.embeddable) notFound();
  return (
    <SharedMap
      guest={guest}
      path={`/embed/${token}`}
      search={await searchParams}
      framed
      t={await readText()}
    />
  );
}
