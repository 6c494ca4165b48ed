import { describe, expect, test } from 'vitest';
import type { Tally } from '../../scoring/tally';
import { drawBinomial, drawCounts } from '../../statistics/draws';
import { alwaysValidInterval } from '../../statistics/msprt';
import { seededRandom } from '../../statistics/random';
import type { Trial } from '../model/trial';
import { type GroupDays, moreUntilCertain, splitCheck, trialDays, trialView } from './trial';

const FROM = '2026-05-01';
const TRIAL: Trial = {
  ...{ by: 'segment', control: 'Basic', variant: 'Plus', from: FROM, to: null, setOn: FROM },
  ...{ metric: 'csat', margin: 0.15, random: false, share: null },
};
/** Chances of the answers 1 … 5. */
const GOOD = [0.02, 0.05, 0.13, 0.4, 0.4];
const BAD = [0.15, 0.2, 0.25, 0.25, 0.15];

type Told = { seed: number; days: number; perDay: number; chances?: number[]; wording?: string };

function group({ seed, days, perDay, chances = GOOD, wording = 'w' }: Told): GroupDays {
  const random = seededRandom(seed);
  const counted = Array.from({ length: days }, () => drawCounts(random, perDay, chances));
  return { counted: [{ metric: 'csat', wording, days: counted }], asked: null };
}

/** A group of whom so many are asked each day and answer with that chance. */
function asked(seed: number, days: number, perDay: number, chance: number): GroupDays {
  const random = seededRandom(seed);
  const told = Array.from({ length: days }, () => ({
    asked: perDay,
    answered: drawBinomial(random, perDay, chance),
  }));
  return { counted: [], asked: told };
}

function view(control: GroupDays, variant: GroupDays, trial: Partial<Trial> = {}) {
  const days = Math.max(control.counted[0]?.days.length ?? 0, control.asked?.length ?? 0);
  const to = new Date(Date.parse(FROM) + (days - 1) * 86_400_000).toISOString().slice(0, 10);
  return trialView({ ...TRIAL, ...trial }, { control, variant }, { from: FROM, to }, 5);
}

describe('scores of two groups', () => {
  test('are better where the variant is clearly more satisfied, with both intervals and the day', () => {
    const told = view(
      group({ seed: 1, days: 60, perDay: 6, chances: BAD }),
      group({ seed: 2, days: 60, perDay: 6 }),
    );
    expect(told.score).toMatchObject({ kind: 'better', missing: 0, wording: 'w', margin: 0.15 });
    expect(told.score?.once.method).toBe('newcombe');
    expect(told.score?.daily.low).toBeLessThan(told.score?.once.low as number);
    expect(told.score?.clearOn?.slice(0, 4)).toBe('2026');
    expect(told).toMatchObject({ apart: false, lacking: 0, rate: null, split: null });
  });

  test('are worse the other way round, by as much', () => {
    const [a, b] = [
      group({ seed: 3, days: 60, perDay: 6, chances: BAD }),
      group({ seed: 4, days: 60, perDay: 6 }),
    ];
    const [there, back] = [view(a, b).score, view(b, a).score];
    expect(back?.kind).toBe('worse');
    expect(back?.delta).toBeCloseTo(-(there?.delta as number), 12);
    expect(back?.daily.low).toBeCloseTo(-(there?.daily.high as number), 12);
  });

  test('are the same only where everything as large as the margin is ruled out', () => {
    const [a, b] = [group({ seed: 5, days: 60, perDay: 12 }), group({ seed: 6, days: 60, perDay: 12 })];
    expect(view(a, b).score?.kind).toBe('same');
    const narrow = view(a, b, { margin: 0.02 }).score;
    expect(narrow?.kind).toBe('unclear');
    expect(narrow?.missing).toBeGreaterThan(100);
  });

  test('are not compared below the minimum, and it is told how many are missing', () => {
    const told = view(group({ seed: 7, days: 3, perDay: 1 }), group({ seed: 8, days: 3, perDay: 4 }));
    expect(told.score).toBeNull();
    expect(told.lacking).toBe(2);
  });

  test('of another wording are told apart and never compared', () => {
    const told = view(
      group({ seed: 9, days: 30, perDay: 8 }),
      group({ seed: 10, days: 30, perDay: 8, wording: 'x' }),
    );
    expect(told.score).toBeNull();
    expect(told.apart).toBe(true);
    expect([...told.controlGroup.measures, ...told.variantGroup.measures].map((one) => one.wording)).toEqual([
      'w',
      'x',
    ]);
  });

  test('who looks every day for 60 days is misled in at most 5 of 100 cases', () => {
    const runs = 400;
    let misled = 0;
    for (let seed = 0; seed < runs; seed += 1) {
      const [a, b] = [
        group({ seed: 2 * seed + 1000, days: 60, perDay: 3 }),
        group({ seed: 2 * seed + 1001, days: 60, perDay: 2 }),
      ];
      if (view(a, b).score?.clearOn) misled += 1;
    }
    expect(misled / runs).toBeLessThanOrEqual(0.05);
  });

  test('the interval of all days and that of one look hold the true difference as often as they say', () => {
    const truth = 0.8 - 0.4;
    const runs = 400;
    let [daily, once] = [0, 0];
    for (let seed = 0; seed < runs; seed += 1) {
      const control = group({ seed: 2 * seed + 5000, days: 1, perDay: 80, chances: BAD });
      const { score } = view(control, group({ seed: 2 * seed + 5001, days: 1, perDay: 60 }));
      if (score && score.daily.low <= truth && truth <= score.daily.high) daily += 1;
      if (score && score.once.low <= truth && truth <= score.once.high) once += 1;
    }
    expect(once / runs).toBeGreaterThan(0.925);
    expect(once / runs).toBeLessThan(0.985);
    expect(daily / runs).toBeGreaterThan(0.95);
  });
});

