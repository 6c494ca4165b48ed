'use client';

import {
  CodeXml,
  FileUp,
  Inbox,
  Lightbulb,
  ListTodo,
  type LucideIcon,
  MessageCircleQuestionMark,
  MessagesSquare,
  Route,
  Search,
  Send,
  Settings,
  TrendingUp,
  UserRound,
  UserRoundSearch,
  Users,
} from 'lucide-react';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { msg } from '@/lib/translate';
import { useText } from './text';

type Entry = { href: string; label: string; icon: LucideIcon };

const ENTRIES: Entry[] = [
  { href: '/journeys', label: msg('Journeys'), icon: Route },
  { href: '/search', label: msg('Search'), icon: Search },
  { href: '/mine', label: msg('Mine'), icon: UserRound },
  { href: '/cases', label: msg('Cases'), icon: ListTodo },
  { href: '/improvements', label: msg('Improve##place'), icon: Lightbulb },
  { href: '/surveys', label: msg('Surveys'), icon: MessageCircleQuestionMark },
  { href: '/voices', label: msg('Voices'), icon: MessagesSquare },
  { href: '/campaigns', label: msg('Campaigns'), icon: Send },
  { href: '/outcomes', label: msg('Outcomes##of customers'), icon: TrendingUp },
  { href: '/personas', label: msg('Personas'), icon: UserRoundSearch },
  { href: '/contacts', label: msg('Contacts'), icon: Users },
  { href: '/outbox', label: msg('Outbox'), icon: Inbox },
  { href: '/widget', label: msg('Widget'), icon: CodeXml },
  { href: '/import', label: msg('Import'), icon: FileUp },
  { href: '/settings', label: msg('Settings'), icon: Settings },
];

/** The places of the product; the one that is open is marked. */
export function Nav({ look }: { look: 'rail' | 'list' }) {
  const t = useText();
  const path = usePathname();
  const rail = look === 'rail';
  return (
    <nav aria-label={t('Main')}>
      <ul className={rail ? 'flex flex-col gap-1' : 'grid grid-cols-2 gap-1'}>
        {ENTRIES.map(({ href, label, icon: Icon }) => {
          const open = path === href || path.startsWith(`${href}/`);
          return (
            <li key={href}>
              <Link
                href={href}
                aria-current={open ? 'page' : undefined}
                className={`flex items-center rounded-[10px] transition-colors hover:bg-rail-active hover:text-white focus-visible:outline-white ${
                  rail
                    ? 'min-h-12 flex-col justify-center gap-1 px-1 text-[0.65625rem]'
                    : 'min-h-11 gap-3 px-3 text-sm'
                } ${open ? 'bg-rail-active font-medium text-white' : 'text-rail-ink'}`}
              >
                <Icon aria-hidden="true" className="size-[1.1875rem]" strokeWidth={1.75} />
                {t(label)}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
