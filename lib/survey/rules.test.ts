import { describe, expect, test } from 'vitest';
import { METRICS, metricOf, SURVEY_METRICS } from '../scoring/metrics';
import { LANGUAGES, type SurveyContent, surveyContentSchema, widgetRulesSchema } from './model';
import { faultsOfContent, questionView, TEXTS } from './rules';

const EMPTY: SurveyContent = { topic: '', why: { low: '', middle: '', high: '' }, thanks: '' };

const asked = (over: Partial<Parameters<typeof questionView>[0]> = {}) =>
  questionView({
    key: 'k',
    metric: METRICS.ces,
    content: { ...EMPTY, topic: 'book a visit' },
    brand: 'Lumen',
    privacyUrl: null,
    language: 'en',
    ...over,
  });

describe.each(SURVEY_METRICS.flatMap((metric) => LANGUAGES.map((language) => ({ metric, language }))))(
  'the question of $metric in $language',
  ({ metric: id, language }) => {
    const metric = metricOf(id);
    const topic = metric.wording[language].topic?.example ?? '';
    const view = asked({ metric, language, content: { ...EMPTY, topic } });

    test('has no gap left and names what it was filled with', () => {
      expect(view.question).not.toMatch(/[{}]/);
      expect(view.question).toContain(topic);
      if (metric.wording[language].question.includes('{name}')) expect(view.question).toContain('Lumen');
    });

    test('offers each point of the scale once, in order, each with a name of its own', () => {
      expect(view.points.map((point) => point.value)).toEqual(
        Array.from({ length: view.max - view.min + 1 }, (_, i) => view.min + i),
      );
      expect(new Set(view.points.map((point) => point.label)).size).toBe(view.points.length);
      for (const point of view.points) expect(point.short).not.toBe('');
    });

    test('asks why after every score, by the first group that reaches it', () => {
      expect(view.why.at(-1)?.upTo).toBe(view.max);
      expect(view.why.map((one) => one.upTo)).toEqual(
        view.why.map((one) => one.upTo).toSorted((a, b) => a - b),
      );
      for (const one of view.why) expect(one.prompt).not.toBe('');
    });

    test('has anchors below or labels on the points, never both', () => {
      expect(view.low === '').toBe(view.faces);
      expect(view.high === '').toBe(view.faces);
    });

    test('puts an own prompt in place of its group’s default and leaves the others', () => {
      const own = asked({
        metric,
        language,
        content: { ...EMPTY, topic, why: { low: '', middle: 'Mine?', high: '' } },
      });
      expect(own.why.map((one) => one.prompt)).toEqual(
        view.why.map((one, index) => (metric.groups[index]?.id === 'middle' ? 'Mine?' : one.prompt)),
      );
    });

    test('is complete for publishing with a topic, and with none only where the wording needs none', () => {
      expect(faultsOfContent(metric, language, { ...EMPTY, topic })).toEqual([]);
      const faults = faultsOfContent(metric, language, EMPTY);
      if (metric.wording[language].topic === null) expect(faults).toEqual([]);
      else {
        expect(faults).toMatchObject([{ path: 'content.topic' }]);
        expect(faults[0]?.message).toContain(topic);
      }
    });
  },
);

describe('what authors write', () => {
  const HOSTILE = ['{topic}', '{name}', '$&', "$'", '$1', '</script><script>', '{{topic}}', '\\u0000'];

  test.each(HOSTILE)('stays as it was written as a topic: %s', (text) => {
    expect(asked({ content: { ...EMPTY, topic: text } }).question).toBe(
      `Lumen made it easy for me to ${text}.`,
    );
  });

  test.each(HOSTILE)('stays as it was written as a brand: %s', (text) => {
    expect(asked({ brand: text }).question).toBe(`${text} made it easy for me to book a visit.`);
  });

  test('stays as it was written as prompt and thanks', () => {
    const view = asked({
      content: { topic: 'x', why: { low: '{topic}', middle: '$&', high: '' }, thanks: '{name} $&' },
    });
    expect(view.why.slice(0, 2).map((one) => one.prompt)).toEqual(['{topic}', '$&']);
    expect(view.texts.thanksMore).toBe('{name} $&');
  });

  test('replaces the default thanks only where it says something', () => {
    expect(asked().texts.thanksMore).toBe(TEXTS.en.thanksMore);
    expect(asked({ language: 'de' }).texts.thanksMore).toBe(TEXTS.de.thanksMore);
  });

  test('is trimmed, and refused beyond its length or with unknown fields', () => {
    expect(surveyContentSchema.parse({ ...EMPTY, topic: '  a visit ' }).topic).toBe('a visit');
    for (const bad of [
      { ...EMPTY, topic: 'x'.repeat(121) },
      { ...EMPTY, thanks: 'x'.repeat(201) },
      { ...EMPTY, why: { low: '', middle: '' } },
      { ...EMPTY, question: 'How much do you love us?' },
      { ...EMPTY, why: { ...EMPTY.why, low: null } },
    ]) {
      expect(surveyContentSchema.safeParse(bad).success).toBe(false);
    }
  });
});

test('the trademark notice stands with NPS and with nothing else', () => {
  for (const id of SURVEY_METRICS) {
    for (const language of LANGUAGES) {
      const { notice } = asked({ metric: metricOf(id), language });
      if (id === 'nps') expect(notice).toContain('Bain & Company');
      else expect(notice).toBeNull();
    }
  }
});

test('both languages say everything, and no text is shared by accident', () => {
  expect(Object.keys(TEXTS.de)).toEqual(Object.keys(TEXTS.en));
  for (const key of Object.keys(TEXTS.en) as (keyof typeof TEXTS.en)[]) {
    expect(TEXTS.en[key]).not.toBe('');
    expect(TEXTS.de[key]).not.toBe('');
    expect(TEXTS.de[key]).not.toBe(TEXTS.en[key]);
  }
});

test('widget rules are whole, bounded numbers, never text that looks like one', () => {
  const rules = { mode: 'popover', urls: [], delaySeconds: 3, windowDays: 90 };
  expect(widgetRulesSchema.safeParse(rules).success).toBe(true);
  for (const bad of [
    { ...rules, delaySeconds: '3' },
    { ...rules, delaySeconds: -1 },
    { ...rules, windowDays: 1.5 },
    { ...rules, windowDays: null },
    { ...rules, mode: 'frame' },
    { ...rules, urls: [''] },
    { ...rules, urls: Array.from({ length: 21 }, () => '/a') },
  ]) {
    expect(widgetRulesSchema.safeParse(bad).success).toBe(false);
  }
});
