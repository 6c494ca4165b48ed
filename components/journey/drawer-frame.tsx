'use client';

import { X } from 'lucide-react';
import { useSearchParams } from 'next/navigation';
import { Tabs } from 'radix-ui';
import { type ReactNode, useEffect, useRef } from 'react';
import { Button } from '@/components/ui/button';
import { Skeleton } from '@/components/ui/skeleton';
import { useText } from '@/components/ui/text';
import { findColumn } from './columns';
import { useEditor } from './map-editor';

export type DrawerTab = { id: string; label: string; count?: number; content: ReactNode };

/**
 * The panel of one touchpoint: beside the map where there is room, over it where there is not. Its name comes from the
 * map, so it is there at once; `tabs` follow when they are loaded.
 */
export function DrawerFrame({ loadedFor, tabs }: { loadedFor: string | null; tabs: DrawerTab[] }) {
  const t = useText();
  const { map, selected, open } = useEditor();
  const asked = useSearchParams()?.get('tab');
  const heading = useRef<HTMLHeadingElement>(null);
  const panel = useRef<HTMLElement>(null);

  useEffect(() => {
    if (selected === null) return;
    heading.current?.focus();
    // Over the map the panel has to hold the focus: what it covers must not take it.
    const narrow = window.matchMedia('(max-width: 1023px)');
    const covered = document.querySelectorAll<HTMLElement>('[data-behind-drawer]');
    const sync = () => {
      for (const element of covered) element.inert = narrow.matches;
    };
    sync();
    narrow.addEventListener('change', sync);
    return () => {
      narrow.removeEventListener('change', sync);
      for (const element of covered) element.inert = false;
    };
  }, [selected]);

  useEffect(() => {
    if (selected === null) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      const target = event.target as HTMLElement;
      if (target.matches('input, textarea, select') || document.querySelector('dialog[open], [role="menu"]'))
        return;
      open(null);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [open, selected]);

  if (selected === null) return null;
  const column = findColumn(map, selected);
  const touchpoint = column?.touchpoint;
  const owner = touchpoint?.owner ?? column?.stage.owner;

  return (
    <aside
      ref={panel}
      aria-labelledby="drawer-title"
      className="no-print fixed inset-0 z-50 flex flex-col overflow-hidden bg-panel lg:sticky lg:top-0 lg:z-30 lg:h-dvh lg:w-[24rem] lg:shrink-0 lg:border-l lg:border-line"
    >
      <div className="flex items-start justify-between gap-3 px-5 pt-4">
        <div className="min-w-0">
          <p className="text-xs text-soft">
            {column?.stage.title}
            {owner ? ` · ${t('{name} owns', { name: owner.name })}` : ''}
          </p>
          <h2
            ref={heading}
            id="drawer-title"
            tabIndex={-1}
            className="text-lg leading-6 font-bold tracking-tight break-words outline-none"
          >
            {touchpoint?.title ?? t('Touchpoint')}
          </h2>
        </div>
        <Button icon size="small" variant="quiet" aria-label={t('Close')} onClick={() => open(null)}>
          <X aria-hidden="true" className="size-4.5" />
        </Button>
      </div>
      {loadedFor === selected ? (
        <Tabs.Root
          key={`${selected} ${asked}`}
          defaultValue={tabs.find(({ id }) => id === asked)?.id ?? tabs[0]?.id ?? ''}
          className="flex min-h-0 grow flex-col"
        >
          <Tabs.List
            aria-label={t('About this touchpoint')}
            className="mt-2 flex flex-wrap gap-x-4 border-b border-line px-5"
          >
            {tabs.map(({ id, label, count }) => (
              <Tabs.Trigger
                key={id}
                value={id}
                className="-mb-px min-h-9 border-b-2 border-transparent text-sm whitespace-nowrap text-soft data-[state=active]:border-primary data-[state=active]:font-semibold data-[state=active]:text-ink"
              >
                {label}
                {count === undefined ? '' : ` ${count}`}
              </Tabs.Trigger>
            ))}
          </Tabs.List>
          {tabs.map(({ id, content }) => (
            <Tabs.Content
              key={id}
              value={id}
              className="relative min-h-0 grow overflow-y-auto overscroll-contain -outline-offset-2"
            >
              {content}
            </Tabs.Content>
          ))}
        </Tabs.Root>
      ) : (
        <div className="mt-2 flex flex-col gap-3 px-5 pt-1" aria-busy="true">
          <Skeleton className="h-8 w-full" />
          <Skeleton className="h-16 w-40" />
          <Skeleton className="h-28 w-full" />
          <Skeleton className="h-40 w-full" />
          <span role="status" className="sr-only">
            {t('Loading')}
          </span>
        </div>
      )}
    </aside>
  );
}
