// @vitest-environment happy-dom
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { drawn } from './dom';
import { chooseVariant, drawCard, FIXTURE_METRICS, FULL_FOLLOW_UPS, fixtureQuestion } from './fixtures';
import { html } from './html';
import type { Card } from './shown';
import { type Branch, element } from './tree';
import { afterView, questionView, smallPrint } from './view';
import { literal, widgetTrees } from './widget-module';

/** A tree as the widget's code makes it. */
function made(tree: Branch, known?: Record<string, string>): HTMLElement {
  const card = new Function('h', 'c', `let f,s;return['',${literal(tree)}]`) as Card;
  return drawn(card, known)[1];
}

/** What a person meets: tags, texts and what assistive technology is told; neighbouring texts joined. */
function outline(node: Node): unknown {
  if (node.nodeType === 3) return node.textContent;
  const element = node as HTMLInputElement;
  const { tagName, childNodes, className, type, name, value, hidden } = element;
  // Browsers drop one line break after <textarea>; this parser does not.
  const field = /^(input|textarea)$/i.test(tagName) && { type, name, value: value.replace(/^\n/, '') };
  const children = [...childNodes].map(outline).filter((child) => child !== '');
  const label = element.ariaLabel ?? element.getAttribute('aria-label');
  const silent = (element.ariaHidden ?? element.getAttribute('aria-hidden')) === 'true';
  const told = { className, hidden, label, silent, ...field };
  return [tagName.toLowerCase(), told, /textarea/i.test(tagName) ? [] : children];
}

/** A tree's every element. */
function branches(tree: Branch): Branch[] {
  const [, , ...children] = tree;
  return [tree, ...children.flatMap((child) => (typeof child === 'string' ? [] : branches(child)))];
}

function parsed(text: string): Element {
  const page = new DOMParser().parseFromString(`<!doctype html><body>${text}</body>`, 'text/html');
  return page.body.firstElementChild as Element;
}

const HOSTILE = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 20 }).map((text) => text.replace(/[\0\r\ud800-\udfff]/g, '')),
  fc.constantFrom(
    '<script>alert(1)</script>',
    '" onfocus="alert(1)',
    "'><img src=x onerror=alert(1)>",
    '&lt;&amp;',
    '</textarea><b>',
    `\`$\{alert(1)}\``,
    `\\\`$\{alert(1)}`,
    '{score} $& $1',
    '\u2028',
  ),
);

describe('both backends', () => {
  for (const metric of FIXTURE_METRICS)
    for (const language of ['en', 'de', 'ar'] as const)
      test(`draw the same ${metric} question (${language})`, () => {
        chooseVariant({ emotion: metric === 'emotion' });
        const question = fixtureQuestion(metric, language, FULL_FOLLOW_UPS);
        fc.assert(
          fc.property(HOSTILE, HOSTILE, (seed, brand) => {
            const tree = element(
              'section',
              {},
              questionView({ ...question, question: brand || 'x' }, {}, seed),
              ...afterView(question),
              smallPrint(question),
            );
            expect(outline(made(tree))).toEqual(outline(parsed(html(tree))));
          }),
          { numRuns: 20 },
        );
      });

  test('keep hostile text as text, in content, in names and in lists', () => {
    chooseVariant({ emotion: false });
    fc.assert(
      fc.property(HOSTILE, HOSTILE, (text, given) => {
        const value = given || 'x';
        const label = text.replace(/[\n\t]/g, ' ') || 'x';
        const box = element(
          'label',
          {},
          element('input', { type: 'radio', name: 'score', value: 1 }),
          element('span', {}, label),
        );
        const tree: Branch = element('p', { title: value }, element('b', {}, text), text, box);
        const drawn = made(tree);
        expect(drawn.title).toBe(value);
        expect(drawn.querySelector('b')?.textContent).toBe(text);
        expect(drawn.querySelector('span')?.textContent).toBe(label);
        expect(parsed(html(tree)).querySelector('span')?.textContent).toBe(label);
      }),
    );
  });

  test('keep a comment that starts with a line break', () => {
    const text = html(questionView(fixtureQuestion('nps'), { comment: '\n\nfirst' }, 'seed'));
    expect(text).toContain('<textarea name="comment" maxlength="4000">\n\n\nfirst</textarea>');
  });
});

