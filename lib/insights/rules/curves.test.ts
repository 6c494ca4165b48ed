import { describe, expect, test } from 'vitest';
import { isAppError } from '../../errors';
import { CURVE_METRICS, MOST_CURVES, parseCurves, personasWithCurve } from './curves';

const ids = Array.from({ length: 7 }, (_, index) => `0198a1b2-0000-7000-8000-00000000000${index}`);
const personas = ids.map((id) => ({ id, name: id, summary: '' }));
const asked = (text: string) => parseCurves(new URLSearchParams(text));

describe('the curves that an address asks for', () => {
  test('are none, the first five personas of the journey, or those named', () => {
    expect(asked('')).toEqual([]);
    expect(asked('curves=')).toEqual([]);
    expect(asked('curves=persona')).toBe('persona');
    expect(asked(`curves=${ids[2]},${ids[0]}&curves=${ids[2]}`)).toEqual([ids[2], ids[0]]);
    expect(personasWithCurve('persona', personas)).toEqual(personas.slice(0, MOST_CURVES));
    expect(personasWithCurve([ids[6] as string, ids[1] as string, 'gone'], personas)).toEqual([
      personas[1],
      personas[6],
    ]);
  });

  test('are refused by name where they are too many or no ids', () => {
    for (const text of [`curves=${ids.slice(0, 6)}`, 'curves=all', `curves=persona,${ids[0]}`]) {
      let refusal: unknown;
      try {
        asked(text);
      } catch (error) {
        refusal = error;
      }
      expect(isAppError(refusal) && refusal.errors?.map(({ path }) => path)).toEqual(['curves']);
    }
  });

  test('come from feelings only', () => {
    expect(CURVE_METRICS).toEqual(['emotion']);
  });
});
