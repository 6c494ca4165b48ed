import { Route } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { buttonClass } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Notice } from '@/components/ui/notice';
import { Page, PageHeader } from '@/components/ui/page-header';
import { readText } from '@/lib/gates/language';
import { requireMember } from '@/lib/gates/member';
import { may } from '@/lib/identity/rules';
import { listJourneys } from '@/lib/insights/views';
import { MOST_IMPORT_CHARACTERS } from '@/lib/response/model/import-plan';
import { timeZones } from '../../time-zones';
import { ImportForm } from './import-form';

export async function generateMetadata(): Promise<Metadata> {
  const t = await readText();
  return { title: t('Import answers') };
}

export default async function ImportPage() {
  const t = await readText();
  const { scope, workspace } = await requireMember();
  const journeys = (await listJourneys(scope)).map(({ id, title }) => ({ id, title }));
  return (
    <Page>
      <PageHeader title={t('Import answers')}>
        {t(
          'Bring in a survey that was made elsewhere: one row per person, one column per question. Its answers are never mixed with those of your own surveys, and nothing is written before you have seen what would happen.',
        )}
      </PageHeader>
      {!may(scope.actor, 'response.import') ? (
        <Notice>{t('Only editors and owners can import answers.')}</Notice>
      ) : journeys.length === 0 ? (
        <EmptyState
          icon={Route}
          title={t('There is no journey yet')}
          action={
            <Link href="/journeys/new" className={buttonClass({ variant: 'primary' })}>
              {t('New journey')}
            </Link>
          }
        >
          {t('Answers belong to a touchpoint. Draw the journey first, then import them.')}
        </EmptyState>
      ) : (
        <ImportForm
          journeys={journeys}
          timeZone={workspace.timeZone}
          timeZones={timeZones()}
          mostBytes={MOST_IMPORT_CHARACTERS}
        />
      )}
    </Page>
  );
}
