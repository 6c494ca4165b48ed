'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useEffect, useRef } from 'react';
import { useText } from '@/components/ui/text';
import { msg } from '@/lib/translate';

const ENTRIES = [
  { href: '/settings', label: msg('Workspace'), owners: false },
  { href: '/settings/members', label: msg('Members'), owners: false },
  { href: '/settings/teams', label: msg('Teams'), owners: false },
  { href: '/settings/channels', label: msg('Channels'), owners: false },
  { href: '/settings/sites', label: msg('Sites'), owners: false },
  { href: '/settings/economics', label: msg('Economics'), owners: false },
  { href: '/settings/cases', label: msg('Cases and alerts'), owners: false },
  { href: '/settings/hooks', label: msg('Hooks'), owners: true },
  { href: '/settings/privacy', label: msg('Privacy'), owners: false },
  { href: '/settings/keys', label: msg('API keys'), owners: true },
  { href: '/settings/account', label: msg('Your account'), owners: false },
];

/** The pages of the settings; those that only owners use are left out for others. */
export function SettingsNav({ owner }: { owner: boolean }) {
  const t = useText();
  const path = usePathname();
  const list = useRef<HTMLUListElement>(null);
  // On a narrow screen the entries scroll: the present one should be among those that are seen.
  useEffect(() => {
    const here = path && list.current?.querySelector('[aria-current=page]');
    if (here) here.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [path]);
  return (
    <nav aria-label={t('Settings')} className="mb-6 overflow-x-auto border-b border-line">
      <ul ref={list} className="flex gap-1">
        {ENTRIES.filter((entry) => owner || !entry.owners).map(({ href, label }) => (
          <li key={href}>
            <Link
              href={href}
              aria-current={path === href ? 'page' : undefined}
              className={`-mb-px flex min-h-10 items-center border-b-2 px-3 text-sm whitespace-nowrap focus-visible:-outline-offset-2 ${
                path === href ? 'border-primary font-semibold' : 'border-transparent text-soft hover:text-ink'
              }`}
            >
              {t(label)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
