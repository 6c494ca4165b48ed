import Link from 'next/link';
import type { ReactNode } from 'react';
import { formatPercent } from '@/lib/format';
import type { JourneyMapView, TouchpointView } from '@/lib/insights/model';
import { heardOn } from '@/lib/insights/rules/evidence';
import type { Translate } from '@/lib/translate';

/** So many touchpoints are named at once; more of them are folded away. */
const NAMED = 2;

/**
 * How much of the map is more than a guess: the share of its statements that customers confirmed, and the touchpoints
 * that nobody asked about. A part of a definition list. `search` is the filter of the address; null: without links.
 */
export function EvidenceSummary({
  map,
  search,
  t,
  children,
}: {
  map: JourneyMapView;
  search: string | null;
  t: Translate;
  /** What can be done about it. */
  children?: ReactNode;
}) {
  const { total, counts, unheard } = heardOn(map);
  return (
    <div className="basis-60 px-4 py-2">
      <dt className="flex flex-wrap items-center justify-between gap-x-3 text-xs text-soft">
        {t('Evidence')}
        {children}
      </dt>
      <dd className="tabular">
        {total === 0 ? (
          <span className="mt-1 block text-sm text-soft">{t('No statements yet')}</span>
        ) : (
          <>
            <span className="text-[1.375rem] leading-7 font-bold tracking-tight">{counts.validated}</span>{' '}
            <span className="text-sm text-soft">
              {t('of {n, plural, one {# statement} other {# statements}} validated', { n: total })}
            </span>
            <span className="mt-0.5 block text-xs text-soft">
              {[
                formatPercent(counts.validated / total),
                counts.partly > 0 ? t('{n} partly', { n: counts.partly }) : null,
                t('{n} assumed', { n: counts.assumption }),
                counts.refuted > 0 ? t('{n} refuted', { n: counts.refuted }) : null,
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </>
        )}
        {unheard.length === 0 ? null : unheard.length <= NAMED ? (
          <span className="mr-3 inline-block text-xs text-soft">
            {t('Nobody asked about')}{' '}
            {unheard.map((touchpoint, index) => (
              <span key={touchpoint.id}>
                {index > 0 ? ', ' : null}
                <Unheard journeyId={map.id} touchpoint={touchpoint} search={search} />
              </span>
            ))}
          </span>
        ) : (
          <details className="mt-1 text-xs text-soft">
            <summary className="min-h-6 cursor-pointer underline underline-offset-2">
              {t('Nobody asked about {n} touchpoints', { n: unheard.length })}
            </summary>
            <ul className="flex flex-col">
              {unheard.map((touchpoint) => (
                <li key={touchpoint.id}>
                  <Unheard journeyId={map.id} touchpoint={touchpoint} search={search} />
                </li>
              ))}
            </ul>
          </details>
        )}
      </dd>
    </div>
  );
}

function Unheard({
  journeyId,
  touchpoint: { id, title },
  search,
}: {
  journeyId: string;
  touchpoint: TouchpointView;
  search: string | null;
}) {
  if (search === null) return title;
  const params = new URLSearchParams(search);
  params.set('touchpoint', id);
  return (
    <Link
      href={`/journeys/${journeyId}?${params}`}
      scroll={false}
      className="inline-block min-h-6 font-medium text-ink underline underline-offset-2"
    >
      {title}
    </Link>
  );
}
