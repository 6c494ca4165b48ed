import { describe, expect, test } from 'vitest';
import { mapView, measureView, stageView, touchpointView } from '@/components/journey/fixture';
import { METRICS } from '../../scoring/metrics';
import { tallyOf } from '../../scoring/tally';
import { atOnce } from '../../statistics/at-once';
import { drawNormal } from '../../statistics/draws';
import { emCorrelation } from '../../statistics/em-correlation';
import { seededRandom } from '../../statistics/random';
import type { DriversView } from '../model/drivers';
import {
  type Answered,
  drawsFor,
  driverModel,
  impactOf,
  standsOut,
  weighedDrivers,
  weightsOf,
} from './drivers';
import { questionsOf } from './questions';

/** Touchpoints a to f with the CES; how much the recommendation has of each of them. */
const PULLS = [0.9, 0.6, 0.3, 0, 0, 0];
const NAMES = ['a', 'b', 'c', 'd', 'e', 'f'];

const ces = (mean: number, n = 60) => {
  const random = seededRandom(Math.round(mean * 100) + n);
  const scores = Array.from({ length: n }, () => point(mean + 1.2 * drawNormal(random), 1, 7));
  return measureView('ces', tallyOf(METRICS.ces.scale, scores));
};

const MAP = mapView(
  [
    stageView(
      's',
      NAMES.map((name, place) => touchpointView(name, { measures: [ces(3 + place / 2)] })),
    ),
  ],
  { measures: [measureView('nps', [2, 1, 1, 3, 3, 5, 5, 10, 12, 20, 18])] },
);

/** People who answer `each` of the six touchpoints and the whole; the first pulls the whole most. */
function people(count: number, each: number): Answered[] {
  const random = seededRandom(9);
  return Array.from({ length: count }, () => {
    const felt = PULLS.map(() => drawNormal(random));
    const whole = felt.reduce((sum, value, place) => sum + value * (PULLS[place] as number), 0);
    const left = felt.map((_, place) => place);
    const asked = Array.from(
      { length: each },
      () => left.splice(Math.floor(random() * left.length), 1)[0] as number,
    );
    return {
      score: point(7 + 1.2 * (whole + drawNormal(random)), 0, 10),
      answers: asked
        .sort((a, b) => a - b)
        .map((place) => [place, point(4.5 + 1.2 * (felt[place] as number), 1, 7)] as const),
    };
  });
}

function point(value: number, min: number, max: number): number {
  return Math.max(min, Math.min(max, Math.round(value)));
}

function driversOf(rows: readonly Answered[], all = rows.length): DriversView {
  const { touchpoints: questions, journey: outcomes } = questionsOf(MAP);
  const outcome = outcomes[0] ?? null;
  const answered = { people: all, rows };
  const model = driverModel(MAP, { outcomes, outcome, questions, answered, seed: 1 });
  const correlations = model.table && emCorrelation(model.table);
  if (!correlations) return model.view;
  const drawn = atOnce(correlations.drawn(seededRandom(1), 200)).map(weightsOf);
  return weighedDrivers(model, weightsOf(correlations.matrix), drawn);
}

describe('what may be said about drivers', () => {
  test('without an outcome it is nothing', () => {
    const asked = { outcomes: [], outcome: null, questions: [], answered: { people: 0, rows: [] }, seed: 1 };
    expect(driverModel(MAP, asked).view).toMatchObject({ level: 'none', drivers: [], missing: null });
  });

  test('of a handful of people it is nothing, and the page says how many are missing', () => {
    const view = driversOf(people(12, 2));
    expect(view).toMatchObject({ level: 'none', linked: 12, pairs: null, rSquared: null });
    expect(view.missing).toBeGreaterThan(20);
    expect(view.drivers.every(({ weight, tier }) => weight === null && tier === null)).toBe(true);
  });

  test('with fewer than 30 people in the middle pair it is each link by itself, with its interval', () => {
    const view = driversOf(people(200, 2));
    expect(view.level).toBe('links');
    expect(view.pairs).toBeLessThan(30);
    // Two of six: every pair has about a fifteenth of the people.
    expect(view.missing).toBeGreaterThan(200);
    expect(view.drivers.every(({ link, weight, tier }) => link && !weight && !tier)).toBe(true);
    const first = view.drivers[0]?.link;
    expect(first?.low).toBeGreaterThan(0);
    expect(first?.n).toBe(view.drivers[0]?.n);
  });

  test('from 30 it is three groups and no shares', () => {
    const view = driversOf(people(400, 3));
    expect(view.level).toBe('tiers');
    expect(view.drivers.map(({ weight }) => weight)).toEqual(NAMES.map(() => null));
    expect(view.drivers.map(({ question }) => question.touchpointId)).toEqual(NAMES);
    expect(view.drivers[0]?.tier).toBe('top');
    expect(view.drivers.slice(3).map(({ tier }) => tier)).not.toContain('top');
    expect(view.rSquared?.low).toBeLessThan(view.rSquared?.value as number);
    expect(view.missing).toBeGreaterThan(0);
  });

  test('from 100 it is shares that add up to 1, the largest first, each within its interval', () => {
    const view = driversOf(people(1_200, 3));
    expect(view).toMatchObject({ level: 'weights', missing: null, draws: 200 });
    const shares = view.drivers.map(({ weight }) => weight as NonNullable<typeof weight>);
    expect(shares.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9);
    expect(shares.map(({ share }) => share)).toEqual(
      shares.map(({ share }) => share).toSorted((a, b) => b - a),
    );
    for (const { share, low, high } of shares) {
      expect(low).toBeLessThanOrEqual(share);
      expect(high).toBeGreaterThanOrEqual(share);
    }
    expect(view.drivers.slice(0, 3).map(({ question }) => question.touchpointId)).toEqual(['a', 'b', 'c']);
    expect(view.drivers[0]?.tier).toBe('top');
    expect(view.drivers.slice(3).map(({ tier }) => tier)).toEqual(['lower', 'lower', 'lower']);
  });

  test('where only some people were read, it says how many', () => {
    expect(driversOf(people(40, 2), 90_000)).toMatchObject({ people: 90_000, cutTo: 40 });
    expect(driversOf(people(40, 2)).cutTo).toBeNull();
  });

  test('a low rating costs and a high one gains where the touchpoint pulls, with people on each side', () => {
    const [first] = driversOf(people(1_200, 3)).drivers;
    const { penalty, reward } = first?.contrast ?? {};
    expect(penalty?.high).toBeLessThan(0);
    expect(penalty && standsOut(penalty)).toBe(true);
    expect(reward?.delta).toBeGreaterThan(0);
    const compared = (penalty?.n[0] ?? 0) + (penalty?.n[1] ?? 0) + (reward?.n[0] ?? 0);
    expect(compared).toBe(first?.n);
  });
});

