import { expect, test } from 'vitest';
import { atOnce } from '../../statistics/at-once';
import { drawNormal } from '../../statistics/draws';
import { emCorrelation, type Incomplete } from '../../statistics/em-correlation';
import { seededRandom } from '../../statistics/random';
import { weightsOf } from '../rules/drivers';
import { weigh } from './weighing';

const HERE = '0b0b0b0b-1111-4222-8333-444444444444';
const ELSEWHERE = '0b0b0b0b-1111-4222-8333-555555555555';
const ASKED = { seed: 3, count: 5 };

test('is what the table and its draws weigh by themselves', async () => {
  const table = people(120);
  const correlations = emCorrelation(table);
  if (correlations === null) throw new Error('nothing to weigh');
  const drawn = atOnce(correlations.drawn(seededRandom(ASKED.seed), ASKED.count)).map(weightsOf);
  expect(await weigh(HERE, table, ASKED)).toEqual({ found: weightsOf(correlations.matrix), drawn });
});

test('is reckoned once for the same answers, and anew for one answer more or less, elsewhere or another seed', async () => {
  const table = people(60);
  const first = weigh(HERE, table, ASKED);
  expect(weigh(HERE, structuredClone(table), ASKED)).toBe(first);
  const changed = table.map((row, person) =>
    person === 7 ? [row[0] === null ? 3 : null, ...row.slice(1)] : row,
  );
  const others = [
    weigh(HERE, changed, ASKED),
    weigh(HERE, table.slice(1), ASKED),
    weigh(ELSEWHERE, table, ASKED),
    weigh(HERE, table, { ...ASKED, seed: 4 }),
    weigh(HERE, table, { ...ASKED, count: 6 }),
  ];
  expect(new Set([first, ...others]).size).toBe(6);
  expect((await others[0])?.found).not.toEqual((await first)?.found);
});

test('keeps the newest 30 and no more', () => {
  const table = people(20);
  const first = weigh(HERE, table, { seed: 1_000, count: 1 });
  for (let seed = 1_001; seed < 1_030; seed += 1) weigh(HERE, table, { seed, count: 1 });
  expect(weigh(HERE, table, { seed: 1_000, count: 1 })).toBe(first);
  const second = weigh(HERE, table, { seed: 1_001, count: 1 });
  for (let seed = 1_030; seed < 1_060; seed += 1) weigh(HERE, table, { seed, count: 1 });
  expect(weigh(HERE, table, { seed: 1_001, count: 1 })).not.toBe(second);
});

test('lets others have their turn while it reckons', async () => {
  const weighing = weigh(HERE, people(4_000), { seed: 5, count: 600 });
  let turns = 0;
  const timer = setInterval(() => {
    turns += 1;
  }, 1);
  await weighing;
  clearInterval(timer);
  expect(turns).toBeGreaterThan(3);
});

test('is nothing where a column never varies', async () => {
  expect(
    await weigh(
      HERE,
      people(30).map((row) => [1, ...row.slice(1)]),
      ASKED,
    ),
  ).toBeNull();
});

/** People with three answers and an outcome that share a mood; each lacks one. */
function people(count: number): Incomplete {
  const random = seededRandom(21);
  return Array.from({ length: count }, (_, person) => {
    const mood = drawNormal(random);
    return Array.from({ length: 4 }, (__, column) => {
      const score = Math.round(4 + mood + drawNormal(random));
      return column === person % 3 ? null : score;
    });
  });
}
