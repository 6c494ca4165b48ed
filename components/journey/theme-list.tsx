import Link from 'next/link';
import { formatCount } from '@/lib/format';
import type { Translate } from '@/lib/translate';
import type { TouchpointThemes } from '@/lib/voices/model';
import { ShareBars } from './share-bars';

/** Themes that the drawer has room for; the others stand on the page of all themes. */
const MOST = 8;

/** What the comments of a touchpoint are about: how many of them, and the share with its interval. */
export function ThemeList({
  themes: { total, themes, withheld },
  minimumN,
  quotesHref,
  t,
}: {
  themes: TouchpointThemes;
  minimumN: number;
  /** Where all quotes of the touchpoint are shown, with the map's filter. */
  quotesHref: string | null;
  t: Translate;
}) {
  if (total === 0 && !withheld) return null;
  const few = withheld || total < minimumN;
  return (
    <section className="px-5 py-4">
      <div className="flex items-baseline justify-between gap-3">
        <h3 className="text-sm font-semibold">{t('What they write about')}</h3>
        {quotesHref ? (
          <Link
            href={quotesHref.replace('/voices?', '/voices/themes?')}
            className="no-print inline-flex min-h-6 items-center text-xs font-medium underline underline-offset-2"
          >
            {t('All themes')}
          </Link>
        ) : null}
      </div>
      <p className="mb-2 text-xs text-soft">
        {few
          ? t('Fewer than {minimum} comments: no shares are told of them.', { minimum: minimumN })
          : themes.length === 0
            ? t('None of your themes stands in the {n} comments of this period.', {
                n: formatCount(total, t.tongue),
              })
            : t('Share of {n} comments, found by the words of your themes; 95 % interval (Wilson)', {
                n: formatCount(total, t.tongue),
              })}
      </p>
      {few ? null : (
        <ShareBars
          bars={themes.slice(0, MOST).flatMap(({ id, name, n, share, interval }) =>
            share === null || interval === null
              ? []
              : [
                  {
                    ...{ id, tone: 0 as const, share, count: n, low: interval.low, high: interval.high },
                    label: t('{name}, {n}##a theme and its comments', {
                      name,
                      n: formatCount(n, t.tongue),
                    }),
                    ...(quotesHref ? { href: `${quotesHref}&theme=${id}` } : {}),
                  },
                ],
          )}
          t={t}
        />
      )}
    </section>
  );
}
