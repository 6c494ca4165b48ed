import { Sparkles } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { buttonClass } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Page, PageHeader } from '@/components/ui/page-header';
import { Table, Td, Th } from '@/components/ui/table';
import { formatCount, formatDecimal, formatPeriod } from '@/lib/format';
import { readText } from '@/lib/gates/language';
import { requireMember } from '@/lib/gates/member';
import { may } from '@/lib/identity/rules';
import { givenOf } from '@/lib/insights/rules/address';
import type { Translate } from '@/lib/translate';
import type { TermView } from '@/lib/voices/model';
import { loadSuggestions } from '@/lib/voices/views';
import { choicesOf } from '../choices';
import { PeopleFilter } from '../people-filter';
import { type Going, voicesHref } from '../voices-address';
import { VoicesFilter } from '../voices-filter';
import { VoicesNav } from '../voices-nav';

export async function generateMetadata(): Promise<Metadata> {
  const t = await readText();
  return { title: t('Suggested themes') };
}

type Asked = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** What themes could be made of: words that part low from high scorers, and groups of like voices. */
export default async function SuggestionsPage({ searchParams }: Asked) {
  const { scope } = await requireMember();
  const t = await readText();
  const params = givenOf(await searchParams);
  const view = await loadSuggestions(scope, params, new Date());
  const { asked, filter, period, n, terms, clusters } = view;
  const days = { from: params.get('from'), to: params.get('to') };
  const going: Going = { asked, filter: { ...filter, ...days } };
  const mayAdd = may(scope.actor, 'theme.add');
  const nothing = terms.length === 0 && clusters.length === 0;
  return (
    <Page>
      <PageHeader title={t('Suggested themes')}>
        {t(
          'From the newest {n, plural, one {voice} other {{count} voices}}, {period}. Nothing is sent anywhere.',
          {
            ...{ n, count: formatCount(n, t.tongue) },
            period: formatPeriod(period.from, period.to, t.tongue),
          },
        )}
      </PageHeader>
      <VoicesNav search={voicesHref(going, {}, { path: '' })} />
      <PeopleFilter path="/voices/suggestions" search={params} {...{ scope, view, t }} />
      <VoicesFilter path="/voices/suggestions" choices={choicesOf(view, [], t)} asked={asked} />
      {nothing ? (
        <EmptyState icon={Sparkles} title={t('Nothing to suggest yet')}>
          {t('Suggestions need some dozens of comments. Ask for a longer period or fewer conditions.')}
        </EmptyState>
      ) : null}
      {terms.length > 0 ? (
        <section className="mb-8">
          <h2 className="text-base font-semibold">{t('Words that part low from high scorers')}</h2>
          <p className="mb-3 max-w-2xl text-xs text-soft">
            {t(
              'Words that one side writes more often than the other, by log-odds with a Dirichlet prior. z says by how many standard errors.',
            )}
          </p>
          <div className="grid grid-cols-1 gap-4 md:grid-cols-2">
            <Terms
              title={t('Low scorers write')}
              terms={terms.filter(({ z }) => z > 0)}
              {...{ going, mayAdd, t }}
            />
            <Terms
              title={t('High scorers write')}
              terms={terms.filter(({ z }) => z < 0)}
              {...{ going, mayAdd, t }}
            />
          </div>
        </section>
      ) : null}
      {clusters.length > 0 ? (
        <section>
          <h2 className="text-base font-semibold">{t('Groups of like voices')}</h2>
          <p className="mb-3 max-w-2xl text-xs text-soft">
            {t(
              'Voices that use the same words, by TF-IDF and k-means. A group is a first draft: name it and correct its words.',
            )}
          </p>
          <ul className="grid grid-cols-1 gap-3 md:grid-cols-2">
            {clusters.map(({ terms: words, n: size, examples }) => (
              <li
                key={words.join()}
                className="flex flex-col gap-2 rounded-xl border border-line bg-panel p-4 shadow-card"
              >
                <h3 className="text-sm font-semibold">
                  {words.join(', ')}{' '}
                  <span className="tabular font-normal text-soft">n {formatCount(size, t.tongue)}</span>
                </h3>
                {examples.map((text) => (
                  <blockquote
                    key={text}
                    className="line-clamp-2 border-l-2 border-line-strong pl-3 text-sm text-soft"
                  >
                    {text}
                  </blockquote>
                ))}
                {mayAdd ? (
                  <p>
                    <Link href={nameHref(going, words)} className={buttonClass({ size: 'small' })}>
                      {t('Name this theme')}
                    </Link>
                  </p>
                ) : null}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </Page>
  );
}

function Terms({
  title,
  terms,
  going,
  mayAdd,
  t,
}: {
  title: string;
  terms: readonly TermView[];
  going: Going;
  mayAdd: boolean;
  t: Translate;
}) {
  if (terms.length === 0) return null;
  return (
    <div>
      <h3 className="mb-2 text-sm font-medium">{title}</h3>
      <Table
        label={title}
        head={
          <tr>
            <Th>{t('Word')}</Th>
            <Th className="text-right" title={t('Low scorers’ voices with it')}>
              {t('Low')}
            </Th>
            <Th className="text-right" title={t('High scorers’ voices with it')}>
              {t('High')}
            </Th>
            <Th className="text-right">z</Th>
            {mayAdd ? (
              <Th>
                <span className="sr-only">{t('Name this theme')}</span>
              </Th>
            ) : null}
          </tr>
        }
      >
        {terms.map(({ term, z, low, high }) => (
          <tr key={term}>
            <Td className="py-1.5">
              <Link
                href={voicesHref(going, { q: term })}
                className="inline-flex min-h-6 items-center font-medium underline-offset-2 hover:underline"
              >
                {term}
              </Link>
            </Td>
            <Td className="tabular py-1.5 text-right">{formatCount(low, t.tongue)}</Td>
            <Td className="tabular py-1.5 text-right">{formatCount(high, t.tongue)}</Td>
            <Td className="tabular py-1.5 text-right">{formatDecimal(Math.abs(z), 1, t.tongue)}</Td>
            {mayAdd ? (
              <Td className="py-1.5">
                <Link
                  href={nameHref(going, [term])}
                  aria-label={t('Name a theme by “{word}”', { word: term })}
                  className={buttonClass({ size: 'small', variant: 'quiet' })}
                >
                  {t('Name##a theme')}
                </Link>
              </Td>
            ) : null}
          </tr>
        ))}
      </Table>
    </div>
  );
}

/** The form that names a theme, with these words in it. */
function nameHref(going: Going, words: readonly string[]): string {
  const params = new URLSearchParams(voicesHref(going, { q: '', themeId: null }, { path: '' }));
  for (const word of words) params.append('phrase', word);
  return `/voices/themes?${params}#new`;
}
