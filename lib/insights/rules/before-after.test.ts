import { describe, expect, test } from 'vitest';
import { addDays, daysBetween } from '../../clock';
import { METRICS } from '../../scoring/metrics';
import { tallyOf } from '../../scoring/tally';
import type { MarkerView } from '../model';
import { beforeAfter, changeView, spanAround } from './before-after';
import { type Counted, pooled } from './counted';

const marker = (id: string, changedOn: string): MarkerView => ({
  ...{ id, changedOn, touchpointId: 't', text: `Change ${id}`, outcome: 'Effort' },
});

/** CES answers before and after, as they are counted. */
function counted(before: readonly number[], after: readonly number[]): Counted {
  const { scale, wordingId: wording } = METRICS.ces;
  return {
    ...{ metric: 'ces', wording, title: 'CES' },
    slices: [tallyOf(scale, after)],
    previous: tallyOf(scale, before),
  };
}

const many = (score: number, times: number) => Array.from({ length: times }, () => score);
const BEFORE = [...many(1, 10), ...many(3, 20), ...many(5, 12)];
const AFTER = [...many(4, 10), ...many(5, 20), ...many(7, 12)];

describe('the days around a change', () => {
  test.each([
    ['2026-11-22', '2026-11-22', 1],
    ['2026-11-21', '2026-11-22', 2],
    ['2026-08-26', '2026-11-22', 89],
    ['2026-08-25', '2026-11-22', 90],
    ['2026-08-24', '2026-11-22', 90],
    ['2020-02-29', '2026-11-22', 90],
  ])('of %s, seen on %s, are %i on each side', (changedOn, today, days) => {
    const span = spanAround(changedOn, today);
    if (!span) throw new Error('There is a span.');
    expect(span.days).toBe(days);
    expect(daysBetween(span.previousFrom, span.previousTo) + 1).toBe(days);
    expect(daysBetween(span.from, span.to) + 1).toBe(days);
    expect(span.from).toBe(changedOn);
    expect(addDays(span.previousTo, 1)).toBe(changedOn);
    expect(span.to <= today).toBe(true);
  });

  test('are none where the change is still to come', () => {
    expect(spanAround('2026-11-23', '2026-11-22')).toBeNull();
    const found = changeView(marker('a', '2026-11-23'), {
      ...{ span: null, near: [marker('b', '2026-11-23')], counted: [counted(BEFORE, AFTER)], minimumN: 5 },
    });
    expect(found).toMatchObject({ span: null, others: [], measures: [] });
  });
});

describe('a measure before and after a change', () => {
  test('has the scores and the difference of the metric itself', () => {
    const { scale } = METRICS.ces;
    const [before, after] = [tallyOf(scale, BEFORE), tallyOf(scale, AFTER)];
    expect(beforeAfter(counted(BEFORE, AFTER), 5)).toEqual({
      ...{ metric: 'ces', wording: METRICS.ces.wordingId, title: 'CES' },
      n: { before: 42, after: 42 },
      missing: { before: 0, after: 0 },
      compared: {
        before: METRICS.ces.score(before).value,
        after: METRICS.ces.score(after).value,
        difference: METRICS.ces.difference(after, before),
      },
    });
  });

  test('rises where customers answer higher after it, and differs from nothing beyond chance where they answer alike', () => {
    expect(beforeAfter(counted(BEFORE, AFTER), 5).compared?.difference).toMatchObject({ significant: true });
    expect(beforeAfter(counted(BEFORE, AFTER), 5).compared?.difference.delta).toBeGreaterThan(1);
    expect(beforeAfter(counted(BEFORE, BEFORE), 5).compared?.difference).toMatchObject({
      ...{ delta: 0, significant: false },
    });
  });

  test('is not compared where either side is below the minimum, and says how many answers are missing', () => {
    const few = beforeAfter(counted([1, 2, 3], many(7, 40)), 5);
    expect(few).toMatchObject({
      ...{ n: { before: 3, after: 40 }, missing: { before: 2, after: 0 }, compared: null },
    });
    expect(beforeAfter(counted(many(2, 5), many(7, 4)), 5)).toMatchObject({
      ...{ missing: { before: 0, after: 1 }, compared: null },
    });
    expect(beforeAfter(counted(many(2, 5), many(7, 5)), 5).compared).not.toBeNull();
    expect(beforeAfter(counted([], []), 0)).toMatchObject({
      ...{ missing: { before: 1, after: 1 }, compared: null },
    });
  });

  test('of pooled places is that of the union of their answers', () => {
    const union = counted([...BEFORE, 2, 2, 7], [...AFTER, 1, 6]);
    const [joined] = pooled([[counted(BEFORE, AFTER)], [counted([2, 2, 7], [1, 6])]]);
    expect(beforeAfter(joined as Counted, 5)).toEqual(beforeAfter(union, 5));
  });
});

test('names every other change within the span, and none outside it', () => {
  const span = spanAround('2026-11-13', '2026-11-22');
  const inside = ['2026-11-03', '2026-11-13', '2026-11-22'].map((day) => marker(`in ${day}`, day));
  const outside = ['2026-11-02', '2026-11-23'].map((day) => marker(`out ${day}`, day));
  const own = marker('own', '2026-11-13');
  const found = changeView(own, {
    ...{ span, near: [...inside, own, ...outside], counted: [], minimumN: 5 },
  });
  expect(found.others).toEqual(inside);
});
