import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { METRICS } from './metrics';
import { countPack, PACKED, type Packed, type PackedAnswer, type Passing, packOf } from './pack';

const known = (values: string[]) => fc.constantFrom('', ...values);
const answer: fc.Arbitrary<PackedAnswer> = fc
  .record({
    series: fc.constantFrom('ces ces@1', 'nps nps@1', 'emotion emotion@1'),
    source: known(['link', 'email']),
    persona: known(['p', 'q']),
    segment: known(['pro']),
    channel: known(['phone']),
    language: known(['en', 'de']),
    device: known(['phone', 'desktop']),
    version: known(['v1', 'v2']),
    campaign: known(['c']),
    at: fc.integer({ min: 0, max: 10 }),
  })
  .map(({ at, ...rest }) => {
    const { min, max } = METRICS[rest.series.split(' ')[0] as 'ces'].scale;
    return { ...rest, score: Math.min(max, min + at) };
  });

const passing = fc.dictionary(
  fc.constantFrom<Packed>(...PACKED.filter((name) => name !== 'series')),
  fc.subarray(['', 'link', 'p', 'pro', 'phone', 'de', 'desktop', 'v2', 'c'], { minLength: 1 }),
) as fc.Arbitrary<Passing>;

describe('a pack', () => {
  test('counts exactly what a filter lets pass, whatever the answers and the filter', () => {
    fc.assert(
      fc.property(
        fc.array(answer, { maxLength: 60 }),
        passing,
        fc.constantFrom<Packed | null>(null, 'persona'),
        (answers, good, each) => {
          const pack = packOf(answers);
          if (pack === null) throw new Error('There are few values.');
          const counted = new Map<string, number[]>();
          for (const one of answers) {
            if (!Object.entries(good).every(([name, values]) => values?.includes(one[name as Packed])))
              continue;
            const key = `${one.series}/${each === null ? '' : one[each]}`;
            const { min } = METRICS[one.series.split(' ')[0] as 'ces'].scale;
            const counts = counted.get(key) ?? Array.from({ length: 11 }, () => 0);
            counts[one.score - min] = (counts[one.score - min] ?? 0) + 1;
            counted.set(key, counts);
          }
          const found = [...countPack(pack, good, each)].flatMap(([series, own]) =>
            [...own].map(([value, counts]) => [`${series}/${value}`, counts] as const),
          );
          expect(new Map(found)).toEqual(counted);
        },
      ),
    );
  });

  test('of each day, filtered and then added, counts what all days together count, filtered', () => {
    const days = fc.array(fc.array(answer, { maxLength: 25 }), { minLength: 1, maxLength: 5 });
    const each = fc.constantFrom<Packed | null>(null, 'persona', 'source', 'language');
    fc.assert(
      fc.property(days, passing, each, (all, good, by) => {
        const cellsOf = (answers: PackedAnswer[]) => {
          const pack = packOf(answers);
          if (pack === null) throw new Error('There are few values.');
          return [...countPack(pack, good, by)].flatMap(([series, own]) =>
            [...own].map(([value, counts]) => [`${series}/${value}`, counts] as const),
          );
        };
        const added = new Map<string, number[]>();
        for (const [key, counts] of all.flatMap(cellsOf)) {
          added.set(
            key,
            counts.map((count, point) => count + (added.get(key)?.[point] ?? 0)),
          );
        }
        expect(added).toEqual(new Map(cellsOf(all.flat())));
      }),
    );
  });

  test('is not made where a byte cannot tell everything apart', () => {
    const one = { series: 'ces ces@1', source: 'link', persona: '', segment: '', channel: '', language: '' };
    const many = Array.from({ length: 257 }, (_, index) => ({
      ...{ ...one, device: '', version: 'v', score: 3 },
      campaign: String(index),
    }));
    expect(packOf(many)).toBeNull();
    expect(packOf(many.slice(0, 256))?.n).toBe(256);
  });
});
