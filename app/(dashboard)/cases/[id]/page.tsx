import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { RedactVoice } from '@/components/journey/redact-voice';
import { Chip } from '@/components/ui/chip';
import { Notice } from '@/components/ui/notice';
import { Page, PageHeader } from '@/components/ui/page-header';
import { Refresh } from '@/components/ui/refresh';
import { listImprovements } from '@/db/queries/improvements';
import { listMembers } from '@/db/queries/members';
import { findSubject } from '@/db/queries/subjects';
import type { NoReply } from '@/lib/cases/model';
import { conditionText, OUTCOME_WORDS, pointText, STATE_WORDS } from '@/lib/cases/rules/words';
import { type CaseView, loadCase } from '@/lib/cases/views';
import { addDays, dayOf } from '@/lib/clock';
import { isAppError } from '@/lib/errors';
import { formatInstant } from '@/lib/format';
import { readText } from '@/lib/gates/language';
import { requireMember } from '@/lib/gates/member';
import { newId } from '@/lib/id';
import { may } from '@/lib/identity/rules';
import { isOpen } from '@/lib/improvements/rules/state';
import { searchOf } from '@/lib/insights/rules/address';
import { PERIOD_DAYS } from '@/lib/insights/rules/period';
import { EMOTION_WORDS } from '@/lib/scoring/emotion-words';
import { languageOf, packOf } from '@/lib/survey/rules/languages';
import { msg, type Translate } from '@/lib/translate';
import { UseInImprovement } from '../../improvements/use-in-improvement';
import { redactPassage } from '../../voices/actions';
import { hoursText } from '../loop-figures';
import { personText } from '../person-text';
import { CaseDesk } from './case-desk';
import { CaseHistory } from './case-history';
import { NoteForm } from './note-form';
import { ReplyForm } from './reply-form';

export async function generateMetadata(): Promise<Metadata> {
  const t = await readText();
  return { title: t('Case') };
}

export default async function CasePage({ params }: { params: Promise<{ id: string }> }) {
  const t = await readText();
  const { scope, workspace } = await requireMember();
  const { id } = await params;
  const one = await loadCase(scope, id).catch((error: unknown) => {
    if (isAppError(error) && error.code === 'not_found') notFound();
    throw error;
  });
  const [members, subject] = await Promise.all([listMembers(scope), findSubject(scope, one.lineageId)]);
  const title = one.subjectTitle ?? t('A retired touchpoint');
  const mayImprove = may(scope.actor, 'improvement.link') && !one.erased && !one.held;
  const improvements =
    mayImprove && subject
      ? (await listImprovements(scope, { journeyId: subject.journeyId })).filter(isOpen)
      : [];
  const when = (instant: Date) => formatInstant(instant, workspace.timeZone, t.tongue);
  const language = one.language === null ? null : languageOf(one.language);
  const canWork = may(scope.actor, 'case.progress');
  const late = one.closedAt === null && one.dueAt <= new Date();
  return (
    <Page>
      <PageHeader title={title} crumbs={[{ href: '/cases', label: t('Cases') }]}>
        <span className="flex flex-wrap items-center gap-2">
          <Chip tone={one.state === 'closed' ? 'quiet' : 'plain'}>{t(STATE_WORDS[one.state])}</Chip>
          {one.outcome ? <Chip tone="good">{t(OUTCOME_WORDS[one.outcome])}</Chip> : null}
          {one.closedAt ? (
            <span className="text-sm">{t('Closed {when}', { when: when(one.closedAt) })}</span>
          ) : (
            <Chip tone={late ? 'warn' : 'plain'}>
              {late
                ? t('Overdue since {when}', { when: when(one.dueAt) })
                : t('Due {when}', { when: when(one.dueAt) })}
            </Chip>
          )}
          {one.reopened > 0 ? (
            <span className="text-sm">
              {t('{n, plural, one {opened again once} other {opened again # times}}', { n: one.reopened })}
            </span>
          ) : null}
        </span>
      </PageHeader>
      <div className="grid gap-6 lg:grid-cols-[minmax(0,1fr)_18rem]">
        <div className="flex min-w-0 flex-col gap-6">
          <Answer {...{ one, language, when, t }} mayRedact={may(scope.actor, 'voice.redact')} />
          {canWork ? (
            one.noReply === null ? (
              <ReplyForm
                id={one.id}
                replyId={newId()}
                to={one.contactEmail ?? ''}
                language={language === null || language === t.tongue ? null : packOf(language).name}
                lang={language ?? 'en'}
                subject={t('Your answer about {title}', { title })}
              />
            ) : (
              <Notice>{t(WHY_NO_REPLY[one.noReply])}</Notice>
            )
          ) : null}
          <section aria-labelledby="history-title" className="flex flex-col gap-3">
            <h2 id="history-title" className="text-base font-semibold">
              {t('What happened')}
            </h2>
            {canWork && !one.erased ? <NoteForm id={one.id} /> : null}
            {one.notes.some((note) => isLeaving(note, new Date())) ? (
              <Refresh text={t('A mail is going out…')} />
            ) : null}
            <CaseHistory notes={one.notes} members={members} when={when} t={t} />
          </section>
        </div>
        <aside className="flex flex-col gap-5">
          <CaseDesk
            id={one.id}
            state={one.state}
            assigneeUserId={one.assignee === null ? null : one.assigneeUserId}
            members={members.map(({ userId, name, email }) => ({ id: userId, name: name || email }))}
            canWork={canWork}
          />
          <dl className="flex flex-col gap-3 text-sm">
            <Fact name={t('Opened')}>{when(one.openedAt)}</Fact>
            <Fact name={t('By the rule')}>{conditionText(one.condition, t)}</Fact>
            <Fact name={t('First response')}>
              {one.firstResponseAt
                ? t('after {time}', {
                    time: hoursText((one.firstResponseAt.getTime() - one.openedAt.getTime()) / 3_600_000, t),
                  })
                : t('not yet')}
            </Fact>
            {subject ? (
              <Fact name={t('On the map')}>
                <Link
                  href={
                    subject.touchpointId === null
                      ? `/journeys/${subject.journeyId}`
                      : `/journeys/${subject.journeyId}?touchpoint=${subject.touchpointId}`
                  }
                  className="text-accent underline underline-offset-2"
                >
                  {subject.title}
                </Link>
              </Fact>
            ) : null}
            {subject && (one.contactId || one.respondentKey) ? (
              <Fact name={t('This person')}>
                <Link
                  href={`/journeys/${subject.journeyId}/customers/${encodeURIComponent(personKey(one))}${wayDays(one, workspace.timeZone)}`}
                  className="text-accent underline underline-offset-2"
                >
                  {t('Their path across the journey')}
                </Link>
              </Fact>
            ) : null}
          </dl>
          {mayImprove && subject ? (
            <section aria-labelledby="improve-title" className="flex flex-col gap-2">
              <h2 id="improve-title" className="text-sm font-semibold">
                {t('Evidence of an improvement')}
              </h2>
              <UseInImprovement
                improvements={improvements.map((improvement) => ({
                  id: improvement.id,
                  title: improvement.title,
                }))}
                from={{ answer: { placementId: one.placementId, responseId: one.responseId } }}
                newHref={`/improvements/new?${new URLSearchParams({
                  journey: subject.journeyId,
                  ...(subject.touchpointId === null ? {} : { touchpoint: subject.touchpointId }),
                  answer: `${one.placementId}/${one.responseId}`,
                })}`}
              />
            </section>
          ) : null}
        </aside>
      </div>
    </Page>
  );
}

