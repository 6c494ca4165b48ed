import { describe, expect, it } from 'vitest';
import { EMOTION_WORDS } from '../../scoring/emotion-words';
import { METRICS, SURVEY_METRICS } from '../../scoring/metrics';
import { en } from '../languages/en';
import { FRICTIONS, REASONS, STRENGTHS } from '../model/follow-up';
import { LANGUAGES, type Language, type LanguagePack, type Plural } from '../model/language';
import { chooseLanguage, languageOf, packOf, pluralText, wantedLanguages } from './languages';

/** Words that are spelled as in English by right. */
const SAME_AS_ENGLISH: Partial<Record<Language, readonly string[]>> = {
  de: ['Feedback', 'Okay'],
  es: ['No'],
  it: ['No', 'Privacy'],
  nl: ['Feedback', 'Privacy'],
  da: ['Okay'],
};

/** Every text of a pack with the place where it stands. */
function textsOf(value: unknown, place = ''): [string, string][] {
  if (typeof value === 'string') return [[place, value]];
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, one]) => textsOf(one, place ? `${place}.${key}` : key));
}

const placeholders = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort();

const packs: [Language, LanguagePack][] = LANGUAGES.map((tag) => [tag, packOf(tag)]);
const translated = packs.filter(([tag]) => tag !== 'en');
const english = new Map(textsOf(en));

describe('Every language', () => {
  it('has a pack of its own with a name of its own', () => {
    expect(new Set(packs.map(([, pack]) => pack)).size).toBe(LANGUAGES.length);
    expect(new Set(packs.map(([, pack]) => pack.name)).size).toBe(LANGUAGES.length);
  });

  it('is written in the direction of its script', () => {
    expect(packs.filter(([, { dir }]) => dir === 'rtl').map(([tag]) => tag)).toEqual(['ar', 'he']);
  });
});

describe.each(packs)('Metrics in %s', (_, pack) => {
  it.each(SURVEY_METRICS)('label every point and both ends of the scale of %s', (id) => {
    const { points, low, high } = pack.metrics[id];
    const source = METRICS[id].wording.en.points;
    expect(points).toHaveLength(METRICS[id].scale.max - METRICS[id].scale.min + 1);
    expect(points.map((label) => label !== '')).toEqual(source.map((label) => label !== ''));
    expect([points[0], points.at(-1)]).toEqual([low, high]);
    const named = points.filter(Boolean);
    expect(new Set(named).size).toBe(named.length);
  });

  it.each(SURVEY_METRICS)('ask about a topic in %s only where the author gives one', (id) => {
    const { question, plain, topic } = pack.metrics[id];
    expect(topic === null).toBe(METRICS[id].wording.en.topic === null);
    const once = (placeholder: string) => question.split(placeholder).length - 1;
    expect(once('{topic}')).toBe(topic ? 1 : 0);
    expect(once('{name}')).toBeLessThanOrEqual(1);
    expect(placeholders(question).filter((one) => !['{name}', '{topic}'].includes(one))).toEqual([]);
    expect(placeholders(plain).filter((one) => one !== '{name}')).toEqual([]);
    expect(placeholders(plain)).toEqual(placeholders(question).filter((one) => one !== '{topic}'));
    if (!topic) expect(plain).toBe(question);
    expect(topic === null || (topic.form !== '' && topic.example !== '')).toBe(true);
  });

  it('keep the notice that has to stand with the NPS question, with the names of the owners', () => {
    for (const name of ['Net Promoter', 'Net Promoter Score', 'NPS', 'Bain & Company', 'Satmetrix Systems']) {
      expect(pack.metrics.nps.notice).toContain(name);
    }
    expect([pack.metrics.ces.notice, pack.metrics.csat.notice, pack.metrics.emotion.notice]).toEqual([
      null,
      null,
      null,
    ]);
  });
});

