import { afterEach, expect, test, vi } from 'vitest';
import { isUuid } from '@/lib/id';
import { newPageId } from './page-id';

afterEach(() => vi.unstubAllGlobals());

test('a page has an id of its own on plain http too, where browsers offer less', () => {
  const { crypto } = globalThis;
  const getRandomValues = crypto.getRandomValues.bind(crypto);
  vi.stubGlobal('crypto', { getRandomValues });
  const ids = Array.from({ length: 200 }, newPageId);
  expect(ids.filter(isUuid)).toHaveLength(200);
  expect(new Set(ids).size).toBe(200);
});
