import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Measure } from './measure';
import { groupOf, pointName } from './metric';
import { isMetricId, METRIC_IDS, METRICS, type Metric, metricOf, SURVEY_METRICS } from './metrics';
import { addTallies, emptyTally, type Scale, scalePoints, type Tally, tallyCount, tallyOf } from './tally';

const ALL: readonly Metric[] = METRIC_IDS.map(metricOf);
const MEASURES = ALL.flatMap((metric) =>
  [metric, ...(metric.secondary ? [metric.secondary] : [])].map((measure) => ({
    formula: measure.formula,
    measure,
    scale: metric.scale,
  })),
);

const pointsOf = (scale: Scale) => scale.max - scale.min + 1;
const talliesOn = (scale: Scale) =>
  fc.array(fc.nat({ max: 40 }), { minLength: pointsOf(scale), maxLength: pointsOf(scale) });

test('every formula says in words what it does, of the points that it does it with', () => {
  const words = Object.fromEntries(MEASURES.map(({ formula, measure }) => [formula, measure.inWords]));
  expect(words).toMatchObject({
    'nps@1': '% of 9–10 minus % of 0–6',
    'ces@1': 'mean of all answers from 1 to 7',
    'ces-easy@1': '% of 5–7 among all answers',
    'csat@1': '% of 4–5 among all answers',
    'emotion@1': 'mean of all answers from −2 to 2',
  });
  expect(Object.values(words).every((text) => text.length > 0)).toBe(true);
});

