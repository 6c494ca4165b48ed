import { describe, expect, test } from 'vitest';
import { atOnce } from './at-once';
import { drawNormal } from './draws';
import { emCorrelation, emCorrelationInParts, type Incomplete } from './em-correlation';
import { seededRandom } from './random';

const TABLE: Incomplete = [
  [7, 5, null, 9],
  [3, null, 2, 4],
  [null, 6, 5, 8],
  [6, 6, 4, null],
  [2, 1, null, 3],
  [5, null, null, 7],
  [null, 2, 1, 2],
  [7, 7, 5, 10],
  [4, 3, null, 6],
  [null, null, 3, 5],
  [6, 4, 4, 8],
  [1, 2, 1, null],
];

describe('correlations of a table with holes', () => {
  test('are those of an independent reckoning, person by person (numpy 2.4.6)', () => {
    const matrix = emCorrelation(TABLE)?.matrix;
    const expected = [
      [1, 0.5571126205, 0.5823716907, 0.6243070422],
      [0.5571126205, 1, 0.5462545327, 0.5676836532],
      [0.5823716907, 0.5462545327, 1, 0.596756492],
      [0.6243070422, 0.5676836532, 0.596756492, 1],
    ];
    for (const [i, row] of expected.entries()) {
      for (const [j, value] of row.entries()) expect(matrix?.[i]?.[j]).toBeCloseTo(value, 9);
    }
  });

  test('without holes are the plain ones, drawn a little to 0 by the five pseudo-observations', () => {
    const rows = sample(200, 0);
    const matrix = emCorrelation(rows)?.matrix as number[][];
    const [x, y] = [rows.map((row) => row[0] as number), rows.map((row) => row[1] as number)];
    const mean = (list: number[]) => list.reduce((sum, value) => sum + value, 0) / list.length;
    const product = (a: number[], b: number[]) =>
      mean(a.map((value, i) => (value - mean(a)) * ((b[i] as number) - mean(b))));
    const plain = product(x, y) / Math.sqrt(product(x, x) * product(y, y));
    expect(matrix[0]?.[1]).toBeCloseTo((200 * plain) / 205, 9);
  });

  test('find what is there where everybody answers two questions of four: all correlations are .5', () => {
    const matrix = emCorrelation(sample(3_000, 2))?.matrix as number[][];
    for (let i = 0; i < 4; i += 1) {
      for (let j = 0; j < i; j += 1) {
        expect(Math.abs((matrix[i]?.[j] as number) - 0.5)).toBeLessThan(0.08);
      }
    }
  });

  test('are none where a column never varies or nobody knows it', () => {
    expect(
      emCorrelation([
        [1, 2],
        [1, 3],
        [1, 4],
      ]),
    ).toBeNull();
    expect(
      emCorrelation([
        [1, null],
        [2, null],
      ]),
    ).toBeNull();
    expect(emCorrelation([])?.matrix).toEqual([]);
  });
});

