import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { env } from '@/lib/env';
import { LARGEST_MEMBERS_BODY } from './body';
import { frontDoor } from './front-door';

/** What reached Next, which is played here by one who repeats what was sent. */
let reached: Buffer[] = [];
let server: Server;
let base: string;

beforeAll(async () => {
  server = frontDoor({
    ready: true,
    next: async (req, res) => {
      const chunks: Buffer[] = [];
      for await (const chunk of req) chunks.push(chunk);
      reached.push(Buffer.concat(chunks));
      res.writeHead(200, { 'x-method': req.method, 'x-type': req.headers['content-type'] }).end(reached[0]);
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

beforeEach(() => {
  reached = [];
});

afterAll(() => new Promise((resolve) => server.close(resolve)));

const ACTION = { 'next-action': `40${'a'.repeat(40)}` };
const TEXT = { ...ACTION, 'content-type': 'text/plain;charset=UTF-8' };
const FORM = { 'content-type': 'multipart/form-data; boundary=xyz' };

const send = (headers: Record<string, string>, body: BodyInit) =>
  fetch(`${base}/sign-in`, { method: 'POST', headers: { origin: env().APP_URL, ...headers }, body });

/** A form of these parts. */
const formOf = (parts: Record<string, string>) =>
  `${Object.entries(parts)
    .map(([name, value]) => `--xyz\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`)
    .join('')}--xyz--\r\n`;

test.each<[string, Record<string, string>, string]>([
  ['words', TEXT, 'garbage'],
  ['nothing', TEXT, ''],
  ['half of a list', TEXT, '["a"'],
  ['no list', TEXT, '{"a":1}'],
  ['a reference to a part that is missing', TEXT, '["$1"]'],
  ['a reference of every kind to parts that are missing', TEXT, '["$@1","$h2","$Q3","$W4","$B5","$F9"]'],
  ['a reference to no part at all', TEXT, '["$Qzz"]'],
  ['a list nested without end', TEXT, `${'['.repeat(100_000)}${']'.repeat(100_000)}`],
  ['the bytes of another type', { ...ACTION, 'content-type': 'image/png' }, '\u0000\u0001'],
  ['a form without its boundary', { ...ACTION, 'content-type': 'multipart/form-data' }, formOf({ 0: '[]' })],
  ['words that say to be a form', { ...ACTION, ...FORM }, 'garbage'],
  ['a form that breaks off', { ...ACTION, ...FORM }, formOf({ 0: '["$K1"]' }).slice(0, -12)],
  ['a form without a call', { ...ACTION, ...FORM }, formOf({ 1: '5' })],
  ['a form with a broken call', { ...ACTION, ...FORM }, formOf({ 0: '{{{' })],
  ['a form with a broken part', { ...ACTION, ...FORM }, formOf({ 0: '["$Q1"]', 1: '{{{' })],
  ['a form whose part refers to a missing one', { ...ACTION, ...FORM }, formOf({ 0: '["$1"]', 1: '["$2"]' })],
  ['words that say to be a form without a script', FORM, 'garbage'],
])('%s is refused like all else that is malformed, and Next never sees it', async (_, headers, body) => {
  const fault = vi.spyOn(console, 'error');
  const reply = await send(headers, body);
  expect([reply.status, reply.headers.get('content-type')]).toEqual([
    400,
    'application/problem+json; charset=utf-8',
  ]);
  expect(await reply.json()).toMatchObject({
    status: 400,
    code: 'bad_request',
    title: expect.stringContaining('Load the page again'),
    requestId: expect.any(String),
  });
  expect(reached).toEqual([]);
  expect(fault).not.toHaveBeenCalled();
  fault.mockRestore();
});

test.each<[string, Record<string, string>, string]>([
  ['a call of texts', TEXT, '["a","$$5","$undefined","$D2026-01-01T00:00:00.000Z","$n12","$-0",null,1]'],
  ['a call without arguments', TEXT, '[]'],
  ['a form', { ...ACTION, ...FORM }, formOf({ 0: '[{"result":null},"$K1"]', '1_name': '$5 and {{{' })],
  ['a form without fields', { ...ACTION, ...FORM }, formOf({ 0: '["$K1"]' })],
  [
    'a form with parts',
    { ...ACTION, ...FORM },
    formOf({ 0: '["$Qa"]', 10: '[["k","$b"]]', 11: '[["$Qa"]]' }),
  ],
  ['a form without a script', FORM, formOf({ $ACTION_ID_40: '', name: 'Ana' })],
  ['another form without a script', { 'content-type': 'application/x-www-form-urlencoded' }, 'a=b'],
])('%s reaches Next byte by byte', async (_, headers, body) => {
  const reply = await send(headers, body);
  expect([reply.status, reply.headers.get('x-method')]).toEqual([200, 'POST']);
  expect(reply.headers.get('x-type')).toBe(headers['content-type']);
  expect(reached.map(String)).toEqual([body]);
});

test('a file goes through as it is, as large as a form may be', async () => {
  const form = new FormData();
  const bytes = new Uint8Array(LARGEST_MEMBERS_BODY - 2000).map((_, at) => at % 256);
  form.set('0', '["$K1"]');
  form.set('1_file', new File([bytes], 'Größe "1".csv'));
  const reply = await send(ACTION, form);
  expect(reply.status).toBe(200);
  expect(reached[0]?.includes(Buffer.from(bytes))).toBe(true);
});
