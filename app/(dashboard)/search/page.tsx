import { Search } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { SearchForm } from '@/components/journey/search-form';
import { SearchResults } from '@/components/journey/search-results';
import { buttonClass } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Page, PageHeader } from '@/components/ui/page-header';
import { readText } from '@/lib/gates/language';
import { requireMember } from '@/lib/gates/member';
import { paramsOf } from '@/lib/insights/rules/address';
import { loadSearch } from '@/lib/insights/views/search';

export async function generateMetadata(): Promise<Metadata> {
  const t = await readText();
  return { title: t('Search') };
}

type Asked = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** One search over everything that the workspace knows. */
export default async function SearchPage({ searchParams }: Asked) {
  const { scope } = await requireMember();
  const t = await readText();
  const found = await loadSearch(scope, paramsOf(await searchParams).get('q') ?? '', t);
  return (
    <Page>
      <PageHeader title={t('Search')} />
      <div className="mb-6 max-w-2xl">
        <SearchForm asked={found.asked} t={t} />
      </div>
      {found.state === 'found' ? <SearchResults found={found} language={t.tongue} t={t} /> : null}
      {found.state === 'empty' ? (
        <EmptyState icon={Search} title={t('What are you looking for?')}>
          {t(
            'A word or two finds every journey, stage, touchpoint, statement, persona and customer’s comment that holds them. What is retired is left out.',
          )}
        </EmptyState>
      ) : null}
      {found.state === 'short' ? (
        <EmptyState icon={Search} title={t('A little more, please')}>
          {t('Give at least two characters.')}
        </EmptyState>
      ) : null}
      {found.state === 'nothing' ? (
        <EmptyState
          icon={Search}
          title={t('Nothing found')}
          action={
            <Link href="/journeys" className={buttonClass()}>
              {t('All journeys')}
            </Link>
          }
        >
          {t('No map, persona or comment holds “{asked}”. Try fewer words, or only the beginning of one.', {
            asked: found.asked,
          })}
        </EmptyState>
      ) : null}
    </Page>
  );
}
