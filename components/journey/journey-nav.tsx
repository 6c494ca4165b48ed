'use client';

import { ChevronDown } from 'lucide-react';
import Link from 'next/link';
import { usePathname, useRouter } from 'next/navigation';
import { Button } from '@/components/ui/button';
import { Menu, MenuItem, MenuLine } from '@/components/ui/menu';

/** The pages of one journey, in their order. A new page is one line here. */
const PLACES: { path: string; label: string }[] = [
  { path: '', label: 'Map' },
  { path: '/story', label: 'Story' },
  { path: '/blueprint', label: 'Blueprint' },
  { path: '/evidence', label: 'Evidence' },
  { path: '/questions', label: 'Questions' },
  { path: '/health', label: 'Health' },
  { path: '/walk', label: 'Walks' },
  { path: '/versions', label: 'Versions' },
  { path: '/compare', label: 'Compare' },
  { path: '/decisions', label: 'Decisions' },
  { path: '/activity', label: 'Activity' },
  { path: '/discussion', label: 'Discussion' },
  { path: '/share', label: 'Share' },
  { path: '/import', label: 'Import' },
];

/** The pages of one journey as a row of links; the one that is open is marked. */
export function JourneyNav({ journeyId }: { journeyId: string }) {
  const here = usePathname();
  return (
    <nav aria-label="This journey" className="no-print mb-5 overflow-x-auto border-b border-line">
      <ul className="flex gap-1">
        {PLACES.map(({ path, label }) => {
          const href = `/journeys/${journeyId}${path}`;
          const open = here === href || (path !== '' && here.startsWith(`${href}/`));
          return (
            <li key={path}>
              <Link
                href={href}
                aria-current={open ? 'page' : undefined}
                className={`-mb-px inline-flex min-h-10 items-center border-b-2 px-2.5 text-sm whitespace-nowrap -outline-offset-2 hover:text-ink ${
                  open ? 'border-primary font-semibold text-ink' : 'border-transparent text-soft'
                }`}
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

/** The same pages as a menu, for the map, where there is no room for a row. */
export function JourneyMore({ journeyId }: { journeyId: string }) {
  const router = useRouter();
  return (
    <Menu
      label="More about this journey"
      align="start"
      trigger={
        <Button size="small" variant="quiet" className="no-print">
          More <ChevronDown aria-hidden="true" className="size-3.5 text-soft" />
        </Button>
      }
    >
      {PLACES.filter(({ path }) => path !== '').map(({ path, label }) => (
        <MenuItem key={path} onSelect={() => router.push(`/journeys/${journeyId}${path}`)}>
          {label}
        </MenuItem>
      ))}
      <MenuLine />
      <MenuItem onSelect={() => router.push('/glossary')}>What the words mean</MenuItem>
    </Menu>
  );
}
