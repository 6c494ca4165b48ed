import { describe, expect, test } from 'vitest';
import type { DriverView } from '../../insights/model/drivers';
import { METRICS } from '../../scoring/metrics';
import { tallyOf } from '../../scoring/tally';
import { importancesOf } from './importance';
import { confidenceOf, opportunityScore, priorityOf } from './priority';
import { heightBetween, quadrantOf } from './quadrant';
import { beforeDrop, evidenceCount, mayMove, refusedPlan, stepBack } from './state';

const nothing = { importance: null, satisfaction: null, reach: null, confidence: null, effort: null };

describe('the opportunity score', () => {
  test('is that of the published examples', () => {
    expect(opportunityScore(9, 3)).toBe(15);
    expect(opportunityScore(9, 9)).toBe(9);
    expect(opportunityScore(9.2, 4.1)).toBeCloseTo(14.3, 12);
    expect(opportunityScore(6.5, 8.5)).toBe(6.5);
  });
});

describe('the priority', () => {
  test('is opportunity × reach × confidence / effort', () => {
    const found = { importance: null, measured: null, measure: null, confidence: 0.8 };
    const check = { ...nothing, importance: 9.2, satisfaction: 4.1, reach: 0.85, effort: 2 };
    expect(priorityOf(check, found).value).toBeCloseTo(4.862, 3);
    const unboxing = { ...nothing, importance: 6.5, satisfaction: 8.5, reach: 0.6, effort: 1 };
    expect(priorityOf(unboxing, found).value).toBeCloseTo(3.12, 3);
  });

  test('says of each factor where it comes from, and what is typed counts first', () => {
    const tally = tallyOf(METRICS.csat.scale, [1, 2, 4, 5]);
    const found = {
      ...{ importance: 5, measured: null, confidence: 0.6 },
      measure: { metric: 'csat' as const, tally, key: 'k' },
    };
    const priority = priorityOf({ ...nothing, effort: 2 }, found);
    expect(priority.importance).toEqual({ value: 10, origin: 'found' });
    expect(priority.satisfaction).toEqual({ value: 5, origin: 'found' });
    expect(priority.reach).toEqual({ value: 1, origin: 'assumed' });
    expect(priority.confidence).toEqual({ value: 0.6, origin: 'found' });
    expect(priority.effort).toEqual({ value: 2, origin: 'given' });
    expect(priorityOf({ ...nothing, satisfaction: 2 }, found).satisfaction).toEqual({
      value: 2,
      origin: 'given',
    });
  });
});

describe('the importance', () => {
  const measured = { value: 8, low: 5, high: 10, share: 0.3, people: 400 };
  const found = { importance: null, measured, measure: null, confidence: 0.6 };

  test('is the measured one where the team gave none, which stands beside it where they did', () => {
    expect(priorityOf(nothing, found).importance).toEqual({ value: 8, origin: 'measured' });
    const said = priorityOf(nothing, { ...found, importance: 2 });
    expect(said.importance).toEqual({ value: 4, origin: 'found' });
    expect(said.measured).toEqual(measured);
    expect(priorityOf({ ...nothing, importance: 3 }, found).importance.origin).toBe('given');
    expect(priorityOf(nothing, { ...found, measured: null }).importance.origin).toBe('assumed');
    expect(said.formula).toBe('priority@2');
  });

  test('is 5 at an even share and 10 from four times that, and untold below the number of people for shares', () => {
    const driver = (share: number, lineageIds: string[]) =>
      ({
        question: { lineageIds },
        weight: { share, low: share / 4, high: share * 4 },
        n: 200,
      }) as DriverView;
    const drivers = [driver(0.25, ['a']), driver(0.04, ['b']), driver(0.09, ['b', 'c']), driver(1, ['d'])];
    const told = importancesOf({ level: 'weights', drivers });
    expect(told.get('a')).toEqual({ value: 5, low: 2.5, high: 10, share: 0.25, people: 200 });
    expect(told.get('b')?.value).toBeCloseTo(3, 12);
    expect(told.get('c')?.low).toBeCloseTo(1.5, 12);
    expect(told.get('d')?.value).toBe(10);
    expect(importancesOf({ level: 'tiers', drivers }).size).toBe(0);
    expect(importancesOf({ level: 'weights', drivers: [] }).size).toBe(0);
  });
});

test('confidence follows the strongest statement and the people behind it', () => {
  expect(confidenceOf([], 0)).toBe(0.3);
  expect(confidenceOf([], 1)).toBe(0.6);
  expect(confidenceOf([{ state: 'assumption', people: 500 }], 0)).toBe(0.3);
  expect(confidenceOf([{ state: 'partly', people: 500 }], 0)).toBe(0.6);
  expect(confidenceOf([{ state: 'validated', people: 29 }], 0)).toBe(0.6);
  expect(confidenceOf([{ state: 'validated', people: 30 }], 0)).toBe(0.8);
  expect(
    confidenceOf(
      [
        { state: 'partly', people: 1 },
        { state: 'validated', people: 100 },
      ],
      0,
    ),
  ).toBe(1);
  expect(confidenceOf([{ state: 'refuted', people: 100 }], 0)).toBe(0.3);
});

describe('states', () => {
  test('planning needs evidence or a reason', () => {
    expect(refusedPlan(0, '  ')).toMatch(/^Planning needs evidence/);
    expect(refusedPlan(0, 'The law says so')).toBeNull();
    expect(refusedPlan(1, '')).toBeNull();
    expect(evidenceCount([{ evidence: 0 }, { evidence: 3 }], 2)).toBe(3);
  });

  test('nothing is begun before it was planned, and nothing done before it was begun', () => {
    expect(mayMove('idea', 'doing')).toBe(false);
    expect(mayMove('idea', 'planned')).toBe(true);
    expect(mayMove('planned', 'done')).toBe(false);
    expect(mayMove('doing', 'done')).toBe(true);
    expect(mayMove('dropped', 'done')).toBe(false);
  });

  test('one step back leads to where it was, after a drop too', () => {
    const moves = [{ state: 'idea' as const }, { state: 'planned' as const }, { state: 'dropped' as const }];
    expect(beforeDrop(moves)).toBe('planned');
    expect(stepBack({ state: 'dropped' }, moves)).toBe('planned');
    expect(stepBack({ state: 'done' }, moves)).toBe('doing');
    expect(stepBack({ state: 'doing' }, moves)).toBe('planned');
    expect(stepBack({ state: 'planned' }, moves)).toBe('idea');
    expect(stepBack({ state: 'idea' }, moves)).toBeNull();
    expect(beforeDrop([])).toBe('idea');
  });
});

test('the median stands at half the height, and the most at the top', () => {
  const height = heightBetween([28, 62, 101, 281]);
  expect(height(81.5)).toBe(0.5);
  expect(height(281)).toBe(1);
  expect(height(0)).toBe(0);
  expect(heightBetween([5, 5])(5)).toBe(0.5);
  expect(heightBetween([0, 0, 3])(0)).toBe(0.5);
});

test('worth much at little work is a quick win', () => {
  expect(quadrantOf(1, 0.9)).toBe('quick');
  expect(quadrantOf(3, 0.5)).toBe('big');
  expect(quadrantOf(2, 0.4)).toBe('maybe');
  expect(quadrantOf(5, 0)).toBe('sink');
});
