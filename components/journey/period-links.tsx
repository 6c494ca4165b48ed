import Link from 'next/link';
import { buttonClass } from '@/components/ui/button';
import type { JourneyMapView } from '@/lib/insights/model';
import { presetsOf } from '@/lib/insights/rules/period';
import type { Translate } from '@/lib/translate';

/** The usual periods as links to the same page; all else that its address asks for stays. */
export function PeriodLinks({
  map,
  path,
  search,
  t,
}: {
  map: Pick<JourneyMapView, 'today'>;
  path: string;
  search: URLSearchParams;
  t: Translate;
}) {
  return (
    <nav aria-label={t('Period')} className="no-print mb-4">
      <ul className="flex flex-wrap gap-1.5">
        {presetsOf(map.today, t).map(({ label, from, to }) => {
          const open = search.get('from') === from && search.get('to') === to;
          return (
            <li key={label}>
              <Link
                href={`${path}${periodSearch(search, from, to)}`}
                aria-current={open ? 'true' : undefined}
                className={`${buttonClass({ size: 'small' })} aria-current:border-primary aria-current:bg-primary aria-current:text-on-primary`}
              >
                {label}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

function periodSearch(search: URLSearchParams, from: string | null, to: string | null): string {
  const params = new URLSearchParams(search);
  for (const name of ['from', 'to', 'page']) params.delete(name);
  if (from !== null) params.set('from', from);
  if (to !== null) params.set('to', to);
  const text = params.toString();
  return text && `?${text}`;
}
