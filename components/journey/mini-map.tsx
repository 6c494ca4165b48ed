'use client';

import { type PointerEvent, type RefObject, useEffect, useRef, useState } from 'react';
import { useText } from '@/components/ui/text';
import type { JourneyMapView } from '@/lib/insights/model';
import { layerCell } from '@/lib/insights/rules/layers';
import type { Layer } from '@/lib/journey/model/lanes';
import type { Column, Places } from './columns';
import { barClass } from './fill';

/**
 * A long map in one strip: its stages, the layer's colours and what part of it is in sight. Click, drag or arrow keys
 * move the map. Not there where the whole map is in sight.
 */
export function MiniMap({
  scroller,
  columns,
  places,
  map,
  layer,
  headerPx,
  wholePx,
  leastPx = wholePx,
  shown,
}: {
  scroller: RefObject<HTMLElement | null>;
  columns: readonly Column[];
  places: Places;
  map: JourneyMapView;
  layer: Layer | null;
  /** Width of the lanes' names. */
  headerPx: number;
  /** Width that the whole map takes. */
  wholePx: number;
  /** The least it can take; left out, the same. */
  leastPx?: number;
  /** The touchpoints that are picked out; null where none step back. */
  shown: ReadonlySet<string> | null;
}) {
  const strip = useRef<HTMLDivElement>(null);
  const t = useText();
  const view = useRef<HTMLSpanElement>(null);
  const [needed, setNeeded] = useState(false);
  const dragging = useRef(false);

  // biome-ignore lint/correctness/useExhaustiveDependencies: what is in sight changes with the width of the map
  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const show = () => {
      const whole = element.scrollWidth - headerPx;
      const wide = element.scrollWidth > element.clientWidth + 1;
      setNeeded(wide);
      if (!view.current || whole <= 0) return;
      view.current.style.left = `${(element.scrollLeft / whole) * 100}%`;
      view.current.style.width = `${Math.min(100, ((element.clientWidth - headerPx) / whole) * 100)}%`;
      const most = element.scrollWidth - element.clientWidth;
      strip.current?.setAttribute(
        'aria-valuenow',
        String(most <= 0 ? 0 : Math.round((element.scrollLeft / most) * 100)),
      );
    };
    show();
    element.addEventListener('scroll', show, { passive: true });
    const size = new ResizeObserver(show);
    size.observe(element);
    return () => {
      element.removeEventListener('scroll', show);
      size.disconnect();
    };
  }, [scroller, headerPx, wholePx, needed, columns]);

  function moveTo(event: PointerEvent) {
    const element = scroller.current;
    const box = strip.current?.getBoundingClientRect();
    if (!element || !box) return;
    const share = (event.clientX - box.left) / box.width;
    element.scrollLeft = share * (element.scrollWidth - headerPx) - (element.clientWidth - headerPx) / 2;
  }

  function onKeyDown(event: React.KeyboardEvent) {
    const element = scroller.current;
    if (!element) return;
    const screen = (element.clientWidth - headerPx) * 0.9;
    const by: Record<string, number> = {
      ArrowLeft: -172,
      ArrowRight: 172,
      PageUp: -screen,
      PageDown: screen,
      Home: -element.scrollWidth,
      End: element.scrollWidth,
    };
    const step = by[event.key];
    if (step === undefined) return;
    event.preventDefault();
    element.scrollLeft += step;
  }

  return (
    // Its room is kept from the first moment on wherever the map is wider than the page.
    <div
      className="no-print overflow-hidden pb-2"
      style={{ height: `clamp(0px, calc((${Math.round(leastPx)}px - 100cqw) * 999), 2.75rem)` }}
    >
      {needed ? (
        <div
          ref={strip}
          role="scrollbar"
          tabIndex={0}
          aria-label={t('Overview of the journey')}
          aria-controls="map-grid"
          aria-orientation="horizontal"
          aria-valuemin={0}
          aria-valuemax={100}
          aria-valuenow={0}
          className="relative h-full cursor-pointer touch-none overflow-hidden rounded-lg border border-line bg-panel"
          onPointerDown={(event) => {
            event.currentTarget.setPointerCapture(event.pointerId);
            dragging.current = true;
            moveTo(event);
          }}
          onPointerMove={(event) => {
            if (dragging.current) moveTo(event);
          }}
          onPointerUp={() => {
            dragging.current = false;
          }}
          onPointerCancel={() => {
            dragging.current = false;
          }}
          onKeyDown={onKeyDown}
        >
          <Overview columns={columns} places={places} map={map} layer={layer} shown={shown} />
          <span
            ref={view}
            aria-hidden="true"
            className="pointer-events-none absolute inset-y-0 rounded-md border-2 border-accent bg-accent/10"
          />
        </div>
      ) : null}
    </div>
  );
}

function Overview({
  columns,
  places,
  map,
  layer,
  shown,
}: {
  columns: readonly Column[];
  places: Places;
  map: JourneyMapView;
  layer: Layer | null;
  shown: ReadonlySet<string> | null;
}) {
  const t = useText();
  const stages = map.stages.flatMap((stage, stageIndex) => {
    const own = columns.flatMap((column, index) => (column.stageIndex === stageIndex ? [index] : []));
    const [from] = own;
    const to = own.at(-1);
    if (from === undefined || to === undefined) return [];
    const start = places.starts[from] as number;
    return [{ stage, start, width: (places.starts[to] as number) + (places.widths[to] as number) - start }];
  });
  return (
    <span aria-hidden="true">
      {stages.map(({ stage, start, width }) => (
        <span
          key={`${stage.id} ${start}`}
          className="absolute top-0 truncate border-l border-line px-1 text-[0.625rem] leading-4.5 text-soft"
          style={{ left: `${(start / places.total) * 100}%`, width: `${(width / places.total) * 100}%` }}
        >
          {stage.title}
        </span>
      ))}
      <svg
        aria-hidden="true"
        className="absolute inset-x-0 top-4.5 h-3.5 w-full"
        viewBox={`0 0 ${places.total} 10`}
        preserveAspectRatio="none"
      >
        {columns.map(({ touchpoint, folded, stage }, index) => (
          <rect
            key={`${touchpoint?.id ?? stage.id} ${places.starts[index]}`}
            x={(places.starts[index] as number) + 0.06}
            width={(places.widths[index] as number) - 0.12}
            height="10"
            className={
              touchpoint && shown?.has(touchpoint.id) === false
                ? 'fill-line'
                : touchpoint
                  ? barClass(layerCell(layer ?? 'score', touchpoint, map, t).fill)
                  : folded
                    ? 'fill-field'
                    : 'fill-line'
            }
          />
        ))}
      </svg>
    </span>
  );
}
