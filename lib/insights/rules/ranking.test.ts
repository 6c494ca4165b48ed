import { describe, expect, test } from 'vitest';
import { mapView, measureView, stageView, touchpointView } from '@/components/journey/fixture';
import type { MetricId } from '../../scoring/metrics';
import type { Tally } from '../../scoring/tally';
import { drawCounts } from '../../statistics/draws';
import { seededRandom } from '../../statistics/random';
import { rankingsOf } from './ranking';
import { strengthsOf } from './strengths';

const SHARES: readonly Tally[] = [
  [20, 20, 25, 20, 15],
  [8, 10, 22, 35, 25],
  [6, 10, 20, 38, 26],
  [5, 8, 20, 40, 27],
  [4, 6, 14, 42, 34],
  [1, 2, 5, 32, 60],
];
const asked = (id: string, metric: MetricId, tally: Tally) =>
  touchpointView(id, { measures: [measureView(metric, tally)] });
const mapOf = (metric: MetricId, tallies: readonly Tally[]) =>
  mapView([
    stageView(
      'one',
      tallies.map((tally, place) => asked(String(place), metric, tally)),
    ),
  ]);

describe('rankings', () => {
  test('go by scores drawn together, the best first, each with the ranks that it can hold', () => {
    const [ranking, ...others] = rankingsOf(mapOf('csat', SHARES));
    expect(others).toEqual([]);
    expect(ranking).toMatchObject({ metric: 'csat', kind: 'ranked' });
    expect(ranking?.list.map(({ touchpoint }) => touchpoint.id)).toEqual(['5', '4', '3', '2', '1', '0']);
    expect(ranking?.list[0]?.rank).toEqual({ best: 1, worst: 1, of: 6 });
    expect(ranking?.list.at(-1)?.rank).toEqual({ best: 6, worst: 6, of: 6 });
    const middle = ranking?.list[3]?.rank;
    expect((middle?.worst ?? 0) - (middle?.best ?? 0)).toBeGreaterThanOrEqual(2);
    expect(ranking?.list.at(-1)?.amongWorst).toBe(1);
  });

  test('draw few answers towards the others: five bad answers are not the worst of all', () => {
    const tallies = [[0, 3, 2, 0, 0], ...SHARES];
    const list = rankingsOf(mapOf('emotion', tallies))[0]?.list ?? [];
    expect(list.at(-1)?.touchpoint.id).toBe('1');
    const few = list.find(({ touchpoint }) => touchpoint.id === '0');
    expect(few?.measure.score.value).toBeLessThan(list.at(-1)?.measure.score.value ?? 0);
    expect(few?.shrunken).toBeGreaterThan(list.at(-1)?.shrunken ?? 9);
    expect(few?.rank?.worst).toBeGreaterThan(few?.rank?.best ?? 9);
    expect(few?.reliability).toBeLessThan(0.6);
  });

  test('never hold a cell with four answers, which shows no score at all', () => {
    const list = rankingsOf(mapOf('csat', [[4, 0, 0, 0, 0], ...SHARES]))[0]?.list ?? [];
    expect(list).toHaveLength(6);
    expect(list.every(({ measure }) => measure.score.n > 4)).toBe(true);
  });

  test('leave under five touchpoints in the order of the map and say nothing of ranks', () => {
    const [ranking] = rankingsOf(mapOf('csat', SHARES.slice(0, 4).toReversed()));
    expect(ranking?.kind).toBe('few');
    expect(ranking?.list.map(({ touchpoint, rank }) => [touchpoint.id, rank])).toEqual([
      ['0', null],
      ['1', null],
      ['2', null],
      ['3', null],
    ]);
  });

  test('say so where nothing tells the touchpoints apart', () => {
    const [ranking] = rankingsOf(
      mapOf(
        'ces',
        Array.from({ length: 7 }, () => [2, 2, 4, 6, 12, 16, 9]),
      ),
    );
    expect(ranking?.kind).toBe('alike');
    expect(ranking?.list.every(({ rank }) => rank === null)).toBe(true);
  });

  test('never put different metrics or wordings into one order, and are drawn alike for the same map', () => {
    const map = mapView([
      stageView('one', [
        ...SHARES.map((tally, place) => asked(`c${place}`, 'csat', tally)),
        ...SHARES.map((tally, place) => asked(`e${place}`, 'emotion', tally)),
      ]),
    ]);
    const rankings = rankingsOf(map);
    expect(rankings.map(({ metric, list }) => [metric, list.length])).toEqual([
      ['csat', 6],
      ['emotion', 6],
    ]);
    expect(rankingsOf(map)).toEqual(rankings);
    expect(rankings[0]?.seed).not.toBe(rankings[1]?.seed);
  });
});

describe('the strengths of ranked touchpoints', () => {
  test('are those whose ranks lie in one half, the clearest of each metric first', () => {
    const found = strengthsOf(mapOf('csat', SHARES));
    expect(found.strong.map(({ touchpoint }) => touchpoint.id)).toContain('5');
    expect(found.strong[0]?.rank).toEqual({ best: 1, worst: 1, of: 6 });
    expect(found.weak[0]?.touchpoint.id).toBe('0');
    expect(found.ranked).toMatchObject([{ metric: 'csat', kind: 'ranked' }]);
  });

  test('are none where nothing tells them apart', () => {
    const found = strengthsOf(
      mapOf(
        'ces',
        Array.from({ length: 7 }, () => [1, 1, 2, 4, 12, 20, 30]),
      ),
    );
    expect([found.strong, found.weak, found.unclear]).toEqual([[], [], 7]);
    expect(found.ranked[0]?.kind).toBe('alike');
  });

  test('name nobody by five answers: over many maps the weakest has enough of them', () => {
    const random = seededRandom(6);
    for (let run = 0; run < 40; run += 1) {
      const tallies = Array.from({ length: 20 }, (_, place) => {
        const level = 0.5 + 0.06 * Math.sin(place * run + run);
        return drawCounts(random, place < 5 ? 5 : 60, [1 - level, 1 - level, 0.6, level, level]);
      });
      for (const { measure } of strengthsOf(mapOf('csat', tallies)).weak) {
        expect(measure.score.n).toBeGreaterThan(5);
      }
    }
  });
});