describe.each(translated)('Texts in %s', (tag, pack) => {
  const all = textsOf(pack).filter(([place]) => !place.startsWith('mail.rest.'));

  it('are all there, and keep the placeholders of the English ones', () => {
    expect(new Set(all.map(([place]) => place))).toEqual(
      new Set([...english.keys()].filter((place) => !place.startsWith('mail.rest.'))),
    );
    for (const [place, text] of all) {
      expect([place, text !== '', text.trim() === text]).toEqual([place, english.get(place) !== '', true]);
      if (!place.startsWith('metrics.')) {
        expect([place, ...placeholders(text)]).toEqual([place, ...placeholders(english.get(place) ?? '')]);
      }
    }
  });

  it('are translated', () => {
    const same = all
      .filter(([place]) => place !== 'dir' && !place.endsWith('.topic.form'))
      .filter(([place, text]) => text !== '' && text === english.get(place))
      .map(([, text]) => text);
    expect([...new Set(same)].sort()).toEqual(SAME_AS_ENGLISH[tag] ?? []);
  });

  it('have no stray characters', () => {
    for (const [place, text] of [...all, ...textsOf(pack.mail.rest)]) {
      expect([place, text.match(/ {2}|\.\.\.|['"]|\p{Extended_Pictographic}/u)?.[0]]).toEqual([
        place,
        undefined,
      ]);
    }
  });
});

describe('Punctuation', () => {
  const wrong = (tag: Language, pattern: RegExp) =>
    textsOf(packOf(tag))
      .filter(([place]) => !place.endsWith('.topic.form'))
      .filter(([, text]) => pattern.test(text));

  it.each<[Language, string, RegExp]>([
    ['fr', 'keeps ? ! : ; with the word before them', /[^\u00a0\u202f][?!:;]/],
    ['es', 'opens each question and each exclamation', /^[^¿]*\?|^[^¡]*!/],
    ['el', 'asks with the Greek question mark', /\?/],
    ['ar', 'uses Arabic marks', /\p{sc=Arabic}[?,;]/u],
    ['ja', 'is full-width after Japanese', /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}][?!,.:;]/u],
    ['zh-Hans', 'is full-width after Chinese', /\p{sc=Han}[?!,.:;]/u],
    ['zh-Hant', 'is full-width after Chinese', /\p{sc=Han}[?!,.:;]/u],
  ])('in %s %s', (tag, _, pattern) => {
    expect(wrong(tag, pattern)).toEqual([]);
  });

  it('closes a question and a statement alike in every language', () => {
    for (const [tag, { metrics }] of packs) {
      const ends = SURVEY_METRICS.flatMap((id) => [metrics[id].question, metrics[id].plain]);
      expect([tag, ends.filter((text) => !/[?？；;؟.。]$/.test(text))]).toEqual([tag, []]);
    }
  });
});

describe.each(packs)('Room for %s', (_, pack) => {
  it('is enough for the labels of faces and buttons', () => {
    const { texts, unsubscribe, metrics } = pack;
    const long = (labels: readonly string[], most: number) =>
      labels.filter((label) => [...label].length > most);
    expect(long(metrics.emotion.points, 14)).toEqual([]);
    const words = metrics.emotion.points.flatMap((label) => label.split(' '));
    expect(long(words, 9)).toEqual([]);
    expect(
      long(
        [
          texts.send,
          texts.change,
          texts.close,
          texts.next,
          texts.feedback,
          texts.unsubscribe,
          unsubscribe.button,
        ],
        24,
      ),
    ).toEqual([]);
    expect(long(pack.expectation.points, 24)).toEqual([]);
    expect(long(pack.information.points, 24)).toEqual([]);
    expect(long(pack.handoff.points, 24)).toEqual([]);
    expect(long(Object.values(pack.reasons.labels), 40)).toEqual([]);
    expect(long(Object.values(pack.words.labels), 24)).toEqual([]);
  });
});

describe.each(packs)('Choices in %s', (_, pack) => {
  it('are told apart by their labels', () => {
    const repeated = (labels: readonly string[]) => labels.filter((one, at) => labels.indexOf(one) !== at);
    const { labels } = pack.reasons;
    expect(repeated(FRICTIONS.map((id) => labels[id]))).toEqual([]);
    expect(repeated(STRENGTHS.map((id) => labels[id]))).toEqual([]);
    expect(Object.keys(labels).sort()).toEqual([...REASONS].sort());
    expect(repeated([pack.words.none, ...EMOTION_WORDS.map(({ id }) => pack.words.labels[id])])).toEqual([]);
    for (const { points } of [pack.expectation, pack.information, pack.handoff]) {
      expect(repeated(points)).toEqual([]);
    }
  });
});

