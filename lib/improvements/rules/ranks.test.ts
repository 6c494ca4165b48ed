import { describe, expect, test } from 'vitest';
import type { Priority } from '../model';
import { type Ranked, ranksOf } from './ranks';

const KNOWN: Priority = {
  ...{ formula: 'priority@2', measured: null, satisfied: null, opportunity: 0, value: 0 },
  importance: { value: 8, origin: 'given' },
  satisfaction: { value: 5, origin: 'given' },
  reach: { value: 1, origin: 'given' },
  confidence: { value: 1, origin: 'found' },
  effort: { value: 2, origin: 'given' },
};

function open(id: string, priority: Partial<Priority>, rest: Partial<Ranked> = {}): Ranked {
  return {
    ...{ id, state: 'idea', lineageIds: [id], value: null },
    priority: { ...KNOWN, ...priority },
    ...rest,
  };
}

/** Satisfied with that many of n, as answers say. */
const asked = (id: string, count: number, n: number, rest: Partial<Ranked> = {}) =>
  open(
    id,
    { satisfied: { count, n, key: id }, satisfaction: { value: (10 * count) / n, origin: 'found' } },
    rest,
  );

const worth = (count: number, n: number, low: number, high: number) =>
  ({
    badShare: { value: count / n, low, high, count, n },
    target: { value: 0.1, assumed: false },
    high: { yearValue: 100_000 * (high - 0.1) },
  }) as Ranked['value'];

describe('ranks by priority', () => {
  test('are certain where everything is typed in', () => {
    const { priority } = ranksOf([
      open('a', { effort: { value: 1, origin: 'given' } }),
      open('b', { effort: { value: 5, origin: 'given' } }),
    ]);
    expect(priority.get('a')).toEqual({ best: 1, worst: 1, of: 2, top: 1 });
    expect(priority.get('b')).toMatchObject({ best: 2, worst: 2 });
  });

  test('are wide with few answers and narrow with many', () => {
    const of = (n: number) =>
      ranksOf([0.3, 0.4, 0.5, 0.6, 0.7].map((share, at) => asked(String(at), share * n, n))).priority;
    const width = (n: number) => [...of(n).values()].reduce((sum, { best, worst }) => sum + worst - best, 0);
    expect(width(10)).toBeGreaterThan(8);
    expect(width(5000)).toBe(0);
    expect(of(5000).get('0')).toEqual({ best: 1, worst: 1, of: 5, top: 1 });
    expect(of(10).get('0')?.top).toBeLessThan(1);
    expect(of(10).get('4')?.top).toBeGreaterThan(0);
  });

  test('what nobody knows can stand anywhere', () => {
    const unknown = open('x', {
      importance: { value: 6, origin: 'assumed' },
      satisfaction: { value: 5, origin: 'assumed' },
    });
    const known = ['a', 'b', 'c'].map((id, at) =>
      open(id, { importance: { value: 4 + 2 * at, origin: 'given' } }),
    );
    const { priority } = ranksOf([unknown, ...known]);
    expect(priority.get('x')).toMatchObject({ best: 1, worst: 4 });
  });

  test('a measured importance counts as surely as it is known', () => {
    const measured = (low: number, high: number) => ({
      importance: { value: 8, origin: 'measured' as const },
      measured: { value: 8, low, high, share: 0.3, people: 200 },
    });
    const other = open('o', { importance: { value: 7, origin: 'given' } });
    const top = (low: number, high: number) =>
      ranksOf([open('m', measured(low, high)), other]).priority.get('m');
    expect(top(7.9, 8.1)).toMatchObject({ best: 1, worst: 1 });
    expect(top(2, 10)).toMatchObject({ best: 1, worst: 2 });
  });

  test('improvements on the same answers move together', () => {
    const same = (id: string, effort: number) =>
      open(
        id,
        {
          satisfied: { count: 3, n: 6, key: 'same' },
          satisfaction: { value: 5, origin: 'found' },
          effort: { value: effort, origin: 'given' },
        },
        { lineageIds: ['l'] },
      );
    const { priority } = ranksOf([same('a', 2), same('b', 2.01)]);
    expect(priority.get('a')).toMatchObject({ best: 1, worst: 1 });
  });

  test('are the same each time, whatever the order, and leave out what is over', () => {
    const some = [asked('a', 3, 9), asked('b', 4, 9), asked('c', 5, 9)];
    expect(ranksOf(some)).toEqual(ranksOf([...some].reverse()));
    const { priority } = ranksOf([...some, asked('d', 1, 9, { state: 'done' })]);
    expect(priority.get('d')).toBeUndefined();
    expect(priority.get('a')?.of).toBe(3);
    expect(ranksOf([asked('a', 3, 9)]).priority.size).toBe(0);
  });
});

test('ranks by worth follow the bad share and leave out what has none', () => {
  const { value } = ranksOf([
    open('a', {}, { value: worth(400, 1000, 0.37, 0.43) }),
    open('b', {}, { value: worth(200, 1000, 0.18, 0.23) }),
    open('c', {}, { value: worth(4, 20, 0.08, 0.42) }),
    open('d', {}),
  ]);
  expect(value.get('a')).toMatchObject({ best: 1, worst: 1, of: 3 });
  expect(value.get('c')).toMatchObject({ best: 2, worst: 3 });
  expect(value.get('d')).toBeUndefined();
});
