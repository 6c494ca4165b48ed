import { expect, test } from 'vitest';
import { closedLoop, type LoopCase } from './closed-loop';

const NOW = new Date('2026-06-10T12:00:00Z');
const hour = (n: number) => new Date(NOW.getTime() + n * 3_600_000);
const one = (over: Partial<LoopCase>): LoopCase => ({
  openedAt: hour(-48),
  dueAt: hour(-24),
  firstResponseAt: null,
  closedAt: null,
  ...over,
});

test('nothing is said where nothing can be judged', () => {
  const none = closedLoop([], NOW);
  expect(none).toMatchObject({ opened: 0, rate: null, firstResponseHours: null, closeHours: null });
  expect(closedLoop([one({ dueAt: hour(5) })], NOW)).toMatchObject({ running: 1, judged: 0, rate: null });
});

test('the rate is closed in time of what is closed or past its time, by Wilson', () => {
  const cases = [
    ...Array.from({ length: 8 }, () => one({ closedAt: hour(-30) })),
    one({ closedAt: hour(-2) }),
    one({}),
    one({ dueAt: hour(3) }),
  ];
  const loop = closedLoop(cases, NOW);
  expect(loop).toMatchObject({ opened: 11, judged: 10, running: 1, overdue: 1, closedInTime: 8 });
  // Wilson (1927) for 8 of 10: R: prop.test(8, 10, correct = FALSE).
  expect(loop.rate?.value).toBeCloseTo(0.8, 12);
  expect(loop.rate?.low).toBeCloseTo(0.49016, 4);
  expect(loop.rate?.high).toBeCloseTo(0.94331, 4);
});

test('a case closed early counts before it was due', () => {
  expect(closedLoop([one({ dueAt: hour(9), closedAt: hour(-1) })], NOW)).toMatchObject({
    judged: 1,
    closedInTime: 1,
  });
});

test('times are medians of what has happened', () => {
  const cases = [
    one({ firstResponseAt: hour(-47), closedAt: hour(-40) }),
    one({ firstResponseAt: hour(-45) }),
    one({ firstResponseAt: hour(-38), closedAt: hour(-20) }),
    one({}),
  ];
  const loop = closedLoop(cases, NOW);
  expect(loop.firstResponseHours).toEqual({ n: 3, value: 3, interval: null });
  expect(loop.closeHours).toEqual({ n: 2, value: 18, interval: null });
  const closed = Array.from({ length: 10 }, (_, index) => one({ closedAt: hour(index - 47) }));
  expect(closedLoop(closed, NOW).closeHours).toEqual({ n: 10, value: 5.5, interval: { low: 2, high: 9 } });
});
