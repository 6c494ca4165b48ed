'use client';

import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { type KeyboardEvent, useRef } from 'react';
import { Chip } from '@/components/ui/chip';
import { useText } from '@/components/ui/text';

export type CaseItem = {
  id: string;
  title: string;
  point: string;
  comment: string | null;
  person: string;
  assignee: string | null;
  /** Its state in words; null where the list says it already. */
  state: string | null;
  due: string;
  late: boolean;
  rule: string;
};

/** Cases in a list that is walked with j and k, and opened with Enter. */
export function CaseList({ cases }: { cases: readonly CaseItem[] }) {
  const t = useText();
  const router = useRouter();
  const list = useRef<HTMLUListElement>(null);

  function walk(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const step = event.key === 'j' ? 1 : event.key === 'k' ? -1 : 0;
    if (step === 0) return;
    const links = [...(list.current?.querySelectorAll<HTMLAnchorElement>('a[data-case]') ?? [])];
    const at = links.indexOf(document.activeElement as HTMLAnchorElement);
    links[Math.min(links.length - 1, Math.max(0, at + step))]?.focus();
    event.preventDefault();
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys only move the focus among the links in it
    <div onKeyDown={walk}>
      <p className="mb-2 text-xs text-soft">
        {t('Keys: j and k walk through the list, Enter opens a case.')}
      </p>
      <ul ref={list} className="divide-y divide-line overflow-hidden rounded-xl border border-line bg-panel">
        {cases.map((one) => (
          <li key={one.id}>
            <Link
              data-case
              href={`/cases/${one.id}`}
              onMouseEnter={() => router.prefetch(`/cases/${one.id}`)}
              className="flex flex-col gap-1.5 px-4 py-3 hover:bg-sunk focus-visible:-outline-offset-2"
            >
              <span className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
                <span className="min-w-0 font-medium break-words">{one.title}</span>
                <span className="flex flex-wrap items-center gap-2">
                  {one.state ? <Chip tone="quiet">{one.state}</Chip> : null}
                  <Chip tone={one.late ? 'warn' : 'plain'}>{one.due}</Chip>
                </span>
              </span>
              <span className="text-sm">
                <span className="font-medium">{one.point}</span>
                {one.comment ? (
                  <span className="text-soft">
                    {' · '}
                    {t('“{words}”', { words: one.comment })}
                  </span>
                ) : null}
              </span>
              <span className="text-xs text-soft">
                {[one.person, one.rule, one.assignee ?? t('Nobody has it')].join(' · ')}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
