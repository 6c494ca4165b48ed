import type { LinkView } from '@/lib/insights/model';
import { COLUMN_UNITS } from './curve';

/** On which side of the line an arc runs: ahead above it, back below it, where exits and re-entries are too. */
export type Side = 'above' | 'below';

/** One link as the lane draws it. Horizontal places are in columns: 2.5 is the middle of the third one. */
export type PathArc = {
  link: LinkView;
  side: Side;
  /** 1 is next to the line; what an arc encloses has a smaller one. */
  level: number;
  /** Where it leaves and where it arrives, a little beside the middle of the column. */
  start: number;
  end: number;
  /** Middle of its label. */
  label: number;
};

export type PathsLayout = {
  arcs: PathArc[];
  /** Levels in use on each side. */
  above: number;
  below: number;
};

/** How far an exit or a re-entry and its label reach to each side, in columns. */
const STUB = 0.4;
/** Distance between arcs that end in one column, and how far from its middle they may, in columns. */
const PORT = 0.09;
const PORTS_HALF = 0.36;
/** Width that a label needs, in columns. */
const LABEL = 0.8;

type Placed = Span & { level: number };

/** What a link covers of its side. `from` and `to` are columns, null outside the journey. */
type Span = { link: LinkView; side: Side; low: number; high: number; from: number | null; to: number | null };

/**
 * Where the links of a map run: each has a level, two that overlap have different ones, and one that lies within
 * another has the smaller, so that lines cross only where one link starts within another and ends outside it. Links
 * whose ends are not among the columns are left out.
 *
 * @param columnIds the touchpoint of each column, null for an empty one
 */
export function layoutPaths(columnIds: readonly (string | null)[], links: readonly LinkView[]): PathsLayout {
  const place = new Map(columnIds.flatMap((id, index) => (id === null ? [] : [[id, index] as const])));
  const spans = links.flatMap((link) => spanOf(link, place) ?? []).sort(innerFirst);
  const placed: Placed[] = [];
  for (const span of spans) {
    const beside = placed.filter((other) => other.side === span.side && overlap(span, other));
    const taken = new Set(beside.map(({ level }) => level));
    const enclosed = beside.filter((other) => other.low >= span.low && other.high <= span.high);
    let level = 1 + Math.max(0, ...enclosed.map((other) => other.level));
    while (taken.has(level)) level += 1;
    placed.push({ ...span, level });
  }
  const arcs = labelled(placed.map((one) => withPorts(one, placed)));
  const deepest = (side: Side) =>
    Math.max(0, ...placed.filter((one) => one.side === side).map(({ level }) => level));
  return { arcs, above: deepest('above'), below: deepest('below') };
}

const STEP_PX = 30;

/** How far from the line a level runs, in pixels: it grows with the logarithm, so that many arcs stay a lane. */
export function levelPx(level: number): number {
  return Math.round(STEP_PX * Math.log2(1 + level));
}

const EDGE_PX = 16;
const LINE_PX = 12;

/** The lane's height and the line's distance from its top, in pixels. */
export function laneOfPaths({ above, below }: Pick<PathsLayout, 'above' | 'below'>): {
  height: number;
  line: number;
} {
  const line = LINE_PX + (above > 0 ? levelPx(above) + EDGE_PX : 0);
  return { line, height: line + LINE_PX + (below > 0 ? levelPx(below) + EDGE_PX : 0) };
}

/** The line of an arc as an SVG path: away from the line, over, and back; an exit or a re-entry only away or back. */
export function arcPath({ side, level, start, end, link }: PathArc, line: number): string {
  const away = side === 'above' ? -levelPx(level) : levelPx(level);
  const [x1, x2] = [start * COLUMN_UNITS, end * COLUMN_UNITS];
  const far = line + away;
  if (link.toId === null) return `M${text(x1)} ${text(line)}V${text(far)}`;
  if (link.fromId === null) return `M${text(x2)} ${text(far)}V${text(line)}`;
  const turn = Math.sign(x2 - x1) * Math.min(COLUMN_UNITS / 5, Math.abs(x2 - x1) / 2);
  const bend = line + away * 0.6;
  const out = `M${text(x1)} ${text(line)}C${text(x1)} ${text(bend)} ${text(x1 + turn * 0.3)} ${text(far)} ${text(x1 + turn)} ${text(far)}`;
  const back = `C${text(x2 - turn * 0.3)} ${text(far)} ${text(x2)} ${text(bend)} ${text(x2)} ${text(line)}`;
  return `${out}H${text(x2 - turn)}${back}`;
}

