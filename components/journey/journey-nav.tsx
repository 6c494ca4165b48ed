'use client';

import { ChevronDown } from 'lucide-react';
import Link from 'next/link';
import { usePathname, useRouter, useSearchParams } from 'next/navigation';
import { Fragment } from 'react';
import { Button } from '@/components/ui/button';
import { Menu, MenuItem, MenuLabel, MenuLine } from '@/components/ui/menu';
import { useText } from '@/components/ui/text';
import { filterSearch } from '@/lib/insights/rules/filter';
import { msg } from '@/lib/translate';

/** `filtered`: its numbers follow the filter of the address, which goes along with whoever changes to it. */
type Place = { path: string; label: string; filtered?: true };

/** The pages of one journey in their order: ways to look at it, what is worked on, and what was. A new page is one line here. */
const GROUPS: { label: string; places: Place[] }[] = [
  {
    label: msg('Look at it'),
    places: [
      { path: '', label: msg('Map'), filtered: true },
      { path: '/summary', label: msg('Summary'), filtered: true },
      { path: '/scorecard', label: msg('Scorecard'), filtered: true },
      { path: '/side-by-side', label: msg('Side by side'), filtered: true },
      { path: '/story', label: msg('Story'), filtered: true },
      { path: '/blueprint', label: msg('Blueprint'), filtered: true },
      { path: '/watch', label: msg('Watch'), filtered: true },
      { path: '/drivers', label: msg('Drivers##of a journey'), filtered: true },
      { path: '/customers', label: msg('Customers##of a journey'), filtered: true },
      { path: '/present', label: msg('Present'), filtered: true },
    ],
  },
  {
    label: msg('Work on it'),
    places: [
      { path: '/evidence', label: msg('Evidence') },
      { path: '/questions', label: msg('Questions') },
      { path: '/health', label: msg('Health') },
      { path: '/walk', label: msg('Walks') },
      { path: '/discussion', label: msg('Discussion') },
      { path: '/share', label: msg('Share##a link') },
      { path: '/import', label: msg('Import') },
    ],
  },
  {
    label: msg('Its history'),
    places: [
      { path: '/versions', label: msg('Versions') },
      { path: '/compare', label: msg('Compare') },
      { path: '/decisions', label: msg('Decisions') },
      { path: '/activity', label: msg('Activity') },
    ],
  },
];

/** The pages of one journey as a row of links; the one that is open is marked. */
export function JourneyNav({ journeyId }: { journeyId: string }) {
  const t = useText();
  const here = usePathname();
  const hrefOf = useHrefs(journeyId);
  return (
    <nav aria-label={t('This journey')} className="no-print mb-5 overflow-x-auto border-b border-line">
      <div className="flex w-max sm:w-auto sm:flex-wrap">
        {GROUPS.map(({ label: group, places }) => (
          <ul
            key={group}
            aria-label={t(group)}
            className="flex gap-1 sm:flex-wrap not-first:ml-2 not-first:border-l not-first:border-line not-first:pl-2"
          >
            {places.map((place) => {
              const own = `/journeys/${journeyId}${place.path}`;
              const open = here === own || (place.path !== '' && here.startsWith(`${own}/`));
              return (
                <li key={place.path}>
                  <Link
                    href={hrefOf(place)}
                    aria-current={open ? 'page' : undefined}
                    className={`-mb-px inline-flex min-h-10 items-center border-b-2 px-2.5 text-sm whitespace-nowrap -outline-offset-2 hover:text-ink ${
                      open ? 'border-primary font-semibold text-ink' : 'border-transparent text-soft'
                    }`}
                  >
                    {t(place.label)}
                  </Link>
                </li>
              );
            })}
          </ul>
        ))}
      </div>
    </nav>
  );
}

/** The same pages as a menu, for the map, where there is no room for a row. */
export function JourneyMore({ journeyId }: { journeyId: string }) {
  const t = useText();
  const router = useRouter();
  const hrefOf = useHrefs(journeyId);
  return (
    <Menu
      label={t('More about this journey')}
      align="start"
      trigger={
        <Button size="small" variant="quiet" className="no-print">
          {t('More')} <ChevronDown aria-hidden="true" className="size-3.5 text-soft" />
        </Button>
      }
    >
      {GROUPS.map(({ label: group, places }) => (
        <Fragment key={group}>
          <MenuLabel>{t(group)}</MenuLabel>
          {places
            .filter(({ path }) => path !== '')
            .map((place) => (
              <MenuItem key={place.path} onSelect={() => router.push(hrefOf(place))}>
                {t(place.label)}
              </MenuItem>
            ))}
        </Fragment>
      ))}
      <MenuLine />
      <MenuItem onSelect={() => router.push('/glossary')}>{t('What the words mean')}</MenuItem>
    </Menu>
  );
}

/** The addresses of the journey's pages, with the filter of this one where it goes along. */
function useHrefs(journeyId: string): (place: Place) => string {
  const params = useSearchParams();
  const filter = filterSearch(new URLSearchParams(params ?? undefined));
  return ({ path, filtered }) => `/journeys/${journeyId}${path}${filtered ? filter : ''}`;
}
