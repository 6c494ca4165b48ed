import { Menu as MenuIcon } from 'lucide-react';
import Link from 'next/link';
import type { ReactNode } from 'react';
import type { Translate } from '@/lib/translate';
import { Mark } from './mark';
import { Nav } from './nav';
import { ToastProvider } from './toast';

/**
 * The frame around every member's page: a rail on the left, a top bar on phones, a link that skips both.
 * `workspace` switches workspaces, `account` signs out; both come from the identity room.
 */
export function Shell({
  t,
  workspace,
  account,
  children,
}: {
  t: Translate;
  workspace: ReactNode;
  account: ReactNode;
  children: ReactNode;
}) {
  return (
    <ToastProvider>
      <a
        href="#main"
        className="no-print fixed top-2 left-2 z-80 -translate-y-20 rounded-lg bg-primary px-4 py-2.5 text-on-primary focus:translate-y-0"
      >
        {t('Skip to content')}
      </a>
      <div className="flex min-h-dvh flex-col md:flex-row">
        <header className="no-print sticky top-0 z-40 hidden h-dvh w-[4.75rem] shrink-0 flex-col gap-4 overflow-y-auto bg-rail p-2 md:flex">
          <Link
            href="/journeys"
            aria-label="Milepost"
            className="mx-auto mt-1.5 rounded-[10px] focus-visible:outline-white"
          >
            <Mark />
          </Link>
          <Nav look="rail" />
          <div className="mt-auto flex flex-col gap-1 text-rail-ink">
            {workspace}
            {account}
          </div>
        </header>
        <details className="no-print group sticky top-0 z-40 bg-rail text-rail-ink md:hidden">
          <summary className="flex min-h-14 list-none items-center gap-3 px-3 focus-visible:outline-white">
            <Mark />
            <span className="font-semibold text-white">Milepost</span>
            <span className="ml-auto flex min-h-11 items-center gap-2 px-2 text-sm">
              <MenuIcon aria-hidden="true" className="size-5" />
              {t('Menu')}
            </span>
          </summary>
          <div className="flex flex-col gap-3 px-3 pb-4">
            <Nav look="list" />
            <div className="flex flex-wrap gap-2 border-t border-rail-active pt-3">
              {workspace}
              {account}
            </div>
          </div>
        </details>
        <main id="main" tabIndex={-1} className="min-w-0 flex-1 outline-none">
          {children}
        </main>
      </div>
    </ToastProvider>
  );
}