test('of twenty touchpoints that nothing moves with, hardly ever one is said to stand out', () => {
  const ids = Array.from({ length: 20 }, (_, place) => `t${place}`);
  const map = {
    ...MAP,
    stages: [
      stageView(
        's',
        ids.map((id) => touchpointView(id, { measures: [ces(4)] })),
      ),
    ],
  };
  const { touchpoints: questions, journey: outcomes } = questionsOf(map);
  const unit = seededRandom(8);
  const point = (from: number, to: number) => from + Math.floor(unit() * (to - from + 1));
  let [alone, together] = [0, 0];
  for (let run = 0; run < 60; run += 1) {
    const rows: Answered[] = Array.from({ length: 120 }, () => ({
      score: point(0, 10),
      answers: ids.map((_, place) => [place, point(1, 7)] as const),
    }));
    const asked = { outcomes, outcome: outcomes[0] ?? null, questions, answered: { people: 120, rows } };
    const { drivers } = driverModel(map, { ...asked, seed: 1 }).view;
    const said = drivers.flatMap(({ link, contrast }) => [link, contrast.penalty, contrast.reward]);
    const known = said.flatMap((one) => one ?? []);
    expect(known.length).toBeGreaterThan(50);
    if (known.some(({ low, high }) => low > 0 || high < 0)) alone += 1;
    if (known.some(standsOut)) together += 1;
  }
  // Three columns of which each may err once in twenty pages.
  expect(alone).toBeGreaterThan(45);
  expect(together).toBeLessThan(18);
});

test('a touchpoint stands for itself by the question that most people answered', () => {
  const two = touchpointView('a', { measures: [ces(4), measureView('emotion', [3, 5, 8, 9, 4])] });
  const map = { ...MAP, stages: [stageView('s', [two])] };
  const { touchpoints: questions, journey: outcomes } = questionsOf(map);
  const rows: Answered[] = Array.from({ length: 30 }, (_, place) => ({
    score: place % 11,
    answers: place < 10 ? [[0, 1 + (place % 7)]] : [[1, (place % 5) - 2]],
  }));
  const asked = {
    outcomes,
    outcome: outcomes[0] ?? null,
    questions,
    answered: { people: 30, rows },
    seed: 1,
  };
  const { view } = driverModel(map, asked);
  expect(view.drivers.map(({ question, n }) => [question.metric, n])).toEqual([['emotion', 20]]);
  expect(view.linked).toBe(20);
});

describe('impact against performance', () => {
  test('lies by the medians, shrunken, and what crosses a line is not placed for certain', () => {
    const impact = impactOf(driversOf(people(1_200, 3)));
    expect(impact?.points).toHaveLength(6);
    const [a] = impact?.points ?? [];
    // The first pulls most and does worst.
    expect(a).toMatchObject({ quadrant: 'improve', straddles: false });
    expect(a?.driver.performance?.reliability).toBeGreaterThan(0.5);
    for (const { x, y, straddles, missing } of impact?.points ?? []) {
      const crosses = (one: { low: number; high: number }, line: number) => one.low < line && one.high > line;
      expect(straddles).toBe(crosses(x, impact?.lines.x as number) || crosses(y, impact?.lines.y as number));
      expect(missing === null || missing > 0).toBe(true);
    }
  });

  test('is not laid out where nothing is weighed', () => {
    expect(impactOf(driversOf(people(200, 2)))).toBeNull();
  });
});

test('other samples are drawn a thousand times, or less often where that would take long', () => {
  expect(drawsFor(500, 10)).toBe(1000);
  expect(drawsFor(5_000, 21)).toBe(200);
});
