import type { JourneyMapView, StageView, TouchpointView } from '@/lib/insights/model';

export { feltMeasure } from '@/lib/insights/rules/emotion';
export { shownMeasures } from '@/lib/insights/rules/layers';

/** One column of the map: a touchpoint, the empty place of a stage that has none, or a whole stage that is folded. */
export type Column = {
  stage: StageView;
  /** Place of the stage in the journey. */
  stageIndex: number;
  /** null for an empty place and for a folded stage. */
  touchpoint: TouchpointView | null;
  /** Place of the touchpoint in its stage; of a folded stage the place after its last one. */
  index: number;
  folded?: true;
};

/** The columns of a map from left to right; stages named in `folded` are one narrow column each. */
export function columnsOf(map: Pick<JourneyMapView, 'stages'>, folded: readonly string[] = []): Column[] {
  return map.stages.flatMap((stage, stageIndex): Column[] => {
    if (folded.includes(stage.id))
      return [{ stage, stageIndex, touchpoint: null, index: stage.touchpoints.length, folded: true }];
    return stage.touchpoints.length === 0
      ? [{ stage, stageIndex, touchpoint: null, index: 0 }]
      : stage.touchpoints.map((touchpoint, index) => ({ stage, stageIndex, touchpoint, index }));
  });
}

/** A folded stage's share of a touchpoint's width. */
const FOLDED_WIDTH = 0.56;

/** Width of the lanes' names and of a touchpoint's column at the map's usual size, in pixels. */
export const HEADER_PX = 112;
const COLUMN_PX = 172;

/** How wide a map of so many widths of a touchpoint's column is at its usual size, in pixels. */
export const columnsWide = (total: number): number => HEADER_PX + total * COLUMN_PX;

/**
 * Cuts columns into parts of at most `most`, each as long as it can be without cutting a stage; only a stage with more
 * columns than that is cut itself. `to` is the column after the last one.
 */
export function sheetsOf(
  columns: readonly Pick<Column, 'stageIndex'>[],
  most: number,
): { from: number; to: number }[] {
  const sheets: { from: number; to: number }[] = [];
  let from = 0;
  while (from < columns.length) {
    let to = Math.min(columns.length, from + most);
    const cuts = (at: number) => columns[at]?.stageIndex === columns[at - 1]?.stageIndex;
    let start = to;
    while (start > from && start < columns.length && cuts(start)) start -= 1;
    if (start > from) to = start;
    sheets.push({ from, to });
    from = to;
  }
  return sheets;
}

/** Where each column begins and how wide it is, in widths of a touchpoint's column, and how wide they are together. */
export type Places = { starts: number[]; widths: number[]; total: number };

/** A part of a map: where it begins and how wide it is, in widths of a touchpoint's column. */
export type Stretch = { start: number; total: number };

/** The places of columns; what is drawn across lanes takes its positions from here. */
export function placesOf(columns: readonly Pick<Column, 'folded'>[]): Places {
  const widths = columns.map(({ folded }) => (folded ? FOLDED_WIDTH : 1));
  const starts: number[] = [];
  let total = 0;
  for (const width of widths) {
    starts.push(total);
    total += width;
  }
  return { starts, widths, total };
}

/** The column at a place; the nearest one beyond the ends, −1 without columns. */
export function columnAt({ starts }: Pick<Places, 'starts'>, place: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] as number) <= place) low = middle;
    else high = middle - 1;
  }
  return high < 0 ? -1 : low;
}

/** The touchpoint of an id, with its place; null where the map has none. */
export function findColumn(map: Pick<JourneyMapView, 'stages'>, touchpointId: string): Column | null {
  return columnsOf(map).find((column) => column.touchpoint?.id === touchpointId) ?? null;
}
