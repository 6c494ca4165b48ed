import { FileUp } from 'lucide-react';
import Link from 'next/link';
import { buttonClass } from '@/components/ui/button';
import { Chip } from '@/components/ui/chip';
import { EmptyState } from '@/components/ui/empty-state';
import { Page, PageHeader } from '@/components/ui/page-header';
import { metricOf } from '@/lib/scoring/metrics';
import type { SurveyView } from '@/lib/survey/model';
import type { Translate } from '@/lib/translate';

/** A survey that came with a file: its answers count on the map, and there is nothing to build or to publish. */
export function ImportedSurvey({ survey, t }: { survey: SurveyView; t: Translate }) {
  const { title, metric, subject, answers } = survey;
  const back = subject
    ? `/journeys/${subject.journeyId}${subject.touchpointId ? `?touchpoint=${subject.touchpointId}` : ''}`
    : null;
  return (
    <Page>
      <PageHeader
        title={title}
        crumbs={[
          { href: '/surveys', label: t('Surveys') },
          ...(back && subject ? [{ href: back, label: subject.title }] : []),
        ]}
      >
        <span className="flex flex-wrap items-center gap-2">
          <Chip tone="quiet">{metricOf(metric).name}</Chip>
          <Chip tone="quiet">{t('From a file')}</Chip>
        </span>
      </PageHeader>
      <EmptyState
        icon={FileUp}
        title={t('{n, plural, one {# answer from a file} other {# answers from a file}}', { n: answers })}
        action={
          <>
            {back ? (
              <Link href={back} className={buttonClass({ variant: 'primary' })}>
                {t('See them on the map')}
              </Link>
            ) : null}
            <Link href="/import" className={buttonClass()}>
              {t('Import more')}
            </Link>
          </>
        }
      >
        {t(
          'Nobody is asked by this survey: it holds the answers to one question of a file that you imported.',
        )}
      </EmptyState>
    </Page>
  );
}
