import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import type { ReactNode } from 'react';
import { VerdictDetails } from '@/components/journey/improvement-verdict';
import { Chip } from '@/components/ui/chip';
import { Notice } from '@/components/ui/notice';
import { Page, PageHeader } from '@/components/ui/page-header';
import { findImprovement } from '@/db/queries/improvements';
import { listThemes } from '@/db/queries/themes';
import { isAppError } from '@/lib/errors';
import { formatDay, formatInstant, formatInterval, formatPeriod, formatScore } from '@/lib/format';
import { readText } from '@/lib/gates/language';
import { requireMember } from '@/lib/gates/member';
import { isUuid } from '@/lib/id';
import { may } from '@/lib/identity/rules';
import {
  IMPROVEMENT_KIND_LABELS,
  IMPROVEMENT_STATE_LABELS,
  improvementSchema,
} from '@/lib/improvements/model';
import { evidenceCount } from '@/lib/improvements/rules/state';
import { loadImprovement } from '@/lib/improvements/views';
import {
  STATEMENT_KIND_LABELS,
  STATEMENT_STATE_LABELS,
  type StatementState,
} from '@/lib/journey/model/statement';
import { loadEconomics } from '@/lib/outcomes/views/load-economics';
import { METRICS } from '@/lib/scoring/metrics';
import { saveImprovement } from '../actions';
import { answerFacts, answerText } from '../answer-text';
import { ImprovementForm } from '../improvement-form';
import { measuredImportances } from '../measured-importances';
import { PriorityFacts } from '../priority-facts';
import { ValueFacts } from '../value-facts';
import { AnswerPicker } from './answer-picker';
import { AddLink, Unlink } from './link-list';
import { MoveBar } from './move-bar';
import { TrialPart } from './trial-part';

export async function generateMetadata(): Promise<Metadata> {
  const t = await readText();
  return { title: t('Improvement') };
}

type Asked = {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ missing?: string | string[]; theme?: string | string[] }>;
};

