// @vitest-environment happy-dom
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { dom } from './dom';
import { FIXTURE_METRICS, fixtureQuestion } from './fixtures';
import { attachForm } from './form';
import { widgetTree } from './widget-module';

function open(metric: (typeof FIXTURE_METRICS)[number]) {
  const sent: { seq: number; state: string; answer: Record<string, unknown> }[] = [];
  const root = dom(widgetTree(fixtureQuestion(metric), 'seed'));
  document.body.replaceChildren(root);
  attachForm(
    root,
    1,
    async (body) => {
      sent.push(JSON.parse(body));
      return { status: 200, seq: sent.at(-1)?.seq ?? 0 };
    },
    () => {},
  );
  const box = (name: string, value: string) =>
    root.querySelector(`[name=${name}][value="${value}"]`) as HTMLInputElement;
  const tick = (name: string, value: string, checked = true) => {
    box(name, value).checked = checked;
    box(name, value).dispatchEvent(new Event('input', { bubbles: true }));
  };
  const type = (text: string) => {
    const area = root.querySelector('textarea') as HTMLTextAreaElement;
    area.value = text;
    area.dispatchEvent(new Event('input', { bubbles: true }));
  };
  const submit = () => root.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
  return { root, sent, box, tick, type, submit };
}

beforeEach(() => {
  vi.useFakeTimers();
  return () => vi.useRealTimers();
});

describe('the form', () => {
  for (const metric of FIXTURE_METRICS)
    test(`sends the first ${metric} tap before anything else happens`, () => {
      const { min } = fixtureQuestion(metric);
      const { sent, tick } = open(metric);
      tick('score', `${min}`);
      expect(sent).toEqual([{ seq: 1, state: 'partial', answer: { score: min } }]);
    });

  test('sends words and comment together once they rest', async () => {
    const { sent, tick, type } = open('emotion');
    tick('score', '2');
    await vi.advanceTimersByTimeAsync(0);
    tick('words', 'confident');
    type('Half a pair \ud83d and \0 nothing else ');
    await vi.advanceTimersByTimeAsync(1000);
    expect(sent.slice(1)).toEqual([
      {
        seq: 2,
        state: 'partial',
        answer: { score: 2, words: ['confident'], comment: 'Half a pair  and  nothing else' },
      },
    ]);
  });

  test('allows two words, or none of these alone', () => {
    const { tick, box } = open('emotion');
    tick('words', 'confident');
    tick('words', 'ignored');
    expect(box('words', 'confused').disabled).toBe(true);
    expect(box('words', 'ignored').disabled).toBe(false);
    expect(box('words', 'none').disabled).toBe(false);
    tick('words', 'none');
    expect([box('words', 'confident').checked, box('words', 'ignored').checked]).toEqual([false, false]);
    expect(box('words', 'confused').disabled).toBe(false);
    tick('words', 'confused');
    expect(box('words', 'none').checked).toBe(false);
  });

  test('finishes by the button, thanks once saved, and stays finished when changed', async () => {
    const { root, sent, tick, submit } = open('ces');
    const form = root.querySelector('form') as HTMLElement;
    const thanks = root.querySelector('div[hidden]') as HTMLElement;
    tick('score', '3');
    submit();
    expect(form.hidden).toBe(false);
    await vi.advanceTimersByTimeAsync(0);
    expect([form.hidden, thanks.hidden]).toEqual([true, false]);
    thanks.querySelector('button')?.click();
    expect([form.hidden, thanks.hidden]).toEqual([false, true]);
    tick('score', '6');
    await vi.advanceTimersByTimeAsync(0);
    expect(sent.at(-1)).toEqual({ seq: 3, state: 'complete', answer: { score: 6 } });
  });

  test('hands over what was typed last when the page is left', () => {
    const { sent, tick, type } = open('csat');
    tick('score', '4');
    type('bye');
    dispatchEvent(new Event('pagehide'));
    expect(sent.at(-1)?.answer).toEqual({ score: 4, comment: 'bye' });
  });
});
