import { MessageCircleQuestionMark } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { SurveyStateChip } from '@/components/survey/survey-state';
import { Button, buttonClass } from '@/components/ui/button';
import { Chip } from '@/components/ui/chip';
import { EmptyState } from '@/components/ui/empty-state';
import { TextField } from '@/components/ui/field';
import { Page, PageHeader } from '@/components/ui/page-header';
import { Table, Td, Th } from '@/components/ui/table';
import { formatInstant, NO_NUMBER } from '@/lib/format';
import { readText } from '@/lib/gates/language';
import { requireMember } from '@/lib/gates/member';
import { metricOf } from '@/lib/scoring/metrics';
import type { SurveyLine } from '@/lib/survey/model';
import { languageNames } from '@/lib/survey/rules/stock-texts';
import { listSurveys } from '@/lib/survey/views/list-surveys';
import type { Translate } from '@/lib/translate';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readText())('Surveys') };
}

const FILTERS = {
  all: ({ imported }) => !imported,
  open: ({ imported, state, version }) => !imported && version !== null && state === 'open',
  draft: ({ version }) => version === null,
  resting: ({ state, version }) => version !== null && (state === 'paused' || state === 'early'),
  ended: ({ state, version }) => version !== null && ['closed', 'over', 'full'].includes(state),
  imported: ({ imported }) => imported,
} satisfies Record<string, (survey: SurveyLine) => boolean>;
type Filter = keyof typeof FILTERS;

type Props = { searchParams: Promise<{ q?: string | string[]; state?: string | string[] }> };

export default async function SurveysPage({ searchParams }: Props) {
  const { scope, workspace } = await requireMember();
  const [t, asked, surveys] = [await readText(), await searchParams, await listSurveys(scope, new Date())];
  if (surveys.length === 0) return <NothingYet t={t} />;

  const q = typeof asked.q === 'string' ? asked.q.trim().slice(0, 100) : '';
  const filter = (Object.keys(FILTERS) as Filter[]).find((one) => one === asked.state) ?? 'all';
  const matching = surveys.filter(({ title, subject, metric }) =>
    `${title} ${subject?.title ?? ''} ${metricOf(metric).name}`.toLowerCase().includes(q.toLowerCase()),
  );
  const shown = matching.filter(FILTERS[filter]);
  return (
    <Page wide>
      <PageHeader
        title={t('Surveys')}
        actions={
          <Link href="/journeys" className={buttonClass()}>
            {t('Ask at a touchpoint')}
          </Link>
        }
      >
        {t('Everything your customers are asked, wherever it stands on a map.')}
      </PageHeader>
      <div className="mb-4 flex flex-wrap items-end justify-between gap-3">
        <Filters t={t} surveys={matching} filter={filter} q={q} />
        <form action="/surveys" className="flex items-end gap-2">
          {filter === 'all' ? null : <input type="hidden" name="state" value={filter} />}
          <TextField
            label={t('Search surveys')}
            labelHidden
            name="q"
            type="search"
            defaultValue={q}
            placeholder={t('Name, touchpoint or metric')}
          />
          <Button type="submit" className="min-h-10">
            {t('Search')}
          </Button>
        </form>
      </div>
      {shown.length === 0 ? (
        <EmptyState
          icon={MessageCircleQuestionMark}
          title={t('No survey fits')}
          action={
            <Link href="/surveys" className={buttonClass()}>
              {t('Show all surveys')}
            </Link>
          }
        >
          {t('Try fewer words, or another state.')}
        </EmptyState>
      ) : (
        <Lines t={t} surveys={shown} timeZone={workspace.timeZone} />
      )}
    </Page>
  );
}

