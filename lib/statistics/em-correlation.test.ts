import { describe, expect, test } from 'vitest';
import { drawNormal } from './draws';
import { emCorrelation, type Incomplete } from './em-correlation';
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
    const found = emCorrelation(rows);
    const fast: number[] = [];
    const slow: number[] = [];
    for (let round = 0; round < 300; round += 1) {
      fast.push(found?.draw(unit)[0]?.[1] as number);
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
    const found = emCorrelation(rows);
    const [fast, slow] = [[] as number[], [] as number[]];
    const unit = seededRandom(12);
    for (let round = 0; round < 120; round += 1) {
      fast.push(found?.draw(unit)[0]?.[1] as number);
      if (round % 4 > 0) continue;
      const drawn = rows.map(() => rows[Math.floor(unit() * rows.length)] as (number | null)[]);
      slow.push(emCorrelation(drawn)?.matrix[0]?.[1] as number);
    }
    expect(Math.abs(meanOf(fast) - meanOf(slow))).toBeLessThan(0.03);
    expect(deviationOf(fast) / deviationOf(slow)).toBeGreaterThan(0.7);
    expect(deviationOf(fast) / deviationOf(slow)).toBeLessThan(1.45);
  }, 20_000);

  test('is the same for the same seed', () => {
    const draw = () => emCorrelation(TABLE)?.draw(seededRandom(5));
    expect(draw()).toEqual(draw());
    expect(draw()).not.toEqual(emCorrelation(TABLE)?.draw(seededRandom(6)));
  });
});

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
