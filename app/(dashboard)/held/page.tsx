import { ShieldCheck } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { RedactVoice } from '@/components/journey/redact-voice';
import { DEVICE_LABELS, SOURCE_LABELS } from '@/components/journey/source-labels';
import { buttonClass } from '@/components/ui/button';
import { Chip } from '@/components/ui/chip';
import { EmptyState } from '@/components/ui/empty-state';
import { Page, PageHeader } from '@/components/ui/page-header';
import { formatInstant } from '@/lib/format';
import { readText } from '@/lib/gates/language';
import { type Member, requireMember } from '@/lib/gates/member';
import { may } from '@/lib/identity/rules';
import type { SuspectReason } from '@/lib/response/model';
import type { SuspectView } from '@/lib/response/model/suspect';
import { listSuspects } from '@/lib/response/views';
import { baseLanguage } from '@/lib/survey/model/content';
import { languageOf, packOf } from '@/lib/survey/rules/languages';
import { loadSurvey } from '@/lib/survey/views';
import { msg, type Translate } from '@/lib/translate';
import { redactPassage } from '../voices/actions';
import { givenWords } from './answer-words';
import { CountButton } from './count-button';

export async function generateMetadata(): Promise<Metadata> {
  const t = await readText();
  return { title: t('Held answers') };
}

type Asked = { searchParams: Promise<{ survey?: string | string[]; about?: string | string[] }> };

/** Answers that are kept and counted nowhere: of the workspace, of one `survey`, or `about` one subject, by its lineage. */
export default async function HeldPage({ searchParams }: Asked) {
  const member = await requireMember();
  const { scope, workspace } = member;
  const t = await readText();
  const asked = await searchParams;
  const surveyId = single(asked.survey);
  const lineageId = single(asked.about);
  const { n, suspects } = await listSuspects(scope, {
    ...(surveyId ? { surveyId } : {}),
    ...(lineageId ? { lineageId } : {}),
  });
  const ownReasons = await reasonsOf(member, suspects);
  const mayCount = may(scope.actor, 'response.release');
  const mayRedact = may(scope.actor, 'voice.redact');
  const narrowed = Boolean(surveyId || lineageId);
  const first = suspects[0];
  return (
    <Page>
      <PageHeader
        title={t('Held answers')}
        actions={
          narrowed ? (
            <Link href="/held" className={buttonClass()}>
              {t('All held answers')}
            </Link>
          ) : null
        }
      >
        {narrowed && first
          ? `${t('Only those about {name}.', { name: first.subjectTitle ?? first.surveyTitle })} `
          : ''}
        {t(
          'They look like a machine’s or a test, so they are kept and counted nowhere. What you know to be a person’s, let count: it then counts on the day it was given.',
        )}
      </PageHeader>
      {suspects.length === 0 ? (
        <EmptyState icon={ShieldCheck} title={t('No answer is held back')}>
          {t('Answers that look like a machine’s, and those that you hold back yourself, wait here.')}
        </EmptyState>
      ) : (
        <>
          {n > suspects.length ? (
            <p className="mb-3 text-sm text-soft">
              {t('The newest {shown} of {n, number}.', { shown: suspects.length, n })}
            </p>
          ) : null}
          <ul className="flex flex-col gap-3">
            {suspects.map((one) => (
              <li
                key={`${one.placementId} ${one.id}`}
                className="flex flex-col gap-3 rounded-xl border border-line bg-panel p-4 shadow-card"
              >
                <div className="flex flex-wrap items-start justify-between gap-3">
                  <div className="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-1.5">
                    <Chip tone="warn">{t(REASONS[one.reason])}</Chip>
                    <Link
                      href={`/surveys/${one.surveyId}`}
                      className="text-sm font-medium underline-offset-2 hover:underline"
                    >
                      {[one.surveyTitle, one.subjectTitle].filter(Boolean).join(', ')}
                    </Link>
                  </div>
                  {mayCount ? <CountButton placementId={one.placementId} responseId={one.id} /> : null}
                </div>
                <Given t={t} one={one} ownReasons={ownReasons.get(one.surveyId) ?? {}} />
                {mayRedact && one.comment ? (
                  <div className="-mx-1">
                    <RedactVoice
                      about={{ placementId: one.placementId, responseId: one.id }}
                      text={one.comment}
                      redact={redactPassage}
                    />
                  </div>
                ) : null}
                <p className="text-xs text-soft">
                  {[
                    formatInstant(one.receivedAt, workspace.timeZone, t.tongue),
                    t(SOURCE_LABELS[one.source]),
                    one.device ? t(DEVICE_LABELS[one.device]) : '',
                    languageName(one.language),
                    one.page ?? '',
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </p>
              </li>
            ))}
          </ul>
        </>
      )}
    </Page>
  );
}

const REASONS: Record<SuspectReason, string> = {
  trap: msg('Filled in a field that nobody sees'),
  no_hand: msg('Chose at once, without a hand or a key'),
  flood: msg('One of very many from one network'),
  marked: msg('Held back by a member'),
};

function Given({
  t,
  one,
  ownReasons,
}: {
  t: Translate;
  one: SuspectView;
  ownReasons: Readonly<Record<string, string>>;
}) {
  const given = givenWords(t, one, packOf(t.tongue), ownReasons);
  if (given.length === 0 && !one.comment) {
    return <p className="text-sm text-soft">{t('The question was skipped.')}</p>;
  }
  return (
    <>
      {given.length > 0 ? (
        <dl className="grid gap-x-4 gap-y-1 text-sm sm:grid-cols-[auto_1fr]">
          {given.map(({ name, text }) => (
            <div key={name} className="sm:contents">
              <dt className="text-soft">{name}</dt>
              <dd className="mb-1 break-words sm:mb-0">{text}</dd>
            </div>
          ))}
        </dl>
      ) : null}
      {one.comment ? (
        <blockquote className="border-l-2 border-line-strong pl-3 text-sm break-words whitespace-pre-line">
          {one.comment}
        </blockquote>
      ) : null}
    </>
  );
}

/** The names of the authors' own reasons, by survey: only of surveys where one was chosen. */
async function reasonsOf({ scope }: Member, suspects: readonly SuspectView[]) {
  const chosen = suspects.filter(({ followUps }) => followUps?.reasons?.some((id) => id.startsWith('own-')));
  const ids = [...new Set(chosen.map(({ surveyId }) => surveyId))];
  const surveys = await Promise.all(ids.map((id) => loadSurvey(scope, id)));
  return new Map(
    surveys.map(({ id, draft }) => [id, draft.texts[baseLanguage(draft)]?.reasons ?? {}] as const),
  );
}

function languageName(tag: string | null): string {
  const language = tag === null ? null : languageOf(tag);
  return language === null ? '' : packOf(language).name;
}

const single = (value: string | string[] | undefined): string | undefined =>
  Array.isArray(value) ? value[0] : value;
