import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { SURVEY_METRICS } from '../scoring/metrics';
import { CHANNELS, emotionSchema } from './model';
import { documentSchema } from './model/document';
import { changeOf, placedAt, previousOf, suggestMetric } from './rules';
import { documentOfTemplate } from './rules/template-document';
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
  test('are the six sample journeys, each with its sources, a start and an end', () => {
    expect(listTemplates().map((template) => template.id)).toEqual([
      'online-shop',
      'bank-account',
      'air-passenger',
      'saas',
      'outpatient-visit',
      'broadband-order',
    ]);
    for (const { sources, startTrigger, endOutcome, stages } of listTemplates()) {
      expect(sources.length).toBeGreaterThan(1);
      for (const { url } of sources) if (url) expect(new URL(url).protocol).toMatch(/^https?:$/);
      expect(startTrigger).toMatch(/\.$/);
      expect(endOutcome).toMatch(/\.$/);
      expect(stages.length).toBeGreaterThan(4);
    }
  });

  test('hold only legal values, ways between touchpoints of theirs, and suggest a survey for most touchpoints', () => {
    for (const template of listTemplates()) {
      const touchpoints = template.stages.flatMap((stage) => stage.touchpoints);
      const titles = touchpoints.map(({ title }) => title);
      expect(new Set(titles).size).toBe(titles.length);
      expect(touchpoints.filter((one) => one.metric !== null).length * 2).toBeGreaterThan(touchpoints.length);
      expect(documentSchema.safeParse(documentOfTemplate(template, randomUUID)).error).toBeUndefined();
      for (const { from, to } of template.links) {
        for (const end of [from, to]) if (end !== null) expect(titles).toContain(end);
      }
      const channels = [...CHANNELS, ...template.channels.map(({ key }) => key)];
      for (const one of touchpoints) {
        for (const channel of one.channels) expect(channels).toContain(channel);
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
