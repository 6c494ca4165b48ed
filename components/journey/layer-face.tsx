'use client';

import { useText } from '@/components/ui/text';
import type { JourneyMapView, TouchpointView } from '@/lib/insights/model';
import { layerCell } from '@/lib/insights/rules/layers';
import type { Layer } from '@/lib/journey/model/lanes';
import { fillClass } from './fill';
import { TouchpointName } from './touchpoint-name';

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
        <TouchpointName {...{ touchpoint, own: map.channels, href, onOpen, title, inGrid }} />
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
