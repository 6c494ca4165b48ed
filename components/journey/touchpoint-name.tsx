'use client';

import Link from 'next/link';
import { useText } from '@/components/ui/text';
import type { ChannelView, TouchpointView } from '@/lib/insights/model';
import { ChannelIcon } from './channel-icon';

/** The channel and the name of a touchpoint, which leads to its drawer. */
export function TouchpointName({
  touchpoint,
  own,
  href,
  onOpen,
  title,
  inGrid,
}: {
  touchpoint: TouchpointView;
  /** The channels that the workspace added. */
  own: readonly ChannelView[];
  href: string;
  onOpen: () => void;
  /** Stands in for the name while it is being changed. */
  title: React.ReactNode;
  /** In the grid the cell itself holds the focus. */
  inGrid: boolean;
}) {
  const t = useText();
  return (
    <>
      <ChannelIcon channels={touchpoint.channels} own={own} className="mt-0.5 size-3.5" t={t} />
      <div className="min-w-0 grow text-xs leading-4.5 font-semibold break-words">
        {title ?? (
          <Link
            href={href}
            scroll={false}
            prefetch={false}
            draggable={false}
            {...(inGrid ? { tabIndex: -1 } : {})}
            className="line-clamp-2 outline-offset-4"
            title={touchpoint.title}
            onClick={(event) => {
              if (event.metaKey || event.ctrlKey || event.shiftKey) return;
              event.preventDefault();
              onOpen();
            }}
          >
            {touchpoint.title}
          </Link>
        )}
      </div>
    </>
  );
}
