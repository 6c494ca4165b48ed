import { Route } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { buttonClass } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Notice } from '@/components/ui/notice';
import { Page, PageHeader } from '@/components/ui/page-header';
import { isAppError } from '@/lib/errors';
import { requireMember } from '@/lib/gates/member';
import { may } from '@/lib/identity/rules';
import { metricOf, SURVEY_METRICS } from '@/lib/scoring/metrics';
import { newContent } from '@/lib/survey/model/content';
import { questionView } from '@/lib/survey/rules/question-view';
import { loadAskable } from '@/lib/survey/views';
import { MetricForm } from './metric-form';

export const metadata: Metadata = { title: 'Ask customers' };

type Props = { searchParams: Promise<{ touchpoint?: string | string[]; lineage?: string | string[] }> };

export default async function NewSurveyPage({ searchParams }: Props) {
  const { scope, workspace } = await requireMember();
  const { touchpoint, lineage } = await searchParams;
  const asked =
    typeof touchpoint === 'string' ? { touchpoint } : typeof lineage === 'string' ? { lineage } : null;
  if (!asked) return <NothingChosen />;

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
        title={`Ask customers about ${subject.title}`}
        crumbs={[
          { href: '/journeys', label: 'Journeys' },
          { href: back, label: subject.title },
        ]}
      >
        One question, then an open why. Choose what to measure; you word the rest on the next page.
      </PageHeader>
      <div className="flex flex-col gap-5">
        {subject.surveys.length > 0 ? (
          <Notice>
            Already asked here:{' '}
            {subject.surveys.map((survey, index) => (
              <span key={survey.id}>
                {index > 0 ? ', ' : ''}
                <Link href={`/surveys/${survey.id}`} className="font-medium underline underline-offset-2">
                  {survey.title}
                  {survey.version === null ? ' (draft)' : ''}
                </Link>
              </span>
            ))}
            . Open it to ask in another place; a second survey is for a second metric.
          </Notice>
        ) : null}
        {may(scope.actor, 'survey.draft') ? (
          <MetricForm lineageId={subject.lineageId} suggested={subject.suggested} choices={choices} />
        ) : (
          <Notice tone="warn">
            Viewers cannot start a survey. Ask an owner of the workspace to make you an editor.
          </Notice>
        )}
      </div>
    </Page>
  );
}

function NothingChosen() {
  return (
    <Page>
      <PageHeader title="Ask customers" crumbs={[{ href: '/journeys', label: 'Journeys' }]} />
      <EmptyState
        icon={Route}
        title="Choose where to ask first"
        action={
          <Link href="/journeys" className={buttonClass({ variant: 'primary' })}>
            Open your journeys
          </Link>
        }
      >
        A survey belongs to a touchpoint or to a whole journey. Open a map and press “Ask customers” there.
      </EmptyState>
    </Page>
  );
}
