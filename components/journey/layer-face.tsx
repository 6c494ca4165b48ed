'use client';

import Link from 'next/link';
import { useText } from '@/components/ui/text';
import type { JourneyMapView, TouchpointView } from '@/lib/insights/model';
import { layerCell } from '@/lib/insights/rules/layers';
import type { Layer } from '@/lib/journey/model/lanes';
import { ChannelIcon } from './channel-icon';
import { fillClass } from './fill';

/** A touchpoint under a layer: its name, and the layer's number or word on its colour. */
export function LayerFace({
  touchpoint,
  map,
  layer,
  href,
  onOpen,
  title,
  inGrid,
}: {
  touchpoint: TouchpointView;
  map: JourneyMapView;
  layer: Layer;
  href: string;
  onOpen: () => void;
  /** Stands in for the name while it is being changed. */
  title?: React.ReactNode;
  /** In the grid the cell itself holds the focus. */
  inGrid: boolean;
}) {
  const t = useText();
  const { fill, text, note } = layerCell(layer, touchpoint, map, t);
  return (
    <div className="flex h-full flex-col">
      <div className={`flex items-start gap-1.5 ${inGrid ? 'min-h-10' : ''}`}>
        <ChannelIcon channels={touchpoint.channels} own={map.channels} className="mt-0.5 size-3.5" t={t} />
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
      </div>
      <div
        className={`mt-1.5 flex min-h-14 grow flex-col justify-center rounded-md border-2 px-2 py-1 ${fillClass(fill)}`}
      >
        <span className="tabular text-sm leading-5 font-bold">{text}</span>
        {note ? <span className="tabular text-[0.65625rem] leading-3.5">{note}</span> : null}
      </div>
    </div>
  );
}
