// @vitest-environment happy-dom
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dom } from './dom';
import { FIXTURE_METRICS, fixtureQuestion } from './fixtures';
import { html } from './html';
import { type Branch, element } from './tree';
import { afterView, questionView, smallPrint } from './view';
import { widgetTree } from './widget-module';

/** Structure without the parser's freedom: tag, sorted attributes, children; neighbouring texts joined. */
function outline(node: Node): unknown {
  if (node.nodeType === 3) return node.textContent;
  const { tagName, attributes, childNodes } = node as Element;
  const kept = [...attributes].map(({ name, value }) => [name.toLowerCase(), value]).sort();
  return [tagName.toLowerCase(), kept, [...childNodes].map(outline).filter((child) => child !== '')];
}

function parsed(text: string): Element {
  const page = new DOMParser().parseFromString(`<!doctype html><body>${text}</body>`, 'text/html');
  // Browsers drop one line break after <textarea>; this parser does not.
  for (const area of page.querySelectorAll('textarea'))
    area.textContent = (area.textContent ?? '').replace(/^\n/, '');
  return page.body.firstElementChild as Element;
}

const HOSTILE = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 20 }).map((text) => text.replace(/[\0\r\ud800-\udfff]/g, '')),
  fc.constantFrom(
    '<script>alert(1)</script>',
    '" onfocus="alert(1)',
    "'><img src=x onerror=alert(1)>",
    '&lt;&amp;',
    '\n</textarea><b>',
    '{score} $& $1',
  ),
);

describe('both backends', () => {
  for (const metric of FIXTURE_METRICS)
    for (const language of ['en', 'de'] as const)
      test(`draw the same ${metric} question (${language}) whatever was answered`, () => {
        const question = fixtureQuestion(metric, language);
        fc.assert(
          fc.property(
            fc.option(fc.constantFrom(...question.points.map((point) => point.value)), { nil: undefined }),
            fc.subarray(question.words?.options.map((word) => word.id) ?? []),
            HOSTILE,
            HOSTILE,
            (score, words, comment, seed) => {
              const answer = { ...(score !== undefined && { score }), words, comment };
              const tree = element(
                'section',
                {},
                questionView(question, answer, seed),
                ...afterView(question),
                smallPrint(question),
              );
              expect(outline(parsed(html(tree)))).toEqual(outline(dom(tree)));
            },
          ),
          { numRuns: 30 },
        );
      });

  test('keep hostile text as text, in content and in attributes', () => {
    fc.assert(
      fc.property(HOSTILE, HOSTILE, (text, value) => {
        const tree: Branch = element('p', { 'data-text': value }, element('b', {}, text), text);
        expect(outline(parsed(html(tree)))).toEqual(outline(dom(tree)));
      }),
    );
  });

  test('keep a comment that starts with a line break', () => {
    const tree = questionView(fixtureQuestion('nps'), { comment: '\n\nfirst' }, 'seed');
    expect(parsed(html(tree)).querySelector('textarea')?.textContent).toBe('\n\nfirst');
  });
});

describe('the question', () => {
  for (const metric of FIXTURE_METRICS)
    test(`offers every ${metric} point as a radio with its value, in a group named by the question`, () => {
      const question = fixtureQuestion(metric);
      const form = dom(questionView(question, { score: question.max }, 'seed'));
      const group = form.querySelector('[role=radiogroup]') as Element;
      const radios = [...group.querySelectorAll<HTMLInputElement>('input[type=radio][name=score]')];
      expect(radios.map((radio) => radio.value)).toEqual(question.points.map((point) => `${point.value}`));
      expect(radios.filter((radio) => radio.checked).map((radio) => radio.value)).toEqual([
        `${question.max}`,
      ]);
      expect(form.querySelector(`#${group.getAttribute('aria-labelledby')}`)?.textContent).toBe(
        question.question,
      );
      for (const point of question.points) expect(group.textContent).toContain(point.short);
    });

  test('asks why by the first group whose end is not below the score', () => {
    const form = dom(questionView(fixtureQuestion('nps'), {}, 'seed'));
    const groups = [...form.querySelectorAll('input')].map((radio) => radio.className);
    expect(groups).toEqual([...Array(7).fill('g0'), 'g1', 'g1', 'g2', 'g2']);
  });

  test('offers all ten words in any order and "none of these" last', () => {
    const question = fixtureQuestion('emotion');
    const order = (seed: string) =>
      [...dom(questionView(question, {}, seed)).querySelectorAll<HTMLInputElement>('[name=words]')].map(
        (box) => box.value,
      );
    expect(new Set(order('a'))).toEqual(new Set(order('b')));
    expect(order('a')).toHaveLength(11);
    expect(order('a')).not.toEqual(order('b'));
    expect(order('a').at(-1)).toBe('none');
  });

  test('carries no inline style and no inline handler', () => {
    for (const metric of FIXTURE_METRICS) {
      const card = dom(widgetTree(fixtureQuestion(metric), 'seed'));
      for (const node of [card, ...card.querySelectorAll('*')])
        for (const name of node.getAttributeNames()) expect(name).not.toMatch(/^(style|on)/);
    }
  });
});
