import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { APIRequestContext } from '@playwright/test';
import { demo } from './demo';
import { expect, signIn, signUp, test } from './test';

/** Pages and routes of the app that take an id, found in the folders, so that none can be forgotten. */
function addresses(folder = 'app', path = ''): { path: string; file: string }[] {
  const own = ['page.tsx', 'route.ts']
    .filter((file) => existsSync(join(folder, file)))
    .map((file) => ({ path, file }));
  const below = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) => addresses(join(folder, name), name.startsWith('(') ? path : `${path}/${name}`));
  return [...own, ...below];
}

const WITH_ID = addresses().filter(({ path }) => path.includes('[id]'));

test('every address with an id was found', () => {
  expect(WITH_ID.length).toBeGreaterThanOrEqual(6);
});

test('a foreign id answers like an absent one, to the byte, for another workspace’s owner', async ({
  page,
}) => {
  test.slow();
  const { journeyId, placementInfo, url, apiKey } = demo();
  await signUp(page, { name: 'Other', brand: 'Other' });

  const foreign = [
    journeyId,
    placementInfo.link?.touchpointId ?? '',
    demo().workspaceId,
    ...(await demoIds(page.context().browser())),
  ];
  const absent = crypto.randomUUID();
  for (const { path } of WITH_ID) {
    if (path.startsWith('/api/v1/')) continue;
    for (const id of foreign) {
      await test.step(`${path} ${id}`, async () => {
        const ask = async (one: string) => reply(page.request, `${url}${path.replace('[id]', one)}`, one);
        // How a busy server cuts a streamed page into pieces differs from one reply to the next, whatever the id.
        await expect(async () => expect(await ask(id)).toEqual(await ask(absent))).toPass({
          intervals: [0, 100, 500],
          timeout: 20_000,
        });
        expect((await ask(id)).status).not.toBe(200);
      });
    }
  }

  // The public API, with a key of the demo and a journey of nobody and of the other workspace.
  const scoresOf = (id: string) =>
    reply(page.request, `${url}/api/v1/journeys/${id}/scores`, id, { authorization: `Bearer ${apiKey}` });
  const own = await scoresOf(journeyId);
  expect(own.status).toBe(200);
  const unknown = await scoresOf(absent);
  expect(unknown.status).toBe(404);
  expect(await scoresOf('not-an-id')).toEqual(unknown);
  for (const authorization of ['', 'Bearer mp_wrong', 'Bearer %E0%A4%A', 'Basic x', `Bearer ${apiKey}x`]) {
    const refused = await page.request.get(`${url}/api/v1/journeys/${journeyId}/scores`, {
      headers: { authorization },
    });
    expect(refused.status()).toBe(401);
    expect(refused.headers()['content-type']).toMatch(/^application\/problem\+json/);
  }
});

test('a write with a cookie from another origin is refused, and so is one that hides its origin', async ({
  page,
}) => {
  await signIn(page);
  for (const headers of [{ origin: 'https://evil.example' }, { origin: 'null' }, {}] as Record<
    string,
    string
  >[]) {
    const cookies = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
    const refused = await fetch(`${demo().url}/journeys`, {
      method: 'POST',
      headers: { ...headers, cookie: cookies },
      body: 'x',
    });
    expect(refused.status).toBe(403);
    expect(await refused.json()).toMatchObject({ code: 'cross_site' });
  }
});

test('what only a proxy may say has no effect, and a skipped middleware opens nothing', async ({
  request,
}) => {
  const spoofed = await request.get('/journeys', {
    headers: {
      'x-middleware-subrequest': 'middleware:middleware:middleware',
      'x-forwarded-host': 'evil.example',
      'x-milepost-peer': '1.2.3.4',
    },
    maxRedirects: 0,
  });
  expect(spoofed.status()).toBe(307);
  expect(spoofed.headers().location ?? '').not.toContain('evil.example');
});

/** Ids of the demo's surveys, campaigns and letters, as its owner finds them in links. */
async function demoIds(
  browser: ReturnType<import('@playwright/test').BrowserContext['browser']>,
): Promise<string[]> {
  const context = await browser?.newContext({ baseURL: demo().url });
  const page = await context?.newPage();
  if (!context || !page) throw new Error('No browser.');
  await signIn(page);
  const ids = new Set<string>();
  for (const path of [
    '/campaigns',
    '/outbox',
    '/widget',
    `/journeys/${demo().journeyId}?touchpoint=${demo().placementInfo.link?.touchpointId}`,
  ]) {
    await page.goto(path);
    for (const href of await page
      .locator('main a[href], [role=dialog] a[href]')
      .evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? ''))) {
      const id = /\/(?:surveys|campaigns|outbox)\/([0-9a-f-]{36})/.exec(href)?.[1];
      if (id) ids.add(id);
    }
  }
  await context.close();
  return [...ids].slice(0, 8);
}

/** A reply without what differs by nature: the id that was asked for, nonces, request ids and times. */
async function reply(
  request: APIRequestContext,
  url: string,
  id: string,
  headers: Record<string, string> = {},
) {
  const got = await request.get(url, { headers, maxRedirects: 0 });
  const nonce = /'nonce-([^']+)'/.exec(got.headers()['content-security-policy'] ?? '')?.[1] ?? '';
  const body = (await got.text())
    .replaceAll(id, 'ID')
    .replaceAll(nonce || '\u0000', 'NONCE')
    .replace(/"requestId":"[^"]+"/g, '"requestId":"…"');
  return {
    status: got.status(),
    type: got.headers()['content-type'],
    location: got.headers().location,
    body,
  };
}
