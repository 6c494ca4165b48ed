import { isUuid } from '../../id';
import { LANES, LAYERS, type LaneId, type Layer, USUAL_LANES } from '../../journey/model/lanes';
import { parseCurves } from './curves';

/** The views that share the map's address. */
export const VIEWS = ['map', 'table'] as const;
export type View = (typeof VIEWS)[number];

/** The sizes a map can be drawn in, in percent of its usual size. */
export const ZOOMS = [50, 60, 75, 90, 100, 125, 150] as const;
export type Zoom = 'fit' | number;

/** What can be picked out on a map besides the touchpoints of one team. */
export const SHOWS = ['moments', 'unasked', 'unowned'] as const;

/** Which touchpoints are picked out; of a team those that it owns or helps with. */
export type Show = (typeof SHOWS)[number] | `team:${string}`;

/** How a map is looked at. It stands in the address, so that it can be sent, saved and gone back to. */
export type Look = {
  /** From top to bottom, each once; the touchpoints are always among them. */
  lanes: LaneId[];
  /** Ids of the stages that are drawn as one narrow column. */
  folded: string[];
  /** What the touchpoints are coloured by; null: by their score, with all their numbers. */
  layer: Layer | null;
  /** 'fit': as small as it takes to see the whole journey; else percent, 50…150. */
  zoom: Zoom;
  /** Ids of the personas whose emotion is drawn, or the one word 'persona': the first five of the journey. */
  curves: string[];
  view: View;
  /** Which touchpoints are picked out, while all others step back; null: none do. */
  show: Show | null;
};

export const USUAL_LOOK: Look = {
  lanes: [...USUAL_LANES],
  folded: [],
  layer: null,
  zoom: 100,
  curves: [],
  view: 'map',
  show: null,
};

/** What is left for who only wants to see the way and how it feels. */
export const SIMPLE_LANES = ['touchpoints', 'emotion'] as const satisfies readonly LaneId[];

/** Every parameter of an address that belongs to the look. */
export const LOOK_PARAMS = ['lanes', 'folded', 'layer', 'zoom', 'curves', 'view', 'show'] as const;

const MOST_FOLDED = 200;

/** Reads the look of an address. What it does not know it leaves out: an old link shows a map, never an error. */
export function parseLook(params: Pick<URLSearchParams, 'get' | 'getAll'>): Look {
  const one = <T extends string>(name: string, known: readonly T[], otherwise: T | null) =>
    known.find((value) => value === params.get(name)) ?? otherwise;
  const lanes = params.get('lanes') === null ? null : laneIds(listOf(params, 'lanes'));
  return {
    lanes: lanes ?? [...USUAL_LANES],
    folded: listOf(params, 'folded').filter(isUuid).slice(0, MOST_FOLDED),
    layer: one('layer', LAYERS, null),
    zoom: zoomOf(params.get('zoom')),
    curves: [parseCurves(params)].flat(),
    view: one('view', VIEWS, 'map') ?? 'map',
    show: showOf(params.get('show')),
  };
}

/** The parameters with this look in place of theirs; what is usual is not written. */
export function writeLook(params: URLSearchParams, look: Look): URLSearchParams {
  const written = new URLSearchParams(params);
  const put = (name: (typeof LOOK_PARAMS)[number], value: string) =>
    value === '' ? written.delete(name) : written.set(name, value);
  put('lanes', same(look.lanes, USUAL_LANES) ? '' : look.lanes.join(','));
  put('folded', look.folded.join(','));
  put('layer', look.layer ?? '');
  put('zoom', look.zoom === 100 ? '' : String(look.zoom));
  put('curves', look.curves.join(','));
  put('view', look.view === 'map' ? '' : look.view);
  put('show', look.show ?? '');
  return written;
}

/** The next size up or down; from 'fit' it starts at the usual one. */
export function nextZoom(zoom: Zoom, direction: -1 | 1): number {
  const now = zoom === 'fit' ? 100 : zoom;
  const steps = direction === 1 ? ZOOMS.filter((step) => step > now) : ZOOMS.filter((step) => step < now);
  return (direction === 1 ? steps[0] : steps.at(-1)) ?? now;
}

/** The lanes with one moved up or down by a place; unchanged at the ends. */
export function movedLane(lanes: readonly LaneId[], id: LaneId, direction: -1 | 1): LaneId[] {
  const from = lanes.indexOf(id);
  const to = from + direction;
  if (from < 0 || to < 0 || to >= lanes.length) return [...lanes];
  return lanes.with(from, lanes[to] as LaneId).with(to, id);
}

/** The lanes with one shown, at the place among them where it usually stands, or not shown. */
export function toggledLane(lanes: readonly LaneId[], id: LaneId): LaneId[] {
  if (lanes.includes(id)) return id === 'touchpoints' ? [...lanes] : lanes.filter((lane) => lane !== id);
  const after = LANES.slice(0, LANES.indexOf(id)).findLast((lane) => lanes.includes(lane));
  const at = after === undefined ? 0 : lanes.indexOf(after) + 1;
  return lanes.toSpliced(at, 0, id);
}

function laneIds(names: readonly string[]): LaneId[] {
  const known = names.flatMap((name) => LANES.find((lane) => lane === name) ?? []);
  return known.includes('touchpoints') ? known : ['touchpoints', ...known];
}

function zoomOf(text: string | null): Zoom {
  if (text === 'fit') return 'fit';
  if (text === null || !/^\d{2,3}$/.test(text)) return 100;
  return Math.min(150, Math.max(50, Number(text)));
}

function showOf(text: string | null): Show | null {
  const known = SHOWS.find((show) => show === text);
  if (known) return known;
  return text?.startsWith('team:') && isUuid(text.slice(5)) ? (text as Show) : null;
}

/** The values of a parameter, given once with commas or several times; each once, in their order. */
function listOf(params: Pick<URLSearchParams, 'getAll'>, name: string): string[] {
  return [...new Set(params.getAll(name).flatMap((text) => text.split(',')))].filter((value) => value !== '');
}

const same = (one: readonly string[], other: readonly string[]) =>
  one.length === other.length && one.every((value, index) => value === other[index]);