describe('the question', () => {
  for (const metric of FIXTURE_METRICS)
    test(`offers every ${metric} point as a radio with its value, in a group named by the question`, () => {
      const question = fixtureQuestion(metric);
      const form = parsed(html(questionView(question, { score: question.max }, 'seed')));
      const group = form.querySelector('[role=radiogroup]') as Element;
      const radios = [...group.querySelectorAll<HTMLInputElement>('input[type=radio][name=score]')];
      expect(radios.map((radio) => radio.value)).toEqual(question.points.map((point) => `${point.value}`));
      expect(radios.filter((radio) => radio.checked).map((radio) => radio.value)).toEqual([
        `${question.max}`,
      ]);
      expect(group.tagName).toBe('FIELDSET');
      expect(group.querySelector('legend')?.textContent).toBe(question.question);
      for (const point of question.points) expect(group.textContent).toContain(point.short);
    });

  test('names the groups of scores for a page without a script', () => {
    const form = parsed(html(questionView(fixtureQuestion('nps'), {}, 'seed', { alone: true })));
    const groups = [...form.querySelectorAll<HTMLInputElement>('[name=score]')];
    expect(groups.map((radio) => radio.className)).toEqual([...Array(7).fill('s0'), 's1', 's1', 's2', 's2']);
    expect(groups.every((radio) => radio.required)).toBe(true);
  });

  test('asks the follow-ups in the author’s order, each after its groups', () => {
    const { root } = drawCard(
      fixtureQuestion('nps', 'en', [
        { kind: 'handoff', after: ['low'] },
        { kind: 'text', after: ['low', 'middle', 'high'] },
        { kind: 'information', after: ['middle', 'high'] },
      ]),
    );
    const parts = [...(root.querySelector('.m') as Element).children];
    expect(parts.map((part) => [part.tagName, part.className])).toEqual([
      ['FIELDSET', 'g0 s'],
      ['LABEL', ''],
      ['FIELDSET', 'g12 s'],
      ['BUTTON', ''],
    ]);
    const values = (name: string) =>
      [...root.querySelectorAll<HTMLInputElement>(`[name=${name}]`)].map(({ value }) => value);
    expect([values('handoff'), values('information')]).toEqual([
      ['0', '1', '2'],
      ['0', '1', '2'],
    ]);
  });

  test('offers all ten words in any order and "none of these" last', () => {
    const question = fixtureQuestion('emotion');
    const order = (wordSeed: string) =>
      [
        ...drawCard(question, { mode: 'inline', wordSeed }).root.querySelectorAll<HTMLInputElement>(
          '[name=words]',
        ),
      ].map((box) => box.value);
    expect(new Set(order('a'))).toEqual(new Set(order('b')));
    expect(order('a')).toHaveLength(11);
    expect(order('a')).not.toEqual(order('b'));
    expect(order('a').at(-1)).toBe('none');
  });

  test('fills fields of the contact as text, or says the other thing', () => {
    chooseVariant();
    const tree = element('p', {}, 'Thanks, {contact.name|friend}, on {contact.plan}!');
    expect(made(tree, { name: '<b>Ada</b>', plan: 'Max' }).textContent).toBe('Thanks, <b>Ada</b>, on Max!');
    expect(made(tree, { name: ' ' }).textContent).toBe('Thanks, friend, on !');
    expect(made(tree).textContent).toBe('Thanks, friend, on !');
    expect(made(tree, { name: '{contact.plan|x}' }).textContent).toBe('Thanks, {contact.plan|x}, on !');
  });

  test('carries no inline style and no inline handler', () => {
    for (const metric of FIXTURE_METRICS)
      for (const mode of ['popover', 'inline', 'modal', 'tab'] as const) {
        const trees = widgetTrees(fixtureQuestion(metric, 'en', FULL_FOLLOW_UPS), { mode, wordSeed: 'seed' });
        for (const [, attributes] of trees.flatMap(branches))
          for (const name of Object.keys(attributes)) expect(name).not.toMatch(/^(style|on)/);
      }
  });
});
