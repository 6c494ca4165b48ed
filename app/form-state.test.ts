import { describe, expect, test } from 'vitest';
import { formAction, textOf, textOrNull } from './form-state';

const NO_FORMS: unknown[] = [
  null,
  undefined,
  5,
  'text',
  true,
  [],
  {},
  [[[[]]]],
  { get: 5 },
  new Map([['name', 'Ana']]),
];

const echo = formAction(async (fields) => ({ ok: true as const, value: textOf(fields, 'name') }));
const empty = { result: null, values: {} };

describe('what is no form', () => {
  test.each(NO_FORMS)('counts as an empty form: %j', async (sent) => {
    expect(await echo(empty, sent as FormData)).toEqual({ result: { ok: true, value: '' }, values: {} });
    expect(textOf(sent as FormData, 'name')).toBe('');
    expect(textOrNull(sent as FormData, 'name')).toBeNull();
  });

  test('reaches the action as a form it can read', async () => {
    const list = formAction(async (fields) => ({ ok: true as const, value: fields.getAll('persona') }));
    expect((await list(empty, { persona: 'a' } as never)).result).toEqual({ ok: true, value: [] });
  });
});

test('a form gives back what was typed, but no password, no token and no file', async () => {
  const fields = new FormData();
  fields.set('name', 'Ana');
  fields.set('password', 'secret words');
  fields.set('token', 'abc');
  fields.set('file', new Blob(['x']));
  expect(await echo(empty, fields)).toEqual({
    result: { ok: true, value: 'Ana' },
    values: { name: 'Ana' },
  });
  expect(textOf(fields, 'file')).toBe('');
});
