import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { type AppError, isAppError } from './errors';
import { parseInput } from './input';

const RAW = /invalid|expected|received|too (big|small)|unrecognized|NaN|<=|>=/i;

describe('a schema without words of its own', () => {
  const cases: [schema: z.ZodType, input: unknown, message: string][] = [
    [z.string(), 5, 'Give text.'],
    [z.string(), undefined, 'Give this field.'],
    [z.string().min(1), '', 'Fill this in.'],
    [z.string().max(2000), 'x'.repeat(2001), 'Use at most 2,000 characters.'],
    [z.number(), Number.NaN, 'Give a number.'],
    [z.int(), 1.5, 'Give a whole number.'],
    [z.number().min(3), 2, 'Give 3 or more.'],
    [z.number().max(3), 4, 'Give 3 or less.'],
    [z.array(z.string()).min(1), [], 'Give at least 1 entry.'],
    [z.array(z.string()).max(2), ['a', 'b', 'c'], 'Give at most 2 entries.'],
    [z.uuid(), 'x', 'Give an id.'],
    [z.enum(['a', 'b']), 'c', 'Give one of: a, b.'],
    [z.literal('a'), 'c', 'Give one of: a.'],
    [z.strictObject({}), null, 'Give an object with its fields.'],
    [z.boolean(), 'yes', 'Give true or false.'],
    [z.number().multipleOf(0.5), 0.3, 'Give a multiple of 0.5.'],
    [z.string().regex(/^a$/), 'b', 'Write it in the right form.'],
    [z.union([z.literal('all'), z.strictObject({ id: z.uuid() })]), 5, 'Give a value that is possible here.'],
    [z.record(z.string(), z.string()), [], 'Give an object with its fields.'],
    [z.never(), 1, 'Give a value of the right kind.'],
  ];
  test.each(cases)('says what to do (%#)', (schema, input, message) => {
    expect(refusalOf(schema, input).errors).toEqual([{ path: '', message }]);
    expect(message).not.toMatch(RAW);
  });

  test('keeps the words that a schema has', () => {
    expect(refusalOf(z.string('Name it.'), 5).errors).toEqual([{ path: '', message: 'Name it.' }]);
  });
});

describe('nesting', () => {
  test('deeper than 16 is refused, also where a value holds itself', () => {
    const deep = Array.from({ length: 17 }).reduce<unknown>((inner) => [inner], 'a');
    expect(refusalOf(z.unknown(), deep).code).toBe('too_deep');
    const round: unknown[] = [];
    round.push(...Array.from({ length: 1000 }, () => round));
    expect(refusalOf(z.unknown(), round).code).toBe('too_deep');
  });

  test('costs as much as there are values, not as there are ways to them', () => {
    const wide = Array.from({ length: 15 }).reduce<unknown>((inner) => Array(50).fill(inner), 'a');
    expect(parseInput(z.unknown(), wide)).toBe(wide);
  });

  test('broken text is found where a value is met again', () => {
    const part = { text: 'a\0' };
    expect(refusalOf(z.unknown(), { one: part, two: part }).errors?.[0]?.path).toBe('one.text');
  });
});

function refusalOf(schema: z.ZodType, input: unknown): AppError {
  try {
    parseInput(schema, input);
  } catch (error) {
    if (isAppError(error)) return error;
    throw error;
  }
  throw new Error('It was taken.');
}
