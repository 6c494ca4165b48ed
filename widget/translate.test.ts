// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { METRICS } from '@/lib/scoring/metrics';
import { drawn } from './dom';
import { chooseVariant, FULL_FOLLOW_UPS, fixtureQuestion } from './fixtures';
import { answering } from './form';
import type { Card } from './shown';
import { translate } from './translate';
import { type CardOptions, literal, widgetTrees } from './widget-module';

const MODES = ['popover', 'inline', 'modal', 'tab'] as const;

/** The module's card, as the server writes it. */
function card(language: 'en' | 'de' | 'ar', metric: 'nps' | 'emotion', options: CardOptions): Card {
  const [last, tab] = widgetTrees(fixtureQuestion(metric, language, FULL_FOLLOW_UPS), options)
    .map(literal)
    .reverse();
  return new Function('h', 'c', `let f,s;return[${JSON.stringify(language)},${last},f,s,${tab}]`) as Card;
}

/** A survey in a shadow root, with all that its script listens to. */
function show(metric: 'nps' | 'emotion', mode: CardOptions['mode']) {
  chooseVariant({ mode, emotion: metric === 'emotion' });
  const shadow = document.body.appendChild(document.createElement('div')).attachShadow({ mode: 'open' });
  const [, root, form, status, tab] = drawn(card('en', metric, { mode, wordSeed: 'a' }));
  shadow.append(...(tab ? [tab] : []), root);
  shadow.adoptedStyleSheets = [new CSSStyleSheet()];
  const sent: { seq: number; answer: Record<string, unknown> }[] = [];
  const save = answering(
    form,
    status,
    () => ({ context: { language: root.lang } }),
    async (body) => {
      sent.push(JSON.parse(body));
      return { status: 200 };
    },
    () => {},
  );
  const choose = (name: string, value: string) => {
    const box = shadow.querySelector(`[name=${name}][value="${value}"]`) as HTMLInputElement;
    box.checked = true;
    box.dispatchEvent(new Event('input', { bubbles: true }));
    return box;
  };
  const into = (language: 'de' | 'ar') =>
    translate(shadow, { $: card(language, metric, { mode, wordSeed: 'b' }) });
  return { shadow, root, form, status, sent, save, choose, into };
}

test.each(MODES)(
  'a survey as %s speaks the other language in every place, and keeps what was given',
  (mode) => {
    const { shadow, root, choose, into, form } = show('emotion', mode);
    choose('score', '-1');
    choose('words', 'confused');
    choose('reasons', 'waited');
    form.comment.value = 'As it was';
    into('de');
    const same = show('emotion', mode);
    same.choose('score', '-1');
    const like = same.shadow;
    like.replaceChildren();
    const [, fresh, , , tab] = drawn(card('de', 'emotion', { mode, wordSeed: 'b' }));
    like.append(...(tab ? [tab] : []), fresh);
    const texts = (of: ShadowRoot) =>
      [...of.querySelectorAll('legend, label, b, small:not([role]), button, a, .gabc')].map(
        (part) => part.textContent,
      );
    expect(texts(shadow)).toEqual(texts(like));
    expect([root.lang, root.ariaLabel]).toEqual([fresh.lang, fresh.ariaLabel]);
    const ticked = [...shadow.querySelectorAll<HTMLInputElement>(':checked')].map(({ value }) => value);
    expect(ticked.sort()).toEqual(['-1', 'confused', 'waited']);
    expect(shadow.querySelector('textarea')?.value).toBe('As it was');
    expect([...shadow.querySelectorAll<HTMLElement>('fieldset:not([hidden]) legend')].length).toBe(4);
  },
);

test('goes on with the same response: the next tap is a higher number of the same', async () => {
  const { sent, choose, into, form } = show('nps', 'popover');
  choose('score', '3');
  await Promise.resolve();
  into('ar');
  expect(form.dir).toBe('rtl');
  choose('score', '9');
  await Promise.resolve();
  expect(sent).toMatchObject([
    { seq: 1, answer: { score: 3 }, context: { language: 'en' } },
    { seq: 2, answer: { score: 9 }, context: { language: 'ar' } },
  ]);
});

test('names every point of the scale anew', () => {
  const { shadow, into } = show('nps', 'inline');
  into('de');
  const { low, high } = METRICS.nps.wording.de;
  const [first, last] = [0, 10].map(
    (value) => shadow.querySelector(`[name=score][value="${value}"]`)?.ariaLabel,
  );
  expect([first, last]).toEqual([expect.stringContaining(low ?? ''), expect.stringContaining(high ?? '')]);
});

test('keeps the focus, the thanks and what the status says', async () => {
  const { shadow, status, choose, into, form } = show('nps', 'modal');
  choose('score', '9').focus();
  await Promise.resolve();
  await Promise.resolve();
  expect(status.textContent).toBe('Your answer is saved.');
  into('de');
  expect(shadow.activeElement).toBe(form.querySelector('[name=score][value="9"]'));
  expect(status.textContent).toBe('Ihre Antwort ist gespeichert.');
  (form.querySelector('.m button') as HTMLElement).click();
  await Promise.resolve();
  await Promise.resolve();
  into('ar');
  expect(form.querySelector<HTMLElement>('.m')?.hidden).toBe(true);
  expect(form.querySelector<HTMLElement>('.gabc')?.hidden).toBe(false);
});
