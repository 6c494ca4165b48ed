import Link from 'next/link';
import type { Translate } from '@/lib/translate';

export const SHOWN = ['mine', 'all', 'overdue', 'closed'] as const;
export type Shown = (typeof SHOWN)[number];

/** Which cases the inbox shows, and the alerts beside them; the one that is open is marked. */
export function CaseTabs({
  open,
  about,
  alerts,
  t,
}: {
  open: Shown | 'alerts';
  /** The lineage that the list is narrowed to; null: none. */
  about: string | null;
  /** Alerts that wait for somebody. */
  alerts: number;
  t: Translate;
}) {
  const names: Record<Shown, string> = {
    mine: t('Mine##cases'),
    all: t('All open'),
    overdue: t('Overdue##cases'),
    closed: t('Closed##cases'),
  };
  const entries = [
    ...SHOWN.map((shown) => ({ key: shown, href: casesHref(shown, about), label: names[shown] })),
    {
      key: 'alerts' as const,
      href: '/cases/alerts',
      label: alerts > 0 ? t('Alerts ({n})', { n: alerts }) : t('Alerts'),
    },
  ];
  return (
    <nav aria-label={t('Cases')} className="mb-4 overflow-x-auto border-b border-line">
      <ul className="flex gap-1">
        {entries.map(({ key, href, label }) => (
          <li key={key}>
            <Link
              href={href}
              aria-current={key === open ? 'page' : undefined}
              className={`-mb-px flex min-h-10 items-center border-b-2 px-3 text-sm whitespace-nowrap focus-visible:-outline-offset-2 ${
                key === open ? 'border-primary font-semibold' : 'border-transparent text-soft hover:text-ink'
              }`}
            >
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** The address of a list of cases. */
export function casesHref(shown: Shown, about: string | null, page = 1): string {
  const asked = new URLSearchParams();
  if (shown !== 'mine') asked.set('show', shown);
  if (about) asked.set('about', about);
  if (page > 1) asked.set('page', String(page));
  return asked.size > 0 ? `/cases?${asked}` : '/cases';
}
