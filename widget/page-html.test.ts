import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { buildWidget } from '../scripts/build-widget.mjs';
import { FIXTURE_METRICS, fixtureQuestion } from './fixtures';
import {
  type AnswerPage,
  answerPage,
  closedPage,
  missingPage,
  thanksPage,
  unsubscribePage,
} from './page-html';

const { page } = await buildWidget();
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
    ).toEqual(new Set(['score', 'words', 'comment']));
  });

  test('names the chosen point of a mail link and asks for confirmation', () => {
    const text = answer({ answer: { score: 9 }, confirm: true, token: 'secret' });
    expect(text).toContain('You chose 9.');
    expect(text).toContain('value="9" class="g2" required checked');
    expect(text).toContain('data-confirm');
    expect(text).toContain('data-token="secret"');
  });

  test('confirms nothing for a score that is no point', () => {
    const text = answer({ answer: { score: 11 }, confirm: true, js: '' });
    expect(text).not.toMatch(/You chose| checked>|data-confirm/);
  });

  test('says what was wrong', () => {
    expect(answer({ error: 'Choose <first>' })).toContain('role="alert">Choose &lt;first&gt;<');
  });

  test('carries the sender, the privacy link and the notice', () => {
    const text = answer();
    expect(text).toContain('Lumen Broadband</header>');
    expect(text).toContain('href="https://lumen.example/privacy"');
    expect(text).toContain('Net Promoter®');
  });

  test('leaves the script out of a preview', () => {
    expect(answer({ js: '' })).not.toContain('<script');
  });
});