describe('response rates of two groups', () => {
  test('are compared with the intervals of Wilson and Newcombe', () => {
    const [a, b] = [asked(1, 1, 1000, 0.1), asked(2, 1, 1000, 0.2)];
    const told = view(a, b);
    const [first, second] = [told.controlGroup.rate, told.variantGroup.rate];
    expect(first?.asked).toBe(1000);
    expect(told.rate?.delta).toBeCloseTo((second?.value as number) - (first?.value as number), 12);
    expect(first?.low).toBeLessThan(first?.value as number);
    expect(told.rate).toMatchObject({ kind: 'better', once: { method: 'newcombe' } });
  });

  test('of few people who all kept silent are not taken for the same', () => {
    const told = view(asked(1, 1, 68, 0), asked(2, 1, 12, 0));
    expect(told.rate?.kind).toBe('unclear');
    expect(told.rate?.daily.high).toBeGreaterThan(0.2);
  });

  test('the interval of all days holds the true difference, with few people and rare answers too', () => {
    const runs = 400;
    let held = 0;
    for (let seed = 0; seed < runs; seed += 1) {
      const { rate } = view(asked(2 * seed + 300, 1, 60, 0.05), asked(2 * seed + 301, 1, 25, 0.2));
      if (rate && rate.daily.low <= 0.15 && 0.15 <= rate.daily.high) held += 1;
    }
    expect(held / runs).toBeGreaterThan(0.95);
  });

  test('are unknown where nobody counts who was asked', () => {
    const told = view(group({ seed: 1, days: 5, perDay: 9 }), asked(1, 5, 9, 0.5));
    expect(told.rate).toBeNull();
    expect(told.controlGroup.rate).toBeNull();
  });

  test('who looks every day for 60 days is misled in at most 5 of 100 cases', () => {
    for (const chance of [0.05, 0.3]) {
      const runs = 400;
      let misled = 0;
      for (let seed = 0; seed < runs; seed += 1) {
        const [a, b] = [asked(2 * seed + 9000, 60, 10, chance), asked(2 * seed + 9001, 60, 6, chance)];
        if (view(a, b).rate?.clearOn) misled += 1;
      }
      expect(misled / runs).toBeLessThanOrEqual(0.05);
    }
  });
});