describe('drawing another sample', () => {
  test('spreads as the same number of people drawn with replacement and reckoned anew', () => {
    const rows = sample(300, 1);
    const unit = seededRandom(11);
    const fast = firstOf(drawnFrom(rows, unit, 300));
    const slow: number[] = [];
    for (let round = 0; round < 300; round += 1) {
      const drawn = rows.map(() => rows[Math.floor(unit() * rows.length)] as (number | null)[]);
      slow.push(emCorrelation(drawn)?.matrix[0]?.[1] as number);
    }
    expect(meanOf(fast)).toBeCloseTo(meanOf(slow), 1);
    expect(deviationOf(fast) / deviationOf(slow)).toBeGreaterThan(0.85);
    expect(deviationOf(fast) / deviationOf(slow)).toBeLessThan(1.18);
  });

  test('spreads so too where hardly two people answered the same', () => {
    const random = seededRandom(8);
    const rows = Array.from({ length: 640 }, () => {
      const mood = drawNormal(random);
      return Array.from({ length: 6 }, () => (random() < 0.45 ? null : mood + drawNormal(random)));
    });
    const unit = seededRandom(12);
    const fast = firstOf(drawnFrom(rows, unit, 120));
    const slow: number[] = [];
    for (let round = 0; round < 30; round += 1) {
      const drawn = rows.map(() => rows[Math.floor(unit() * rows.length)] as (number | null)[]);
      slow.push(emCorrelation(drawn)?.matrix[0]?.[1] as number);
    }
    expect(Math.abs(meanOf(fast) - meanOf(slow))).toBeLessThan(0.03);
    expect(deviationOf(fast) / deviationOf(slow)).toBeGreaterThan(0.7);
    expect(deviationOf(fast) / deviationOf(slow)).toBeLessThan(1.45);
  }, 20_000);

  test('is the same for the same seed', () => {
    const draw = (seed: number) => drawnFrom(TABLE, seededRandom(seed), 3);
    expect(draw(5)).toEqual(draw(5));
    expect(draw(5)).not.toEqual(draw(6));
  });

  test('is that of an independent reckoning, sample by sample (numpy 2.4.6)', () => {
    // Everybody drawn as often as the numbers say; one step, then four implicit leaps of ten, all by dense inverses.
    const drawn = drawnFrom(TABLE, seededRandom(5), 11);
    for (const [sample, expected] of DRAWN) {
      const matrix = drawn[sample] as number[][];
      const above = [0, 1, 2].flatMap((i) => (matrix[i] as number[]).slice(i + 1));
      for (const [place, value] of expected.entries()) expect(above[place]).toBeCloseTo(value, 9);
    }
  });

  test('does not depend on how many are drawn with it', () => {
    const many = drawnFrom(TABLE, seededRandom(5), 17);
    for (const count of [1, 7, 8, 9]) {
      expect(drawnFrom(TABLE, seededRandom(5), count)).toEqual(many.slice(0, count));
    }
  });

  test('of forty questions never takes long between two pauses', () => {
    const random = seededRandom(3);
    const rows = Array.from({ length: 1_200 }, () => {
      const mood = drawNormal(random);
      return Array.from({ length: 41 }, () => (random() < 0.75 ? null : mood + drawNormal(random)));
    });
    const spans: number[] = [];
    const pausing = <T>(parts: Generator<void, T>): T => {
      for (;;) {
        const began = process.cpuUsage();
        const part = parts.next();
        const { user, system } = process.cpuUsage(began);
        spans.push((user + system) / 1000);
        if (part.done) return part.value;
      }
    };
    const found = pausing(emCorrelationInParts(rows));
    if (found === null) throw new Error('nothing found');
    pausing(found.drawn(seededRandom(2), 8));
    // CPU, of which other threads, that compile and clean up, can take some: so not the longest, but what is usual.
    const longest = spans.sort((a, b) => b - a);
    expect(longest[Math.floor(longest.length / 50)]).toBeLessThan(10);
    expect(longest[3]).toBeLessThan(40);
  }, 20_000);
});

/** Above the diagonal, of some of the samples drawn from the table by seed 5. */
const DRAWN: [sample: number, above: number[]][] = [
  [0, [0.60461326, 0.4353678979, 0.5227308564, 0.5466632951, 0.6095281617, 0.4283790992]],
  [7, [0.6485327153, 0.6845982507, 0.6453735321, 0.6785644837, 0.6657919498, 0.6848961666]],
  [8, [0.4906654124, 0.5026699969, 0.5460490659, 0.4405401003, 0.4339631299, 0.4378672625]],
  [10, [0.5032629402, 0.605202694, 0.5968869522, 0.4318035702, 0.4505146292, 0.529554638]],
];

function drawnFrom(table: Incomplete, unit: () => number, count: number): number[][][] {
  const found = emCorrelation(table);
  if (found === null) throw new Error('nothing to draw from');
  return atOnce(found.drawn(unit, count));
}

const firstOf = (matrices: number[][][]): number[] => matrices.map((matrix) => matrix[0]?.[1] as number);

/** People with four answers that share one mood, so that any two correlate by .5; each lacks `holes` of them. */
function sample(people: number, holes: number): (number | null)[][] {
  const random = seededRandom(4);
  return Array.from({ length: people }, () => {
    const mood = drawNormal(random);
    const row: (number | null)[] = Array.from({ length: 4 }, () => mood + drawNormal(random));
    const open = [0, 1, 2, 3];
    for (let hole = 0; hole < holes; hole += 1) {
      row[open.splice(Math.floor(random() * open.length), 1)[0] as number] = null;
    }
    return row;
  });
}

const meanOf = (list: number[]): number => list.reduce((sum, value) => sum + value, 0) / list.length;
const deviationOf = (list: number[]): number =>
  Math.sqrt(meanOf(list.map((value) => (value - meanOf(list)) ** 2)));
