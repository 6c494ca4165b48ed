import { MessagesSquare } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { buttonClass } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Notice } from '@/components/ui/notice';
import { Page, PageHeader } from '@/components/ui/page-header';
import { formatCount, formatPeriod } from '@/lib/format';
import { readText } from '@/lib/gates/language';
import { requireMember } from '@/lib/gates/member';
import { may } from '@/lib/identity/rules';
import { givenOf } from '@/lib/insights/rules/address';
import { loadVoices, type VoicesView } from '@/lib/voices/views';
import { choicesOf } from './choices';
import { PeopleFilter } from './people-filter';
import { Spread } from './spread';
import { UnreadNote } from './unread-note';
import { VoiceCard } from './voice-card';
import { type Going, voicesHref } from './voices-address';
import { VoicesFilter } from './voices-filter';
import { VoicesNav } from './voices-nav';

export async function generateMetadata(): Promise<Metadata> {
  const t = await readText();
  return { title: t('Voices') };
}

type Asked = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** What customers said, in their own words: comments of answers and material from elsewhere. */
export default async function VoicesPage({ searchParams }: Asked) {
  const { scope } = await requireMember();
  const t = await readText();
  const params = givenOf(await searchParams);
  const view = await loadVoices(scope, params, new Date());
  const { asked, filter, period, total, voices, page, pages, withheld, minimumN } = view;
  const days = { from: params.get('from'), to: params.get('to') };
  const going: Going = { asked, filter: { ...filter, ...days } };
  const search = voicesHref(going, {}, { path: '' });
  const languages = [...new Set(view.counts.flatMap(({ language }) => (language ? [language] : [])))];
  const mayCorrect = may(scope.actor, 'voice.correct');
  const place = view.places.find(
    ({ touchpointId }) => touchpointId !== null && touchpointId === asked.touchpointId,
  );
  return (
    <Page wide>
      <PageHeader
        title={
          place?.touchpointTitle
            ? t('What customers say at “{title}”', { title: place.touchpointTitle })
            : t('Voices')
        }
      >
        {t('What customers said in their own words, {period}.', {
          period: formatPeriod(period.from, period.to, t.tongue),
        })}
      </PageHeader>
      <VoicesNav search={search} />
      <PeopleFilter path="/voices" search={params} {...{ scope, view, t }} />
      <VoicesFilter path="/voices" choices={choicesOf(view, languages, t)} asked={asked} />
      <UnreadNote n={view.unread} t={t} />
      {withheld ? (
        <Notice tone="warn">
          {t(
            'Fewer than {minimum} voices fit what you ask of people. Their words could give them away, so they are not shown. Ask for fewer conditions or a longer period.',
            { minimum: minimumN },
          )}
        </Notice>
      ) : null}
      {total === 0 ? <NoVoices view={view} t={t} /> : null}
      {total > 0 && !withheld ? (
        <>
          <Spread counts={view.counts} {...{ total, minimumN, going, t }} />
          <h2 className="sr-only">{t('Quotes')}</h2>
          <ul className="gap-3 md:columns-2 xl:columns-3">
            {voices.map((voice) => (
              <VoiceCard
                key={voice.id}
                {...{ voice, going, t, mayCorrect }}
                themes={view.themes}
                claims={view.claims.filter(({ journeyId }) => journeyId === voice.journey?.id)}
              />
            ))}
          </ul>
          {pages > 1 ? (
            <nav
              aria-label={t('Pages')}
              className="no-print mt-5 flex items-center justify-center gap-3 text-sm"
            >
              {page > 1 ? (
                <Link
                  href={voicesHref(going, {}, { page: page - 1 })}
                  className={buttonClass({ size: 'small' })}
                >
                  {t('Newer')}
                </Link>
              ) : null}
              <span className="tabular text-soft">
                {t('Page {page} of {pages}', {
                  page: formatCount(page, t.tongue),
                  pages: formatCount(pages, t.tongue),
                })}
              </span>
              {page < pages ? (
                <Link
                  href={voicesHref(going, {}, { page: page + 1 })}
                  className={buttonClass({ size: 'small' })}
                >
                  {t('Older')}
                </Link>
              ) : null}
            </nav>
          ) : null}
        </>
      ) : null}
    </Page>
  );
}

function NoVoices({ view, t }: { view: VoicesView; t: Awaited<ReturnType<typeof readText>> }) {
  const { q, themeId, sentiment, language, kind } = view.asked;
  const narrowed = q !== '' || [themeId, sentiment, language, kind].some((one) => one !== null);
  return (
    <EmptyState
      icon={MessagesSquare}
      title={narrowed ? t('No voice fits') : t('No voices in this period')}
      action={
        <Link href={narrowed ? '/voices' : '/voices/import'} className={buttonClass()}>
          {narrowed ? t('Clear the filter') : t('Bring in notes or reviews')}
        </Link>
      }
    >
      {narrowed
        ? t('Ask for fewer conditions, other words or a longer period.')
        : t(
            'Comments of your surveys appear here within seconds. Interview notes, chats, tickets and reviews can be brought in.',
          )}
    </EmptyState>
  );
}
