import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, test } from 'vitest';
import { plainMessage } from '../plain-message';
import { translator } from '../translate';
import { GERMAN } from './german';

/** Every message that the sources say: the texts given to `t(…)`, `t.rich(…)`, `rich(t, …)` and `msg(…)`. */
const sources = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  encoding: 'utf8',
})
  .split('\n')
  .filter(
    (file) =>
      /^(app|components|lib|emails)\/.*\.tsx?$/.test(file) &&
      !/\.test\.tsx?$|^lib\/translate\.ts$|^components\/ui\/rich\.tsx$/.test(file),
  );

const SAID =
  /(?:\bt(?:\.rich)?\(|\brich\(\s*t,|\bmsg\()\s*(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"|`((?:[^`\\$]|\\.)*)`)/g;

const messages = new Map<string, string>();
for (const file of sources)
  for (const [, one, two, three] of readFileSync(file, 'utf8').matchAll(SAID)) {
    const text = (one ?? two ?? three ?? '').replace(/\\(['"`\\])/g, '$1').replace(/\\n/g, '\n');
    messages.set(text, file);
  }

test('the sources were seen', () => {
  expect(messages.size).toBeGreaterThan(10);
});

test('every message is there in German', () => {
  const missing = [...messages].filter(([message]) => !Object.hasOwn(GERMAN, message));
  expect(missing.map(([message, file]) => `${file}: ${message}`)).toEqual([]);
});

/** What a schema without words of its own refuses with. */
const UNWORDED = ['string', 'array', 'number'].flatMap((origin) =>
  ['too_small', 'too_big'].flatMap((code) =>
    [1, 2].map((limit) =>
      plainMessage({ ...{ code, origin, minimum: limit, maximum: limit }, input: '' } as never).replace(
        /\d/,
        '{}',
      ),
    ),
  ),
);

test('no German is left without its English', () => {
  const refused = sources
    .filter((file) => /^lib\/.*(model|rules|commands|views|errors|input|limits|gates)/.test(file))
    .map((file) => readFileSync(file, 'utf8'))
    .concat(UNWORDED)
    .join('\n');
  const around = refused.replace(/\$\{[^}]*\}/g, '{}');
  const unused = Object.keys(GERMAN).filter(
    (message) =>
      !messages.has(message) &&
      // What a command refuses with is said where it is caught.
      !refused.includes(message) &&
      !refused.includes(message.replaceAll("'", "\\'")) &&
      // A limit is a part of it by then.
      !(/\{1[,}]/.test(message) && around.includes(message.replace(/\{\d[^}]*\}/g, '{}'))),
  );
  expect(unused).toEqual([]);
});

test('a message stands in one file only', () => {
  const files = readdirSync(new URL('./de/', import.meta.url));
  const all = files.flatMap((file) =>
    Object.keys(JSON.parse(readFileSync(new URL(`./de/${file}`, import.meta.url), 'utf8'))),
  );
  expect(new Set(all)).toEqual(new Set(Object.keys(GERMAN)));
  expect(all.filter((message, place) => all.indexOf(message) !== place)).toEqual([]);
});

const placesOf = (text: string): string[] => {
  const found = new Set<string>();
  const walk = (node: unknown): void => {
    if (Array.isArray(node)) for (const one of node) walk(one);
    else if (node && typeof node === 'object') {
      const { type, value, options, children } = node as Record<string, unknown>;
      if (type !== 0 && type !== 7 && typeof value === 'string') found.add(value);
      if (options)
        for (const option of Object.values(options as Record<string, { value: unknown }>)) walk(option.value);
      if (children) walk(children);
    }
  };
  walk(new IntlMessageFormat(text, 'de').getAst());
  return [...found].sort();
};

describe('each translation', () => {
  test('fills the same places and tags as the English', () => {
    const uneven = Object.entries(GERMAN).filter(
      ([english, german]) =>
        placesOf(english.replace(/##.*$/s, '')).join() !== placesOf(german.replace(/##.*$/s, '')).join(),
    );
    expect(uneven).toEqual([]);
  });

  test('says something', () => {
    expect(Object.entries(GERMAN).filter(([, german]) => german.trim() === '')).toEqual([]);
  });
});

test('plurals and numbers follow the language', () => {
  const message = '{n, plural, one {# answer} other {# answers}}';
  const t = translator('de', { [message]: '{n, plural, one {# Antwort} other {# Antworten}}' });
  expect(t(message, { n: 1 })).toBe('1 Antwort');
  expect(t(message, { n: 12345 })).toBe('12.345 Antworten');
  expect(translator('en')(message, { n: 12345 })).toBe('12,345 answers');
});

test('a text with two meanings is told apart, and what tells them apart is not shown', () => {
  const t = translator('de', { 'Open##state': 'Offen', 'Open##verb': 'Öffnen' });
  expect([t('Open##state'), t('Open##verb'), translator('en')('Open##verb')]).toEqual([
    'Offen',
    'Öffnen',
    'Open',
  ]);
});

test('what a person typed is never read as a message', () => {
  expect(translator('en')('{name} was here', { name: '{n} <b>' })).toBe('{n} <b> was here');
});
