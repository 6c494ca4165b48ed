import { describe, expect, test } from 'vitest';
import { METRICS } from '../../scoring/metrics';
import { type Mentions, type ThemeFigures, themeViews } from './theme-views';

const theme = (id: string) => ({ id, name: id, phrases: [id], exceptions: [] });
const figures = (themeId: string, n: number): ThemeFigures => ({
  ...{ themeId, n, heard: n, negative: 0, positive: 0, right: 0, wrong: 0 },
});
/** CSAT answers: so many for each score from 1. */
const csat = (themeId: string | null, counts: number[], wording = 'csat@1'): Mentions[] =>
  counts.map((n, place) => ({ themeId, metric: 'csat', wording, score: place + 1, n }));

const all = csat(null, [30, 20, 20, 60, 70]);

describe('themes with their figures', () => {
  const mentions = [...all, ...csat('waiting', [20, 10, 5, 3, 2]), ...csat('staff', [4, 3, 4, 10, 12])];
  const views = themeViews(
    [theme('staff'), theme('waiting'), theme('unheard')],
    [figures('staff', 40), figures('waiting', 50)],
    mentions,
    { total: 250, minimumN: 5 },
  );

  test('the most frequent comes first, and a theme that nobody mentions has none', () => {
    expect(views.map(({ id, n }) => [id, n])).toEqual([
      ['waiting', 50],
      ['staff', 40],
      ['unheard', 0],
    ]);
    expect(views[2]?.effect).toBeNull();
  });

  test('the share has its Wilson interval', () => {
    // Wilson's formula for 50 of 250, by Python 3.
    expect(views[0]?.share).toBe(0.2);
    expect(views[0]?.interval?.low).toBeCloseTo(0.155_124_006, 8);
    expect(views[0]?.interval?.high).toBeCloseTo(0.253_955_973, 8);
  });

  test('those who mention it are held against all others, by the metric’s own difference', () => {
    const effect = views[0]?.effect;
    const expected = METRICS.csat.difference([20, 10, 5, 3, 2], [10, 10, 15, 57, 68]);
    expect(effect?.difference).toEqual(expected);
    expect(effect).toMatchObject({ metric: 'csat', mention: 40, others: 160, standsOut: true });
    expect(views[1]?.effect?.standsOut).toBe(false);
  });

  test('too few on either side are not compared', () => {
    const few = themeViews([theme('waiting')], [figures('waiting', 4)], [...all, ...csat('waiting', [4])], {
      total: 250,
      minimumN: 5,
    });
    expect(few[0]?.effect).toBeNull();
  });

  test('metrics and wordings are never blended: the one with the most mentions is compared', () => {
    const blended = themeViews(
      [theme('waiting')],
      [figures('waiting', 60)],
      [...mentions, ...csat(null, [9, 9, 9, 9, 9], 'csat@2'), ...csat('waiting', [9], 'csat@2')],
      { total: 250, minimumN: 5 },
    );
    expect(blended[0]?.effect).toMatchObject({ mention: 40, others: 160 });
  });

  test('one difference of chance among forty themes does not stand out', () => {
    const many = Array.from({ length: 40 }, (_, place) => theme(`theme ${place}`));
    const alike = many.flatMap(({ id }) => csat(id, [3, 2, 2, 6, 7]));
    // By itself this one would be told: its interval excludes 0.
    const chance = csat('theme 0', [6, 4, 2, 4, 4]);
    const mentions = [...all, ...alike.filter((one) => one.themeId !== 'theme 0'), ...chance];
    const first = themeViews(many, [], mentions, { total: 200, minimumN: 5 }).find(
      ({ id }) => id === 'theme 0',
    );
    expect(first?.effect?.difference.significant).toBe(true);
    expect(first?.effect?.standsOut).toBe(false);
  });
});

test('how it sounds is a share of what can be judged, with its interval', () => {
  const figures = { themeId: 'waiting', n: 200, heard: 100, negative: 40, positive: 10, right: 0, wrong: 0 };
  const [view] = themeViews([theme('waiting')], [figures], [], { total: 300, minimumN: 5 });
  expect(view?.displeased?.value).toBe(0.4);
  // R: prop.test(40, 100, correct = FALSE).
  expect(view?.displeased?.low).toBeCloseTo(0.3094, 4);
  expect(view?.displeased?.high).toBeCloseTo(0.49798, 4);
  const unheard = { ...figures, heard: 0, negative: 0, positive: 0 };
  expect(
    themeViews([theme('waiting')], [unheard], [], { total: 300, minimumN: 5 })[0]?.displeased,
  ).toBeNull();
});

test('without voices there is no share', () => {
  const [view] = themeViews([theme('waiting')], [], [], { total: 0, minimumN: 5 });
  expect(view).toMatchObject({ n: 0, share: null, interval: null, effect: null });
});
