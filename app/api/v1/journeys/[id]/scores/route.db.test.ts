import { expect, test } from 'vitest';
import { testDatabase, testWorkspace } from '@/db/testing/database';
import { newId } from '@/lib/id';
import { makeApiKey } from '@/lib/identity/commands/make-api-key';
import { createJourney } from '@/lib/journey/commands/journey';
import { GET } from './route';

testDatabase();

const get = (id: string, search = '', key?: string) =>
  GET(
    new Request(`http://localhost:3000/api/v1/journeys/x/scores${search}`, {
      headers: key ? { authorization: `Bearer ${key}` } : {},
    }),
    { params: Promise.resolve({ id }) },
  );

test('a key reads the scores of its own workspace, and no cache keeps them', async () => {
  const { scope } = await testWorkspace();
  const { key } = await makeApiKey(scope, { name: 'Reports' });
  const { id } = await createJourney(scope, { template: 'bank-account' });
  const reply = await get(id, '?from=2026-01-01&to=2026-03-31&source=email&source=link', key);
  expect(reply.status).toBe(200);
  expect(reply.headers.get('cache-control')).toBe('no-store');
  const body = await reply.json();
  expect(body).toMatchObject({ journey: id, from: '2026-01-01', to: '2026-03-31', measures: [] });
  expect(body.touchpoints.length).toBe(12);
  expect(body.touchpoints[0]).toMatchObject({
    title: 'Compare accounts',
    stage: 'Find out',
    metric: null,
    n: 0,
  });
});

test('without a good key nobody learns anything', async () => {
  const { scope } = await testWorkspace();
  const { id } = await createJourney(scope, { title: 'J' });
  for (const key of [undefined, 'mp_', 'nonsense', `mp_${'x'.repeat(32)}`]) {
    const reply = await get(id, '?from=bad', key);
    expect(reply.status).toBe(401);
    expect(reply.headers.get('content-type')).toContain('application/problem+json');
  }
});

test('a foreign, an absent and a malformed journey get the same 404 but for the request’s id', async () => {
  const [mine, other] = [await testWorkspace(), await testWorkspace()];
  const { key } = await makeApiKey(mine.scope, { name: 'Reports' });
  const foreign = await createJourney(other.scope, { title: 'Theirs' });
  const replies = await Promise.all(
    [foreign.id, newId(), 'x', `${foreign.id}\0`, '%00', 'a'.repeat(5000)].map((id) =>
      get(id, '?to=bad', key),
    ),
  );
  expect(replies.map((reply) => reply.status)).toEqual(replies.map(() => 404));
  const bodies = await Promise.all(
    replies.map(async (reply) => ({ ...(await reply.json()), requestId: '' })),
  );
  for (const body of bodies) expect(body).toEqual(bodies[0]);
});

test('a bad parameter is a 400 that names it', async () => {
  const { scope } = await testWorkspace();
  const { key } = await makeApiKey(scope, { name: 'Reports' });
  const { id } = await createJourney(scope, { title: 'J' });
  const searches = {
    '?from=2026-13-01': 'from',
    '?to=': 'to',
    '?from=2026-02-02&to=2026-02-01': 'from',
    '?source=fax': 'source',
    '?from=%00': 'from',
    '?source=%ED%A0%80': 'source',
  };
  for (const [search, path] of Object.entries(searches)) {
    const reply = await get(id, search, key);
    expect(reply.status).toBe(400);
    expect(await reply.json()).toMatchObject({ code: 'bad_request', errors: [{ path }] });
  }
});