function spanOf(link: LinkView, place: ReadonlyMap<string, number>): Span | null {
  const [from, to] = [link.fromId, link.toId].map((id) => (id === null ? null : place.get(id)));
  const only = from ?? to;
  if (from === undefined || to === undefined || only == null) return null;
  if (from === null || to === null) {
    return { link, side: 'below', low: only - STUB, high: only + STUB, from, to };
  }
  const side = to > from ? 'above' : 'below';
  return { link, side, low: Math.min(from, to), high: Math.max(from, to), from, to };
}

/** Arcs that only touch at their ends have room beside each other. */
const overlap = (a: Span, b: Span) => a.low < b.high && b.low < a.high;

function innerFirst(a: Span, b: Span): number {
  return a.high - a.low - (b.high - b.low) || a.low - b.low || (a.link.id < b.link.id ? -1 : 1);
}

/**
 * Gives each end its own place in the column: those that go to the left on the left, the innermost outermost, so that
 * no arc crosses one that it encloses.
 */
function withPorts(arc: Placed, all: readonly Placed[]): Omit<PathArc, 'label'> {
  const port = (column: number) => {
    const meeting = all
      .filter((one) => one.side === arc.side && (one.from === column || one.to === column))
      .map((one) => ({ one, rank: rankAt(one, column) }))
      .sort((a, b) => a.rank - b.rank);
    const gap = Math.min(PORT, (2 * PORTS_HALF) / Math.max(1, meeting.length - 1));
    const index = meeting.findIndex(({ one }) => one === arc);
    return column + 0.5 + (index - (meeting.length - 1) / 2) * gap;
  };
  const { link, side, level, from, to } = arc;
  const [start, end] = [from, to].map((column) => (column === null ? null : port(column)));
  return { link, side, level, start: start ?? end ?? 0, end: end ?? start ?? 0 };
}

/** Left-going ends by level, then exits and re-entries, then right-going ends, the outermost first. */
function rankAt({ from, to, level }: Placed, column: number): number {
  if (from === null || to === null) return 0;
  return Math.max(from, to) === column ? level - 10_000 : 10_000 - level;
}

/**
 * Labels stand in the middle of their arc, or where they meet no other of a neighbouring level; those of exits and
 * re-entries beside their arrow, away from what bends off in the same column.
 */
function labelled(arcs: readonly Omit<PathArc, 'label'>[]): PathArc[] {
  const done: PathArc[] = [];
  for (const { link, side, level, start, end } of arcs) {
    const meets = (x: number) =>
      done.filter(
        (one) => one.side === side && Math.abs(one.level - level) <= 1 && Math.abs(one.label - x) < LABEL,
      ).length;
    const places =
      start === end
        ? [start + freeSide(arcs, side, start) * BESIDE]
        : [0.5, 0.3, 0.7, 0.15, 0.85].map((share) => start + (end - start) * share);
    const label = places.reduce((best, x) => (meets(x) < meets(best) ? x : best));
    done.push({ link, side, level, start, end, label });
  }
  return done;
}

/** How far beside its arrow the label of an exit or a re-entry stands, in columns. */
const BESIDE = 0.22;

/** On which side of a place no arc leaves its column: −1 left, 1 right, 0 on both or on neither. */
function freeSide(arcs: readonly Omit<PathArc, 'label'>[], side: Side, place: number): number {
  const column = Math.floor(place);
  const goes = (direction: 'left' | 'right') =>
    arcs.some(
      (one) =>
        one.side === side &&
        one.start !== one.end &&
        Math.floor(direction === 'right' ? Math.min(one.start, one.end) : Math.max(one.start, one.end)) ===
          column,
    );
  return Number(goes('left')) - Number(goes('right'));
}

const text = (value: number): string => String(Math.round(value * 100) / 100);