/** A mail that was sent a moment ago; one that waits longer is kept by something else. */
const LEAVES_WITHIN_MS = 60_000;

const isLeaving = ({ mailState, createdAt }: CaseView['notes'][number], now: Date) =>
  (mailState === 'queued' || mailState === 'sending') &&
  now.getTime() - createdAt.getTime() < LEAVES_WITHIN_MS;

/** The days in which the answer is one of a person's, where those that a page begins with would leave it out. */
function wayDays({ receivedAt }: CaseView, timeZone: string): string {
  if (receivedAt === null) return '';
  const [day, today] = [dayOf(receivedAt, timeZone), dayOf(new Date(), timeZone)];
  return day < addDays(today, 1 - PERIOD_DAYS) ? searchOf({ from: day, to: today }) : '';
}

/** What the pages of a journey know a person by. */
const personKey = ({ contactId, respondentKey }: CaseView): string =>
  contactId === null ? `key:${respondentKey}` : `contact:${contactId}`;

const WHY_NO_REPLY: Record<NoReply, string> = {
  erased: msg('The answer was erased, so there is nobody to write to.'),
  no_contact: msg('This person gave no address, so there is nobody to write to.'),
  opted_out: msg('This person asked not to be written to.'),
  bounced: msg('Mail to this address comes back, so this person cannot be written to.'),
  complained: msg('This person marked mail as spam and is not written to.'),
};

function Answer({
  one,
  language,
  when,
  mayRedact,
  t,
}: {
  one: CaseView;
  language: ReturnType<typeof languageOf>;
  when: (instant: Date) => string;
  mayRedact: boolean;
  t: Translate;
}) {
  if (one.erased) {
    return (
      <Notice>
        {t(
          'The answer was erased. What was said in it and about it is gone; only the times of this case remain.',
        )}
      </Notice>
    );
  }
  if (one.held)
    return <Notice tone="warn">{t('The answer is held back at the moment, so it is not shown.')}</Notice>;
  const feelings = (one.words ?? []).map(
    (id) => EMOTION_WORDS.find((word) => word.id === id)?.label[t.tongue] ?? null,
  );
  return (
    <section
      aria-labelledby="answer-title"
      className="flex flex-col gap-3 rounded-xl border border-line bg-panel p-5 shadow-card"
    >
      <h2 id="answer-title" className="text-lg font-semibold">
        {pointText(one.metric, one.score, t)}
      </h2>
      {feelings.filter(Boolean).length > 0 ? (
        <p className="flex flex-wrap gap-2">
          {feelings.map((feeling) => (feeling ? <Chip key={feeling}>{feeling}</Chip> : null))}
        </p>
      ) : null}
      {one.comment ? (
        <>
          <blockquote
            lang={language ?? undefined}
            dir="auto"
            className="border-l-2 border-line-strong pl-3 break-words whitespace-pre-line"
          >
            {one.comment}
          </blockquote>
          {mayRedact ? (
            <div className="-mx-1 -mt-2">
              <RedactVoice
                about={{ placementId: one.placementId, responseId: one.responseId }}
                text={one.comment}
                redact={redactPassage}
              />
            </div>
          ) : null}
        </>
      ) : (
        <p className="text-sm text-soft">{t('No comment.')}</p>
      )}
      <p className="text-sm break-words">
        <span className="font-medium">{personText(one, t)}</span>
        {one.contactName && one.contactEmail ? (
          <span className="text-soft"> · {one.contactEmail}</span>
        ) : null}
        <span className="text-soft">
          {one.receivedAt ? ` · ${when(one.receivedAt)}` : ''}
          {language === null ? '' : ` · ${packOf(language).name}`}
        </span>
      </p>
    </section>
  );
}

function Fact({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div>
      <dt className="text-xs text-soft">{name}</dt>
      <dd className="break-words">{children}</dd>
    </div>
  );
}
