import { METRICS, type MetricId } from './metrics';

/** What answers of a pack are told apart by; a column of bytes each. */
export const PACKED = [
  'series',
  'source',
  'persona',
  'segment',
  'channel',
  'language',
  'device',
  'version',
  'campaign',
] as const;
export type Packed = (typeof PACKED)[number];

/** A counted answer as it is packed; '' stands for what is not known. `series`: metric and wording with a space between. */
export type PackedAnswer = Record<Packed, string> & { score: number };

/**
 * The counted answers of one subject and day: per answer one byte for its point (0 is the scale's lowest) and one for each
 * thing that is known of it, which is its place in `values`. A column that would hold one value only is null.
 */
export type Pack = {
  n: number;
  values: Record<Packed, string[]>;
  points: Uint8Array;
  columns: Record<Packed, Uint8Array | null>;
};

/** A byte tells this many values apart. */
const MOST_VALUES = 256;

/** Packs the answers of a subject and day; null where something has more values than a byte tells apart. */
export function packOf(answers: readonly PackedAnswer[]): Pack | null {
  const places = PACKED.map((name) => placesOf(answers, name));
  if (places.some((place) => place.size > MOST_VALUES)) return null;
  const entries = PACKED.map((name, index) => [name, places[index] as Map<string, number>] as const);
  return {
    n: answers.length,
    values: Object.fromEntries(entries.map(([name, place]) => [name, [...place.keys()]])) as Pack['values'],
    points: Uint8Array.from(answers, ({ score, series }) => score - lowestOf(series)),
    columns: Object.fromEntries(
      entries.map(([name, place]) => [
        name,
        place.size < 2 ? null : Uint8Array.from(answers, (answer) => place.get(answer[name]) as number),
      ]),
    ) as Pack['columns'],
  };
}

function placesOf(answers: readonly PackedAnswer[], name: Packed): Map<string, number> {
  const places = new Map<string, number>();
  for (const answer of answers) {
    if (!places.has(answer[name])) places.set(answer[name], places.size);
  }
  return places;
}

const lowestOf = (series: string): number => METRICS[series.split(' ', 1)[0] as MetricId].scale.min;

/** What a filter lets pass: for each thing it asks for, the values that are good. */
export type Passing = Partial<Record<Packed, readonly string[]>>;

/**
 * Counts the answers of a pack that a filter lets pass: eleven counts for each series, or for each series and value of
 * `each` that the filter lets pass.
 *
 * @returns by series, then by the value of `each` ('' without one)
 */
export function countPack(
  pack: Pack,
  passing: Passing,
  each: Packed | null,
): Map<string, Map<string, number[]>> {
  const counts = new Map<string, Map<string, number[]>>();
  const tests: { column: Uint8Array; good: Uint8Array }[] = [];
  for (const [name, good] of Object.entries(passing) as [Packed, readonly string[]][]) {
    const own = pack.values[name];
    const column = pack.columns[name];
    if (column === null) {
      if (!good.includes(own[0] ?? '')) return counts;
    } else tests.push({ column, good: Uint8Array.from(own, (value) => (good.includes(value) ? 1 : 0)) });
  }
  const series = pack.columns.series;
  const values = each === null ? null : pack.columns[each];
  const width = each === null ? 1 : pack.values[each].length;
  const cells = new Uint32Array(pack.values.series.length * width * POINTS);
  // One thing after the other, each for the answers that are left: a few cycles for each answer.
  const passed = new Uint32Array(pack.n);
  let left = pack.n;
  for (let index = 0; index < left; index += 1) passed[index] = index;
  for (const { column, good } of tests) {
    let kept = 0;
    for (let place = 0; place < left; place += 1) {
      const index = passed[place] as number;
      passed[kept] = index;
      kept += good[column[index] as number] as number;
    }
    left = kept;
  }
  for (let place = 0; place < left; place += 1) {
    const index = passed[place] as number;
    const row = series === null ? 0 : (series[index] as number);
    const value = values === null ? 0 : (values[index] as number);
    const cell = (row * width + value) * POINTS + (pack.points[index] as number);
    cells[cell] = (cells[cell] as number) + 1;
  }
  if (left === 0) return counts;
  pack.values.series.forEach((name, row) => {
    const own = new Map<string, number[]>();
    for (let value = 0; value < width; value += 1) {
      const start = (row * width + value) * POINTS;
      const counted = [...cells.subarray(start, start + POINTS)];
      if (counted.some((count) => count > 0)) {
        own.set(each === null ? '' : (pack.values[each][value] as string), counted);
      }
    }
    if (own.size > 0) counts.set(name, own);
  });
  return counts;
}

/** Points of the longest scale. */
const POINTS = 11;
