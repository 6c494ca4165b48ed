import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { buildShown } from '../scripts/build-shown.mjs';
import { FIXTURE_METRICS, FULL_FOLLOW_UPS, fixtureQuestion } from './fixtures';
import {
  type AnswerPage,
  answerPage,
  closedPage,
  languagesPage,
  missingPage,
  thanksPage,
  unsubscribePage,
} from './page-html';

const { page } = await buildShown();
const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

function answer(changes: Partial<AnswerPage> = {}): string {
  return answerPage({
    question: fixtureQuestion('nps'),
    answer: {},
    action: '/a/key',
    thanksPath: '/a/key/thanks',
    css: page.css,
    js: page.js,
    confirm: false,
    wordSeed: 'seed',
    ...changes,
  });
}

const every = (): string[] => {
  const question = fixtureQuestion('nps');
  const who = { brand: question.brand, language: question.language, dir: question.dir, css: page.css };
  const texts = { title: 't', more: 'm', button: 'b', done: 'd', doneMore: 'dm' };
  return [
    ...FIXTURE_METRICS.map((metric) => answer({ question: fixtureQuestion(metric) })),
    thanksPage({ question, css: page.css, change: '/r/token' }),
    languagesPage({ question, css: page.css, pathOf: (tag) => `/a/key?l=${tag}` }),
    answer({ look: 'frame' }),
    answer({ look: 'kiosk' }),
    closedPage({ question, css: page.css }),
    missingPage({ ...who, texts: question.texts }),
    unsubscribePage({ ...who, action: '/u/token', done: false, texts }),
    unsubscribePage({ ...who, action: '/u/token', done: true, texts }),
  ];
};

describe('every page', () => {
  test('inlines one style and at most one script, by the hashes of the manifest', () => {
    for (const text of every()) {
      const styles = [...text.matchAll(/<style>(.*?)<\/style>/gs)].map((match) => hash(match[1] as string));
      const scripts = [...text.matchAll(/<script>(.*?)<\/script>/gs)].map((match) =>
        hash(match[1] as string),
      );
      expect(styles).toEqual([page.cssHash]);
      expect(scripts.length).toBeLessThan(2);
      for (const script of scripts) expect(script).toBe(page.jsHash);
    }
  });

  test('loads nothing, keeps out of search and tells no other site where it was', () => {
    for (const text of every()) {
      expect(text).not.toMatch(/<[^>]+ (src|style|on\w+)=/);
      expect([...text.matchAll(/<link [^>]+>/g)].map(String)).toEqual(['<link rel="icon" href="data:,">']);
      expect(text).toContain('<meta name="robots" content="noindex">');
      expect(text).toContain('<meta name="referrer" content="no-referrer">');
      expect(text).toMatch(/^<!doctype html><html lang="en" dir="ltr">/);
    }
  });
});

describe('the answer page', () => {
  test('posts score, words and comment to its own path', () => {
    const text = answer({ question: fixtureQuestion('emotion') });
    expect(text).toMatch(/<form [^>]*method="post" action="\/a\/key"/);
    expect(
      new Set([...text.matchAll(/<(?:input|textarea)[^>]* name="(\w+)"/g)].map((match) => match[1])),
    ).toEqual(new Set(['score', 'words', 'comment', 'language', 'trap']));
  });

  test('names the chosen point of a mail link and asks for confirmation', () => {
    const text = answer({ answer: { score: 9 }, confirm: true, token: 'secret' });
    expect(text).toContain('Is this your answer?');
    expect(text).toContain('value="9" class="s2" required checked');
    expect(text).toContain('data-confirm');
    expect(text).toContain('data-token="secret"');
  });

  test('confirms nothing for a score that is no point', () => {
    const text = answer({ answer: { score: 11 }, confirm: true, js: '' });
    expect(text).not.toMatch(/Is this your answer| checked>|data-confirm/);
  });

  test('says what was wrong', () => {
    expect(answer({ error: 'Choose <first>' })).toContain('role="alert">Choose &lt;first&gt;<');
  });

  test('carries the sender, the privacy link and the notice', () => {
    const text = answer();
    expect(text).toContain('Lumen Broadband</header>');
    expect(text).toContain('href="https://lumen.example/privacy"');
    expect(text).toContain('Net Promoter, Net Promoter Score and NPS');
  });

  test('posts follow-ups under the names of the answer, and a field that people leave empty', () => {
    const text = answer({ question: fixtureQuestion('ces', 'en', FULL_FOLLOW_UPS) });
    for (const name of ['reasons', 'expectation', 'comment']) expect(text).toContain(` name="${name}"`);
    expect(text).toMatch(/<input name="trap" tabindex="-1" autocomplete="off" aria-hidden="true">/);
  });

  test('leaves the script out of a picture of the page', () => {
    expect(answer({ js: '' })).not.toContain('<script');
  });

  test('says that a preview records nothing, and tells its script', () => {
    const text = answer({ preview: true });
    expect(text).toContain('Preview: nothing is recorded');
    expect(text).toContain('data-preview');
  });

  test('leads to the languages where there is more than one', () => {
    const question = fixtureQuestion('ces');
    const two = { ...question, languages: [...question.languages, { tag: 'de' as const, name: 'Deutsch' }] };
    expect(answer({ question: two, languagesPath: '/a/key/languages' })).toContain('href="/a/key/languages"');
    expect(answer({ question, languagesPath: '/a/key/languages' })).not.toContain('/languages');
    const list = languagesPage({ question: two, css: page.css, pathOf: (tag) => `/a/key?l=${tag}` });
    expect(list).toContain('<a href="/a/key?l=de" lang="de" hreflang="de">Deutsch</a>');
  });
});

describe('thanks', () => {
  const question = {
    ...fixtureQuestion('nps'),
    contact: 'Looking after you here: Ada',
    thanks: [
      { upTo: 6, text: 'Sorry.', link: { label: 'Talk to us', url: 'https://lumen.example/?a=1&b="2"' } },
      { upTo: 8, text: 'Thanks.', link: null },
      { upTo: 10, text: 'Lovely.', link: null },
    ],
  };

  test('go to the group of the score, with its link and who looks after the customer', () => {
    const text = thanksPage({ question, css: page.css, score: 6 });
    expect(text).toContain('Sorry. <a href="https://lumen.example/?a=1&amp;b=&quot;2&quot;"');
    expect(text).toContain('rel="noopener"');
    expect(text).toContain('Looking after you here: Ada');
    expect(text).not.toContain('Lovely');
    expect(thanksPage({ question, css: page.css, score: 10 })).toContain('Lovely.');
  });

  test('say the stock sentence where the score is not known', () => {
    const text = thanksPage({ question, css: page.css, score: null });
    expect(text).toContain('Your answer helps us');
    expect(text).not.toContain('Sorry');
  });

  test('lead nowhere on a kiosk but to the next person, by itself too', () => {
    const text = thanksPage({ question, css: page.css, look: 'kiosk', score: 3, next: '/a/key/kiosk' });
    expect([...text.matchAll(/href="(?!data:)([^"]*)"/g)].map((match) => match[1])).toEqual(['/a/key/kiosk']);
    expect(text).toContain('<meta http-equiv="refresh" content="8;url=/a/key/kiosk">');
    expect(answer({ question, look: 'kiosk' })).not.toMatch(/<a /);
  });
});
