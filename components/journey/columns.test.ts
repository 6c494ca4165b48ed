import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sheetsOf } from './columns';

const journey = (lengths: readonly number[]) =>
  lengths.flatMap((length, stageIndex) => Array.from({ length }, () => ({ stageIndex })));

test('sheets hold every column once and in order, none too many, and cut no stage that fits on one', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 20 }), { maxLength: 12 }),
      fc.integer({ min: 1, max: 12 }),
      (lengths, most) => {
        const columns = journey(lengths);
        const sheets = sheetsOf(columns, most);
        const held = sheets.flatMap(({ from, to }) =>
          Array.from({ length: to - from }, (_, at) => from + at),
        );
        expect(held).toEqual(columns.map((_, index) => index));
        for (const { from, to } of sheets) {
          expect(to - from).toBeLessThanOrEqual(most);
          const stage = columns[to - 1]?.stageIndex;
          if (columns[to]?.stageIndex === stage && (lengths[stage ?? -1] ?? 0) <= most)
            expect.fail('a stage is cut');
        }
      },
    ),
  );
});

test('a sheet ends where its stage does', () => {
  expect(sheetsOf(journey([5, 5, 5]), 12)).toEqual([
    { from: 0, to: 10 },
    { from: 10, to: 15 },
  ]);
  expect(sheetsOf(journey([14, 2]), 12)).toEqual([
    { from: 0, to: 12 },
    { from: 12, to: 16 },
  ]);
});