/** One improvement: what it is, what it rests on, what it is worth, and whether it worked. */
export default async function ImprovementPage({ params, searchParams }: Asked) {
  const { scope, workspace } = await requireMember();
  const t = await readText();
  const { id } = await params;
  const now = new Date();
  const found = isUuid(id) ? await findImprovement(scope, id) : null;
  if (!found) notFound();
  const asked = await searchParams;
  const [economics, themes, measured] = await Promise.all([
    loadEconomics(scope, now),
    listThemes(scope),
    measuredImportances(scope, [found.journeyId], now),
  ]);
  const detail = await loadImprovement(scope, id, economics, now, measured).catch((error) => {
    if (isAppError(error) && error.code === 'not_found') notFound();
    throw error;
  });
  const { improvement, moves, statements, answers, linkable, markers, members, outcomes, today } = detail;
  const { state, verdict, baseline, subjects, priority, overrideReason } = improvement;
  const deleted = improvement.retiredAt !== null;
  const mayWrite = may(scope.actor, 'improvement.edit') && !deleted;
  const fields = improvementSchema.strip().parse(improvement);
  const evidence = evidenceCount(statements, answers.length);
  const judged = baseline?.measures.find(
    (one) => one.metric === baseline.judged?.metric && one.wording === baseline.judged.wording,
  );
  return (
    <Page>
      <PageHeader
        title={improvement.title}
        crumbs={[
          { href: '/improvements', label: t('Improvements') },
          { href: `/journeys/${improvement.journeyId}`, label: improvement.journeyTitle },
        ]}
        actions={
          mayWrite ? (
            <MoveBar
              improvement={{
                id,
                title: improvement.title,
                state,
                effectiveOn: improvement.effectiveOn,
              }}
              {...{ evidence, markers, today }}
            />
          ) : null
        }
      >
        <span className="flex flex-wrap items-center gap-2 text-sm">
          <Chip tone={state === 'done' ? 'good' : state === 'dropped' ? 'quiet' : 'plain'}>
            {t(IMPROVEMENT_STATE_LABELS[state])}
          </Chip>
          <span>{t(IMPROVEMENT_KIND_LABELS[improvement.kind])}</span>
          <span>·</span>
          <span>{improvement.ownerName ?? t('a former member')}</span>
        </span>
      </PageHeader>
      <div className="flex flex-col gap-6">
        {deleted ? <Notice tone="warn">{t('This improvement was deleted.')}</Notice> : null}
        {asked.missing && state === 'idea' ? (
          <Notice tone="warn">
            {t(
              'It is saved as an idea. To plan and start it, link a statement that has evidence, or say why it is planned without.',
            )}
          </Notice>
        ) : null}
        {overrideReason ? (
          <Notice>{t('Planned without evidence: “{reason}”', { reason: overrideReason })}</Notice>
        ) : null}
        {state === 'doing' || state === 'done' ? (
          <Part title={t('Did it work?')}>
            {verdict ? (
              <VerdictDetails verdict={verdict} minimumN={detail.minimumN} t={t} />
            ) : (
              <p className="text-sm text-soft">
                {baseline?.judged && improvement.effectiveOn
                  ? t('Customers feel it from {day} on. Until then there is nothing to compare.', {
                      day: formatDay(improvement.effectiveOn, t.tongue),
                    })
                  : t(
                      'Nobody had answered here before the start, so there is nothing to compare with. Ask customers here, and the next improvement can be judged.',
                    )}
              </p>
            )}
          </Part>
        ) : null}
        <Part title={t('Two groups at the same time')}>
          <TrialPart detail={detail} mayWrite={mayWrite} t={t} />
        </Part>
        <div className="grid gap-6 lg:grid-cols-2">
          <Part title={t('Priority')}>
            <PriorityFacts priority={priority} t={t} />
          </Part>
          <Part title={t('What it is worth')}>
            <ValueFacts {...{ improvement, economics, t }} minimumN={detail.minimumN} />
          </Part>
        </div>
        <Part title={t('What it rests on')}>
          {evidence === 0 ? (
            <p className="text-sm text-soft">
              {t('No evidence yet. Planning needs some: a statement with evidence, or a customer’s answer.')}
            </p>
          ) : null}
          <ul className="flex flex-col divide-y divide-line">
            {statements.map((one) => (
              <li key={one.id} className="flex items-start justify-between gap-3 py-2">
                <div className="min-w-0 text-sm">
                  <p className="break-words">{one.text}</p>
                  <p className="text-xs text-soft">
                    {[
                      t(STATEMENT_KIND_LABELS[one.kind]),
                      t(STATEMENT_STATE_LABELS[one.state as StatementState]),
                      t(
                        '{n, plural, =0 {No evidence} one {# piece of evidence} other {# pieces of evidence}}',
                        {
                          n: one.evidence,
                        },
                      ),
                    ].join(' · ')}
                  </p>
                </div>
                {mayWrite ? (
                  <Unlink id={id} links={{ statementIds: [one.id] }} name={one.text.slice(0, 60)} />
                ) : null}
              </li>
            ))}
            {answers.map((one) => (
              <li
                key={`${one.placementId} ${one.responseId}`}
                className="flex items-start justify-between gap-3 py-2"
              >
                <div className="min-w-0 text-sm">
                  <p dir="auto" className="break-words">
                    {answerText(one, t)}
                  </p>
                  <p className="tabular text-xs text-soft">{answerFacts(one, t)}</p>
                </div>
                {mayWrite ? (
                  <Unlink
                    id={id}
                    links={{ answers: [{ placementId: one.placementId, responseId: one.responseId }] }}
                    name={(one.comment ?? formatDay(one.day, t.tongue)).slice(0, 60)}
                  />
                ) : null}
              </li>
            ))}
          </ul>
          {mayWrite ? (
            <AnswerPicker
              id={id}
              themes={themes.map((one) => ({ id: one.id, name: one.name }))}
              theme={themes.some((one) => one.id === asked.theme) ? String(asked.theme) : null}
            />
          ) : null}
          {mayWrite ? (
            <AddLink
              id={id}
              label={t('Link a statement')}
              what="statementIds"
              options={linkable.statements.map((one) => ({
                id: one.id,
                text: `${t(STATEMENT_KIND_LABELS[one.kind])}: ${one.text}`.slice(0, 120),
              }))}
            />
          ) : null}
          <h3 className="mt-5 mb-1 text-sm font-semibold">{t('Where')}</h3>
          <ul className="flex flex-col">
            {subjects.map(({ lineageId, title, touchpointId }) => (
              <li key={lineageId} className="flex min-h-8 items-center justify-between gap-3 text-sm">
                {touchpointId ? (
                  <Link
                    className="inline-flex min-h-6 items-center text-accent underline underline-offset-2"
                    href={`/journeys/${improvement.journeyId}?touchpoint=${touchpointId}`}
                  >
                    {title}
                  </Link>
                ) : (
                  <span>{title}</span>
                )}
                {mayWrite &&
                state !== 'doing' &&
                state !== 'done' &&
                improvement.lineageIds.includes(lineageId) ? (
                  <Unlink id={id} links={{ lineageIds: [lineageId] }} name={title} />
                ) : null}
              </li>
            ))}
          </ul>
          {mayWrite && (state === 'idea' || state === 'planned') ? (
            <AddLink
              id={id}
              label={t('Add a touchpoint')}
              what="lineageIds"
              options={linkable.touchpoints
                .filter(({ lineageId }) => !improvement.lineageIds.includes(lineageId))
                .map(({ lineageId, title }) => ({ id: lineageId, text: title }))}
            />
          ) : null}
        </Part>
        <Part title={t('What it is')}>
          <ImprovementForm
            key={JSON.stringify(fields)}
            action={saveImprovement as never}
            {...{ fields, members, outcomes, priority, mayWrite }}
            metricFixed={baseline !== null}
            buttons="save"
            hidden={
              <>
                <input type="hidden" name="id" value={id} />
                <input type="hidden" name="seen" value={JSON.stringify(fields)} />
              </>
            }
          />
        </Part>
        {baseline ? (
          <Part title={t('Baseline')}>
            <p className="mb-2 text-sm text-soft">
              {t('Frozen at the start: {days}.', {
                days: formatPeriod(baseline.from, baseline.to, t.tongue),
              })}
            </p>
            <ul className="tabular flex flex-col gap-1 text-sm">
              {baseline.measures.map((one) => (
                <li key={`${one.metric} ${one.wording}`}>
                  <span title={METRICS[one.metric].inWords}>
                    {t('{measure} {score}, 95 % interval {interval}, n {n}', {
                      measure: METRICS[one.metric].name,
                      score:
                        one.score.n >= detail.minimumN
                          ? formatScore(one.metric, one.score.value, t.tongue)
                          : '–',
                      interval:
                        one.score.n >= detail.minimumN
                          ? formatInterval(one.metric, one.score.low, one.score.high, t.tongue)
                          : '–',
                      n: String(one.score.n),
                    })}
                  </span>{' '}
                  <span className="text-soft">
                    {one.score.formula}
                    {one === judged ? ` · ${t('judged by this')}` : ''}
                  </span>
                </li>
              ))}
            </ul>
          </Part>
        ) : null}
        <Part title={t('History')}>
          <ol className="flex flex-col gap-2 text-sm">
            {moves.map((one) => (
              <li key={`${one.state} ${one.at.toISOString()}`} className="break-words">
                <span className="font-medium">{t(IMPROVEMENT_STATE_LABELS[one.state])}</span>{' '}
                <span className="text-soft">
                  {one.by ?? t('a former member')}, {formatInstant(one.at, workspace.timeZone, t.tongue)}
                </span>
                {one.reason ? <span className="block">{one.reason}</span> : null}
              </li>
            ))}
          </ol>
        </Part>
      </div>
    </Page>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="min-w-0 rounded-xl border border-line bg-panel p-4 shadow-card sm:p-5">
      <h2 className="mb-3 text-base font-semibold">{title}</h2>
      {children}
    </section>
  );
}
