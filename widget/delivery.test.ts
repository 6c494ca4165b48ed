// @vitest-environment happy-dom
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { catchUp, type HeldReply } from './catch-up';
import { drawCard, fixtureQuestion } from './fixtures';
import { answering, type DeliveryState, type Post, type Reply } from './form';

const QUESTION = fixtureQuestion('nps');

/** A form on screen whose scores are chosen and sent by `post`. */
function open(post: Post, seq = 1) {
  const told: DeliveryState[] = [];
  const { root, form, status } = drawCard(QUESTION);
  document.body.replaceChildren(root);
  const save = answering(
    form,
    status,
    () => ({ context: {} }),
    post,
    (said) => told.push(said),
    seq,
  );
  return {
    told,
    leave: () => save(true),
    choose(score: number): void {
      const box = form.querySelector(`[value="${score}"]`) as HTMLInputElement;
      box.checked = true;
      box.dispatchEvent(new Event('input', { bubbles: true }));
    },
    finish: () => form.querySelector<HTMLElement>('.m button')?.click(),
  };
}

type Snapshot = { seq: number; state: string; answer: unknown };

/** A server by the protocol: the highest sequence number wins, complete stays complete. */
function createServer(stored?: Snapshot) {
  let held: Snapshot | undefined = stored;
  return {
    held: () => held,
    take(body: string): HeldReply {
      const next = JSON.parse(body) as Snapshot;
      if (!held) {
        held = next;
        return { status: 201, seq: next.seq, state: next.state };
      }
      if (next.seq === held.seq && body !== JSON.stringify(held))
        return { status: 409, seq: held.seq, state: held.state };
      if (next.seq > held.seq) {
        if (held.state === 'complete' && next.state === 'partial')
          return { status: 409, seq: held.seq, state: held.state };
        held = next;
      }
      return { status: 200, seq: held.seq, state: held.state };
    },
  };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const held = (snapshot: Snapshot | undefined) => snapshot && [snapshot.state, snapshot.answer];

describe('delivery', () => {
  test('shows what became of the newest, whatever still comes back of older ones', async () => {
    const replies: ((reply: Reply) => void)[] = [];
    const { told, choose } = open(() => new Promise((done) => replies.push(done)));
    for (const score of [1, 2]) choose(score);
    replies[1]?.({ status: 200 });
    await vi.advanceTimersByTimeAsync(0);
    replies[0]?.({ status: 422 });
    await vi.advanceTimersByTimeAsync(0);
    expect(told).toEqual(['saving', 'saving', 'saved']);
  });

  test('brings the newest answer home, whatever is lost, late or refused for a while', async () => {
    const outcome = fc.record({
      kind: fc.constantFrom('ok', 'ok', 'unheard', 'lost', 'busy', 'slow down', 'late'),
      delay: fc.integer({ min: 0, max: 3000 }),
    });
    const action = fc.record({
      score: fc.integer({ min: 0, max: 10 }),
      finished: fc.boolean(),
      pause: fc.integer({ min: 0, max: 4000 }),
      leaving: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(action, { minLength: 1, maxLength: 8 }),
        fc.array(outcome, { maxLength: 20 }),
        fc.integer({ min: 0, max: 5 }),
        async (actions, outcomes, elsewhere) => {
          const server = createServer(
            elsewhere
              ? { seq: elsewhere, state: elsewhere > 3 ? 'complete' : 'partial', answer: { score: 0 } }
              : undefined,
          );
          const rest = [...outcomes];
          const wait = (ms: number) => new Promise((done) => setTimeout(done, ms));
          const { told, leave, choose, finish } = open(
            catchUp(async (body): Promise<HeldReply> => {
              const { kind, delay } = rest.shift() ?? { kind: 'ok', delay: 0 };
              if (kind === 'lost') return {};
              if (kind === 'busy') return { status: 503 };
              if (kind === 'slow down') return { status: 429 };
              if (kind === 'late') await wait(delay);
              const reply = server.take(body);
              await wait(delay);
              return kind === 'unheard' ? {} : reply;
            }),
          );
          let finished = elsewhere > 3;
          for (const step of actions) {
            finished ||= step.finished;
            choose(step.score);
            if (step.finished) finish();
            if (step.leaving) leave();
            await vi.advanceTimersByTimeAsync(step.pause);
          }
          await vi.advanceTimersByTimeAsync(30 * 60_000);
          expect(held(server.held())).toEqual([
            finished ? 'complete' : 'partial',
            { score: actions.at(-1)?.score },
          ]);
          expect(told.at(-1)).toBe('saved');
          expect(vi.getTimerCount()).toBe(0);
        },
      ),
      { numRuns: 100 },
    );
  }, 20_000);

  test('ends in the same record however its messages are shuffled, repeated or cut off', async () => {
    const action = fc.record({
      score: fc.integer({ min: 0, max: 10 }),
      finished: fc.boolean(),
      leaving: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(action, { minLength: 1, maxLength: 6 }),
        fc.array(fc.nat(), { minLength: 1, maxLength: 12 }),
        async (actions, repeats) => {
          const sent: string[] = [];
          const { leave, choose, finish } = open(async (body) => {
            sent.push(body);
            return { status: 200 };
          });
          for (const step of actions) {
            choose(step.score);
            if (step.finished) finish();
            if (step.leaving) leave();
            await vi.advanceTimersByTimeAsync(1000);
          }
          const inOrder = createServer();
          for (const body of sent) inOrder.take(body);
          const shuffled = createServer();
          const messages = [...sent, ...repeats.map((at) => sent[at % sent.length] as string)];
          for (const [at, swap] of repeats.entries()) {
            const [one, other] = [at % messages.length, swap % messages.length];
            [messages[one], messages[other]] = [messages[other] as string, messages[one] as string];
          }
          for (const body of messages) shuffled.take(body);
          expect(shuffled.held()).toEqual(inOrder.held());
        },
      ),
      { numRuns: 100 },
    );
  }, 20_000);

  test('waits 1, 2, 4 … 64 s and up to a second more between failures, and tells of each', async () => {
    vi.spyOn(Math, 'random').mockReturnValue(0.5);
    const at: number[] = [];
    const { told, choose } = open(async () => {
      at.push(Date.now());
      return { status: 503 };
    });
    choose(1);
    await vi.advanceTimersByTimeAsync(300_000);
    const gaps = at.slice(1).map((time, index) => (time - (at[index] as number)) / 1000);
    expect(gaps.slice(0, 8)).toEqual([1.5, 2.5, 4.5, 8.5, 16.5, 32.5, 64.5, 64.5]);
    expect(told.slice(0, 3)).toEqual(['saving', 'failed', 'failed']);
    vi.restoreAllMocks();
  });

  test('waits as long as the server asks', async () => {
    const at: number[] = [];
    const headers = { get: (name: string) => (name === 'Retry-After' ? '20' : null) };
    const { choose } = open(async () => {
      at.push(Date.now());
      return { status: 429, headers };
    });
    choose(1);
    await vi.advanceTimersByTimeAsync(19_000);
    expect(at).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(2_100);
    expect(at).toHaveLength(2);
  });

  test('tries again at once when the network is back', async () => {
    let away = true;
    const { told, choose } = open(async (): Promise<Reply> => (away ? {} : { status: 201 }));
    choose(1);
    await vi.advanceTimersByTimeAsync(100);
    expect(told.at(-1)).toBe('failed');
    away = false;
    dispatchEvent(new Event('online'));
    await vi.advanceTimersByTimeAsync(0);
    expect(told.at(-1)).toBe('saved');
  });

  test.each([404, 410, 413, 422])('does not repeat what the server refuses with %i', async (status) => {
    const post = vi.fn(async () => ({ status }));
    const { told, choose, leave } = open(post);
    choose(1);
    await vi.advanceTimersByTimeAsync(600_000);
    leave();
    expect(post).toHaveBeenCalledTimes(1);
    expect(told.at(-1)).toBe('failed');
  });

  test('gives up a conflict that does not heal by one higher number', async () => {
    const put = vi.fn(async (_: string) => ({ status: 409, seq: 7 }));
    const { told, choose } = open(catchUp(put));
    choose(1);
    await vi.advanceTimersByTimeAsync(600_000);
    expect(put.mock.calls.map(([body]) => JSON.parse(body).seq)).toEqual([1, 8]);
    expect(told.at(-1)).toBe('failed');
  });

  test('asks nothing of the network when there is nothing to say', async () => {
    const post = vi.fn(async () => ({ status: 200 }));
    const { choose, leave } = open(post);
    leave();
    choose(1);
    await vi.advanceTimersByTimeAsync(600_000);
    leave();
    expect(post).toHaveBeenCalledTimes(1);
  });
});
