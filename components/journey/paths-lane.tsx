import { TriangleAlert } from 'lucide-react';
import { useText } from '@/components/ui/text';
import type { JourneyMapView } from '@/lib/insights/model';
import { hintOfWay } from '@/lib/journey/rules/path';
import { type Column, type Places, placesOf, type Stretch } from './columns';
import { COLUMN_UNITS } from './curve';
import { PATH_KINDS } from './path-kind';
import { orderOf, pathCounts, pathLines, pathSentence, pathText } from './path-text';
import { arcPath, laneOfPaths, layoutPaths, levelPx, type PathArc, type PathsLayout } from './paths-layout';

type Props = { columns: readonly Column[]; map: Pick<JourneyMapView, 'stages' | 'links'> };

const layoutOf = ({ columns, map }: Props) =>
  layoutPaths(
    columns.map(({ touchpoint }) => touchpoint?.id ?? null),
    map.links,
  );

/** Room for the hint that stands where there is nothing to draw. */
const EMPTY_PX = 44;

/** How high the lane's row has to be, in pixels. */
export function pathsLaneHeight(columns: readonly Column[], map: Props['map']): number {
  const layout = layoutOf({ columns, map });
  return layout.arcs.length === 0 ? EMPTY_PX : laneOfPaths(layout).height;
}

/**
 * The ways that customers take besides the plain order, as arcs behind the cells of the lane: ahead above the line, back
 * below it, exits and re-entries as short arrows. Needs a positioned row of {@link pathsLaneHeight}.
 */
export function PathsLane({
  columns,
  map,
  stretch,
}: Props & {
  /** The part that is drawn; left out, all of it. */
  stretch?: Stretch | undefined;
}) {
  const places = placesOf(columns);
  const t = useText();
  const layout = inPlace(layoutOf({ columns, map }), places);
  const part = stretch ?? { start: 0, total: places.total };
  const { height, line } = layout.arcs.length === 0 ? { height: EMPTY_PX, line: 10 } : laneOfPaths(layout);
  const order = orderOf(map);
  const ends = [0, columns.length - 1].map((column) => middleOf(places, column) * COLUMN_UNITS);
  return (
    <div aria-hidden="true" className="pointer-events-none absolute inset-y-0 right-0 left-(--map-header)">
      <svg
        aria-hidden="true"
        className="absolute inset-0 h-full w-full"
        viewBox={`${part.start * COLUMN_UNITS} 0 ${part.total * COLUMN_UNITS} ${height}`}
        preserveAspectRatio="none"
        fill="none"
      >
        <line
          x1={ends[0]}
          x2={ends[1]}
          y1={line}
          y2={line}
          className="stroke-line-strong"
          vectorEffect="non-scaling-stroke"
        />
        {layout.arcs.map((arc) => {
          const { stroke, dashes } = PATH_KINDS[arc.link.kind];
          return (
            <path
              key={arc.link.id}
              d={arcPath(arc, line)}
              className={stroke}
              strokeWidth="1.6"
              {...(dashes ? { strokeDasharray: dashes } : {})}
              vectorEffect="non-scaling-stroke"
            />
          );
        })}
      </svg>
      {columns.map(({ touchpoint }, index) =>
        touchpoint && isWithin(middleOf(places, index), part) ? (
          <span
            key={touchpoint.id === 'pending' ? `pending ${index}` : touchpoint.id}
            className="absolute size-1.5 -translate-1/2 rounded-full bg-line-strong"
            style={{ left: percent(middleOf(places, index) - part.start, part.total), top: line }}
          />
        ) : null,
      )}
      {layout.arcs.map((arc) =>
        isWithin(arc.end, part) ? <ArcHead key={arc.link.id} arc={arc} line={line} part={part} /> : null,
      )}
      {layout.arcs
        .flatMap((arc) => inPart(arc, part) ?? [])
        .map((arc) => (
          <ArcLabel
            key={arc.link.id}
            arc={arc}
            line={line}
            part={part}
            odd={hintOfWay(arc.link, order) !== null}
          />
        ))}
      {layout.arcs.length === 0 ? (
        <p className="absolute bottom-2 left-4 text-xs text-soft">
          {t('No loops, exits or other ways yet: draw them in a touchpoint’s Paths.')}
        </p>
      ) : null}
    </div>
  );
}