describe.each(packs)('Numbers of days in %s', (tag, { mail: { rest } }) => {
  const days = Array.from({ length: 3650 }, (_, at) => at + 1);

  it('have a text for each plural category of 1 to 3650', () => {
    const rules = new Intl.PluralRules(tag);
    const met = new Set(days.map((count) => rules.select(count)));
    expect([...met].filter((category) => !rest[category])).toEqual([]);
  });

  it('stand in the text whenever it is true of more than one number', () => {
    const rules = new Intl.PluralRules(tag);
    for (const [category, text] of Object.entries(rest)) {
      const counts = days.filter((count) => rules.select(count) === category);
      expect([category, placeholders(text).length]).toEqual([
        category,
        counts.length > 1 || category === 'other' ? 1 : expect.any(Number),
      ]);
      expect([category, placeholders(text).filter((one) => one !== '{days}')]).toEqual([category, []]);
    }
  });
});

describe('Sentences that depend on a number', () => {
  const forms: Plural = {
    zero: 'zero {n}',
    one: 'one {n}',
    two: 'two {n}',
    few: 'few {n}',
    many: 'many {n}',
    other: 'other {n}',
  };
  it.each<[Language, number, string]>([
    ['en', 1, 'one 1'],
    ['en', 1234567, 'other 1,234,567'],
    ['de', 2500, 'other 2.500'],
    ['fr', 0, 'one 0'],
    ['fr', 1, 'one 1'],
    ['fr', 2, 'other 2'],
    ['fr', 1_000_000, 'many 1\u202f000\u202f000'],
    ['es', 1_000_000, 'many 1.000.000'],
    ['it', 1_000_001, 'other 1.000.001'],
    ['pt-BR', 0, 'one 0'],
    ['nl', 1, 'one 1'],
    ['sv', 12_345, 'other 12\u00a0345'],
    ['da', 12_345, 'other 12.345'],
    ['nb', 12_345, 'other 12\u00a0345'],
    ['fi', 12_345, 'other 12\u00a0345'],
    ['pl', 1, 'one 1'],
    ['pl', 3, 'few 3'],
    ['pl', 12, 'many 12'],
    ['pl', 22, 'few 22'],
    ['pl', 25, 'many 25'],
    ['cs', 2, 'few 2'],
    ['cs', 5, 'other 5'],
    ['hu', 1, 'one 1'],
    ['ro', 1, 'one 1'],
    ['ro', 2, 'few 2'],
    ['ro', 19, 'few 19'],
    ['ro', 20, 'other 20'],
    ['ro', 101, 'few 101'],
    ['ro', 120, 'other 120'],
    ['ru', 1, 'one 1'],
    ['ru', 21, 'one 21'],
    ['ru', 11, 'many 11'],
    ['ru', 3, 'few 3'],
    ['ru', 30, 'many 30'],
    ['uk', 101, 'one 101'],
    ['uk', 112, 'many 112'],
    ['tr', 1, 'one 1'],
    ['id', 1, 'other 1'],
    ['ja', 1, 'other 1'],
    ['ko', 7, 'other 7'],
    ['zh-Hans', 1, 'other 1'],
    ['ar', 0, 'zero 0'],
    ['ar', 1, 'one 1'],
    ['ar', 2, 'two 2'],
    ['ar', 7, 'few 7'],
    ['ar', 11, 'many 11'],
    ['ar', 100, 'other 100'],
    ['ar', 103, 'few 103'],
    ['he', 1, 'one 1'],
    ['he', 2, 'two 2'],
    ['he', 10, 'other 10'],
  ])('take the form and the figures of %s for %i', (language, count, expected) => {
    expect(
      pluralText(language, forms, count).replace(/[٠-٩]/g, (digit) => `${'٠١٢٣٤٥٦٧٨٩'.indexOf(digit)}`),
    ).toBe(expected);
  });

  it('take the general form where a language has no text for the category', () => {
    expect(pluralText('fr', { one: '{days} jour', other: '{days} jours' }, 1_000_000)).toBe(
      '1\u202f000\u202f000 jours',
    );
  });
});

