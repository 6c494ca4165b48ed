import { describe, expect, test } from 'vitest';
import { METRICS, metricOf, SURVEY_METRICS } from '../../scoring/metrics';
import { NO_TEXTS, newContent, type SurveyContent } from '../model/content';
import { type FollowUp, GROUPS } from '../model/follow-up';
import { LANGUAGES, type Language } from '../model/language';
import { packOf } from './languages';
import { faultsOfContent } from './publishing';
import { followUpsAfter, groupPlace, questionView } from './question-view';

const OPEN: FollowUp = { kind: 'text', after: [...GROUPS] };

const asked = (over: Partial<Parameters<typeof questionView>[0]> = {}) =>
  questionView({
    key: 'k',
    metric: METRICS.ces,
    content: newContent('en', { topic: 'book a visit' }),
    brand: 'Lumen',
    privacyUrl: null,
    language: 'en',
    ...over,
  });

describe.each(SURVEY_METRICS.flatMap((metric) => LANGUAGES.map((language) => ({ metric, language }))))(
  'the question of $metric in $language',
  ({ metric: id, language }) => {
    const metric = metricOf(id);
    const pack = packOf(language);
    const wording = pack.metrics[id];
    const topic = wording.topic?.example ?? '';
    const view = asked({ metric, language, content: newContent(language, { topic }) });

    test('has no gap left and names what it was filled with', () => {
      expect(view.question).not.toMatch(/[{}]/);
      expect(view.question).toContain(topic);
      if (wording.question.includes('{name}')) expect(view.question).toContain('Lumen');
      expect(asked({ metric, language, content: newContent(language) }).question).toBe(
        wording.plain.replaceAll('{name}', 'Lumen'),
      );
    });

    test('offers each point of the scale once, in order, each with a name of its own', () => {
      expect(view.points.map((point) => point.value)).toEqual(
        Array.from({ length: view.max - view.min + 1 }, (_, i) => view.min + i),
      );
      expect(new Set(view.points.map((point) => point.label)).size).toBe(view.points.length);
      for (const point of view.points) expect(point.short).not.toBe('');
    });

    test('asks why and thanks after every score, by the first group that reaches it', () => {
      for (const list of [view.why, view.thanks]) {
        expect(list.at(-1)?.upTo).toBe(view.max);
        expect(list.map((one) => one.upTo)).toEqual(list.map((one) => one.upTo).toSorted((a, b) => a - b));
      }
      for (const { prompt } of view.why) expect(prompt).not.toBe('');
      for (const { text } of view.thanks) expect(text).toBe(pack.texts.thanksMore);
    });

    test('has anchors below or labels on the points, never both', () => {
      expect(view.low === '').toBe(view.faces);
      expect(view.high === '').toBe(view.faces);
    });

    test('puts an own text in place of its group’s stock text and leaves the others', () => {
      const why = { low: '', middle: 'Mine?', high: '' };
      const own = asked({ metric, language, content: newContent(language, { topic, why, thanks: why }) });
      const place = metric.groups.findIndex((group) => group.id === 'middle');
      const stock = (list: readonly string[]) => list.map((text, at) => (at === place ? 'Mine?' : text));
      expect(own.why.map((one) => one.prompt)).toEqual(stock(view.why.map((one) => one.prompt)));
      expect(own.thanks.map((one) => one.text)).toEqual(stock(view.thanks.map((one) => one.text)));
    });

    test('carries its language, its direction and every text of it', () => {
      expect([view.language, view.dir, view.texts]).toEqual([language, pack.dir, pack.texts]);
      expect(view.languages).toEqual([{ tag: language, name: pack.name }]);
      expect(view.words?.options.map(({ label }) => label) ?? []).not.toContain('');
    });

    test('is complete for publishing with a topic, and with none only where the wording needs none', () => {
      expect(faultsOfContent(metric, newContent(language, { topic }))).toEqual([]);
      const faults = faultsOfContent(metric, newContent(language));
      expect(faults.map(({ path }) => path)).toEqual(
        wording.topic === null ? [] : [`content.texts.${language}.topic`],
      );
      if (wording.topic) expect(faults[0]?.message).toContain(wording.topic.example);
    });
  },
);

