import { Map as MapIcon } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { buttonClass } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Notice } from '@/components/ui/notice';
import { Page, PageHeader } from '@/components/ui/page-header';
import { readText } from '@/lib/gates/language';
import { requireMember } from '@/lib/gates/member';
import { may } from '@/lib/identity/rules';
import { loadPlaces } from '@/lib/voices/views';
import { VoicesNav } from '../voices-nav';
import { ImportForm } from './import-form';

export async function generateMetadata(): Promise<Metadata> {
  const t = await readText();
  return { title: t('Bring in voices') };
}

type Asked = { searchParams: Promise<{ touchpoint?: string | string[] }> };

/** Brings in what customers said elsewhere: interviews, chats, tickets, reviews. */
export default async function ImportVoicesPage({ searchParams }: Asked) {
  const { scope } = await requireMember();
  const t = await readText();
  const { places, today } = await loadPlaces(scope, new Date());
  const asked = [(await searchParams).touchpoint].flat()[0];
  const start = places.find(({ touchpointId }) => touchpointId === asked) ?? places[0];
  return (
    <Page>
      <PageHeader title={t('Bring in voices')}>
        {t(
          'Interview notes, chats, tickets and reviews stand beside the comments of your surveys, and can be evidence on the map.',
        )}
      </PageHeader>
      <VoicesNav />
      {!may(scope.actor, 'voice.import') ? (
        <Notice>{t('Viewers cannot bring in voices. Ask an editor of the workspace.')}</Notice>
      ) : start ? (
        <ImportForm places={places} start={start.lineageId} today={today} />
      ) : (
        <EmptyState
          icon={MapIcon}
          title={t('Nothing to bring them in for')}
          action={
            <Link href="/journeys/new" className={buttonClass({ variant: 'primary' })}>
              {t('New journey')}
            </Link>
          }
        >
          {t('Voices are about a touchpoint or a journey. Make a journey first.')}
        </EmptyState>
      )}
    </Page>
  );
}
