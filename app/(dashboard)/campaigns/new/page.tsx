import { Send } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { buttonClass } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Notice } from '@/components/ui/notice';
import { Page, PageHeader } from '@/components/ui/page-header';
import { listMailPlacements } from '@/db/queries/campaigns';
import { findContact, listPersonaNames } from '@/db/queries/contacts';
import { SUBJECT_RECOMMENDED } from '@/lib/distribution/model';
import { loadAudience } from '@/lib/distribution/views/load-audience';
import { readText } from '@/lib/gates/language';
import { requireMember } from '@/lib/gates/member';
import { isUuid } from '@/lib/id';
import { mailTransport } from '@/lib/mailer';
import { metricOf } from '@/lib/scoring/metrics';
import { Composer } from './composer';

export async function generateMetadata(): Promise<Metadata> {
  const t = await readText();
  return { title: t('New campaign') };
}

export default async function NewCampaignPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const t = await readText();
  const { scope, role } = await requireMember();
  const { placement, contact: contactId } = await searchParams;
  const placements = await listMailPlacements(scope);
  const contact =
    typeof contactId === 'string' && isUuid(contactId) ? await findContact(scope, contactId) : null;
  const personas = await listPersonaNames(scope);
  const audience = await loadAudience(scope, contact ? { contactIds: [contact.id] } : 'all', new Date());
  return (
    <Page wide>
      <PageHeader title={t('New campaign')} crumbs={[{ href: '/campaigns', label: t('Campaigns') }]} />
      {role === 'viewer' ? (
        <Notice>{t('Only editors and owners can start campaigns.')}</Notice>
      ) : placements.length === 0 ? (
        <EmptyState
          icon={Send}
          title={t('No survey asks by mail yet')}
          action={
            <Link href="/journeys" className={buttonClass({ variant: 'primary' })}>
              {t('Go to the journeys')}
            </Link>
          }
        >
          {t('Choose a touchpoint on the map, publish a survey there, and add a place of the kind Mail.')}
        </EmptyState>
      ) : (
        <Composer
          placements={placements.map(({ id, metric, subjectTitle, surveyTitle }) => ({
            id,
            label: `${subjectTitle || surveyTitle} (${metricOf(metric).label})`,
            about: subjectTitle || surveyTitle,
          }))}
          chosen={placements.find(({ id }) => id === placement)?.id ?? placements[0]?.id ?? ''}
          personas={personas}
          contact={contact ? { id: contact.id, email: contact.email } : null}
          audience={audience}
          readableSubject={SUBJECT_RECOMMENDED}
          sends={mailTransport() !== 'outbox'}
        />
      )}
    </Page>
  );
}
