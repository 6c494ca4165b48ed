import { randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { database } from '@/db/client';
import { exchangeRates } from '@/db/queries/rates';
import { rows } from '@/db/scope';
import { type TestWorkspace, testDatabase, testWorkspace } from '@/db/testing/database';
import { type TestPlacement, testPlacement } from '@/db/testing/placement';
import { env, secret } from '@/lib/env';
import { countRates, RATES, type Rates } from '@/lib/rates';
import { putShared } from '@/lib/registry';
import { listSuspects } from '@/lib/response/views';
import { frontDoor } from './front-door';
import { startRateExchange } from './rates';

testDatabase();

/** The clock stands still: how fast this machine is decides nothing. */
const NOW = Date.now();
const SLOT = Math.floor(NOW / 60_000);
const newRates = (): Rates => countRates(secret(), () => NOW);

let server: Server;
let base: string;
let workspace: TestWorkspace;
let one: TestPlacement;
let other: TestPlacement;

beforeAll(async () => {
  workspace = await testWorkspace();
  one = await testPlacement(workspace.scope, 'nps');
  other = await testPlacement(workspace.scope, 'nps');
  putShared('env', { ...env(), TRUSTED_PROXY_HOPS: 1 });
  putShared('rates', newRates());
  server = frontDoor({ ready: true, next: null });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => {
  putShared('env', { ...env(), TRUSTED_PROXY_HOPS: 0 });
  return new Promise((resolve) => server.close(resolve));
});

const put = (at: TestPlacement, from: string, body: object, id: string = randomUUID(), token?: string) =>
  fetch(`${base}/api/v1/placements/${at.key}/responses/${id}`, {
    method: 'PUT',
    headers: {
      'content-type': 'application/json',
      'x-forwarded-for': from,
      ...(token && { 'x-invitation-token': token }),
    },
    body: JSON.stringify(body),
  });

const snapshot = (score: number, seq = 1) => ({ seq, state: 'complete', answer: { score } });
const heldAt = async ({ surveyId }: TestPlacement) => (await listSuspects(workspace.scope, { surveyId })).n;

async function countedOf(reply: Response): Promise<boolean> {
  expect([200, 201]).toContain(reply.status);
  return ((await reply.json()) as { counted: boolean }).counted;
}

describe('a flood', () => {
  test('of new answers is kept and not counted; corrections, other places and other networks are not part of it', async () => {
    const { most } = RATES.begin;
    const first = randomUUID();
    await put(one, '203.0.113.7', snapshot(1), first);
    for (let n = 0; n < 30; n += 1) await put(one, '203.0.113.7', snapshot(1, n + 2), first);
    await put(one, '203.0.113.7', { seq: 0 });
    const all = await Promise.all(
      Array.from({ length: most - 1 }, () => put(one, '203.0.113.7', snapshot(9))),
    );
    expect((await Promise.all(all.map(countedOf))).filter((counted) => !counted)).toEqual([]);
    expect(await heldAt(one)).toBe(0);
    expect(await countedOf(await put(one, '203.0.113.7', snapshot(9)))).toBe(false);
    expect((await listSuspects(workspace.scope, { surveyId: one.surveyId })).suspects).toMatchObject([
      { reason: 'flood', score: 9 },
    ]);
    expect(await countedOf(await put(one, '203.0.113.7', snapshot(2, 99), first))).toBe(true);
    expect(await countedOf(await put(other, '203.0.113.7', snapshot(9)))).toBe(true);
    expect(await countedOf(await put(one, '198.51.100.4', snapshot(9)))).toBe(true);
    expect(await heldAt(one)).toBe(1);
  });

  test('of requests has to wait, and is told how long', async () => {
    const replies: Response[] = [];
    for (let n = 0; n < RATES.network.most / 50 + 1; n += 1) {
      replies.push(
        ...(await Promise.all(
          Array.from({ length: 50 }, () =>
            fetch(`${base}/api/v1/placements/${other.key}`, { headers: { 'x-forwarded-for': '192.0.2.1' } }),
          ),
        )),
      );
    }
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(RATES.network.most);
    const refused = replies.at(-1) as Response;
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(refused.headers.get('access-control-allow-origin')).toBe('*');
    expect(await refused.json()).toMatchObject({ code: 'too_many' });
    const page = await fetch(`${base}/a/${other.key}`, { headers: { 'x-forwarded-for': '192.0.2.1' } });
    expect([page.status, page.headers.get('content-type')]).toEqual([429, 'text/html; charset=utf-8']);
    expect((await put(other, '192.0.2.2', snapshot(9))).status).toBe(201);
  });

  test('with one token has to wait, from wherever it comes', async () => {
    const token = 't'.repeat(24);
    const statuses = await Promise.all(
      Array.from({ length: RATES.token.most + 1 }, async (_, n) => {
        const reply = await put(other, `198.18.0.${n % 200}`, snapshot(1), randomUUID(), token);
        return reply.status;
      }),
    );
    expect(statuses.filter((status) => status === 404)).toHaveLength(RATES.token.most);
    expect(statuses.filter((status) => status === 429)).toHaveLength(1);
  });

  test('is not what a loopback peer sends: it is a proxy or a test, and says nothing of a person', async () => {
    const place = await testPlacement(workspace.scope, 'nps');
    const counted = await Promise.all(
      Array.from({ length: RATES.begin.most + 30 }, async (_, n) =>
        countedOf(await put(place, ['127.0.0.1', '::1', '::ffff:127.0.0.9'][n % 3] as string, snapshot(9))),
      ),
    );
    expect(counted).not.toContain(false);
  });
});

describe('several processes', () => {
  const exchange = async (rates: Rates) => rates.learn(await exchangeRates(rates.drain(), SLOT - 1));
  const take = (rates: Rates, count: number, value: string) =>
    Array.from({ length: count }, () => rates.take('begin', value)).filter((wait) => wait === null).length;

  test('count together through the table', async () => {
    const [left, right] = [newRates(), newRates()];
    const { most } = RATES.begin;
    expect(take(left, most - 20, 'a')).toBe(most - 20);
    expect(take(right, 15, 'a')).toBe(15);
    await exchange(left);
    await exchange(right);
    expect(take(right, 50, 'a')).toBe(5);
    await exchange(right);
    take(left, 1, 'a');
    await exchange(left);
    expect(take(left, 50, 'a')).toBe(0);
    expect(take(right, 50, 'b')).toBe(50);
  });

  test('hold the passwords of a shared map together, over a quarter of an hour and the next', async () => {
    let now = Math.floor(NOW / 900_000) * 900_000;
    const [left, right] = [1, 2].map(() => countRates(secret(), () => now)) as [Rates, Rates];
    const tell = async (rates: Rates) =>
      rates.learn(await exchangeRates(rates.drain(), Math.floor(now / 60_000) - 1));
    const tries = (rates: Rates, count: number) =>
      Array.from({ length: count }, () => rates.take('sharePair', 'map net')).filter((w) => w === null)
        .length;
    expect(tries(left, 20)).toBe(RATES.sharePair.most);
    await tell(left);
    now += 13 * 60_000;
    expect(tries(right, 1)).toBe(1);
    await tell(right);
    expect(tries(right, 20)).toBe(0);
    now += 3 * 60_000;
    const late = countRates(secret(), () => now);
    expect(tries(late, 1)).toBe(1);
    await tell(late);
    expect(tries(late, 20)).toBe(0);
  });

  test('leave no minute behind that no limit reaches into, and no address', async () => {
    await exchangeRates([{ key: 'ab'.repeat(16), minutes: 1, until: SLOT - 2, count: 5 }], 0);
    const rates = newRates();
    take(rates, 50, '203.0.113.99 somewhere');
    await exchange(rates);
    const kept = await rows<{ slot: number; bytes: number }>(
      database().orm,
      sql`SELECT slot::int, length(key) AS bytes FROM rate_counts`,
    );
    expect(kept.length).toBeGreaterThan(0);
    for (const row of kept) {
      expect(row.slot).toBeGreaterThanOrEqual(SLOT - 1);
      expect(row.bytes).toBe(16);
    }
  });

  test('go on by themselves while the table cannot be reached, and tell everything afterwards', async () => {
    const logged = vi.spyOn(console, 'error').mockImplementation(() => {});
    const rates = newRates();
    putShared('rates', rates);
    await rows(database().orm, sql`ALTER TABLE rate_counts RENAME TO away`);
    const running = startRateExchange();
    try {
      expect(take(rates, 100, 'c')).toBe(100);
      await vi.waitFor(() => expect(logged).toHaveBeenCalledTimes(1), { timeout: 5000 });
      expect(take(rates, 100, 'c')).toBe(RATES.begin.most - 100);
      await rows(database().orm, sql`ALTER TABLE away RENAME TO rate_counts`);
      await vi.waitFor(
        async () => {
          const [sum] = await rows<{ n: number }>(
            database().orm,
            sql`SELECT coalesce(max(count), 0)::int AS n FROM rate_counts WHERE slot >= ${SLOT} AND count = ${RATES.begin.most}`,
          );
          expect(sum?.n).toBe(RATES.begin.most);
        },
        { timeout: 5000 },
      );
    } finally {
      running.stop();
      logged.mockRestore();
    }
  });
});
