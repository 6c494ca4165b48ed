import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createAutosave, type SaveState } from './autosave';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** Saves that end when told to. */
function setUp() {
  const sent: string[] = [];
  const settle: ((refusal: string | null) => void)[] = [];
  const states: SaveState<string>[] = [];
  const autosave = createAutosave<string, string>(
    (value) => {
      sent.push(value);
      return new Promise((resolve) => settle.push(resolve));
    },
    (state) => states.push(state),
  );
  const end = async (refusal: string | null = null) => {
    settle.shift()?.(refusal);
    await vi.advanceTimersByTimeAsync(0);
  };
  return { autosave, sent, states, end };
}

test('typing is saved once, after a pause', async () => {
  const { autosave, sent, states, end } = setUp();
  for (const text of ['b', 'bo', 'book']) {
    autosave.change(text);
    await vi.advanceTimersByTimeAsync(300);
  }
  expect(sent).toEqual([]);
  await vi.advanceTimersByTimeAsync(700);
  expect(sent).toEqual(['book']);
  expect(autosave.isSaved()).toBe(false);
  await end();
  expect(autosave.isSaved()).toBe(true);
  expect(states.map((one) => one.kind)).toEqual(['unsaved', 'unsaved', 'unsaved', 'saving', 'saved']);
});

test('what is typed during a save is saved after it, and only then all is saved', async () => {
  const { autosave, sent, states, end } = setUp();
  autosave.change('one');
  await vi.advanceTimersByTimeAsync(700);
  autosave.change('two');
  await vi.advanceTimersByTimeAsync(5000);
  expect(sent).toEqual(['one']);
  await end();
  expect(sent).toEqual(['one', 'two']);
  expect(states.at(-1)).toEqual({ kind: 'saving' });
  await end();
  expect(states.at(-1)).toEqual({ kind: 'saved' });
});

test('a flush saves at once and tells whether all is saved', async () => {
  const { autosave, sent, states, end } = setUp();
  expect(await autosave.flush()).toBe(true);
  autosave.change('one');
  const flushed = autosave.flush();
  expect(sent).toEqual(['one']);
  await end('Name the survey.');
  expect(await flushed).toBe(false);
  expect(states.at(-1)).toEqual({ kind: 'failed', refusal: 'Name the survey.' });
  await vi.advanceTimersByTimeAsync(60_000);
  expect(sent).toEqual(['one']);

  const again = autosave.flush();
  await end();
  expect(await again).toBe(true);
  expect(sent).toEqual(['one', 'one']);
});

test('a refusal of what is no longer wanted is not shown', async () => {
  const { autosave, sent, states, end } = setUp();
  autosave.change('');
  await vi.advanceTimersByTimeAsync(700);
  autosave.change('Effort');
  await end('Name the survey.');
  expect(sent).toEqual(['', 'Effort']);
  await end();
  expect(states.map((one) => one.kind)).not.toContain('failed');
  expect(states.at(-1)).toEqual({ kind: 'saved' });
});
