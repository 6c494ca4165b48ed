import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDay, COUNTS, dayNumber, dayOfNumber } from './day-slices';
import { packWeeks, readWeeks, type WeekCounts } from './week-pack';

const week: fc.Arbitrary<WeekCounts> = fc.record({
  series: fc.constantFrom('nps nps-1', 'ces ces-1', 'csat wie zufrieden – 满意'),
  monday: fc.integer({ min: 0, max: 3000 }).map((number) => number * 7 - 3),
  counts: fc
    .tuple(fc.constantFrom(0, 3, 300, 70_000, 0xffffffff), fc.integer({ min: 1, max: COUNTS }))
    .chain(([most, points]) =>
      fc
        .array(fc.integer({ min: 0, max: most }), { minLength: 7 * COUNTS, maxLength: 7 * COUNTS })
        .map((counts) => counts.map((count, cell) => (cell % COUNTS < points ? count : 0))),
    ),
});

/** What is read, copied: counts are valid until the next. */
function read(packed: Uint8Array): WeekCounts[] {
  const found: WeekCounts[] = [];
  readWeeks(Buffer.from(packed), (one) => found.push({ ...one, counts: [...(one.counts as Uint32Array)] }));
  return found;
}

test('weeks come out as they went in, however many stand behind each other', () => {
  fc.assert(
    fc.property(fc.array(week, { maxLength: 6 }), fc.array(week, { maxLength: 6 }), (some, others) => {
      expect(read(Buffer.concat([packWeeks(some), packWeeks(others)]))).toEqual([...some, ...others]);
    }),
  );
});

test('a week takes no more bytes than its scale and its counts need', () => {
  const counts = Array.from({ length: 7 * COUNTS }, (_, cell) => (cell % COUNTS < 5 ? 200 : 0));
  expect(packWeeks([{ series: 'csat c', monday: 4, counts }]).length).toBe(4 + 6 + 2 + 7 * 5);
});

test.each([-1, 0.5, 2 ** 32, Number.NaN])('%s is refused as a count', (count) => {
  expect(() => packWeeks([{ series: 'nps n', monday: 4, counts: [count] }])).toThrow(RangeError);
});

test('each day falls into the slice of every span that it lies in', () => {
  const [from, to] = [dayNumber('2026-03-01'), dayNumber('2026-03-10')];
  const spans = [
    { from, to, slice: 0, slices: 3 },
    { from: to - 1, to: to + 2, slice: 3, slices: 1 },
  ];
  const sums = new Uint32Array(4 * COUNTS);
  for (let day = from - 3; day <= to + 5; day += 1) addDay(sums, spans, day, [0, 1]);
  expect([0, 1, 2, 3].map((slice) => sums[slice * COUNTS + 1])).toEqual([4, 3, 3, 4]);
  expect(dayOfNumber(from)).toBe('2026-03-01');
});
