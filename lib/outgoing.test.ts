import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { postOut } from './outgoing';
import { putShared } from './registry';

const message = { body: '{"text":"Grüße"}', headers: { 'x-test': 'yes' } };

/** A server of this machine that answers with that status, and what it was sent. */
async function receiver(status: number, headers: Record<string, string> = {}) {
  const got: { request: IncomingMessage; body: string }[] = [];
  const server = createServer((request, reply) => {
    let body = '';
    request.on('data', (part: Buffer) => {
      body += part.toString('utf8');
    });
    request.on('end', () => {
      got.push({ request, body });
      reply.writeHead(status, headers).end('thanks');
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return { url: (host = '127.0.0.1') => `http://${host}:${port}/in`, got, close: () => server.close() };
}

const allow = (value: '1' | undefined) => {
  if (value === undefined) delete process.env['MILEPOST_ALLOW_PRIVATE_HOOKS'];
  else process.env['MILEPOST_ALLOW_PRIVATE_HOOKS'] = value;
  putShared('env', null);
};

afterEach(() => allow(undefined));

describe('a private address', () => {
  test.each([
    'https://127.0.0.1/x',
    'https://[::1]/x',
    'https://169.254.169.254/latest/meta-data',
    'https://2130706433/x',
    'https://0x7f.1/x',
    'https://localhost/x',
    'https://[::ffff:10.0.0.1]/x',
  ])('is never called: %s', async (url) => {
    expect(await postOut(url, message)).toMatchObject({
      end: 'refused',
      status: null,
      mayRepeat: false,
      reason: expect.stringContaining('private network'),
    });
  });

  test('nothing reaches a server of this machine', async () => {
    const server = await receiver(200);
    await postOut(server.url(), message);
    await postOut(server.url('localhost'), message);
    expect(server.got).toEqual([]);
    server.close();
  });
});

test('without https nothing is sent', async () => {
  expect(await postOut('http://example.com/x', message)).toMatchObject({ end: 'refused', mayRepeat: false });
});

describe('where private addresses are allowed', () => {
  test('the message arrives byte by byte, by the name that was given', async () => {
    allow('1');
    const server = await receiver(204);
    expect(await postOut(server.url('localhost'), message)).toEqual({ end: 'taken', status: 204 });
    const [one] = server.got;
    expect(one?.body).toBe(message.body);
    expect(one?.request.headers).toMatchObject({ 'x-test': 'yes', 'user-agent': 'Milepost-Hook/1' });
    expect(one?.request.headers.host).toMatch(/^localhost:/);
    server.close();
  });

  test('a redirect is not followed', async () => {
    allow('1');
    const end = await receiver(200);
    const server = await receiver(302, { location: end.url() });
    expect(await postOut(server.url(), message)).toMatchObject({ end: 'refused', status: 302 });
    expect(end.got).toEqual([]);
    server.close();
    end.close();
  });

  test('a fault of the other side may be tried again, what is gone may not', async () => {
    allow('1');
    const broken = await receiver(500);
    const gone = await receiver(410);
    expect(await postOut(broken.url(), message)).toMatchObject({ status: 500, mayRepeat: true });
    expect(await postOut(gone.url(), message)).toMatchObject({ status: 410, mayRepeat: false });
    broken.close();
    gone.close();
  });

  test('nobody there is told so', async () => {
    allow('1');
    const server = await receiver(200);
    const url = server.url();
    server.close();
    expect(await postOut(url, message)).toMatchObject({ end: 'refused', status: null, mayRepeat: true });
  });
});
