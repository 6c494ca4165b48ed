import { TrendingUp } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { ChartSource } from '@/components/charts/chart-source';
import type { PeriodChoice } from '@/components/journey/filter-bar';
import { FilterRow } from '@/components/journey/filter-row';
import { filterText } from '@/components/journey/filter-text';
import { buttonClass } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Notice } from '@/components/ui/notice';
import { Page, PageHeader } from '@/components/ui/page-header';
import { isAppError } from '@/lib/errors';
import { formatDay, formatPeriod } from '@/lib/format';
import { readText } from '@/lib/gates/language';
import { requireMember } from '@/lib/gates/member';
import { may } from '@/lib/identity/rules';
import { presetsOf } from '@/lib/insights/rules/period';
import { loadWorkspaceFilter } from '@/lib/insights/views/workspace-filter';
import { loadOutcomes, type OutcomesView } from '@/lib/outcomes/views/load-outcomes';
import { METRICS } from '@/lib/scoring/metrics';
import type { Translate } from '@/lib/translate';
import { AmountsPart, WordsPart } from './amounts-part';
import { EraseForm } from './erase-form';
import { PredictorsPart } from './predictors-part';
import { Question } from './question';
import { SharesPart } from './shares-part';
import { SurvivalPart } from './survival-part';
import { KIND_NAMES } from './words';

export async function generateMetadata(): Promise<Metadata> {
  const t = await readText();
  return { title: t('Outcomes##of customers') };
}

type Params = Promise<Record<string, string | string[] | undefined>>;

export default async function OutcomesPage({ searchParams }: { searchParams: Params }) {
  const t = await readText();
  const { scope } = await requireMember();
  const params = searchOf(await searchParams);
  const view = await loadOutcomes(scope, params, new Date()).catch((error: unknown) => {
    if (isAppError(error) && error.code === 'bad_request') return null;
    throw error;
  });
  const mayRecord = may(scope.actor, 'outcome.record');
  const narrowable = await loadWorkspaceFilter(scope);
  return (
    <Page>
      <PageHeader title={t('Outcomes##of customers')} actions={<Actions t={t} mayRecord={mayRecord} />}>
        {t(
          'What customers did after they answered: who left, who renewed, what they spent. It shows which scores go with what really happens here.',
        )}
      </PageHeader>
      {view === null ? (
        <Notice tone="bad">
          {t('This address asks for something that does not exist.')}{' '}
          <Link href="/outcomes" className="underline underline-offset-2">
            {t('Show the outcomes')}
          </Link>
        </Notice>
      ) : view.onFile.length === 0 ? (
        <EmptyState
          icon={TrendingUp}
          title={t('No outcomes yet')}
          action={
            mayRecord ? (
              <Link href="/outcomes/import" className={buttonClass({ variant: 'primary' })}>
                {t('Import outcomes')}
              </Link>
            ) : undefined
          }
        >
          {t(
            'Bring in who renewed and who left, by a file or by the API. Then this page shows which scores foretell it.',
          )}
        </EmptyState>
      ) : (
        <div className="flex flex-col gap-6">
          <ul className="flex flex-wrap gap-x-5 gap-y-1 text-sm">
            {view.onFile.map(({ kind, people }) => (
              <li key={kind}>
                <span className="text-soft">{t(KIND_NAMES[kind])}:</span>{' '}
                <span className="tabular">
                  {t('{n, plural, one {# person} other {# people}}', { n: people })}
                </span>
              </li>
            ))}
            {view.through === null ? null : (
              <li className="text-soft">
                {t('Known until {day}', { day: formatDay(view.through, t.tongue) })}
              </li>
            )}
          </ul>
          {view.asked === null || view.study === null ? (
            <Notice>
              {t(
                'Nobody with an outcome on file has answered yet. Outcomes and answers meet by the contact’s address or by the key of the person.',
              )}
            </Notice>
          ) : (
            <>
              <Question t={t} view={view} asked={view.asked} params={params} />
              <FilterRow
                of={{ ...narrowable, filter: view.filter, teams: [], members: [] }}
                path="/outcomes"
                period={periodOf(view, t)}
                choices={narrowable.choices}
                note={t(
                  'The filter holds for the answers, the period for the day of each. Who answers for a touchpoint plays no part here.',
                )}
              />
              {view.study.onlyEvents ? (
                <Notice tone="warn">
                  {t(
                    'Everybody on file had this outcome. Bring in something of those who stayed too, such as their renewals: without them nothing can be told.',
                  )}
                </Notice>
              ) : view.study.few ? (
                <Notice tone="warn">
                  {t(
                    '{n, plural, =0 {Nobody had this outcome} one {Only # person had this outcome} other {Only # people had this outcome}} within {days} days. Below 50 everything here may turn out otherwise.',
                    { n: view.study.events, days: view.asked.horizon },
                  )}
                </Notice>
              ) : null}
              <ChartSource
                of={t('Outcomes##of customers')}
                filter={`${askedText(view, view.asked, t)}. ${filterText(
                  {
                    ...{ ...narrowable, filter: view.filter, teams: [], members: [] },
                    ...{ period: view.days, language: t.tongue },
                  },
                  t,
                )}`}
              >
                <SharesPart t={t} study={view.study} asked={view.asked} minimumN={view.minimumN} />
                {view.asked.kind === 'churned' ? (
                  <SurvivalPart t={t} study={view.study} metric={view.asked.metric} />
                ) : null}
                <WordsPart t={t} words={view.words} asked={view.asked} />
                <AmountsPart t={t} view={view} asked={view.asked} />
                <PredictorsPart t={t} predictors={view.predictors} asked={view.asked} />
              </ChartSource>
              <p className="max-w-2xl text-sm text-soft">
                {t(
                  'All of this says what goes together. It does not say that a better score alone would keep people.',
                )}
              </p>
            </>
          )}
          {may(scope.actor, 'outcome.erase') ? <EraseForm /> : null}
        </div>
      )}
    </Page>
  );
}

