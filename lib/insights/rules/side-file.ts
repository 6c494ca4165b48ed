import { METRICS } from '../../scoring/metrics';
import type { MeasureView } from '../model';
import type { ComparedMeasure, SideBySide, SideBySideView } from '../model/side-by-side';
import { sideDirection } from './side-by-side';
import type { Cell, Table } from './tables/table';

/** Fixed names, the same in every language of the product: programs read them. */
export const SIDE_COLUMNS = [
  ...['about', 'id', 'title', 'stage', 'metric', 'asked', 'formula'],
  ...[
    'a',
    'a_value',
    'a_n',
    'a_low',
    'a_high',
    'a_shown',
    'b',
    'b_value',
    'b_n',
    'b_low',
    'b_high',
    'b_shown',
  ],
  ...['a_from', 'a_to', 'b_from', 'b_to'],
  ...['difference', 'difference_low', 'difference_high', 'method', 'p', 'adjusted_p', 'says'],
] as const;

/**
 * Two sides of a journey, a line for each measure of both: touchpoints, handoffs, the journey. In display units, as the
 * scores; B − A. `says` is up or down where the difference stands out of all that is compared, `unclear` where it may be
 * chance, and empty where either side has too few answers.
 *
 * @param names what the sides are called
 */
export function sideFile(
  compared: SideBySide,
  { shared, names }: Pick<SideBySideView, 'shared'> & { names: { a: string; b: string } },
): Table {
  const line = (about: string, place: { id: string | null; title: string; stage: string | null }) => {
    const { id, title, stage } = place;
    return (pair: ComparedMeasure): Cell[] => [
      ...[about, id, title, stage, pair.b.metric, pair.b.title, pair.b.score.formula],
      ...[names.a, ...scoreCells(pair.a), names.b, ...scoreCells(pair.b)],
      ...[compared.a.filter.from, compared.a.filter.to, compared.b.filter.from, compared.b.filter.to],
      ...differenceCells(pair, shared.minimumN),
    ];
  };
  const lines = [
    ...compared.stages.flatMap((stage) =>
      stage.touchpoints.flatMap(({ id, title, measures }) =>
        measures.map(line('touchpoint', { id, title, stage: stage.title })),
      ),
    ),
    ...compared.handoffs.flatMap(({ id, title, measures }) =>
      measures.map(line('handoff', { id, title, stage: null })),
    ),
    ...compared.measures.map(line('journey', { id: shared.id, title: shared.title, stage: null })),
  ];
  return { about: [], columns: SIDE_COLUMNS, pages: once(lines) };
}

function scoreCells({ metric, score, shown }: MeasureView): Cell[] {
  const display = (value: number | null) => (value === null ? null : value * METRICS[metric].displayFactor);
  return [display(score.value), score.n, display(score.low), display(score.high), shown];
}

function differenceCells(pair: ComparedMeasure, minimumN: number): Cell[] {
  const { metric, change, adjustedP } = pair.b;
  if (change === null) return [null, null, null, null, null, null, null];
  const factor = METRICS[metric].displayFactor;
  return [
    ...[change.delta * factor, change.low * factor, change.high * factor, change.method],
    ...[change.p, adjustedP, sideDirection(pair, minimumN)],
  ];
}

async function* once(lines: Cell[][]): AsyncGenerator<Cell[][]> {
  yield lines;
}
