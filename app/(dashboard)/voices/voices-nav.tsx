'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useText } from '@/components/ui/text';
import { msg } from '@/lib/translate';

const ENTRIES = [
  { href: '/voices', label: msg('Quotes') },
  { href: '/voices/themes', label: msg('Themes') },
  { href: '/voices/suggestions', label: msg('Suggestions') },
  { href: '/voices/import', label: msg('Bring in') },
];

/** The pages about voices; each goes on with the filter of this one. */
export function VoicesNav({ search = '' }: { search?: string }) {
  const t = useText();
  const path = usePathname();
  return (
    <nav aria-label={t('Voices')} className="no-print mb-5 overflow-x-auto border-b border-line">
      <ul className="flex gap-1">
        {ENTRIES.map(({ href, label }) => {
          const here = path === href || (href !== '/voices' && path.startsWith(`${href}/`));
          return (
            <li key={href}>
              <Link
                href={`${href}${search}`}
                aria-current={here ? 'page' : undefined}
                className={`-mb-px flex min-h-10 items-center border-b-2 px-3 text-sm whitespace-nowrap focus-visible:-outline-offset-2 ${
                  here ? 'border-primary font-semibold' : 'border-transparent text-soft hover:text-ink'
                }`}
              >
                {t(label)}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
