// @vitest-environment happy-dom
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { drawCard, FIXTURE_METRICS, FULL_FOLLOW_UPS, fixtureQuestion } from './fixtures';
import { answering } from './form';

type Sent = { seq: number; state: string; answer: Record<string, unknown>; signals?: { human: boolean } };

function open(metric: (typeof FIXTURE_METRICS)[number], followUps = FULL_FOLLOW_UPS) {
  const sent: Sent[] = [];
  const left: Sent[] = [];
  const { root, form, status } = drawCard(fixtureQuestion(metric, 'en', followUps));
  document.body.replaceChildren(root);
  const told = vi.fn();
  const save = answering(
    form,
    status,
    () => ({ context: { language: 'en' } }),
    async (body, leaving) => {
      (leaving ? left : sent).push(JSON.parse(body));
      return { status: 200 };
    },
    told,
  );
  const box = (name: string, value: string) =>
    root.querySelector(`[name=${name}][value="${value}"]`) as HTMLInputElement;
  const tick = (name: string, value: string, checked = true) => {
    box(name, value).checked = checked;
    box(name, value).dispatchEvent(new Event('input', { bubbles: true }));
  };
  const type = (text: string) => {
    form.comment.value = text;
    form.comment.dispatchEvent(new Event('input', { bubbles: true }));
  };
  const submit = () => form.querySelector<HTMLElement>('.m button')?.click();
  const shown = () =>
    [...root.querySelectorAll<HTMLElement>('[class^=g]')]
      .filter((part) => !part.hidden)
      .map((part) => part.className);
  return { root, form, status, sent, left, told, box, tick, type, submit, shown, leave: () => save(true) };
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
      expect(sent).toMatchObject([
        { seq: 1, state: 'partial', answer: { score: min }, context: { language: 'en' } },
      ]);
    });

  test('sends nothing before a score is chosen, not even when the page is left', async () => {
    const { sent, left, type, leave } = open('nps');
    type('nothing yet');
    leave();
    await vi.advanceTimersByTimeAsync(2000);
    expect([sent, left]).toEqual([[], []]);
  });

  test('sends what follows together once it rests, each kind as its own', async () => {
    const { sent, tick, type } = open('emotion');
    tick('score', '2');
    await vi.advanceTimersByTimeAsync(0);
    tick('words', 'confident');
    tick('reasons', 'clear');
    tick('reasons', 'quick');
    tick('expectation', '-2');
    type('A \0 and nothing else');
    await vi.advanceTimersByTimeAsync(1000);
    expect(sent.slice(1)).toMatchObject([
      {
        seq: 2,
        state: 'partial',
        answer: {
          score: 2,
          words: ['confident'],
          reasons: ['clear', 'quick'].sort((a, b) => order(a) - order(b)),
          expectation: -2,
          comment: 'A  and nothing else',
        },
      },
    ]);
    function order(id: string) {
      return [...document.querySelectorAll<HTMLInputElement>('[name=reasons]')].findIndex(
        ({ value }) => value === id,
      );
    }
  });

  test('tells how the first choice came, once', async () => {
    const { sent, tick } = open('nps');
    tick('score', '3');
    await vi.advanceTimersByTimeAsync(5000);
    tick('score', '4');
    await vi.advanceTimersByTimeAsync(0);
    expect(sent[0]?.signals).toHaveProperty('ms');
    expect(sent[1]?.signals).toEqual(sent[0]?.signals);
  });

  test('asks what belongs to the group of the score, and sends nothing of another group', async () => {
    const { sent, tick, shown } = open('nps');
    expect(shown()).toEqual([]);
    tick('score', '3');
    expect(shown()).toEqual(['g012 m', 'g01', 'g0']);
    tick('reasons', 'unclear');
    tick('score', '10');
    expect(shown()).toEqual(['g012 m', 'g2', 'g2']);
    await vi.advanceTimersByTimeAsync(1000);
    expect(sent.at(-1)?.answer).toEqual({ score: 10 });
    tick('score', '2');
    await vi.advanceTimersByTimeAsync(1000);
    expect(sent.at(-1)?.answer).toEqual({ score: 2, reasons: ['unclear'] });
  });

  test('allows two words, or none of these alone', () => {
    const { tick, box } = open('emotion');
    tick('score', '0');
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

  test('finishes by the button, thanks once saved, and asks again when the score changes', async () => {
    const { sent, tick, submit, shown, told } = open('ces');
    tick('score', '3');
    await vi.advanceTimersByTimeAsync(0);
    submit();
    expect(shown()).toContain('g012 m');
    await vi.advanceTimersByTimeAsync(0);
    expect(shown()).toEqual(['gabc']);
    expect(told).toHaveBeenLastCalledWith('saved', true, undefined);
    tick('score', '6');
    expect(shown()).not.toContain('gabc');
    await vi.advanceTimersByTimeAsync(0);
    expect(shown()).not.toContain('gabc');
    expect(sent.at(-1)).toMatchObject({ seq: 3, state: 'complete', answer: { score: 6 } });
  });

  test('takes nothing back that the thanks hide, and can be finished again after another tap', async () => {
    const { sent, left, tick, submit, shown } = open('nps');
    tick('score', '3');
    tick('reasons', 'unclear');
    submit();
    await vi.advanceTimersByTimeAsync(0);
    expect(shown()).toEqual(['gabc']);
    await vi.advanceTimersByTimeAsync(5000);
    dispatchEvent(new Event('visibilitychange'));
    const whole = { state: 'complete', answer: { score: 3, reasons: ['unclear'] } };
    expect([...sent, ...left].at(-1)).toMatchObject(whole);
    tick('score', '2');
    await vi.advanceTimersByTimeAsync(0);
    expect(sent.at(-1)).toMatchObject({ state: 'complete', answer: { score: 2, reasons: ['unclear'] } });
    expect(shown()).not.toContain('gabc');
    submit();
    await vi.advanceTimersByTimeAsync(0);
    expect(shown()).toEqual(['gabc']);
  });

  test('says in words what became of the answer', async () => {
    const { status, tick } = open('csat');
    tick('score', '4');
    await vi.advanceTimersByTimeAsync(0);
    expect(status.textContent).toBe('Your answer is saved.');
  });

  test('hands over what was typed last when the page is left', async () => {
    const { left, tick, type } = open('csat');
    tick('score', '4');
    await vi.advanceTimersByTimeAsync(0);
    type('bye');
    dispatchEvent(new Event('visibilitychange'));
    expect(left.at(-1)?.answer).toEqual({ score: 4, comment: 'bye' });
  });
});