describe.each(MEASURES)('$formula', ({ measure, scale }: { measure: Measure; scale: Scale }) => {
  const [lowest, highest] = measure.domain;

  test('keeps value and interval within its domain, or is all null', () => {
    fc.assert(
      fc.property(talliesOn(scale), (tally) => {
        const { value, low, high, n } = measure.score(tally);
        expect(n).toBe(tallyCount(tally));
        if (value === null || low === null || high === null) {
          expect([value, low, high, n]).toEqual([null, null, null, 0]);
          return;
        }
        expect(n).toBeGreaterThan(0);
        expect(value >= lowest && value <= highest).toBe(true);
        expect(lowest <= low && low < high && high <= highest).toBe(true);
      }),
    );
  });

  test('is null without answers, never 0', () => {
    const score = measure.score(emptyTally(scale));
    expect(score).toEqual({
      value: null,
      n: 0,
      low: null,
      high: null,
      method: score.method,
      formula: measure.formula,
    });
  });

  test('reaches both ends of its domain, from one answer on, without claiming certainty', () => {
    for (const n of [1, 2, 3, 500]) {
      const worst = measure.score(tallyOf(scale, Array(n).fill(scale.min)));
      const best = measure.score(tallyOf(scale, Array(n).fill(scale.max)));
      expect([worst.value, best.value]).toEqual([lowest, highest]);
      expect((worst.high ?? lowest) - (worst.low ?? lowest)).toBeGreaterThan(0);
      expect((best.high ?? highest) - (best.low ?? highest)).toBeGreaterThan(0);
    }
  });

  test('narrows when the same answers come a hundred times over', () => {
    const width = (tally: Tally) => {
      const { low, high } = measure.score(tally);
      return (high ?? 0) - (low ?? 0);
    };
    const once = scalePoints(scale).map(() => 1);
    expect(width(once.map(() => 100))).toBeLessThan(width(once) / 4);
  });

  test('never falls when an answer moves up', () => {
    fc.assert(
      fc.property(talliesOn(scale), fc.nat({ max: pointsOf(scale) - 2 }), (tally, index) => {
        const before = addTallies(tally, tallyOf(scale, [scale.min + index]));
        const after = addTallies(tally, tallyOf(scale, [scale.min + index + 1]));
        const rise = (measure.score(after).value ?? Number.NaN) - (measure.score(before).value ?? Number.NaN);
        expect(rise).toBeGreaterThanOrEqual(-1e-12);
      }),
    );
  });

  test('pooled lies between its parts', () => {
    fc.assert(
      fc.property(talliesOn(scale), talliesOn(scale), (a, b) => {
        fc.pre(tallyCount(a) > 0 && tallyCount(b) > 0);
        const parts = [measure.score(a).value ?? Number.NaN, measure.score(b).value ?? Number.NaN];
        const pooled = measure.score(addTallies(a, b)).value ?? Number.NaN;
        expect(pooled).toBeGreaterThanOrEqual(Math.min(...parts) - 1e-12);
        expect(pooled).toBeLessThanOrEqual(Math.max(...parts) + 1e-12);
      }),
    );
  });

  test('of parts that were counted apart and added is that of all answers counted at once', () => {
    const scores = fc.array(fc.integer(scale), { maxLength: 40 });
    fc.assert(
      fc.property(fc.array(scores, { minLength: 1, maxLength: 5 }), scores, (parts, before) => {
        const [first = [], ...others] = parts.map((part) => tallyOf(scale, part));
        const added = addTallies(first, ...others);
        const atOnce = tallyOf(scale, parts.flat());
        const previous = tallyOf(scale, before);
        expect(measure.score(added)).toEqual(measure.score(atOnce));
        expect(measure.moments(added)).toEqual(measure.moments(atOnce));
        expect(measure.difference(added, previous)).toEqual(measure.difference(atOnce, previous));
      }),
    );
  });

  test('difference is current minus previous, turns round with its sides, and is sure only beside 0', () => {
    const range = highest - lowest;
    fc.assert(
      fc.property(talliesOn(scale), talliesOn(scale), (current, previous) => {
        const there = measure.difference(current, previous);
        const back = measure.difference(previous, current);
        if (tallyCount(current) === 0 || tallyCount(previous) === 0) {
          expect([there, back]).toEqual([null, null]);
          return;
        }
        if (there === null || back === null) throw new Error('a difference was expected');
        const delta = (measure.score(current).value ?? 0) - (measure.score(previous).value ?? 0);
        expect(there.delta).toBeCloseTo(delta, 12);
        expect(there.low).toBeCloseTo(-back.high, 10);
        expect(there.significant).toBe(back.significant);
        expect(there.p).toBeCloseTo(back.p, 9);
        expect(there.p >= 0 && there.p <= 1).toBe(true);
        expect(-range <= there.low && there.low < there.high && there.high <= range).toBe(true);
        if (there.significant) expect(there.low > 0 || there.high < 0).toBe(true);
        if (there.significant) expect(Math.sign(there.delta)).toBe(Math.sign(there.low + there.high));
      }),
    );
  });

  test('the p-value agrees with the interval wherever that is not close to 0', () => {
    fc.assert(
      fc.property(talliesOn(scale), talliesOn(scale), (current, previous) => {
        const found = measure.difference(current, previous);
        if (found === null) return;
        const reach = (found.high - found.low) / 2;
        if (Math.min(tallyCount(current), tallyCount(previous)) < 10) return;
        if (found.low > 0.2 * reach || found.high < -0.2 * reach) expect(found.p).toBeLessThan(0.05);
        if (found.low < -0.2 * reach && found.high > 0.2 * reach) expect(found.p).toBeGreaterThan(0.05);
      }),
    );
  });

  test('moments of an answer give the score back, and none without answers', () => {
    fc.assert(
      fc.property(talliesOn(scale), (tally) => {
        const moments = measure.moments(tally);
        expect(moments?.n ?? 0).toBe(tallyCount(tally));
        if (moments === null) return;
        expect(moments.mean).toBeCloseTo(measure.score(tally).value ?? Number.NaN, 10);
        expect(moments.variance).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  test('two unanimous, equal sides differ by nothing that is certain', () => {
    for (const n of [1, 2, 5, 50]) {
      const best = tallyOf(scale, Array(n).fill(scale.max));
      const difference = measure.difference(best, best);
      expect(difference).toMatchObject({ delta: 0, significant: false });
      expect(difference?.low).toBeLessThan(0);
      expect(difference?.high).toBeGreaterThan(0);
    }
  });

  test('one answer against one is never a trend, fifty against fifty at the two ends is', () => {
    const at = (n: number, score: number) => tallyOf(scale, Array(n).fill(score));
    const first = measure.difference(at(1, scale.max), at(1, scale.min));
    expect(first?.significant).toBe(false);
    expect(first?.high).toBeLessThanOrEqual(highest - lowest);
    expect(measure.difference(at(50, scale.max), at(50, scale.min))?.significant).toBe(true);
  });

  test('refuses a tally of another scale', () => {
    const foreign = [...emptyTally(scale), 0];
    expect(() => measure.score(foreign)).toThrow(RangeError);
    expect(() => measure.difference(foreign, emptyTally(scale))).toThrow(RangeError);
    expect(() => measure.difference(emptyTally(scale), foreign)).toThrow(RangeError);
  });
});

describe('published numbers', () => {
  test('NPS counts 9–10 as promoters and 0–6 as detractors, over all answers', () => {
    expect(METRICS.nps.score(tallyOf(METRICS.nps.scale, [0, 6, 7, 8, 9, 10, 10, 10])).value).toBe(2 / 8);
    const score = METRICS.nps.score([0, 0, 0, 0, 0, 0, 54, 108, 0, 162, 0]);
    expect(score.value).toBeCloseTo(1 / 3, 12);
    expect(score.low).toBeCloseTo(0.249, 3);
    expect(score.high).toBeCloseTo(0.411, 3);
  });

  test('CES is the mean of 1–7, with the share of 5–7 beside it', () => {
    const tally = tallyOf(METRICS.ces.scale, [1, 4, 5, 6, 7]);
    expect(METRICS.ces.score(tally).value).toBeCloseTo(4.6, 12);
    expect(METRICS.ces.secondary?.score(tally).value).toBe(3 / 5);
  });

  test('CSAT is the share of 4 and 5, with the mean beside it: 5 of 8 is 62.5 %', () => {
    const tally = tallyOf(METRICS.csat.scale, [1, 2, 3, 4, 4, 5, 5, 5]);
    expect(METRICS.csat.score(tally).value).toBe(0.625);
    expect(METRICS.csat.secondary?.score(tally).value).toBeCloseTo(29 / 8, 12);
  });

  test('emotion is the mean of the faces', () => {
    expect(METRICS.emotion.score(tallyOf(METRICS.emotion.scale, [-2, -1, 0, 2, 2])).value).toBeCloseTo(
      0.2,
      12,
    );
  });

  test('the trend of a mean is Welch’s interval on endpoint-adjusted moments, as computed elsewhere', () => {
    const difference = METRICS.ces.difference([22, 19, 17, 12, 13, 10, 7], [5, 8, 10, 12, 20, 25, 20]);
    expect(difference?.low).toBeCloseTo(-2.0570960024104328, 9);
    expect(difference?.high).toBeCloseTo(-1.0320129084806564, 9);
    expect(difference?.significant).toBe(true);
  });

  test('answering NPS upside down mirrors score and interval', () => {
    // 10 ↔ 0 … promoters and detractors change places; 7 and 8 stay passive.
    fc.assert(
      fc.property(fc.nat({ max: 200 }), fc.nat({ max: 200 }), fc.nat({ max: 200 }), (up, middle, down) => {
        const one = METRICS.nps.score([down, 0, 0, 0, 0, 0, 0, middle, 0, 0, up]);
        const other = METRICS.nps.score([up, 0, 0, 0, 0, 0, 0, middle, 0, 0, down]);
        if (one.value === null) {
          expect(other.value).toBeNull();
          return;
        }
        expect(one.value + (other.value ?? Number.NaN)).toBeCloseTo(0, 12);
        expect((one.low ?? Number.NaN) + (other.high ?? Number.NaN)).toBeCloseTo(0, 12);
        expect((one.high ?? Number.NaN) + (other.low ?? Number.NaN)).toBeCloseTo(0, 12);
      }),
    );
  });
});

describe('the table of metrics', () => {
  test('keys every metric by its own id and formula', () => {
    expect(METRIC_IDS).toEqual(['nps', 'ces', 'csat', 'emotion', 'rating5', 'ease5']);
    for (const metric of ALL) {
      expect(METRICS[metric.id]).toBe(metric);
      expect(metric.formula).toBe(`${metric.id}@1`);
      expect(metric.wordingId).toMatch(/^[a-z-]+@\d+$/);
    }
    expect(new Set(MEASURES.map(({ formula }) => formula)).size).toBe(MEASURES.length);
    expect(new Set(ALL.map((metric) => metric.wordingId)).size).toBe(ALL.length);
  });

  test('knows foreign ids, also those every object has', () => {
    expect(isMetricId('nps')).toBe(true);
    for (const foreign of ['NPS', '', 'toString', '__proto__', null, 3, ['nps']]) {
      expect(isMetricId(foreign)).toBe(false);
    }
    expect(() => metricOf('toString')).toThrow(RangeError);
  });

  test('asks only what customers can be asked, and words only after faces', () => {
    expect(SURVEY_METRICS).toEqual(['nps', 'ces', 'csat', 'emotion']);
    expect(ALL.filter((metric) => metric.words).map((metric) => metric.id)).toEqual(['emotion']);
    expect(ALL.filter((metric) => metric.faces).map((metric) => metric.id)).toEqual(['emotion']);
  });

  test.each(ALL)('$id groups every point for the follow-up, in order', (metric) => {
    const groups = scalePoints(metric.scale).map((point) => groupOf(metric, point));
    const order = ['low', 'middle', 'high'];
    expect(groups.toSorted((a, b) => order.indexOf(a) - order.indexOf(b))).toEqual(groups);
    expect(new Set(groups)).toEqual(new Set(order));
    for (const foreign of [metric.scale.min - 1, metric.scale.max + 1, 0.5, Number.NaN]) {
      expect(() => groupOf(metric, foreign)).toThrow(RangeError);
    }
  });

  test('NPS groups are detractors, passives and promoters', () => {
    expect([6, 7, 8, 9].map((score) => groupOf(METRICS.nps, score))).toEqual([
      'low',
      'middle',
      'middle',
      'high',
    ]);
  });

  test.each(ALL)('$id colours by a position that rises within −1…1 and is 0 half way', (metric) => {
    const [low, high] = metric.domain;
    const tones = Array.from({ length: 41 }, (_, index) => metric.tone(low + ((high - low) * index) / 40));
    expect(tones.toSorted((a, b) => a - b)).toEqual(tones);
    expect([tones.at(0), tones.at(-1)]).toEqual([-1, 1]);
  });

  test('colour anchors are the documented ones', () => {
    expect([-0.5, 0, 0.25, 0.5].map(METRICS.nps.tone)).toEqual([-1, 0, 0.5, 1]);
    expect([3, 4.5, 6].map(METRICS.ces.tone)).toEqual([-1, 0, 1]);
    expect(METRICS.csat.tone(0.7)).toBeCloseTo(0, 12);
    expect([-1, 0, 1].map(METRICS.emotion.tone)).toEqual([-1, 0, 1]);
    expect(METRICS.rating5.tone(3.75)).toBe(0);
  });
});

describe.each(ALL)('$id wording', (metric) => {
  test.each(['en', 'de'] as const)('in %s is complete and fits the scale', (language) => {
    const wording = metric.wording[language];
    const placeholders = [...wording.question.matchAll(/\{[^}]*\}/g)].map(([found]) => found);
    expect(placeholders.length).toBeGreaterThan(0);
    expect(placeholders.every((found) => found === '{name}' || found === '{topic}')).toBe(true);
    expect(placeholders.includes('{topic}')).toBe(wording.topic !== null);
    expect(wording.points).toHaveLength(pointsOf(metric.scale));
    expect([wording.points.at(0), wording.points.at(-1)]).toEqual([wording.low, wording.high]);
    const texts = [wording.low, wording.high, ...Object.values(wording.why)];
    expect(texts.every((text) => text.trim() !== '')).toBe(true);
    const names = scalePoints(metric.scale).map((point) => pointName(metric, language, point));
    expect(new Set(names).size).toBe(names.length);
  });
});

describe('names of scale points', () => {
  test('say number and label, the number alone, or the printed label of a face', () => {
    expect(pointName(METRICS.ces, 'en', 7)).toBe('7, Strongly agree');
    expect(pointName(METRICS.nps, 'en', 0)).toBe('0, Not at all likely');
    expect(pointName(METRICS.nps, 'en', 3)).toBe('3');
    expect(pointName(METRICS.emotion, 'en', -1)).toBe('Bad');
    expect(pointName(METRICS.emotion, 'de', 2)).toBe('Großartig');
    expect(() => pointName(METRICS.emotion, 'en', 3)).toThrow(RangeError);
  });

  test('the trademark notice stands with NPS alone', () => {
    expect(ALL.filter((metric) => metric.wording.en.notice).map((metric) => metric.id)).toEqual(['nps']);
    expect(METRICS.nps.wording.de.notice).toContain('Net Promoter');
  });
});