/** Heads are drawn beside the stretched picture, which would bend them. */
function ArcHead({ arc, line, part }: { arc: PathArc; line: number; part: Stretch }) {
  const down = arc.link.toId === null || arc.side === 'above';
  const top = arc.link.toId === null ? line + levelPx(arc.level) : line;
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 8 7"
      className={`absolute h-1.75 w-2 -translate-x-1/2 ${down ? '-translate-y-full' : ''} ${PATH_KINDS[arc.link.kind].head}`}
      style={{ left: percent(arc.end - part.start, part.total), top }}
    >
      <path d={down ? 'M0 0H8L4 7Z' : 'M0 7H8L4 0Z'} fill="currentColor" />
    </svg>
  );
}

function ArcLabel({ arc, line, part, odd }: { arc: PathArc; line: number; part: Stretch; odd: boolean }) {
  const { icon: Icon, head } = PATH_KINDS[arc.link.kind];
  const t = useText();
  const away = levelPx(arc.level);
  const stub = arc.link.fromId === null || arc.link.toId === null;
  const top = arc.side === 'above' ? line - away : line + away + (stub ? 9 : 0);
  return (
    <span
      className="absolute flex max-w-(--label) -translate-1/2 items-center gap-1 rounded-sm bg-panel px-1 text-[0.6875rem] leading-4 whitespace-nowrap text-ink"
      style={
        {
          left: percent(arc.label - part.start, part.total),
          top,
          '--label': percent(Math.max(0.9, Math.abs(arc.end - arc.start) * 0.8), part.total),
        } as React.CSSProperties
      }
    >
      <Icon className={`size-3 shrink-0 ${head}`} />
      <span className="truncate">{pathText(arc.link, t)}</span>
      {odd ? <TriangleAlert className="size-3 shrink-0 text-bad" /> : null}
    </span>
  );
}

/** What a cell of the lane says: to those who do not see its arcs, and where there is no room for them. */
export function PathCell({ column, map }: { column: Column; map: Props['map'] }) {
  const t = useText();
  const lines = column.touchpoint ? pathLines(map, column.touchpoint.id) : [];
  if (lines.length === 0) return <span className="sr-only">{t('Only the plain order')}</span>;
  return (
    <ul className="flex flex-col gap-0.5 text-xs md:sr-only">
      {lines.map((line) => (
        <li key={line.id}>{pathSentence(line, t)}</li>
      ))}
    </ul>
  );
}

/** Whether anything besides the plain order leads to the column's touchpoint or away from it. */
export function hasPaths({ touchpoint }: Column, { links }: Pick<JourneyMapView, 'links'>): boolean {
  return (
    touchpoint !== null &&
    links.some(({ fromId, toId }) => fromId === touchpoint.id || toId === touchpoint.id)
  );
}

/** What stands in the head of the lane below its name. */
export function PathsLegend({ map }: { map: Pick<JourneyMapView, 'links'> }) {
  const t = useText();
  return <span>{pathCounts(map, t) || t('none yet')}</span>;
}

const middleOf = ({ starts, widths }: Places, column: number) =>
  (starts[column] as number) + (widths[column] as number) / 2;

/** The layout where its columns really are: those of folded stages are narrower. */
function inPlace(layout: PathsLayout, { starts, widths }: Places): PathsLayout {
  const at = (place: number) => {
    const column = Math.min(starts.length - 1, Math.max(0, Math.floor(place)));
    return (starts[column] as number) + (place - column) * (widths[column] as number);
  };
  const arcs = layout.arcs.map((arc) => ({
    ...arc,
    start: at(arc.start),
    end: at(arc.end),
    label: at(arc.label),
  }));
  return { ...layout, arcs };
}

const isWithin = (place: number, { start, total }: Stretch) => place >= start && place <= start + total;

/** An arc as far as it lies within a part of the map, with its label in the middle of that; null where none of it does. */
function inPart(arc: PathArc, part: Stretch): PathArc | null {
  const start = Math.max(part.start, Math.min(arc.start, arc.end));
  const end = Math.min(part.start + part.total, Math.max(arc.start, arc.end));
  if (start > end) return null;
  const whole = isWithin(arc.start, part) && isWithin(arc.end, part);
  return whole ? arc : { ...arc, start, end, label: (start + end) / 2 };
}

const percent = (columns: number, all: number) => `${(columns / all) * 100}%`;
