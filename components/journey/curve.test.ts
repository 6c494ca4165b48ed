import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { curveRuns, laneValue, laneY } from './curve';

const LANE = { height: 160, padding: 20 };
const at = (value: number) => ({ value, low: value - 0.2, high: value + 0.2 });

describe('the emotion curve', () => {
  test('puts +2 at the top, 0 in the middle and −2 at the bottom, and keeps what lies beyond on the edge', () => {
    expect([2, 0, -2, 3, -9].map((value) => laneY(value, LANE))).toEqual([20, 80, 140, 20, 140]);
  });

  test('reads a place as the value that is drawn there, and what lies beyond as an end', () => {
    fc.assert(
      fc.property(fc.integer({ min: -20, max: 20 }), (tenths) => {
        expect(laneValue(laneY(tenths / 10, LANE), LANE)).toBe(tenths / 10 + 0);
      }),
    );
    expect([laneValue(-50, LANE), laneValue(999, LANE)]).toEqual([2, -2]);
  });

  test('is one run where every column has a value', () => {
    const runs = curveRuns([at(1), at(0), at(-1)], LANE);
    expect(runs).toHaveLength(1);
    expect(runs[0]).toMatchObject({ from: 0, to: 2 });
    expect(runs[0]?.line).toMatch(/^M50 50C.* 150 80C.* 250 110$/);
    expect(runs[0]?.band).toMatch(/^M.*L.*Z$/);
  });

  test('breaks at a touchpoint without emotion answers instead of bridging it', () => {
    const runs = curveRuns([at(1), at(1), null, at(-1), at(-1)], LANE);
    expect(runs.map(({ from, to }) => [from, to])).toEqual([
      [0, 1],
      [3, 4],
    ]);
    expect(runs.every(({ line }) => !line.includes('250 '))).toBe(true);
  });

  test('does not join answers to different wordings, though they stand side by side', () => {
    const [first, other] = [
      { ...at(1), series: 'emotion v1' },
      { ...at(-1), series: 'emotion v2' },
    ];
    expect(curveRuns([first, first, other, other], LANE).map(({ from, to }) => [from, to])).toEqual([
      [0, 1],
      [2, 3],
    ]);
  });

  test('goes through the middle of columns that are not equally wide', () => {
    expect(curveRuns([at(0), at(0)], LANE, [0.25, 1])[0]?.line).toMatch(/^M25 80C.* 100 80$/);
  });

  test('draws no line for a lone point, only the bar of its interval', () => {
    const [run] = curveRuns([null, at(0), null], LANE);
    expect(run?.line).toBe('');
    expect(run?.band).toMatch(/^M.*Z$/);
  });

  test('has no band where bounds are unknown, as for the expected curve', () => {
    const [run] = curveRuns(
      [1, 0].map((value) => ({ value, low: null, high: null })),
      LANE,
    );
    expect(run?.band).toBe('');
    expect(run?.line).not.toBe('');
  });

  test('draws nothing where nobody was asked', () => {
    expect(curveRuns([null, null], LANE)).toEqual([]);
  });

  test('never leaves the range of two neighbours', () => {
    const value = fc.double({ min: -2, max: 2, noNaN: true });
    fc.assert(
      fc.property(fc.array(value, { minLength: 2, maxLength: 12 }), (values) => {
        const [run] = curveRuns(
          values.map((v) => ({ value: v, low: null, high: null })),
          LANE,
        );
        const numbers = (run?.line.match(/-?[\d.]+/g) ?? []).map(Number);
        const ys = numbers.filter((_, index) => index % 2 === 1);
        values.slice(1).forEach((end, index) => {
          const [a, b] = [laneY(values[index] as number, LANE), laneY(end, LANE)];
          const controls = ys.slice(1 + index * 3, 3 + index * 3);
          for (const y of controls) {
            expect(y).toBeGreaterThanOrEqual(Math.min(a, b) - 0.011);
            expect(y).toBeLessThanOrEqual(Math.max(a, b) + 0.011);
          }
        });
      }),
    );
  });
});
