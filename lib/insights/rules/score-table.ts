import type { ScoreEntry, ScoresReply } from '../model';
import type { Cell, Table } from './tables/table';

/** Fixed names, the same in every language of the product: programs read them. */
export const SCORE_COLUMNS = [
  ...['about', 'id', 'title', 'stage', 'metric', 'value', 'n', 'low', 'high', 'shown', 'formula'],
  ...['from', 'to', 'counts'],
] as const;

/** The scores of a journey, a line for each entry of the public reply, in its order: touchpoints, handoffs, the journey. */
export function scoreTable(reply: ScoresReply): Table {
  const cells = (about: string) => (one: ScoreEntry) => [
    ...[about, one.id, one.title, one.stage, one.metric, one.value, one.n, one.low, one.high, one.shown],
    ...[one.formula, reply.from, reply.to, one.metric === null ? null : JSON.stringify(one.counts)],
  ];
  const lines = [
    ...reply.touchpoints.map(cells('touchpoint')),
    ...(reply.handoffs ?? []).map(cells('handoff')),
    ...reply.measures.map(cells('journey')),
  ];
  return { about: [], columns: SCORE_COLUMNS, pages: once(lines) };
}

async function* once(lines: Cell[][]): AsyncGenerator<Cell[][]> {
  yield lines;
}
