import { describe, expect, test } from 'vitest';
import { CURVE_METRICS, MOST_CURVES, parseCurves, personasWithCurve } from './curves';
import { parseLook, writeLook } from './look';

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

  test('are those that are known where a link names too many or none at all, and never an error', () => {
    expect(asked(`curves=${ids.slice(0, 6)}`)).toEqual(ids.slice(0, 5));
    expect(asked(`curves=all,,${ids[1]}&curves=%00`)).toEqual([ids[1]]);
    expect(asked(`curves=all`)).toEqual([]);
    expect(asked(`curves=${ids[0]},persona`)).toBe('persona');
  });

  test('are the same to the look, which the address is written from', () => {
    for (const text of [
      ...['', 'curves=persona', `curves=persona,${ids[0]}`, 'curves=all', `curves=${ids}`],
      `curves=${ids[0]},x&curves=${ids[1]}`,
    ]) {
      const params = new URLSearchParams(text);
      const { curves } = parseLook(params);
      expect(curves).toEqual([parseCurves(params)].flat());
      expect(parseCurves(writeLook(params, parseLook(params)))).toEqual(parseCurves(params));
    }
  });

  test('come from feelings only', () => {
    expect(CURVE_METRICS).toEqual(['emotion']);
  });
});
