import { describe, expect, test } from 'vitest';
import { addDays } from '../../clock';
import type { WatchSignal } from '../../insights/model/watch';
import { METRICS } from '../../scoring/metrics';
import { tallyOf } from '../../scoring/tally';
import { seededRandom } from '../../statistics/random';
import { findBounces, findDrop, findLow, findSilence, probabilityBelow } from './alerting';

describe('the probability that a score is below a number', () => {
  test('is that of the normal distribution behind the interval', () => {
    // scipy 1.17: norm.cdf((0.2 - 0.1) / (0.12 / 1.959963984540054))
    expect(probabilityBelow({ low: -0.02, high: 0.22 }, 0.2)).toBeCloseTo(0.9488, 5);
    expect(probabilityBelow({ low: 0.1, high: 0.3 }, 0.2)).toBeCloseTo(0.5, 12);
    expect(probabilityBelow({ low: 0.1, high: 0.3 }, 0.3)).toBeCloseTo(0.975, 12);
  });

  test('is unknown where nobody answered', () => {
    expect(probabilityBelow({ low: null, high: null }, 0)).toBeNull();
  });

  test('of a score of exactly that is high as rarely as it says', () => {
    // Answers of a true NPS of 0.2, 60 at a time: an alert at 95 % below 0.2 may come up in about 5 % of the draws.
    const random = seededRandom(11);
    const { scale, score } = METRICS.nps;
    let alarms = 0;
    for (let draw = 0; draw < 4000; draw += 1) {
      const scores = Array.from({ length: 60 }, () => {
        const unit = random();
        return unit < 0.45 ? 10 : unit < 0.75 ? 8 : 3;
      });
      if ((probabilityBelow(score(tallyOf(scale, scores)), 0.2) ?? 0) >= 0.95) alarms += 1;
    }
    expect(alarms / 4000).toBeGreaterThan(0.03);
    expect(alarms / 4000).toBeLessThan(0.07);
  });
});

describe('a low score', () => {
  const rule = { metric: 'nps' as const, below: 0.2, probability: 0.9 };
  const about = { minimumN: 5, from: '2026-05-01', to: '2026-05-28' };
  const tally = tallyOf(METRICS.nps.scale, [0, 2, 3, 5, 6, 6, 7, 9, 1, 4]);

  test('is found with its numbers', () => {
    expect(findLow({ metric: 'nps', wording: 'w', tally }, rule, about)).toMatchObject({
      kind: 'score',
      n: 10,
      value: -0.7,
      below: 0.2,
      from: '2026-05-01',
    });
  });

  test('is not found where too few answered, or in another metric', () => {
    expect(findLow({ metric: 'nps', wording: 'w', tally }, rule, { ...about, minimumN: 11 })).toBeNull();
    expect(findLow({ metric: 'nps', wording: 'w', tally }, { ...rule, metric: 'ces' }, about)).toBeNull();
  });

  test('is not found where chance may explain it', () => {
    const unsure = tallyOf(METRICS.nps.scale, [10, 10, 9, 3, 8]);
    expect(findLow({ metric: 'nps', wording: 'w', tally: unsure }, rule, about)).toBeNull();
  });
});

describe('a drop', () => {
  const signal: WatchSignal = {
    ...{ lineageId: 'l', metric: 'nps', wording: 'w', direction: 'down', rule: 'drift' },
    ...{ from: '2026-04-01', to: '2026-04-30', since: '2026-04-12', noticedOn: '2026-05-10' },
    before: METRICS.nps.score(tallyOf(METRICS.nps.scale, [10, 9, 8, 9, 3])),
    after: METRICS.nps.score(tallyOf(METRICS.nps.scale, [10, 2, 8, 3, 3])),
  };

  test('is told while it is new', () => {
    expect(findDrop(signal, '2026-06-01')).toMatchObject({ kind: 'drop', since: '2026-04-12' });
    expect(findDrop(signal, '2026-07-01')).toBeNull();
  });

  test('is no rise', () => {
    expect(findDrop({ ...signal, direction: 'up' }, '2026-05-12')).toBeNull();
  });
});

describe('silence', () => {
  test('is longer than the rule allows and than chance explains', () => {
    expect(findSilence({ lastOn: '2026-05-01', daysHeard: 56 }, 7, '2026-05-08')).toMatchObject({
      days: 7,
      usualDays: 1,
    });
    expect(findSilence({ lastOn: '2026-05-01', daysHeard: 56 }, 7, '2026-05-07')).toBeNull();
    // Every second day: (29/57)^11.1 · 365 · 40 · 28/57 is 4 a year.
    expect(findSilence({ lastOn: '2026-05-01', daysHeard: 28 }, 7, '2026-05-12')).toBeNull();
    expect(findSilence({ lastOn: '2026-05-01', daysHeard: 28 }, 7, '2026-05-13')).toMatchObject({ days: 12 });
    // One day a week: (49/57)^41.3 · 365 · 40 · 8/57 is 4 a year.
    expect(findSilence({ lastOn: '2026-05-01', daysHeard: 8 }, 7, '2026-06-11')).toBeNull();
    expect(findSilence({ lastOn: '2026-05-01', daysHeard: 8 }, 7, '2026-06-12')).toMatchObject({ days: 42 });
  });

  test('is feigned by chance a few times a year over 40 places, and found where a place does fall silent', () => {
    const random = seededRandom(52);
    const [years, day] = [3, (place: number) => addDays('2026-01-01', place)];
    let feigned = 0;
    const delays: number[] = [];
    for (let place = 0; place < 40; place += 1) {
      // From one answer a week to two a day.
      const chance = 1 - Math.exp(-0.15 * (2 / 0.15) ** (place / 39));
      const heard = Array.from({ length: 60 + years * 365 }, () => random() < chance);
      const judge = (last: number, today: number) => {
        const daysHeard = heard.slice(Math.max(0, last - 55), last + 1).filter(Boolean).length;
        return findSilence({ lastOn: day(last), daysHeard }, 7, day(today)) !== null;
      };
      let [last, told] = [-1, false];
      for (let today = 0; today < heard.length; today += 1) {
        if (heard[today]) [last, told] = [today, false];
        else if (today >= 60 && last >= 0 && !told && judge(last, today)) {
          told = true;
          feigned += 1;
        }
      }
      let today = last + 1;
      while (today - last < 90 && !judge(last, today)) today += 1;
      delays.push(today - last);
    }
    expect(feigned / years).toBeLessThan(8);
    // Nearly every place is missed, half of them within two weeks and a half.
    expect(delays.filter((days) => days < 90).length).toBeGreaterThan(32);
    expect(delays.toSorted((a, b) => a - b)[19]).toBeLessThan(18);
  });

  test('needs a habit', () => {
    expect(findSilence({ lastOn: '2026-01-01', daysHeard: 7 }, 7, '2026-12-01')).toBeNull();
  });
});

describe('mail that could not be delivered', () => {
  test('is told where the share is beyond chance', () => {
    expect(findBounces({ sent: 80, failed: 20 }, 0.1)).toMatchObject({ failed: 20, sent: 80 });
    expect(findBounces({ sent: 88, failed: 12 }, 0.1)).toBeNull();
  });

  test('is not told of a few mails', () => {
    expect(findBounces({ sent: 0, failed: 19 }, 0.1)).toBeNull();
  });
});
