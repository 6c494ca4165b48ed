import { expect, test } from 'vitest';
import { listOutcomesOf } from '../../db/queries/outcomes';
import { testDatabase, testWorkspace } from '../../db/testing/database';
import { makeApiKey } from '../../lib/identity/commands/make-api-key';
import { outcomes } from './outcomes';

testDatabase();

const post = (body: string, key?: string, type = 'application/json') =>
  outcomes(
    new Request('http://localhost:3000/api/v1/outcomes', {
      method: 'POST',
      body,
      headers: { 'content-type': type, ...(key ? { authorization: `Bearer ${key}` } : {}) },
    }),
    {},
  );

const ONE = JSON.stringify({ outcomes: [{ person: { key: 'K-1' }, kind: 'churned', day: '2026-03-31' }] });

test('a key made for it brings outcomes into its own workspace, and again without adding any', async () => {
  const { scope } = await testWorkspace();
  const other = await testWorkspace();
  const { key } = await makeApiKey(scope, { name: 'Billing', writes: true });
  const reply = await post(ONE, key);
  expect(reply.status).toBe(200);
  expect(await reply.json()).toEqual({ added: 1, changed: 0, repeated: 0, unknown: [] });
  expect(await (await post(ONE, key)).json()).toMatchObject({ added: 0, repeated: 1 });
  expect(await listOutcomesOf(scope, 'key:K-1')).toHaveLength(1);
  expect(await listOutcomesOf(other.scope, 'key:K-1')).toEqual([]);
});

test('without a key, or with one that only reads, nothing is written', async () => {
  const { scope } = await testWorkspace();
  const { key } = await makeApiKey(scope, { name: 'Reports' });
  expect((await post(ONE)).status).toBe(401);
  const refused = await post(ONE, key);
  expect([refused.status, refused.headers.get('content-type')]).toEqual([
    403,
    'application/problem+json; charset=utf-8',
  ]);
  expect(await listOutcomesOf(scope, 'key:K-1')).toEqual([]);
});

test.each([
  ['{"outcomes": [', 'application/json', 400, 'not_json'],
  [ONE, 'text/plain', 415, 'wrong_type'],
  [`"${'x'.repeat(524_288)}"`, 'application/json', 413, 'too_large'],
  ['{"outcomes": []}', 'application/json', 422, 'invalid'],
  ['{"outcomes": [], "more": 1}', 'application/json', 422, 'invalid'],
  [ONE.replace('churned', 'vanished'), 'application/json', 422, 'invalid'],
])('a body that cannot be read is refused with its reason (%#)', async (body, type, status, code) => {
  const { scope } = await testWorkspace();
  const { key } = await makeApiKey(scope, { name: 'Billing', writes: true });
  const reply = await post(body, key, type);
  expect(reply.status).toBe(status);
  expect((await reply.json()).code).toBe(code);
});

test('the refusal names the entry and the field', async () => {
  const { scope } = await testWorkspace();
  const { key } = await makeApiKey(scope, { name: 'Billing', writes: true });
  const wrong = { outcomes: [{ person: { key: 'K-1' }, kind: 'spent', day: '2026-03-31' }] };
  const { errors } = await (await post(JSON.stringify(wrong), key)).json();
  expect(errors).toEqual([{ path: 'outcomes.0.amount', message: expect.stringContaining('amount') }]);
});
