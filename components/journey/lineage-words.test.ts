import { describe, expect, test } from 'vitest';
import type { LineagePartView } from '@/lib/insights/model';
import { ENGLISH } from '@/lib/translate';
import { lineageNotes, mergeOutlook, poolingOf } from './lineage-words';

const asked = (metric: 'ces' | 'nps' | 'csat', wording = `${metric}@1`) => ({
  ...{ metric, wording, title: metric.toUpperCase() },
});
const part = (
  title: string,
  on: string | null,
  ...measures: LineagePartView['measures']
): LineagePartView => ({
  ...{ lineageId: title, title, on, measures },
});
const day = (on: string) => `day ${on}`;

describe('what is said where answers cannot be kept apart', () => {
  test('names what is pooled, and for what stands apart the reason', () => {
    const from = { title: 'Y', measures: [asked('ces'), asked('nps', 'other'), asked('csat')] };
    expect(poolingOf({ title: 'X', measures: [asked('ces'), asked('nps')] }, from, ENGLISH)).toEqual([
      'CES of both is pooled, because metric and wording are equal.',
      'NPS of “Y” stands apart, because the wording differs.',
      'CSAT of “Y” stands apart: “X” was not asked for it.',
    ]);
    expect(poolingOf({ title: 'X', measures: [] }, { title: 'Y', measures: [] }, ENGLISH)).toEqual([]);
  });

  test('says nothing of a touchpoint that is nothing but itself', () => {
    expect(
      lineageNotes({ title: 'X', split: null }, [part('X', null, { ...asked('ces'), n: 5 })], day, ENGLISH),
    ).toEqual([]);
  });

  test('tells of a split and of each merge with its day and its answers', () => {
    const split = { fromId: 'o', fromTitle: 'O', on: '2026-05-03' };
    const parts = [
      part('X', null, { ...asked('ces'), n: 5 }),
      part('Y', '2026-06-01', { ...asked('ces'), n: 1_200 }),
      part('Z', '2026-06-02', { ...asked('ces'), n: 1 }),
      part('', '2026-06-03'),
    ];
    expect(lineageNotes({ title: 'X', split }, parts, day, ENGLISH)).toEqual([
      'Split off from “O” on day 2026-05-03: answers until then are about both and stay there.',
      'Includes 1,200 answers of “Y”, merged on day 2026-06-01.',
      'CES of both is pooled, because metric and wording are equal.',
      'Includes 1 answer of “Z”, merged on day 2026-06-02.',
      'CES of both is pooled, because metric and wording are equal.',
      'Includes the answers of “a touchpoint”, merged on day 2026-06-03.',
    ]);
  });

  test('is known before a merge is done', () => {
    const outlook = mergeOutlook({ title: 'Y', measures: [] }, { title: 'X', measures: [] }, ENGLISH);
    expect(outlook[0]).toBe('“Y” leaves the map. Its statements, paths, remarks and markers go to “X”.');
    expect(outlook.length).toBe(2);
  });
});
