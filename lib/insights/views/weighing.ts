import { createHash } from 'node:crypto';
import { inTurns } from '../../pace';
import { shared } from '../../registry';
import { emCorrelationInParts, type Incomplete } from '../../statistics/em-correlation';
import { seededRandom } from '../../statistics/random';
import type { RelativeWeights } from '../../statistics/relative-weights';
import { weightsOf } from '../rules/drivers';

/** The weights of a table, and those that other samples of it gave. */
export type Weighed = { found: RelativeWeights; drawn: RelativeWeights[] };

const MOST_KEPT = 30;

/**
 * Weighs a table against its last column, with so many draws. Null where that is not possible.
 *
 * It takes a second at worst, so a process does one after the other, answers others in between, and keeps the newest 30. They are
 * kept under a digest of all that goes in, answer by answer, so what is kept is never of other answers.
 */
export function weigh(
  workspaceId: string,
  table: Incomplete,
  { seed, count }: { seed: number; count: number },
): Promise<Weighed | null> {
  const { kept, ...queue } = shared('weighings', () => ({
    kept: new Map<string, Promise<Weighed | null>>(),
    last: { done: Promise.resolve() as Promise<unknown> },
  }));
  const key = `${workspaceId} ${seed} ${count} ${digestOf(table)}`;
  const known = kept.get(key);
  kept.delete(key);
  const weighing = known ?? queue.last.done.then(() => inTurns(weighInParts(table, seed, count)));
  kept.set(key, weighing);
  if (known === undefined) {
    queue.last.done = weighing.catch(() => kept.delete(key));
    const oldest = kept.keys().next().value;
    if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
  }
  return weighing;
}

function digestOf(table: Incomplete): string {
  const width = table[0]?.length ?? 0;
  const cells = new Float32Array(table.length * width);
  for (const [person, row] of table.entries()) {
    for (const [column, score] of row.entries()) cells[person * width + column] = score ?? Number.NaN;
  }
  return createHash('sha256').update(`${width} `).update(cells).digest('base64');
}

function* weighInParts(table: Incomplete, seed: number, count: number): Generator<void, Weighed | null> {
  const correlations = yield* emCorrelationInParts(table);
  if (correlations === null) return null;
  const matrices = yield* correlations.drawn(seededRandom(seed), count);
  const drawn: RelativeWeights[] = [];
  for (const matrix of matrices) {
    drawn.push(weightsOf(matrix));
    yield;
  }
  return { found: weightsOf(correlations.matrix), drawn };
}