function Filters({
  t,
  surveys,
  filter,
  q,
}: {
  t: Translate;
  surveys: readonly SurveyLine[];
  filter: Filter;
  q: string;
}) {
  const names: Record<Filter, string> = {
    all: t('All##surveys'),
    open: t('Taking answers'),
    draft: t('Drafts'),
    resting: t('Paused or not open yet'),
    ended: t('Ended##surveys'),
    imported: t('From files'),
  };
  return (
    <nav aria-label={t('Surveys by state')}>
      <ul className="flex flex-wrap gap-1.5">
        {(Object.keys(FILTERS) as Filter[]).map((one) => {
          const query = new URLSearchParams({
            ...(one === 'all' ? {} : { state: one }),
            ...(q === '' ? {} : { q }),
          }).toString();
          return (
            <li key={one}>
              <Link
                href={query === '' ? '/surveys' : `/surveys?${query}`}
                aria-current={filter === one ? 'page' : undefined}
                className="inline-flex min-h-9 items-center gap-1.5 rounded-full border border-line-strong px-3 text-sm aria-[current=page]:border-transparent aria-[current=page]:bg-primary aria-[current=page]:text-on-primary"
              >
                {names[one]} <span className="tabular opacity-75">{surveys.filter(FILTERS[one]).length}</span>
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

function Lines({ t, surveys, timeZone }: { t: Translate; surveys: readonly SurveyLine[]; timeZone: string }) {
  const names = new Map(languageNames(t.tongue).map(({ tag, name }) => [tag, name]));
  return (
    <Table
      label={t('Surveys')}
      head={
        <tr>
          <Th>{t('Survey')}</Th>
          <Th>{t('Asks about')}</Th>
          <Th>{t('State')}</Th>
          <Th>{t('Languages')}</Th>
          <Th className="text-right">{t('Answers')}</Th>
          <Th>{t('Last answer')}</Th>
        </tr>
      }
    >
      {surveys.map((survey) => {
        const { id, title, metric, subject, languages, answers, lastAnswerAt, times, openPlaces, imported } =
          survey;
        const first = languages.slice(0, 3).map((tag) => names.get(tag) ?? tag);
        return (
          <tr key={id}>
            <Td className="min-w-44">
              <Link
                href={`/surveys/${id}`}
                className="font-medium text-accent underline-offset-2 hover:underline"
              >
                {title}
              </Link>
              <span className="block text-xs text-soft">{metricOf(metric).name}</span>
            </Td>
            <Td className="min-w-44">
              {subject ? (
                <Link
                  href={`/journeys/${subject.journeyId}${subject.touchpointId ? `?touchpoint=${subject.touchpointId}` : ''}`}
                  className="underline-offset-2 hover:underline"
                >
                  {subject.title}
                </Link>
              ) : (
                <span className="text-soft">{t('Nothing on a map any more')}</span>
              )}
            </Td>
            <Td>
              {imported ? (
                <Chip tone="quiet">{t('From a file')}</Chip>
              ) : (
                <SurveyStateChip survey={survey} t={t} timeZone={timeZone} />
              )}
              {!imported && survey.version !== null && openPlaces === 0 ? (
                <span className="mt-1 block text-xs text-soft">{t('Asked nowhere now')}</span>
              ) : null}
            </Td>
            <Td className="min-w-36">
              {imported ? NO_NUMBER : first.join(', ')}
              {languages.length > 3 ? (
                <span className="block text-xs text-soft">
                  {t('{n, plural, one {and # more} other {and # more}}', { n: languages.length - 3 })}
                </span>
              ) : null}
            </Td>
            <Td className="tabular text-right whitespace-nowrap">
              {times.quota === null
                ? t('{n, number}', { n: answers })
                : t('{n, number} of {quota, number}', { n: answers, quota: times.quota })}
            </Td>
            <Td className="tabular whitespace-nowrap">
              {lastAnswerAt ? formatInstant(lastAnswerAt, timeZone, t.tongue) : NO_NUMBER}
            </Td>
          </tr>
        );
      })}
    </Table>
  );
}

function NothingYet({ t }: { t: Translate }) {
  return (
    <Page>
      <PageHeader title={t('Surveys')} />
      <EmptyState
        icon={MessageCircleQuestionMark}
        title={t('Nobody is asked anything yet')}
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
