import { describe, expect, test } from 'vitest';
import { wilson } from '../../statistics/wilson';
import { packOf } from '../../survey/rules/languages';
import { followUpFigures, surveysWithOwnReasons } from './follow-ups';

type Count = Parameters<typeof followUpFigures>[0][number];

const count = (
  kind: Count['kind'],
  score: number,
  answer: string | null,
  people: number,
  over = {},
): Count => ({
  ...{ surveyId: 's1', metric: 'nps', score, kind, answer, people },
  ...over,
});
const about = { language: 'en', minimumN: 5 } as const;

describe('reasons', () => {
  const counts = [
    count('reasons', 2, null, 6),
    count('reasons', 2, 'waited', 5),
    count('reasons', 2, 'unclear', 2),
    count('reasons', 7, null, 4),
    count('reasons', 7, 'waited', 4),
    count('reasons', 7, 'own-a1', 1),
    count('reasons', 10, null, 8),
    count('reasons', 10, 'quick', 8),
    count('reasons', 3, null, 1, { surveyId: 's2' }),
    count('reasons', 3, 'own-a1', 1, { surveyId: 's2' }),
  ];
  const own = [
    { surveyId: 's1', languages: ['de', 'en'], names: { de: { 'own-a1': 'Zu kalt' }, en: { 'own-a1': '' } } },
    { surveyId: 's1', languages: ['de'], names: { de: { 'own-a1': 'Kalt' } } },
  ] as const;

  test('are shares of the people who chose any, what hindered apart from what helped', () => {
    const [frictions, strengths, ...more] = followUpFigures(counts, own, about);
    expect(more).toEqual([]);
    expect(frictions).toMatchObject({ kind: 'frictions', n: 11, shown: true });
    expect(frictions?.options.map(({ id, count: people }) => [id, people])).toEqual([
      ['waited', 9],
      ['unclear', 2],
      ['s1 own-a1', 1],
      ['s2 own-a1', 1],
    ]);
    expect(frictions?.options.map(({ label }) => label)).toEqual([
      packOf('en').reasons.labels.waited,
      packOf('en').reasons.labels.unclear,
      'Zu kalt',
      'own-a1',
    ]);
    expect(frictions?.options[0]).toMatchObject({ id: 'waited', share: 9 / 11, ...wilson(9, 11) });
    expect(strengths).toMatchObject({
      kind: 'strengths',
      n: 8,
      options: [{ id: 'quick', count: 8, share: 1 }],
    });
  });

  test('of the author’s own need a name only where somebody chose one', () => {
    expect(surveysWithOwnReasons(counts)).toEqual(['s1', 's2']);
    expect(surveysWithOwnReasons(counts.filter(({ answer }) => answer !== 'own-a1'))).toEqual([]);
  });
});

test('points are shares of the people who answered, every point in order; expectation has a mean', () => {
  const [expectation, handoff] = followUpFigures(
    [
      count('expectation', 5, '-2', 1),
      count('expectation', 9, '-2', 2),
      count('expectation', 9, '1', 3, { metric: 'ces', score: 7, surveyId: 's2' }),
      count('expectation', 9, null, 6),
      count('handoff', 5, '2', 5),
      count('handoff', 5, null, 5),
    ],
    [],
    about,
  );
  expect(expectation).toMatchObject({ kind: 'expectation', n: 6, shown: true });
  expect(expectation?.options.map(({ id, count: people, share }) => [id, people, share])).toEqual([
    ['-2', 3, 0.5],
    ['-1', 0, 0],
    ['0', 0, 0],
    ['1', 3, 0.5],
    ['2', 0, 0],
  ]);
  const mean = expectation && 'mean' in expectation ? expectation.mean : null;
  expect(mean?.value).toBeCloseTo(-0.5, 10);
  expect(mean?.low).toBeLessThan(-0.5);
  expect(mean?.high).toBeGreaterThan(-0.5);
  expect(handoff).toMatchObject({ kind: 'handoff', n: 5, mean: null });
});

test('below the minimum nothing but n is told, and a question that nobody answered is left out', () => {
  const figures = followUpFigures(
    [
      ...[count('expectation', 5, '2', 4), count('expectation', 5, null, 4)],
      ...[count('reasons', 1, 'waited', 4), count('reasons', 1, null, 4)],
    ],
    [],
    about,
  );
  expect(figures).toEqual([
    { kind: 'frictions', prompt: expect.any(String), n: 4, shown: false, options: [] },
    { kind: 'expectation', prompt: expect.any(String), n: 4, shown: false, options: [], mean: null },
  ]);
});
