import { expect, test } from 'vitest';
import { did, emptyHistory, type History, redid, undid } from './history';

const done = (...steps: string[]): History<string> => steps.reduce<History<string>>(did, emptyHistory);

test('the newest step is taken back first, and can be done again', () => {
  const afterUndo = undid(done('a', 'b'), 'b again');
  expect(afterUndo).toEqual({ past: ['a'], future: ['b again'] });
  expect(redid(afterUndo, 'b')).toEqual({ past: ['a', 'b'], future: [] });
});

test('something new forgets what had been taken back', () => {
  expect(did(undid(done('a', 'b'), 'b again'), 'c')).toEqual({ past: ['a', 'c'], future: [] });
});

test('remembers the last hundred steps, not more', () => {
  const many = done(...Array.from({ length: 130 }, (_, index) => String(index)));
  expect(many.past).toHaveLength(100);
  expect(many.past.at(-1)).toBe('129');
});
