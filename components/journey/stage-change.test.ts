import { describe, expect, test } from 'vitest';
import { targetText } from '@/lib/insights/rules/target';
import { ENGLISH } from '@/lib/translate';
import { measureView, stageView } from './fixture';
import { readStage, stageChange } from './stage-change';

function filled(over: Record<string, string> = {}, contributors: string[] = []): FormData {
  const data = new FormData();
  const fields = {
    title: 'Choose',
    goal: '',
    successCriterion: '',
    targetMetric: '',
    ownerTeamId: '',
    ...over,
  };
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  for (const id of contributors) data.append('contributor', id);
  return data;
}

describe('the form about a stage', () => {
  test('takes a target in the units that people see', () => {
    expect(readStage(filled({ targetMetric: 'nps', targetValue: '60' }), ENGLISH).wanted.targetValue).toBe(
      0.6,
    );
    expect(readStage(filled({ targetMetric: 'nps', targetValue: '−10' }), ENGLISH).wanted.targetValue).toBe(
      -0.1,
    );
    expect(readStage(filled({ targetMetric: 'ces', targetValue: '5,5' }), ENGLISH).wanted.targetValue).toBe(
      5.5,
    );
  });

  test('says beside the field what to correct', () => {
    expect(readStage(filled({ title: ' ' }), ENGLISH).errors).toHaveProperty('title');
    for (const targetValue of ['', 'many', '101']) {
      expect(Object.keys(readStage(filled({ targetMetric: 'nps', targetValue }), ENGLISH).errors)).toEqual([
        'targetValue',
      ]);
    }
    expect(readStage(filled({ targetValue: '60' }), ENGLISH).errors).toEqual({});
  });

  test('leaves the owner out of those who contribute', () => {
    const { wanted } = readStage(filled({ ownerTeamId: 'sales' }, ['sales', 'care', 'billing']), ENGLISH);
    expect(wanted.contributorTeamIds).toEqual(['billing', 'care']);
  });
});

describe('what of a stage really changes', () => {
  const stage = {
    ...stageView('s', []),
    title: 'Choose',
    target: { metric: 'nps' as const, value: 0.6 },
    contributors: [
      { id: 'care', name: 'Care' },
      { id: 'billing', name: 'Billing' },
    ],
  };
  const asItIs = readStage(
    filled({ targetMetric: 'nps', targetValue: '60' }, ['billing', 'care']),
    ENGLISH,
  ).wanted;

  test('is nothing where all is as it was', () => {
    expect(stageChange(stage, asItIs)).toEqual({});
  });

  test('is a target as a whole, also when it is taken away', () => {
    expect(stageChange(stage, { ...asItIs, targetValue: 0.5 })).toEqual({
      targetMetric: 'nps',
      targetValue: 0.5,
    });
    expect(stageChange(stage, { ...asItIs, targetMetric: null, targetValue: null })).toEqual({
      targetMetric: null,
      targetValue: null,
    });
    expect(stageChange(stage, { ...asItIs, contributorTeamIds: [], goal: 'Buy' })).toEqual({
      contributorTeamIds: [],
      goal: 'Buy',
    });
  });
});

describe('where a stage stands against its target', () => {
  const target = { metric: 'csat' as const, value: 0.8 };
  const answered = measureView('csat', [1, 1, 2, 20, 26]);

  test('is its one score of that metric, with its interval and n', () => {
    expect(targetText({ target, measures: [answered] }, ENGLISH)).toMatchObject({
      now: '92\u00a0%',
      reached: true,
    });
    expect(targetText({ target, measures: [answered] }, ENGLISH)?.note).toContain('n 50');
    expect(targetText({ target, measures: [measureView('csat', [9, 9, 9, 1, 1])] }, ENGLISH)?.reached).toBe(
      false,
    );
  });

  test('is never a blend: not of other metrics, not of different questions', () => {
    expect(
      targetText({ target, measures: [measureView('nps', [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 50])] }, ENGLISH),
    ).toMatchObject({
      now: 'not measured',
      reached: null,
    });
    const other = { ...answered, wording: 'another' };
    expect(targetText({ target, measures: [answered, other] }, ENGLISH)).toMatchObject({
      now: '2 questions',
      reached: null,
    });
  });

  test('is not known from a handful of answers, nor without a target', () => {
    expect(targetText({ target, measures: [measureView('csat', [0, 0, 0, 1, 1])] }, ENGLISH)).toMatchObject({
      now: 'too few answers',
      reached: null,
    });
    expect(targetText({ target: null, measures: [answered] }, ENGLISH)).toBeNull();
  });
});
