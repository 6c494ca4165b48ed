import type { z } from 'zod';

/** What a value of that type is called when somebody is asked for one. */
const KINDS: Readonly<Record<string, string>> = {
  string: 'Give text.',
  number: 'Give a number.',
  int: 'Give a whole number.',
  boolean: 'Give true or false.',
  array: 'Give a list.',
  tuple: 'Give a list.',
  object: 'Give an object with its fields.',
  record: 'Give an object with its fields.',
  date: 'Give a date.',
};

const FORMATS: Readonly<Record<string, string>> = {
  uuid: 'Give an id.',
  email: 'Give one e-mail address, like ana@example.com.',
  url: 'Give an address that begins with https://.',
};

/** What to do about a value that a schema refuses without words of its own. */
export function plainMessage(issue: z.core.$ZodRawIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      if (issue.input === undefined) return 'Give this field.';
      return KINDS[issue.expected] ?? 'Give a value of the right kind.';
    case 'too_small':
      return tooSmall(issue.origin, Number(issue.minimum));
    case 'too_big':
      return tooBig(issue.origin, Number(issue.maximum));
    case 'invalid_format':
      return FORMATS[issue.format] ?? 'Write it in the right form.';
    case 'not_multiple_of':
      return `Give a multiple of ${issue.divisor}.`;
    case 'invalid_value':
      return `Give one of: ${issue.values.map(String).join(', ')}.`;
    case 'unrecognized_keys':
      return 'Remove the unknown fields.';
    default:
      return 'Give a value that is possible here.';
  }
}

function tooSmall(origin: string, least: number): string {
  if (origin === 'string')
    return least === 1 ? 'Fill this in.' : `Use at least ${count(least, 'character')}.`;
  if (origin === 'array' || origin === 'set') return `Give at least ${count(least, 'entry', 'entries')}.`;
  return `Give ${figure(least)} or more.`;
}

function tooBig(origin: string, most: number): string {
  if (origin === 'string') return `Use at most ${count(most, 'character')}.`;
  if (origin === 'array' || origin === 'set') return `Give at most ${count(most, 'entry', 'entries')}.`;
  return `Give ${figure(most)} or less.`;
}

const figure = (value: number): string => value.toLocaleString('en');

const count = (value: number, one: string, many = `${one}s`): string =>
  `${figure(value)} ${value === 1 ? one : many}`;
