import { describe, expect, test } from 'vitest';
import { SURVEY_METRICS } from '../scoring/metrics';
import { CHANNELS, emotionSchema, momentSchema, titleSchema } from './model';
import { changeOf, placedAt, previousOf, suggestMetric } from './rules';
import { findTemplate, listTemplates } from './templates';

describe('journey rules', () => {
  test('placing and placing back restores any order', () => {
    const list = ['a', 'b', 'c', 'd'];
    for (const item of list) {
      for (let index = 0; index < list.length; index += 1) {
        expect(placedAt(placedAt(list, item, index), item, list.indexOf(item))).toEqual(list);
      }
    }
    expect(placedAt(list, 'b', 3)).toEqual(['a', 'c', 'd', 'b']);
    expect(placedAt(list, 'x', 99)).toEqual(['a', 'b', 'c', 'd', 'x']);
  });

  test('an edit is undone by exactly the values that it changed', () => {
    const change = changeOf({ title: 'New', goal: undefined, owner: null });
    expect(change).toEqual({ title: 'New', owner: null });
    expect(previousOf({ title: 'New', owner: null }, { title: 'Old', owner: 'A', goal: 'G' })).toEqual({
      title: 'Old',
      owner: 'A',
    });
  });

  test('a touchpoint of a template is asked what the template says, another by its moment', () => {
    expect(suggestMetric({ title: 'Wait and parcel tracking', moment: null })).toBe('emotion');
    expect(suggestMetric({ title: 'Technician', moment: { reason: 'handoff' } })).toBe('emotion');
    expect(suggestMetric({ title: 'Technician', moment: { reason: 'recovery' } })).toBe('ces');
    expect(suggestMetric({ title: 'Technician', moment: null })).toBe('ces');
  });
});

describe('journey templates', () => {
  test('hold only legal values, and suggest a survey for most touchpoints', () => {
    expect(listTemplates().map((template) => template.id)).toEqual(['online-shop', 'bank-account']);
    for (const template of listTemplates()) {
      const touchpoints = template.stages.flatMap((stage) => stage.touchpoints);
      expect(template.stages.length).toBeGreaterThan(4);
      expect(touchpoints.filter((one) => one.metric !== null).length * 2).toBeGreaterThan(touchpoints.length);
      expect(touchpoints.some((one) => one.moment)).toBe(true);
      for (const one of touchpoints) {
        expect(titleSchema.parse(one.title)).toBe(one.title);
        for (const channel of one.channels) expect(CHANNELS).toContain(channel);
        if (one.moment) expect(momentSchema.parse(one.moment)).toEqual(one.moment);
        expect(emotionSchema.parse(one.expectedEmotion)).toBe(one.expectedEmotion);
        if (one.metric) expect(SURVEY_METRICS).toContain(one.metric);
      }
    }
  });

  test('an unknown template is null', () => {
    expect(findTemplate('airline')).toBeNull();
  });
});

describe('expected emotion', () => {
  test('is a tenth from −2 to +2, and never text', () => {
    for (const legal of [-2, -1.9, -0.3, 0, 0.1, 0.7, 1.1, 2]) expect(emotionSchema.parse(legal)).toBe(legal);
    for (const refused of [-2.1, 2.1, 0.05, '1', null, Number.NaN]) {
      expect(emotionSchema.safeParse(refused).success).toBe(false);
    }
  });
});