describe('how many more people', () => {
  test('make it certain, and with one in a hundred fewer it is not', () => {
    const people = 500;
    const more = moreUntilCertain({ delta: 0.08, variance: 0.002 }, 0.15, people) as number;
    const half = (times: number) => alwaysValidInterval(0, 0.002 / times, 0.15).high;
    expect(half((people + more) / people)).toBeLessThanOrEqual(0.08);
    expect(half((people + 0.99 * more) / people)).toBeGreaterThan(0.08);
  });

  test('is none where it is certain already, and unknown where no usual number would do', () => {
    expect(moreUntilCertain({ delta: 0.3, variance: 0.0005 }, 0.15, 500)).toBe(0);
    expect(moreUntilCertain({ delta: 0, variance: 0.00001 }, 0.15, 500)).toBe(0);
    expect(moreUntilCertain({ delta: 0.00001, variance: 0.2 }, 0.00002, 10)).toBeNull();
  });
});

describe('the split', () => {
  test('is held against the plan by chi-square and warns below one in a thousand', () => {
    expect(splitCheck(0.5, { control: 821, variant: 1000 }, 'asked')?.p).toBeCloseTo(2.7e-5, 6);
    expect(splitCheck(0.5, { control: 821, variant: 1000 }, 'asked')?.off).toBe(true);
    expect(splitCheck(0.5, { control: 5000, variant: 5250 }, 'answered')?.off).toBe(false);
    expect(splitCheck(0.1, { control: 900, variant: 100 }, 'asked')).toMatchObject({ p: 1, seen: 0.1 });
    expect(splitCheck(null, { control: 1, variant: 100 }, 'asked')).toBeNull();
  });

  test('counts who was asked before who answered', () => {
    const planned = { random: true, share: 0.5 };
    expect(view(asked(1, 2, 500, 0.1), asked(2, 2, 500, 0.4), planned).split).toMatchObject({
      ...{ of: 'asked', n: 2000, seen: 0.5, off: false },
    });
    const answered = view(
      group({ seed: 1, days: 9, perDay: 9 }),
      group({ seed: 2, days: 9, perDay: 20 }),
      planned,
    );
    expect(answered.split).toMatchObject({ of: 'answered', off: true });
  });
});

describe('honesty', () => {
  test('groups that did not answer in the same days are told', () => {
    const days = (from: number, to: number): Tally[] =>
      Array.from({ length: 20 }, (_, at) => (at >= from && at < to ? [0, 0, 0, 0, 2] : [0, 0, 0, 0, 0]));
    const of = (own: Tally[]): GroupDays => ({
      ...{ asked: null },
      counted: [{ metric: 'csat', wording: 'w', days: own }],
    });
    expect(view(of(days(0, 20)), of(days(0, 20))).together).toBe(1);
    expect(view(of(days(0, 10)), of(days(10, 20))).together).toBe(0);
    expect(view(of(days(0, 20)), of(days(15, 20))).together).toBeCloseTo(20 / 50, 12);
    expect(view(of(days(0, 20)), of(days(0, 0))).together).toBeNull();
  });

  test('a trial that was written down late says so', () => {
    const [a, b] = [group({ seed: 1, days: 9, perDay: 9 }), group({ seed: 2, days: 9, perDay: 9 })];
    expect(view(a, b).setLate).toBe(0);
    expect(view(a, b, { setOn: '2026-05-08' }).setLate).toBe(7);
    expect(view(a, b, { setOn: '2026-04-20' }).setLate).toBe(0);
  });
});

test('a trial counts from its first day to its last, and none that is to come', () => {
  expect(trialDays({ from: FROM, to: null }, '2026-05-09')).toEqual({ from: FROM, to: '2026-05-09' });
  expect(trialDays({ from: FROM, to: '2026-05-04' }, '2026-05-09')?.to).toBe('2026-05-04');
  expect(trialDays({ from: FROM, to: '2026-06-04' }, '2026-05-09')?.to).toBe('2026-05-09');
  expect(trialDays({ from: FROM, to: null }, '2026-04-30')).toBeNull();
});
