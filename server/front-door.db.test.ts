import { createHash, randomUUID } from 'node:crypto';
import { request as httpRequest, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { brotliDecompressSync } from 'node:zlib';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { database } from '@/db/client';
import { rows } from '@/db/scope';
import { rowCount, type TestWorkspace, testDatabase, testWorkspace } from '@/db/testing/database';
import { type TestPlacement, testPlacement } from '@/db/testing/placement';
import { env } from '@/lib/env';
import { putShared } from '@/lib/registry';
import { closePlacement } from '@/lib/survey/commands';
import { frontDoor } from './front-door';
import { widgetFiles } from './widget-files';

testDatabase();

let server: Server;
let base: string;
let workspace: TestWorkspace;
let nps: TestPlacement;
let emotion: TestPlacement;
let widget: TestPlacement;
let mail: TestPlacement;
let closed: TestPlacement;

beforeAll(async () => {
  workspace = await testWorkspace();
  nps = await testPlacement(workspace.scope, 'nps');
  emotion = await testPlacement(workspace.scope, 'emotion');
  widget = await testPlacement(workspace.scope, 'ces', 'widget');
  mail = await testPlacement(workspace.scope, 'csat', 'email');
  closed = await testPlacement(workspace.scope, 'csat');
  await closePlacement(workspace.scope, { id: closed.placementId });
  server = frontDoor({ ready: true, next: null });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => new Promise((resolve) => server.close(resolve)));

const put = (
  key: string,
  id: string,
  body: unknown,
  more: { method?: string; type?: string; headers?: Record<string, string> } = {},
) =>
  fetch(`${base}/api/v1/placements/${key}/responses/${id}`, {
    method: more.method ?? 'PUT',
    headers: { 'content-type': more.type ?? 'application/json', ...more.headers },
    body: typeof body === 'string' || body instanceof Uint8Array ? (body as string) : JSON.stringify(body),
  });

const answer = (score: unknown, seq = 1, state = 'complete') => ({ seq, state, answer: { score } });

async function problem(reply: Response) {
  expect(reply.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  const body = (await reply.json()) as {
    status: number;
    code: string;
    title: string;
    errors?: { path: string }[];
  };
  expect(body).toMatchObject({
    type: expect.any(String),
    title: expect.any(String),
    requestId: expect.any(String),
  });
  expect(body.status).toBe(reply.status);
  return body;
}

describe('recording over HTTP', () => {
  test('the first write is 201, a repetition 200 with the same body, and any origin may send it', async () => {
    const id = randomUUID();
    const first = await put(nps.key, id, answer(9));
    expect(first.status).toBe(201);
    expect(first.headers.get('access-control-allow-origin')).toBe('*');
    expect(first.headers.get('set-cookie')).toBeNull();
    const receipt = { id, seq: 1, state: 'complete', counted: true };
    expect(await first.json()).toEqual(receipt);
    const again = await put(nps.key, id, answer(9));
    expect(again.status).toBe(200);
    expect(await again.json()).toEqual(receipt);
  });

  test('who accepts no type of body gets none where all went well, and the problem where not', async () => {
    const id = randomUUID();
    const headers = { accept: '*/*;q=0' };
    const first = await put(nps.key, id, answer(9), { headers });
    expect([first.status, await first.text(), first.headers.get('access-control-allow-origin')]).toEqual([
      201,
      '',
      '*',
    ]);
    expect((await put(nps.key, id, answer(9), { headers })).status).toBe(200);
    expect((await problem(await put(nps.key, id, answer(8), { headers }))).code).toBe('seq_conflict');
  });

  test('an older seq is no error, equal seq with other content is 409, complete never becomes partial', async () => {
    const id = randomUUID();
    await put(nps.key, id, answer(9, 5));
    const older = await put(nps.key, id, answer(1, 4));
    expect([older.status, await older.json()]).toEqual([
      200,
      { id, seq: 5, state: 'complete', counted: true },
    ]);
    const conflict = await problem(await put(nps.key, id, answer(8, 5)));
    expect(conflict).toMatchObject({ status: 409, code: 'seq_conflict', seq: 5, state: 'complete' });
    expect((await problem(await put(nps.key, id, answer(8, 6, 'partial')))).status).toBe(409);
    expect((await put(nps.key, id, answer(8, 6))).status).toBe(200);
  });

  test('a page that is left sends the same as text/plain by POST', async () => {
    const id = randomUUID();
    const sent = await put(nps.key, id, answer(3, 1, 'partial'), {
      method: 'POST',
      type: 'text/plain;charset=UTF-8',
    });
    expect(sent.status).toBe(201);
    expect((await put(nps.key, id, answer(3), { method: 'POST' })).status).toBe(415);
    expect((await put(nps.key, id, answer(3), { type: 'text/plain' })).status).toBe(415);
  });

  test('a preflight allows what contracts name, for two hours, and never credentials', async () => {
    const reply = await fetch(`${base}/api/v1/placements/${nps.key}/responses/${randomUUID()}`, {
      method: 'OPTIONS',
    });
    expect(reply.status).toBe(204);
    expect(reply.headers.get('access-control-allow-methods')).toBe('PUT');
    expect(reply.headers.get('access-control-allow-headers')).toBe(
      'content-type, x-response-key, x-invitation-token',
    );
    expect(reply.headers.get('access-control-max-age')).toBe('7200');
    expect(reply.headers.get('access-control-allow-credentials')).toBeNull();
  });

  test('a response that began with a key is 404 without it', async () => {
    const id = randomUUID();
    await put(nps.key, id, answer(5), { headers: { 'x-response-key': 'one' } });
    expect((await problem(await put(nps.key, id, answer(6, 2)))).code).toBe('not_found');
    expect((await put(nps.key, id, answer(6, 2), { headers: { 'x-response-key': 'one' } })).status).toBe(200);
  });

  test('a mail placement without an invitation answers exactly like an unknown key', async () => {
    const without = await put(mail.key, randomUUID(), answer(5));
    const wrong = await put(mail.key, randomUUID(), answer(5), {
      headers: { 'x-invitation-token': 'x'.repeat(24) },
    });
    const unknown = await put('nosuchplacement0', randomUUID(), answer(5));
    const seen = await Promise.all([without, wrong, unknown].map(masked));
    expect(seen[0]?.status).toBe(404);
    expect(seen[1]).toEqual(seen[0]);
    expect(seen[2]).toEqual(seen[0]);
  });

  test('words are ids of the metric’s own list, at most two', async () => {
    const words = (list: unknown) => ({ seq: 1, state: 'complete', answer: { score: -1, words: list } });
    expect((await put(emotion.key, randomUUID(), words(['frustrated', 'ignored']))).status).toBe(201);
    expect((await put(emotion.key, randomUUID(), words(['none']))).status).toBe(201);
    for (const wrong of [
      ['happy'],
      ['none', 'ignored'],
      ['ignored', 'ignored'],
      ['a', 'b', 'c'],
      'ignored',
      [1],
    ]) {
      expect((await problem(await put(emotion.key, randomUUID(), words(wrong)))).status).toBe(422);
    }
    expect((await problem(await put(nps.key, randomUUID(), words(['ignored'])))).status).toBe(422);
  });
});

describe('bad input is refused with its field and a remedy, and nothing is written', () => {
  const bodies: [name: string, body: unknown, status: number, path?: string][] = [
    ['empty', '', 400],
    ['not JSON', '{"seq":', 400],
    ['an array', '[]', 422, ''],
    ['null', 'null', 422, ''],
    ['score as empty text', answer(''), 422, 'answer.score'],
    ['score null', answer(null), 422, 'answer.score'],
    ['score "false"', answer('false'), 422, 'answer.score'],
    ['score as text', answer('7'), 422, 'answer.score'],
    ['score as list', answer([7]), 422, 'answer.score'],
    ['score with a fraction', answer(7.5), 422, 'answer.score'],
    ['score above the scale', answer(11), 422, 'answer.score'],
    ['score below the scale', answer(-1), 422, 'answer.score'],
    ['a huge number', '{"seq":1,"state":"complete","answer":{"score":1e999}}', 422, 'answer.score'],
    ['seq 0', answer(5, 0), 422, 'seq'],
    ['seq above 2³¹−1', answer(5, 2_147_483_648), 422, 'seq'],
    ['unknown state', answer(5, 1, 'done'), 422, 'state'],
    ['unknown field', { ...answer(5), admin: true }, 422, 'admin'],
    [
      'unknown field in the answer',
      { seq: 1, state: 'complete', answer: { score: 5, weight: 9 } },
      422,
      'answer.weight',
    ],
    [
      'a prototype key',
      '{"seq":1,"state":"complete","answer":{"score":5},"__proto__":{"x":1}}',
      422,
      '__proto__',
    ],
    ['NUL', { seq: 1, state: 'complete', answer: { score: 5, comment: 'a\0b' } }, 422, 'answer.comment'],
    [
      'a lone surrogate',
      '{"seq":1,"state":"complete","answer":{"score":5,"comment":"\\ud800"}}',
      422,
      'answer.comment',
    ],
    [
      'too long a comment',
      { seq: 1, state: 'complete', answer: { score: 5, comment: 'x'.repeat(4001) } },
      422,
      'answer.comment',
    ],
    ['too deep', `{"seq":1,"state":"complete","answer":${'['.repeat(5000)}${']'.repeat(5000)}}`, 400],
    ['too large', JSON.stringify({ pad: 'x'.repeat(70_000) }), 413],
    ['not UTF-8', new Uint8Array([0x7b, 0xff, 0xfe, 0x7d]), 400],
  ];
  for (const [name, body, status, path] of bodies) {
    test(name, async () => {
      const before = await rowCount('responses');
      const reply = await put(nps.key, randomUUID(), body);
      const seen = await problem(reply);
      expect(seen.status).toBe(status);
      if (path !== undefined) expect(seen.errors?.map((one) => one.path)).toContain(path);
      expect(await rowCount('responses')).toBe(before);
    });
  }

  test('ids, types, methods, keys and headers', async () => {
    expect((await problem(await put(nps.key, 'not-a-uuid', answer(5)))).errors?.[0]?.path).toBe('responseId');
    expect((await problem(await put(nps.key, randomUUID().toUpperCase(), answer(5)))).status).toBe(422);
    expect((await problem(await put(nps.key, randomUUID(), answer(5), { type: 'text/html' }))).status).toBe(
      415,
    );
    expect((await problem(await put(nps.key, randomUUID(), answer(5), { method: 'DELETE' }))).status).toBe(
      405,
    );
    expect((await problem(await put('%E0%A4%A', randomUUID(), answer(5)))).status).toBe(400);
    expect((await problem(await put("' or 1=1", randomUUID(), answer(5)))).status).toBe(404);
    expect((await problem(await put(closed.key, randomUUID(), answer(5)))).status).toBe(410);
    const long = { 'x-response-key': 'k'.repeat(300) };
    expect((await problem(await put(nps.key, randomUUID(), answer(5), { headers: long }))).status).toBe(400);
  });

  test('a body without end is cut off at the limit, without waiting for its end', async () => {
    const status = await new Promise<number>((resolve, reject) => {
      const sending = httpRequest(
        `${base}/api/v1/placements/${nps.key}/responses/${randomUUID()}`,
        { method: 'PUT', headers: { 'content-type': 'application/json', 'transfer-encoding': 'chunked' } },
        (reply) => {
          resolve(reply.statusCode ?? 0);
          sending.destroy();
        },
      );
      sending.on('error', reject);
      sending.write('x'.repeat(70_000));
    });
    expect(status).toBe(413);
  });
});

describe('the placement', () => {
  test('says what is asked, without a cookie', async () => {
    const reply = await fetch(`${base}/api/v1/placements/${emotion.key}`);
    expect(reply.headers.get('set-cookie')).toBeNull();
    const body = (await reply.json()) as { words: { id: string }[] };
    expect(Object.keys(body)).toEqual(['state', 'metric', 'min', 'max', 'question', 'words']);
    expect(body).toMatchObject({ state: 'open', metric: 'emotion', min: -2, max: 2 });
    expect(body.words.length).toBe(11);
    expect(
      ((await (await fetch(`${base}/api/v1/placements/${closed.key}`)).json()) as { state: string }).state,
    ).toBe('closed');
    expect((await problem(await fetch(`${base}/api/v1/placements/nosuchplacement0`))).status).toBe(404);
  });
});

describe('the answer page', () => {
  const page = (path: string, init: RequestInit = {}) =>
    fetch(`${base}${path}`, { redirect: 'manual', ...init });
  const post = (path: string, fields: [string, string][]) =>
    page(path, { method: 'POST', body: new URLSearchParams(fields) });

  test('is one document of at most 6,000 bytes with its parts admitted by hash, and sets no cookie', async () => {
    for (const { key } of [nps, emotion]) {
      const { size, html, headers } = await compressed(`/a/${key}`);
      expect(size).toBeLessThanOrEqual(6000);
      expect(html.match(/<style>/g)?.length).toBe(1);
      expect(html.match(/<script>/g)?.length).toBe(1);
      expect(html).not.toMatch(/\sstyle=|\son\w+=|<link(?! rel="icon" href="data:)|<img|src=/);
      expect(headers['set-cookie']).toBeUndefined();
      const policy = String(headers['content-security-policy']);
      expect(policy).toMatch(/script-src 'sha256-[\w+/=]+';/);
      expect(policy).not.toMatch(/unsafe/);
      expect(headers['referrer-policy']).toBe('no-referrer');
    }
  });

  test('without a script a form records the answer and leads to a page that survives a reload', async () => {
    const before = await rowCount('responses');
    const sent = await post(`/a/${emotion.key}`, [
      ['score', '-2'],
      ['words', 'frustrated'],
      ['words', 'ignored'],
      ['comment', 'Three calls.'],
    ]);
    expect(sent.status).toBe(303);
    const thanks = sent.headers.get('location') ?? '';
    for (let i = 0; i < 2; i += 1) expect(await (await page(thanks)).text()).toContain('Thank you');
    expect(await rowCount('responses')).toBe(before + 1);
    const stored = await rows<{
      score: number;
      words: string[];
      comment: string;
      source: string;
      state: string;
    }>(
      database().orm,
      sql`SELECT score, words, comment, source, state FROM responses WHERE placement_id = ${emotion.placementId} AND comment = 'Three calls.'`,
    );
    expect(stored).toEqual([
      {
        score: -2,
        words: ['frustrated', 'ignored'],
        comment: 'Three calls.',
        source: 'link',
        state: 'complete',
      },
    ]);
  });

  test('a form without a choice comes back with what was written in it', async () => {
    const before = await rowCount('responses');
    const back = await post(`/a/${nps.key}`, [['comment', 'Kept <b>text</b>']]);
    expect(back.status).toBe(422);
    expect(await back.text()).toContain('Kept &lt;b');
    expect(await rowCount('responses')).toBe(before);
  });

  test('GET and HEAD write nothing, whatever the query says', async () => {
    const before = await rowCount('responses');
    for (const path of [
      `/a/${nps.key}`,
      `/a/${nps.key}?s=9`,
      `/a/${nps.key}?score=9&comment=x`,
      `/a/${nps.key}/thanks`,
    ]) {
      expect((await page(path)).status).toBe(200);
      expect((await page(path, { method: 'HEAD' })).status).toBe(200);
    }
    expect(await rowCount('responses')).toBe(before);
  });

  test('closed, unknown, mail-only and malformed addresses answer with a page', async () => {
    expect((await page(`/a/${closed.key}`)).status).toBe(410);
    expect((await post(`/a/${closed.key}`, [['score', '5']])).status).toBe(410);
    for (const path of ['/a/nosuchplacement0', `/a/${mail.key}`, '/a/', `/r/${'x'.repeat(24)}`, '/r/..%2f']) {
      const reply = await page(path);
      expect([path, reply.status, reply.headers.get('content-type')]).toEqual([
        path,
        404,
        'text/html; charset=utf-8',
      ]);
    }
    expect((await page(`/a/${nps.key}`, { method: 'PUT' })).status).toBe(405);
    expect((await page(`/a/${nps.key}`, { method: 'POST', body: 'x' })).status).toBe(415);
    expect(
      (
        await post(`/a/${nps.key}`, [
          ['score', '5'],
          ['comment', 'x'.repeat(70_000)],
        ])
      ).status,
    ).toBe(413);
    expect(
      (
        await post(`/a/${nps.key}`, [
          ['score', '5'],
          ['comment', 'x'.repeat(5000)],
        ])
      ).status,
    ).toBe(422);
  });
});

describe('the widget', () => {
  test('a loader with its configuration weighs at most 1,200 bytes, everything to answer at most 4,000', async () => {
    const site = await siteKey();
    const loader = await compressed(`/v1/milepost.js?k=${site}`);
    expect(loader.size).toBeLessThanOrEqual(1200);
    expect(loader.html).toContain(widget.key);
    expect(loader.html).not.toContain(mail.key);
    const question = await compressed(`/v1/q/${widget.key}.js`);
    expect(loader.size + question.size).toBeLessThanOrEqual(4000);
    expect(loader.headers['cache-control']).toMatch(/max-age=300/);
    expect(question.headers['access-control-allow-origin']).toBe('*');
  });

  test('a placement’s own key serves only that placement; other keys are 404', async () => {
    expect((await compressed(`/v1/milepost.js?k=${widget.key}`)).html).toContain(widget.key);
    for (const key of ['', 'nosuchkeynosuchkey', nps.key, mail.key]) {
      expect((await fetch(`${base}/v1/milepost.js?k=${key}`)).status).toBe(404);
    }
    expect((await fetch(`${base}/v1/q/${mail.key}.js`)).status).toBe(404);
    expect((await fetch(`${base}/v1/q/${closed.key}.js`)).status).toBe(410);
  });

  test('the loader whose bytes never change is served in its version alone, and asks for the configuration', async () => {
    const site = await siteKey();
    const { fixed, parts } = widgetFiles();
    const reply = await fetch(`${base}/v${fixed.version}/milepost.js?k=${site}`);
    const text = await reply.text();
    expect(reply.headers.get('cache-control')).toContain('immutable');
    expect(reply.headers.get('access-control-allow-origin')).toBe('*');
    expect(`sha384-${createHash('sha384').update(text).digest('base64')}`).toBe(fixed.integrity);
    const other = await fetch(`${base}/v0.0.1/milepost.js?k=${site}`);
    expect((await problem(other)).title).toContain(`/v${fixed.version}/milepost.js`);
    const config = (await (await fetch(`${base}/v1/site/${site}.json`)).json()) as { s: object };
    expect(Object.keys(config.s)).toContain(widget.key);
    expect((await fetch(`${base}/v1/site/nosuchkeynosuchkey.json`)).status).toBe(404);
    for (const name of Object.keys(parts))
      expect((await fetch(`${base}/v1/p/${name}.js`)).headers.get('content-type')).toContain('javascript');
    for (const path of ['/v1/p/constructor.js', '/v1/p/none.js'])
      expect((await fetch(`${base}${path}`)).status, path).toBe(404);
  });

  test('a survey is asked in the language of the page, else in one that the browser wants', async () => {
    const asked = async (query: string, accept: string) => {
      const reply = await fetch(`${base}/v1/q/${widget.key}.js${query}`, {
        headers: { 'accept-language': accept },
      });
      expect(reply.headers.get('vary')).toContain('Accept-Language');
      return reply.text();
    };
    expect(await asked('?l=en-GB&m=', 'de')).toContain('"en"');
    expect(await asked('?l=xx&m=modal', 'tlh')).toContain('"en"');
  });
});

describe('the door itself', () => {
  test('health and readiness answer, and every reply forbids sniffing', async () => {
    for (const path of [
      '/api/health',
      '/api/ready',
      `/a/${nps.key}`,
      '/nowhere',
      `/api/v1/placements/${nps.key}`,
    ]) {
      expect((await fetch(`${base}${path}`)).headers.get('x-content-type-options')).toBe('nosniff');
    }
    expect(await (await fetch(`${base}/api/ready`)).json()).toMatchObject({ status: 'ready' });
  });

  test('paths that cannot be decoded are refused before anything looks at them', async () => {
    for (const path of ['/%ff', '/a/%00', '/r/%E0%A4%A', '/api/v1/journeys/%ff/scores', '/journeys/%c0%ae']) {
      expect((await problem(await fetch(`${base}${path}`))).status, path).toBe(400);
    }
    for (const target of ['*', 'http://evil.example/sign-in']) {
      expect(await rawStatus(`OPTIONS ${target} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`)).toBe(400);
    }
  });

  test('what no program can ask for is answered in their format', async () => {
    const unknown = [
      '/api/nothing',
      '/api/v1/placements',
      `/api/v1/placements/${nps.key}/other`,
      '/v1/q/.js',
      '/v1/p/api.json',
      '/v1/site/x.js',
      '/v1/x',
    ];
    const house = { ready: true, next: async () => Promise.reject(new Error('Next was asked.')) };
    const full = frontDoor(house);
    await new Promise<void>((resolve) => full.listen(0, '127.0.0.1', resolve));
    const at = `http://127.0.0.1:${(full.address() as AddressInfo).port}`;
    for (const path of unknown) expect((await problem(await fetch(`${at}${path}`))).status, path).toBe(404);
    const written = await fetch(`${at}/api/v1/journeys/${randomUUID()}/scores`, { method: 'DELETE' });
    expect([(await problem(written)).status, written.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
    const read = await fetch(`${at}/api/v1/outcomes`);
    expect([(await problem(read)).status, read.headers.get('allow')]).toEqual([405, 'POST']);
    // Programs are answered without Next.
    const brought = await fetch(`${at}/api/v1/outcomes`, { method: 'POST', body: '{}' });
    expect([(await problem(brought)).status, brought.headers.get('www-authenticate')]).toEqual([
      401,
      'Bearer realm="Milepost"',
    ]);
    for (const what of ['scores', 'answers']) {
      const asked = await fetch(`${at}/api/v1/journeys/${randomUUID()}/${what}`, { method: 'HEAD' });
      expect([asked.status, await asked.text()], what).toEqual([401, '']);
    }
    // What Next answers is let through to it.
    const said = { method: 'POST', headers: { origin: env().APP_URL }, body: '{}' };
    expect((await fetch(`${at}/api/journeys/${randomUUID()}/presence`, said)).status).toBe(500);
    for (const path of ['/api/health', '/api/ready']) {
      expect((await problem(await fetch(`${at}${path}`, { method: 'POST' }))).status).toBe(405);
    }
    const foreign = await fetch(`${at}/sign-in`, {
      method: 'POST',
      headers: { origin: 'https://evil.example' },
      body: 'x',
    });
    expect((await problem(foreign)).code).toBe('cross_site');
    await new Promise((resolve) => full.close(resolve));
  });

  test('a worker serves nobody but who asks for its health', async () => {
    const usual = env();
    putShared('env', { ...usual, MILEPOST_ROLE: 'worker' });
    try {
      for (const path of [`/a/${nps.key}`, `/api/v1/placements/${nps.key}`, '/v1/milepost.js', '/journeys']) {
        expect((await problem(await fetch(`${base}${path}`))).status, path).toBe(404);
      }
      expect((await fetch(`${base}/api/health`)).status).toBe(200);
    } finally {
      putShared('env', usual);
    }
  });

  test('what the parser cannot read gets a problem too', async () => {
    expect(await rawStatus(`GET / HTTP/1.1\r\nHost: x\r\nX-Long: ${'x'.repeat(20_000)}\r\n\r\n`)).toBe(431);
    expect(await rawStatus('NONSENSE / HTTP/1.1\r\nHost: x\r\n\r\n')).toBe(400);
    expect(await rawStatus('GET / HTTP/1.1\r\nHost: x\r\nExpect: cake\r\n\r\n')).toBe(400);
  });

  test('unsubscribing needs a POST and an invitation', async () => {
    const reply = await fetch(`${base}/u/${'x'.repeat(24)}`, {
      method: 'POST',
      body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }),
    });
    expect(reply.status).toBe(404);
  });
});

async function siteKey(): Promise<string> {
  const found = await rows<{ key: string }>(
    database().orm,
    sql`SELECT site_key AS key FROM workspaces WHERE id = ${workspace.workspaceId}`,
  );
  return found[0]?.key ?? '';
}

/** Status, headers and body of a reply, without what differs by nature. */
async function masked(reply: Response) {
  const headers = Object.fromEntries(reply.headers);
  for (const name of ['date', 'x-request-id']) delete headers[name];
  const body = (await reply.text()).replace(/"requestId":"[^"]+"/, '"requestId":"…"');
  return { status: reply.status, headers, body };
}

/** A reply as it travels to a browser that takes brotli. */
function compressed(path: string): Promise<{ size: number; html: string; headers: Record<string, unknown> }> {
  return new Promise((resolve, reject) => {
    httpRequest(`${base}${path}`, { headers: { 'accept-encoding': 'br' } }, (reply) => {
      const parts: Buffer[] = [];
      reply.on('data', (part: Buffer) => parts.push(part));
      reply.on('end', () => {
        const body = Buffer.concat(parts);
        const html = reply.headers['content-encoding'] === 'br' ? brotliDecompressSync(body) : body;
        resolve({ size: body.length, html: html.toString(), headers: reply.headers });
      });
    })
      .on('error', reject)
      .end();
  });
}

/** The status of the reply to bytes that no client library would send. */
function rawStatus(bytes: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(base).port), '127.0.0.1', () => socket.write(bytes));
    let text = '';
    socket.setEncoding('latin1');
    socket.on('data', (part) => {
      text += part;
      if (text.includes('\r\n')) {
        socket.destroy();
        expect(text).toMatch(/application\/problem\+json/i);
        resolve(Number(text.slice(9, 12)));
      }
    });
    socket.on('error', reject);
  });
}
