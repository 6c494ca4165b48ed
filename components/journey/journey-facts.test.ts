import { describe, expect, test } from 'vitest';
import { ENGLISH } from '@/lib/translate';
import { outcomeText } from './journey-facts';
import { readOutcomes, typedOutcomes } from './outcomes-field';

describe('the outcomes of a journey', () => {
  test('come back from the form as they were put in', () => {
    const outcomes = [
      { name: 'On time', unit: '%', baseline: 71.5, target: 90 },
      { name: 'Churn', unit: '', baseline: null, target: -2 },
    ];
    expect(readOutcomes(typedOutcomes(outcomes), ENGLISH)).toEqual({ outcomes });
  });

  test('are read with a comma, and an empty row is none', () => {
    const row = { key: 0, name: 'A', unit: ' % ', baseline: '71,5', target: '' };
    const empty = { key: 1, name: ' ', unit: '', baseline: '', target: '' };
    expect(readOutcomes([row, empty], ENGLISH)).toEqual({
      outcomes: [{ name: 'A', unit: '%', baseline: 71.5, target: null }],
    });
  });

  test('are refused without a name or with what is no number', () => {
    const row = { key: 0, name: '', unit: '', baseline: '3', target: '' };
    expect(readOutcomes([row], ENGLISH)).toHaveProperty('refusal');
    expect(readOutcomes([{ ...row, name: 'A', baseline: 'many' }], ENGLISH)).toHaveProperty('refusal');
  });

  test('say from where to where', () => {
    const outcome = { name: 'A', unit: '%', baseline: 71, target: 90 };
    expect(outcomeText(outcome, ENGLISH)).toBe('71\u00a0% → 90\u00a0%');
    expect(outcomeText({ ...outcome, baseline: null, unit: '' }, ENGLISH)).toBe('target 90');
    expect(outcomeText({ ...outcome, target: null }, ENGLISH)).toBe('now 71\u00a0%');
    expect(outcomeText({ ...outcome, baseline: null, target: null }, ENGLISH)).toBe('no target yet');
  });
});
