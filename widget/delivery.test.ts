import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { catchUp, type HeldReply } from './catch-up';
import { createDelivery, type DeliveryState } from './delivery';

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

describe('delivery', () => {
  test('sends the first tap at once', () => {
    const post = vi.fn(() => new Promise<HeldReply>(() => {}));
    createDelivery(1, post, () => {}).save({ score: 9 }, false);
    expect(post).toHaveBeenCalledExactlyOnceWith(
      '{"seq":1,"state":"partial","answer":{"score":9}}',
      undefined,
    );
  });

  test('ends with the last snapshot on the server, whatever is lost, late or refused for a while', async () => {
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
          const shown: DeliveryState[] = [];
          const rest = [...outcomes];
          const wait = (ms: number) => new Promise((done) => setTimeout(done, ms));
          const delivery = createDelivery(
            1,
            catchUp(async (body) => {
              const { kind, delay } = rest.shift() ?? { kind: 'ok', delay: 0 };
              if (kind === 'lost') throw new TypeError('network');
              if (kind === 'busy') return { status: 503 };
              if (kind === 'slow down') return { status: 429 };
              if (kind === 'late') await wait(delay);
              const reply = server.take(body);
              await wait(delay);
              if (kind === 'unheard') throw new TypeError('network');
              return reply;
            }),
            (state) => shown.push(state),
          );
          let finished = elsewhere > 3;
          for (const step of actions) {
            finished ||= step.finished;
            delivery.save({ score: step.score }, step.finished);
            if (step.leaving) delivery.send(true);
            await vi.advanceTimersByTimeAsync(step.pause);
          }
          await vi.advanceTimersByTimeAsync(30 * 60_000);
          expect(server.held()?.answer).toEqual({ score: actions.at(-1)?.score });
          expect(server.held()?.state).toBe(finished ? 'complete' : 'partial');
          expect(shown.at(-1)).toBe('saved');
          expect(vi.getTimerCount()).toBe(0);
        },
      ),
      { numRuns: 300 },
    );
  });

  test('waits 1, 2, 4 … 60 s between failures and tells of each', async () => {
    const at: number[] = [];
    const shown: string[] = [];
    const post = async () => {
      at.push(Date.now());
      return { status: 503 };
    };
    createDelivery(1, post, (state) => shown.push(state)).save({ score: 1 }, false);
    await vi.advanceTimersByTimeAsync(200_000);
    const gaps = at.slice(1).map((time, index) => (time - (at[index] as number)) / 1000);
    expect(gaps.slice(0, 8)).toEqual([1, 2, 4, 8, 16, 32, 60, 60]);
    expect(shown.slice(0, 3)).toEqual(['saving', 'failed', 'failed']);
  });

  test.each([404, 410, 413, 422])('does not repeat what the server refuses with %i', async (status) => {
    const post = vi.fn(async () => ({ status }));
    const show = vi.fn();
    createDelivery(1, post, show).save({ score: 1 }, true);
    await vi.advanceTimersByTimeAsync(600_000);
    expect(post).toHaveBeenCalledTimes(1);
    expect(show).toHaveBeenLastCalledWith('failed', true);
  });

  test('gives up a conflict that does not heal by one higher number', async () => {
    const put = vi.fn(async (_: string) => ({ status: 409, seq: 7 }));
    const show = vi.fn();
    createDelivery(1, catchUp(put), show).save({ score: 1 }, false);
    await vi.advanceTimersByTimeAsync(600_000);
    expect(put.mock.calls.map(([body]) => JSON.parse(body).seq)).toEqual([1, 8]);
    expect(show).toHaveBeenLastCalledWith('failed', false);
  });

  test('asks nothing of the network when there is nothing to say', async () => {
    const post = vi.fn(async () => ({ status: 200, seq: 1 }));
    const { save, send } = createDelivery(1, post, () => {});
    send();
    send(true);
    save({ score: 1 }, false);
    await vi.advanceTimersByTimeAsync(600_000);
    send(true);
    expect(post).toHaveBeenCalledTimes(1);
  });
});
