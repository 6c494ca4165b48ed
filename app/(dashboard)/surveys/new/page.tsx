import { Route } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { Fragment } from 'react';
import { buttonClass } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Notice } from '@/components/ui/notice';
import { Page, PageHeader } from '@/components/ui/page-header';
import { rich } from '@/components/ui/rich';
import { isAppError } from '@/lib/errors';
import { readText } from '@/lib/gates/language';
import { requireMember } from '@/lib/gates/member';
import { may } from '@/lib/identity/rules';
import { metricOf, SURVEY_METRICS } from '@/lib/scoring/metrics';
import { newContent } from '@/lib/survey/model/content';
import { questionView } from '@/lib/survey/rules/question-view';
import { loadAskable } from '@/lib/survey/views';
import type { Translate } from '@/lib/translate';
import { MetricForm } from './metric-form';

export async function generateMetadata(): Promise<Metadata> {
  const t = await readText();
  return { title: t('Ask customers') };
}

type Props = { searchParams: Promise<{ touchpoint?: string | string[]; lineage?: string | string[] }> };

export default async function NewSurveyPage({ searchParams }: Props) {
  const t = await readText();
  const { scope, workspace } = await requireMember();
  const { touchpoint, lineage } = await searchParams;
  const asked =
    typeof touchpoint === 'string' ? { touchpoint } : typeof lineage === 'string' ? { lineage } : null;
  if (!asked) return <NothingChosen t={t} />;

  const subject = await loadAskable(scope, asked).catch((error) => {
    if (isAppError(error) && error.code === 'not_found') notFound();
    throw error;
  });
  const back = `/journeys/${subject.journeyId}${subject.touchpointId ? `?touchpoint=${subject.touchpointId}` : ''}`;
  const { brand, privacyUrl, language } = workspace;
  const choices = SURVEY_METRICS.map((id) => {
    const metric = metricOf(id);
    const topic = metric.wording[language].topic?.example ?? '';
    const content = newContent(language, { topic });
    const view = questionView({ key: '', metric, content, brand, privacyUrl, language });
    return { id, name: metric.name, question: view.question };
  });

  return (
    <Page wide>
      <PageHeader
        title={t('Ask customers about {subject}', { subject: subject.title })}
        crumbs={[
          { href: '/journeys', label: t('Journeys') },
          { href: back, label: subject.title },
        ]}
      >
        {t('One question, then an open why. Choose what to measure; you word the rest on the next page.')}
      </PageHeader>
      <div className="flex flex-col gap-5">
        {subject.surveys.length > 0 ? (
          <Notice>
            {rich(
              t,
              'Already asked here: {surveys}. Open it to ask in another place; a second survey is for a second metric.',
              {
                surveys: (
                  <Fragment key="surveys">
                    {subject.surveys.map((survey, index) => (
                      <span key={survey.id}>
                        {index > 0 ? ', ' : ''}
                        <Link
                          href={`/surveys/${survey.id}`}
                          className="font-medium underline underline-offset-2"
                        >
                          {survey.version === null
                            ? t('{survey} (draft)', { survey: survey.title })
                            : survey.title}
                        </Link>
                      </span>
                    ))}
                  </Fragment>
                ),
              },
            )}
          </Notice>
        ) : null}
        {may(scope.actor, 'survey.draft') ? (
          <MetricForm lineageId={subject.lineageId} suggested={subject.suggested} choices={choices} />
        ) : (
          <Notice tone="warn">
            {t('Viewers cannot start a survey. Ask an owner of the workspace to make you an editor.')}
          </Notice>
        )}
      </div>
    </Page>
  );
}

function NothingChosen({ t }: { t: Translate }) {
  return (
    <Page>
      <PageHeader title={t('Ask customers')} crumbs={[{ href: '/journeys', label: t('Journeys') }]} />
      <EmptyState
        icon={Route}
        title={t('Choose where to ask first')}
        action={
          <Link href="/journeys" className={buttonClass({ variant: 'primary' })}>
            {t('Open your journeys')}
          </Link>
        }
      >
        {t(
          'A survey belongs to a touchpoint or to a whole journey. Open a map and press “Ask customers” there.',
        )}
      </EmptyState>
    </Page>
  );
}
