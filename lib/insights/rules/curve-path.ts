/**
 * A value of one column; null breaks the line there. Bounds are null where only the value is known. Values of another
 * series, such as answers to another wording, are not joined.
 */
export type CurveValue = { value: number; low: number | null; high: number | null; series?: string } | null;

/** One unbroken run: SVG paths in units of 100 a column. A run of one point has no line, and a bar for its band. */
export type CurveRun = { from: number; to: number; line: string; band: string };

/** Width of one column in the units of the paths. */
export const COLUMN_UNITS = 100;

/** How the lane maps −2…2 to its height, in pixels from the top. */
export type Lane = { height: number; padding: number };

/** Vertical place of a value in the lane; what lies beyond −2…2 stays on its edge. */
export function laneY(value: number, lane: Lane): number {
  const bounded = Math.min(2, Math.max(-2, value));
  return lane.padding + ((2 - bounded) / 4) * (lane.height - 2 * lane.padding);
}

/** The value at a vertical place of the lane, in steps of 0.1; the nearest one beyond its ends. */
export function laneValue(y: number, lane: Lane): number {
  const value = 2 - ((y - lane.padding) / (lane.height - 2 * lane.padding)) * 4;
  return Math.round(Math.min(2, Math.max(-2, value)) * 10) / 10 + 0;
}

/**
 * The runs of a curve over the columns. Between two points it never leaves their range (monotone cubic after
 * Fritsch and Carlson, 1980), so that no extreme is drawn that nobody reported. A missing column breaks it.
 *
 * @param centers the middle of each column, in widths of a column; without it all are equally wide
 */
export function curveRuns(
  values: readonly CurveValue[],
  lane: Lane,
  centers: readonly number[] = values.map((_, column) => column + 0.5),
): CurveRun[] {
  const runs: { from: number; points: NonNullable<CurveValue>[] }[] = [];
  values.forEach((value, column) => {
    if (value === null) return;
    const last = runs.at(-1);
    const next = last !== undefined && last.from + last.points.length === column;
    if (next && last.points[0]?.series === value.series) last.points.push(value);
    else runs.push({ from: column, points: [value] });
  });
  return runs.map(({ from, points }) => ({
    from,
    to: from + points.length - 1,
    line:
      points.length > 1
        ? pathOf(
            place(
              from,
              points.map((point) => point.value),
              lane,
              centers,
            ),
            'M',
          )
        : '',
    band: bandOf(from, points, lane, centers),
  }));
}

type Point = { x: number; y: number };

function place(from: number, values: number[], lane: Lane, centers: readonly number[]): Point[] {
  return values.map((value, index) => ({
    x: (centers[from + index] as number) * COLUMN_UNITS,
    y: laneY(value, lane),
  }));
}

function bandOf(
  from: number,
  points: NonNullable<CurveValue>[],
  lane: Lane,
  centers: readonly number[],
): string {
  if (points.some(({ low, high }) => low === null || high === null)) return '';
  const upper = place(
    from,
    points.map(({ high }) => high as number),
    lane,
    centers,
  );
  const lower = place(
    from,
    points.map(({ low }) => low as number),
    lane,
    centers,
  );
  if (points.length === 1) {
    const [top, bottom] = [upper[0] as Point, lower[0] as Point];
    const half = COLUMN_UNITS / 12;
    return `M${text(top.x - half)} ${text(top.y)}H${text(top.x + half)}V${text(bottom.y)}H${text(top.x - half)}Z`;
  }
  return `${pathOf(upper, 'M')}${pathOf(lower.reverse(), 'L')}Z`;
}

function pathOf(points: Point[], start: 'M' | 'L'): string {
  const slopes = slopesOf(points);
  return points
    .map((point, index) => {
      if (index === 0) return `${start}${text(point.x)} ${text(point.y)}`;
      const before = points[index - 1] as Point;
      const third = (point.x - before.x) / 3;
      const first = `${text(before.x + third)} ${text(before.y + third * (slopes[index - 1] as number))}`;
      const second = `${text(point.x - third)} ${text(point.y - third * (slopes[index] as number))}`;
      return `C${first} ${second} ${text(point.x)} ${text(point.y)}`;
    })
    .join('');
}

function slopesOf(points: Point[]): number[] {
  const secants = points.slice(1).map((point, index) => {
    const before = points[index] as Point;
    return (point.y - before.y) / (point.x - before.x);
  });
  return points.map((_, index) => {
    const left = secants[index - 1];
    const right = secants[index];
    if (left === undefined || right === undefined) return left ?? right ?? 0;
    if (left * right <= 0) return 0;
    return (2 * left * right) / (left + right);
  });
}

const text = (value: number): string => String(Math.round(value * 100) / 100);
