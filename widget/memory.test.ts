import { describe, expect, test } from 'vitest';
import { createMemory } from './memory';

const storageWith = (text?: string) => ({ milepost: text }) as unknown as Storage;

describe('memory', () => {
  test('is found again by the next page view, beside what others wrote', () => {
    const storage = storageWith();
    createMemory(() => storage).remember('a', 1);
    createMemory(() => storage).remember('b', 2);
    expect(createMemory(() => storage).read()).toEqual({ a: 1, b: 2 });
    expect(JSON.parse(storage.milepost as string)).toEqual({ a: 1, b: 2 });
  });

  test('sees what another tab has shown since', () => {
    const storage = storageWith();
    const here = createMemory(() => storage);
    here.remember('a', 1);
    createMemory(() => storage).remember('a', 9);
    expect(here.read().a).toBe(9);
  });

  test.each(['', 'null', '"text"', '[1]', '{', '7', '{"a":'])('takes %j for nothing and goes on', (text) => {
    const memory = createMemory(() => storageWith(text));
    expect(memory.read().a).toBeUndefined();
    memory.remember('a', 5);
    expect(memory.read().a).toBe(5);
  });

  test('lasts for the page view where storage is blocked', () => {
    const memory = createMemory(() => {
      throw new DOMException('blocked', 'SecurityError');
    });
    expect(memory.read()).toEqual({});
    memory.remember('a', 5);
    expect(memory.read()).toEqual({ a: 5 });
  });
});