describe('what authors write', () => {
  const HOSTILE = ['{topic}', '{name}', '$&', "$'", '$1', '</script><script>', '{{topic}}', '\\u0000'];

  test.each(HOSTILE)('stays as it was written as a topic: %s', (text) => {
    expect(asked({ content: newContent('en', { topic: text }) }).question).toBe(
      `Lumen made it easy for me to ${text}.`,
    );
  });

  test.each(HOSTILE)('stays as it was written as a brand: %s', (text) => {
    expect(asked({ brand: text }).question).toBe(`${text} made it easy for me to book a visit.`);
  });

  test('names what is known, in every text', () => {
    const texts = {
      topic: 'book your {contact.plan|visit}',
      why: { low: 'What went wrong, {contact.name|friend}?', middle: '', high: '' },
      thanks: { low: '{touchpoint.contact|We} will call.', middle: '', high: '' },
      link: { low: 'About {touchpoint}', middle: '', high: '' },
    };
    const content = {
      ...newContent('en', texts),
      links: { low: 'https://lumen.example/a', middle: '', high: '' },
    };
    const known = {
      contact: { name: 'Ana', plan: 'Fibre' },
      touchpoint: 'Book a visit',
      touchpointContact: 'Kim',
    };
    const view = asked({ content, known });
    expect(view.question).toBe('Lumen made it easy for me to book your Fibre.');
    expect(view.why[0]?.prompt).toBe('What went wrong, Ana?');
    expect(view.thanks[0]).toEqual({
      upTo: view.thanks[0]?.upTo,
      text: 'Kim will call.',
      link: { label: 'About Book a visit', url: 'https://lumen.example/a' },
    });
    expect(view.contact).toContain('Kim');
    const nobody = asked({ content });
    expect([nobody.question, nobody.why[0]?.prompt, nobody.thanks[0]?.text, nobody.contact]).toEqual([
      'Lumen made it easy for me to book your visit.',
      'What went wrong, friend?',
      'We will call.',
      null,
    ]);
  });

  test('a link without a name in this language has the first language’s, and without any is left out', () => {
    const link = { low: 'More', middle: '', high: '' };
    const links = { low: 'https://lumen.example/a', middle: 'https://lumen.example/b', high: '' };
    const content: SurveyContent = {
      ...newContent('en', { topic: 'x', link }),
      languages: ['en', 'de'],
      links,
    };
    expect(asked({ content, language: 'de' }).thanks.map((one) => one.link)).toEqual([
      { label: 'More', url: 'https://lumen.example/a' },
      null,
      null,
    ]);
  });
});

describe('what follows a score', () => {
  const reasons: FollowUp = {
    kind: 'reasons',
    after: ['low', 'high'],
    frictions: ['waited', 'own-a1'],
    strengths: ['quick', 'clear'],
  };
  const followUps: FollowUp[] = [reasons, { kind: 'expectation', after: ['middle'] }, OPEN];
  const content: SurveyContent = {
    ...newContent('en', { topic: 'x', reasons: { 'own-a1': 'Too cold' } }),
    languages: ['en', 'de'],
    followUps,
  };

  test('stands in the author’s order, with the groups it is asked after', () => {
    const view = asked({ content });
    expect(view.followUps.map(({ kind }) => kind)).toEqual(['reasons', 'expectation', 'text']);
    const [chips, expectation, text] = view.followUps;
    expect(chips).toMatchObject({
      lists: [
        { after: [0], options: [{ id: 'waited' }, { id: 'own-a1', label: 'Too cold' }] },
        { after: [2], options: [{ id: 'quick' }, { id: 'clear' }] },
      ],
    });
    expect(expectation).toMatchObject({ after: [1], points: [-2, -1, 0, 1, 2].map((value) => ({ value })) });
    expect(text).toEqual({ kind: 'text', after: [0, 1, 2] });
  });

  test('an own reason without a name in this language has that of the first', () => {
    const [chips] = asked({ content, language: 'de' }).followUps;
    expect(chips).toMatchObject({
      lists: [{ options: [{ label: packOf('de').reasons.labels.waited }, { label: 'Too cold' }] }, {}],
    });
  });

  test.each(SURVEY_METRICS.map((id) => ({ id })))('of $id is the same for view and server', ({ id }) => {
    const metric = metricOf(id);
    const view = asked({ metric, content });
    for (let score = metric.scale.min; score <= metric.scale.max; score += 1) {
      const place = groupPlace(metric, score) as number;
      const shown = view.followUps.filter((one) =>
        one.kind === 'reasons'
          ? one.lists.some((list) => list.after.includes(place))
          : one.after.includes(place),
      );
      expect(followUpsAfter(metric, content, score).map(({ kind }) => kind)).toEqual(
        shown.map(({ kind }) => kind),
      );
    }
    expect(followUpsAfter(metric, content, null)).toEqual([]);
    expect(groupPlace(metric, null)).toBeNull();
    expect(groupPlace(metric, metric.scale.max + 1)).toBeNull();
  });
});

test('the trademark notice stands with NPS and with nothing else', () => {
  for (const id of SURVEY_METRICS) {
    for (const language of LANGUAGES as readonly Language[]) {
      const { notice } = asked({ metric: metricOf(id), language });
      if (id === 'nps') expect(notice).toContain('Bain & Company');
      else expect(notice).toBeNull();
    }
  }
});

test('a text that is missing in a language never shows another language’s, except a name of the author’s', () => {
  const content: SurveyContent = {
    ...newContent('en', { topic: 'book a visit', why: { low: 'Mine?', middle: '', high: '' } }),
    languages: ['en', 'de'],
    texts: { en: { ...NO_TEXTS, topic: 'book a visit', why: { low: 'Mine?', middle: '', high: '' } } },
  };
  const german = asked({ content, language: 'de' });
  expect(german.question).toBe(packOf('de').metrics.ces.plain.replace('{name}', 'Lumen'));
  expect(german.why[0]?.prompt).toBe(packOf('de').metrics.ces.why.low);
});
