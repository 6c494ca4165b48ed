import {
  PathnameContext,
  SearchParamsContext,
} from 'next/dist/shared/lib/hooks-client-context.shared-runtime';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { JourneyNav } from './journey-nav';

/** The addresses that the pages of journey `j` are reached by from an address. */
function linksFrom(path: string, query: string): string[] {
  const html = renderToStaticMarkup(
    <PathnameContext.Provider value={path}>
      <SearchParamsContext.Provider value={new URLSearchParams(query)}>
        <JourneyNav journeyId="j" />
      </SearchParamsContext.Provider>
    </PathnameContext.Provider>,
  );
  return [...html.matchAll(/href="([^"]*)"/g)].map(([, href = '']) => href.replaceAll('&amp;', '&'));
}

describe('the way from one page of a journey to another', () => {
  test('keeps the filter between the pages whose numbers follow it, and nothing else of the address', () => {
    const persona = '0198a1b2-0000-7000-8000-000000000001';
    const filter = `from=2026-01-01&to=2026-02-01&source=email&source=link&persona=${persona}`;
    const links = linksFrom('/journeys/j/story', `${filter}&touchpoint=x&zoom=75`);
    expect(links.filter((link) => link.includes('?'))).toEqual(
      [
        ...[
          '',
          '/summary',
          '/scorecard',
          '/side-by-side',
          '/story',
          '/blueprint',
          '/watch',
          '/drivers',
          '/customers',
        ],
        '/present',
      ].map((page) => `/journeys/j${page}?${filter}`),
    );
    expect(links.length).toBeGreaterThan(10);
  });

  test('takes nothing along that is no filter, such as the versions that are compared', () => {
    const links = linksFrom('/journeys/j/compare', 'from=now&to=now');
    expect(links.filter((link) => link.includes('?'))).toEqual([]);
    expect(links).toContain('/journeys/j/present');
  });

  test('leads to each page once', () => {
    const links = linksFrom('/journeys/j', '');
    expect(new Set(links).size).toBe(links.length);
  });
});
