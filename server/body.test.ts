import { describe, expect, test } from 'vitest';
import { LARGEST_BYTES } from '@/lib/journey/rules/exchange/read';
import { mapTextSchema, readMap } from '@/lib/journey/rules/exchange/read-map';
import config from '../next.config.mjs';
import { LARGEST_MEMBERS_BODY } from './body';

const OVER = /over 5 MB/;
const read = (text: string) => readMap(text, 'csv', 'T', [], () => '');

describe('a map that is imported', () => {
  test('is measured in bytes, not in characters, and one byte too many is named as such', () => {
    const largest = `${'é'.repeat(LARGEST_BYTES / 2 - 1)}ab`;
    expect(new TextEncoder().encode(largest)).toHaveLength(LARGEST_BYTES);
    expect(mapTextSchema.safeParse(largest).success).toBe(true);
    for (const text of [`${largest}c`, 'é'.repeat(LARGEST_BYTES / 2 + 1), 'a'.repeat(LARGEST_BYTES + 1)]) {
      expect(mapTextSchema.safeParse(text).error?.issues[0]?.message).toMatch(OVER);
      expect(read(text)).toMatchObject({ ok: false, faults: [{ message: expect.stringMatching(OVER) }] });
    }
  });

  test('passes every limit on the way to who reads it, however much of it has to be escaped', () => {
    for (const character of ['"', '\n', '\\', '\t', 'é', '😀']) {
      const bytes = new TextEncoder().encode(character).length;
      const text = character.repeat(Math.floor(LARGEST_BYTES / bytes));
      const title = '"'.repeat(80);
      const body = JSON.stringify([{ text, format: 'mermaid', title, journeyId: crypto.randomUUID() }]);
      expect(Buffer.byteLength(body)).toBeLessThan(LARGEST_MEMBERS_BODY);
    }
    expect(config.experimental?.serverActions?.bodySizeLimit).toBe(LARGEST_MEMBERS_BODY);
  });
});
