import { Route } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { buttonClass } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Notice } from '@/components/ui/notice';
import { Page, PageHeader } from '@/components/ui/page-header';
import { isAppError } from '@/lib/errors';
import { readText } from '@/lib/gates/language';
import { requireMember } from '@/lib/gates/member';
import { may } from '@/lib/identity/rules';
import { loadProposal } from '@/lib/improvements/views';
import { paramsOf } from '@/lib/insights/rules/address';
import { listJourneys } from '@/lib/insights/views';
import { createImprovement } from '../actions';
import { answerText } from '../answer-text';
import { answerIn } from '../form-fields';
import { ImprovementForm } from '../improvement-form';

export async function generateMetadata(): Promise<Metadata> {
  const t = await readText();
  return { title: t('Add an improvement') };
}

type Asked = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** A new improvement, begun from a journey, a touchpoint or a statement. */
export default async function NewImprovementPage({ searchParams }: Asked) {
  const { scope, user } = await requireMember();
  const t = await readText();
  const asked = paramsOf(await searchParams);
  const journeyId = asked.get('journey');
  const crumbs = [{ href: '/improvements', label: t('Improvements') }];
  if (!journeyId) {
    const journeys = await listJourneys(scope);
    return (
      <Page>
        <PageHeader title={t('Add an improvement')} crumbs={crumbs}>
          {t('For which journey? From a pain point or a touchpoint on the map it begins by itself.')}
        </PageHeader>
        {journeys.length === 0 ? (
          <EmptyState
            icon={Route}
            title={t('No journey yet')}
            action={
              <Link href="/journeys/new" className={buttonClass({ variant: 'primary' })}>
                {t('New journey')}
              </Link>
            }
          />
        ) : (
          <ul className="flex flex-col gap-2">
            {journeys.map(({ id, title }) => (
              <li key={id}>
                <Link className={buttonClass()} href={`/improvements/new?journey=${id}`}>
                  {title}
                </Link>
              </li>
            ))}
          </ul>
        )}
      </Page>
    );
  }
  const from = {
    journeyId,
    touchpointId: asked.get('touchpoint'),
    statementId: asked.get('statement'),
    answer: answerIn(asked.get('answer')),
  };
  const proposal = await loadProposal(scope, from, user.id).catch((error) => {
    if (isAppError(error) && error.code === 'not_found') notFound();
    throw error;
  });
  const { touchpoint, statement, answer, fields, members, outcomes, journeyTitle } = proposal;
  const mayWrite = may(scope.actor, 'improvement.add');
  return (
    <Page>
      <PageHeader
        title={t('Add an improvement')}
        crumbs={[...crumbs, { href: `/journeys/${journeyId}`, label: journeyTitle }]}
      >
        {touchpoint ? t('At “{title}”.', { title: touchpoint.title }) : t('For the journey as a whole.')}{' '}
        {statement ? t('It answers: “{text}”', { text: statement.text }) : ''}
        {answer ? t('It rests on an answer: {text}', { text: answerText(answer, t) }) : ''}
      </PageHeader>
      {mayWrite ? (
        <div className="max-w-3xl">
          <ImprovementForm
            action={createImprovement as never}
            {...{ fields, members, outcomes, mayWrite }}
            priority={null}
            metricFixed={false}
            buttons="create"
            bare={statement === null && answer === null}
            hidden={
              <>
                <input type="hidden" name="journeyId" value={journeyId} />
                {touchpoint ? <input type="hidden" name="lineageId" value={touchpoint.lineageId} /> : null}
                {answer ? (
                  <input type="hidden" name="answer" value={`${answer.placementId}/${answer.responseId}`} />
                ) : null}
                {statement ? <input type="hidden" name="statementId" value={statement.id} /> : null}
              </>
            }
          />
        </div>
      ) : (
        <Notice>{t('Your role does not permit this. Ask an owner of the workspace.')}</Notice>
      )}
    </Page>
  );
}
