import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { JourneyNav } from '@/components/journey/journey-nav';
import { LiveDiscussion } from '@/components/journey/live-discussion';
import { Page, PageHeader } from '@/components/ui/page-header';
import { findTree } from '@/db/queries/journeys';
import { listRemarks } from '@/db/queries/remarks';
import { readText } from '@/lib/gates/language';
import { requireMember } from '@/lib/gates/member';
import { isUuid } from '@/lib/id';
import { MapDiscussion } from '../map-discussion';

export async function generateMetadata(): Promise<Metadata> {
  const t = await readText();
  return { title: t('Discussion') };
}

export default async function DiscussionPage({ params }: { params: Promise<{ id: string }> }) {
  const t = await readText();
  const member = await requireMember();
  const { id } = await params;
  const tree = isUuid(id) ? await findTree(member.scope, id) : null;
  if (!tree) notFound();
  const remarks = await listRemarks(member.scope, id);
  return (
    <Page>
      <PageHeader
        title={t('Discussion')}
        crumbs={[
          { href: '/journeys', label: t('Journeys') },
          { href: `/journeys/${id}`, label: tree.title },
        ]}
      >
        {t(
          'What you and your colleagues say about the whole journey and its touchpoints. Whoever is named gets a mail.',
        )}
      </PageHeader>
      <JourneyNav journeyId={id} />
      <div className="max-w-2xl">
        <MapDiscussion
          map={{ ...tree, language: t.tongue }}
          remarks={remarks}
          touchpointId={null}
          member={member}
          now={new Date()}
        />
      </div>
      <LiveDiscussion journeyId={id} />
    </Page>
  );
}
