import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { JourneyNav } from '@/components/journey/journey-nav';
import { LiveDiscussion } from '@/components/journey/live-discussion';
import { Page, PageHeader } from '@/components/ui/page-header';
import { findTree } from '@/db/queries/journeys';
import { listRemarks } from '@/db/queries/remarks';
import { requireMember } from '@/lib/gates/member';
import { isUuid } from '@/lib/id';
import { MapDiscussion } from '../map-discussion';

export const metadata: Metadata = { title: 'Discussion' };

export default async function DiscussionPage({ params }: { params: Promise<{ id: string }> }) {
  const member = await requireMember();
  const { id } = await params;
  const tree = isUuid(id) ? await findTree(member.scope, id) : null;
  if (!tree) notFound();
  const remarks = await listRemarks(member.scope, id);
  return (
    <Page>
      <PageHeader
        title="Discussion"
        crumbs={[
          { href: '/journeys', label: 'Journeys' },
          { href: `/journeys/${id}`, label: tree.title },
        ]}
      >
        What you and your colleagues say about the whole journey and its touchpoints. Whoever is named gets a
        mail.
      </PageHeader>
      <JourneyNav journeyId={id} />
      <div className="max-w-2xl">
        <MapDiscussion map={tree} remarks={remarks} touchpointId={null} member={member} now={new Date()} />
      </div>
      <LiveDiscussion journeyId={id} />
    </Page>
  );
}