function Actions({ t, mayRecord }: { t: Translate; mayRecord: boolean }) {
  return (
    <>
      <Link href="/outcomes/benchmarks" className={buttonClass({})}>
        {t('Benchmarks')}
      </Link>
      <Link href="/settings/economics" className={buttonClass({})}>
        {t('Economics')}
      </Link>
      {mayRecord ? (
        <Link href="/outcomes/import" className={buttonClass({ variant: 'primary' })}>
          {t('Import outcomes')}
        </Link>
      ) : null}
    </>
  );
}

/** What the charts are of: the score, what it is about, the outcome and its horizon. */
function askedText(
  { subjects }: OutcomesView,
  { metric, lineageId, kind, horizon }: NonNullable<OutcomesView['asked']>,
  t: Translate,
): string {
  const subject = subjects.find((one) => one.lineageId === lineageId)?.title ?? t('Everything');
  return [METRICS[metric].name, subject, t(KIND_NAMES[kind]), t('{days} days', { days: horizon })].join(', ');
}

/** The days of the answers. Unasked it is three years, because outcomes take their time. */
function periodOf({ filter, days, today }: OutcomesView, t: Translate): PeriodChoice {
  const presets = presetsOf(today, t).filter((one) => one.from !== null);
  return {
    asked: { from: filter.from, to: filter.to },
    ...{ ...days, fallback: false, comparedText: null },
    presets: [...presets, { label: t('Three years'), from: null, to: null }],
    text: formatPeriod(days.from, days.to, t.tongue),
  };
}

function searchOf(given: Awaited<Params>): URLSearchParams {
  const params = new URLSearchParams();
  for (const [name, values] of Object.entries(given)) {
    for (const value of [values ?? []].flat()) params.append(name, value);
  }
  return params;
}