describe('The language of a tag', () => {
  it.each<[string, Language | null]>([
    ['en', 'en'],
    ['en-GB', 'en'],
    ['EN_us', 'en'],
    [' de-CH ', 'de'],
    ['de-1996', 'de'],
    ['pt', 'pt-BR'],
    ['pt-PT', 'pt-BR'],
    ['zh', 'zh-Hans'],
    ['zh-CN', 'zh-Hans'],
    ['zh-SG', 'zh-Hans'],
    ['zh-HK', 'zh-Hant'],
    ['zh-TW', 'zh-Hant'],
    ['zh-Hant-HK', 'zh-Hant'],
    ['zh-Hans-HK', 'zh-Hans'],
    ['no', 'nb'],
    ['nb-NO', 'nb'],
    ['nn-NO', 'nb'],
    ['iw', 'he'],
    ['iw-IL', 'he'],
    ['in', 'id'],
    ['sr', null],
    ['sr-Latn', null],
    ['fil', null],
    ['*', null],
    ['', null],
    ['-', null],
    ['toString', null],
    ['constructor', null],
    ['__proto__', null],
    [`de-${'x'.repeat(10_000)}`, 'de'],
  ])('%s is %s', (tag, expected) => {
    expect(languageOf(tag)).toBe(expected);
  });
});

describe('The language that suits somebody', () => {
  it.each<[readonly Language[], string[], Language]>([
    [['en', 'pt-BR', 'zh-Hant'], ['pt-PT'], 'pt-BR'],
    [['en', 'zh-Hans', 'zh-Hant'], ['zh-HK'], 'zh-Hant'],
    [['en', 'zh-Hans', 'zh-Hant'], ['zh-TW'], 'zh-Hant'],
    [['en', 'zh-Hans', 'zh-Hant'], ['zh'], 'zh-Hans'],
    [['en', 'zh-Hans'], ['zh-HK'], 'en'],
    [['en', 'nb'], ['no'], 'nb'],
    [['en', 'he'], ['iw'], 'he'],
    [['de', 'en'], ['sr'], 'de'],
    [['de', 'en'], ['sr', 'en-GB'], 'en'],
    [['de', 'en', 'fr'], ['fr-CA', 'en'], 'fr'],
    [['fr', 'de'], ['*'], 'fr'],
    [['fr', 'de'], [], 'fr'],
    [['fr', 'de'], ['?!', '', 'x'.repeat(10_000)], 'fr'],
    [[], ['de'], 'en'],
  ])('of %j for %j is %s', (offered, wanted, expected) => {
    expect(chooseLanguage(offered, wanted)).toBe(expected);
  });
});

describe('The wanted languages of a header', () => {
  it.each<[string | undefined, string[]]>([
    [undefined, []],
    ['', []],
    ['de', ['de']],
    ['en-GB;q=0.8', ['en-GB']],
    ['en-GB;q=0.8, de;q=0.9, fr', ['fr', 'de', 'en-GB']],
    ['pt-PT,pt;q=0.9,en;q=0.8', ['pt-PT', 'pt', 'en']],
    ['de;q=0, en;q=0.1', ['en']],
    ['de ; q=0.2 , en ; Q=0.3', ['en', 'de']],
    ['de;q=0.5,en;q=0.5', ['de', 'en']],
    ['*', []],
    ['da, *;q=0.5', ['da']],
    ['zh-Hant-TW', ['zh-Hant-TW']],
    ['de;level=1;q=0.3, en;q=0.4', ['en', 'de']],
    ['de;q=1.2.3, en', ['en']],
    [',,;;q=1,\u0000,<script>,de_DE,ü', []],
  ])('%j are %j', (header, expected) => {
    expect(wantedLanguages(header)).toEqual(expected);
  });

  it('of 10 kB are read as far as anybody could mean them', () => {
    const header = `fr;q=0.9,${'de,'.repeat(3_400)}`;
    const wanted = wantedLanguages(header);
    expect(wanted.length).toBeLessThan(200);
    expect(chooseLanguage(['en', 'fr'], wanted)).toBe('fr');
    expect(wantedLanguages('x'.repeat(10_000))).toEqual([]);
    expect(wantedLanguages(`${'-'.repeat(5_000)},${';q='.repeat(2_000)}`)).toEqual([]);
  });
});
