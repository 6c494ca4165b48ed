import Link from 'next/link';
import { formatDay } from '@/lib/format';
import type { Translate } from '@/lib/translate';
import { RestoreButton } from './restore-button';

/** Journeys that were taken out of the list, with the way back for who may take it. */
export function RetiredJourneys({
  journeys,
  t,
  mayRestore,
}: {
  journeys: readonly { id: string; title: string; retiredOn: string }[];
  t: Translate;
  mayRestore: boolean;
}) {
  if (journeys.length === 0) return null;
  return (
    <details className="mt-6">
      <summary className="inline-flex min-h-8 items-center text-sm text-soft underline underline-offset-2">
        {t('{n, plural, one {# retired journey} other {# retired journeys}}', { n: journeys.length })}
      </summary>
      <ul className="mt-2 divide-y divide-line rounded-xl border border-line bg-panel">
        {journeys.map(({ id, title, retiredOn }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-3 px-4 py-2.5 text-sm">
            <span className="min-w-0">
              <Link
                href={`/journeys/${id}`}
                className="font-medium break-words underline-offset-2 hover:underline"
              >
                {title}
              </Link>
              <span className="block text-xs text-soft">
                {t('Retired on {day}', { day: formatDay(retiredOn, t.tongue) })}
              </span>
            </span>
            {mayRestore ? <RestoreButton id={id} title={title} /> : null}
          </li>
        ))}
      </ul>
    </details>
  );
}
