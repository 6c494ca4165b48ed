import type { z } from 'zod';
import { AppError, type FieldError } from './errors';
import { plainMessage } from './plain-message';

/** How deep a value from outside may nest: far above every schema, far below what a parser or PGlite chokes on. */
export const DEEPEST = 16;

/**
 * Parses a value from outside by a schema. Refuses, before the schema sees it, what no database text can hold: NUL and
 * lone surrogates, and nesting deeper than 16. What a schema refuses without words of its own is told in plain ones.
 *
 * @throws AppError `too_deep`, or `invalid` with the path of each refused field
 */
export function parseInput<S extends z.ZodType>(schema: S, input: unknown): z.output<S> {
  refuseMalformed(input, '', 0, new WeakMap());
  const read = schema.safeParse(input, { error: plainMessage });
  if (read.success) return read.data;
  throw new AppError('invalid', 'Some fields need correcting.', {
    errors: withoutRepeats(read.error.issues.flatMap(fieldErrors)),
  });
}

function withoutRepeats(errors: FieldError[]): FieldError[] {
  return [...new Map(errors.map((one) => [`${one.path}\n${one.message}`, one])).values()];
}

function fieldErrors(issue: z.core.$ZodIssue): FieldError[] {
  const path = issue.path.join('.');
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      path: path ? `${path}.${key}` : key,
      message: 'Remove this unknown field.',
    }));
  }
  return [{ path, message: issue.message }];
}

function refuseMalformed(value: unknown, path: string, depth: number, seen: WeakMap<object, number>): void {
  if (depth > DEEPEST) throw new AppError('too_deep', `Nest values at most ${DEEPEST} levels deep.`);
  if (typeof value === 'string') {
    if (value.includes('\0') || !isWellFormed(value)) {
      throw new AppError('invalid', 'Some fields need correcting.', {
        errors: [{ path, message: 'Remove the NUL or broken characters.' }],
      });
    }
  } else if (value !== null && typeof value === 'object') {
    // An object may be met again, even within itself: deeper down than before is news, anything else is not.
    if ((seen.get(value) ?? -1) >= depth) return;
    seen.set(value, depth);
    refuseMalformedParts(value, path, depth, seen);
  }
}

function refuseMalformedParts(
  value: object,
  path: string,
  depth: number,
  seen: WeakMap<object, number>,
): void {
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) {
      refuseMalformed(item, path ? `${path}.${index}` : String(index), depth + 1, seen);
    }
  } else {
    for (const [key, item] of Object.entries(value)) {
      refuseMalformed(key, path, depth, seen);
      refuseMalformed(item, path ? `${path}.${key}` : key, depth + 1, seen);
    }
  }
}

const isWellFormed = (text: string): boolean =>
  !/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/.test(text);
