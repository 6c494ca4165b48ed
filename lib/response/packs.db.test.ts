import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { database } from '@/db/client';
import { countAnswers } from '@/db/queries/answer-counts';
import { beginPacks, listPackable, lockBegunPacks } from '@/db/queries/packs';
import { moveFacet } from '@/db/queries/record';
import { rows, transact } from '@/db/scope';
import { type TestWorkspace, testDatabase, testWorkspace } from '@/db/testing/database';
import { testPlacement } from '@/db/testing/placement';
import { newId } from '../id';
import { proveClock } from '../identity/prove';
import { EVERYTHING } from '../insights/rules/filter';
import { eraseResponse } from './commands/erase-response';
import { holdResponse } from './commands/hold-response';
import { beginDayPacks, fillDayPacks } from './commands/pack-days';
import { recordAnswers } from './commands/record-answers';
import { releaseResponse } from './commands/release-response';
import type { Recording } from './model';
import { SCALE_STARTS } from './rules';

testDatabase();

const NOW = new Date('2026-11-22T12:00:00Z');
const WITHIN = { ...EVERYTHING, from: '2026-11-01', to: '2026-11-22', devices: ['phone' as const] };

function answers(placementId: string): Recording[] {
  return Array.from({ length: 40 }, (_, index) => {
    const day = `2026-11-${String(1 + (index % 20)).padStart(2, '0')}`;
    return {
      ...{ placementId, responseId: newId(), seq: 1, state: 'complete', score: 1 + (index % 7), words: null },
      ...{ comment: null, keyHash: null, invitationId: null, contactId: null, respondentKey: null },
      ...{ persona: '', segment: index % 2 ? 'pro' : '', attributes: null, source: 'link' },
      ...{ device: index % 3 ? 'phone' : 'desktop', receivedAt: new Date(`${day}T10:00:00Z`), day },
    } as Recording;
  });
}

async function story() {
  const workspace = await testWorkspace();
  const at = await testPlacement(workspace.scope, 'ces');
  const given = answers(at.placementId);
  await recordAnswers(workspace.scope, given);
  return { ...workspace, at, given };
}

/** Packs what may be packed; returns how many packs can be read. */
async function pack({ workspaceId }: TestWorkspace): Promise<number> {
  const clock = proveClock(workspaceId);
  await beginDayPacks(clock, { now: NOW });
  while ((await fillDayPacks(clock, { rest: 0 })).filled > 0);
  const found = await rows<{ n: number }>(
    database().orm,
    sql`SELECT count(*)::int AS n FROM packs WHERE workspace_id = ${workspaceId} AND n IS NOT NULL`,
  );
  return found[0]?.n ?? 0;
}

/** What is counted, in an order of its own. */
async function counts({ scope, at }: Awaited<ReturnType<typeof story>>) {
  const found = await countAnswers(scope, [at.lineageId], WITHIN, null);
  return found.map(({ day, counts }) => `${day} ${counts}`).toSorted();
}

test('days that are over are packed, and count the same as their answers', async () => {
  const of = await story();
  const before = await counts(of);
  expect(before.length).toBeGreaterThan(10);
  expect(await pack(of)).toBe(20);
  expect(await counts(of)).toEqual(before);
});

test('whatever changes an answer is counted at once, packed or not, and packed again afterwards', async () => {
  const of = await story();
  const { scope, at, given } = of;
  const phones = given.filter(({ device }) => device === 'phone') as [Recording, Recording, Recording];
  const key = (one: Recording) => ({ placementId: one.placementId, id: one.responseId });
  const changes = [
    () => recordAnswers(scope, [{ ...phones[0], seq: 2, score: 7 }]),
    () => recordAnswers(scope, [{ ...phones[1], responseId: newId(), score: 2 }]),
    () => holdResponse(scope, key(phones[0])),
    () => releaseResponse(scope, key(phones[0])),
    () => eraseResponse(scope, key(phones[2])),
    () =>
      transact(scope, (tx) => moveFacet(tx, 'segment', [{ ...key(phones[0]), value: 'gold' }], SCALE_STARTS)),
  ];
  for (const change of changes) {
    const packed = await pack(of);
    await change();
    const now = await counts(of);
    const segments = await countAnswers(scope, [at.lineageId], { ...WITHIN, segments: ['gold'] }, null);
    await database().orm.execute(sql`DELETE FROM packs WHERE workspace_id = ${of.workspaceId}`);
    expect(await counts(of)).toEqual(now);
    expect(await countAnswers(scope, [at.lineageId], { ...WITHIN, segments: ['gold'] }, null)).toEqual(
      segments,
    );
    expect(packed).toBe(20);
  }
});

test('a pack is not filled before every statement that ran when it was begun has ended', async () => {
  const of = await story();
  const clock = proveClock(of.workspaceId);
  expect((await beginDayPacks(clock, { now: NOW })).begun).toBe(20);
  expect(await fillDayPacks(clock, { rest: 120 })).toEqual({ filled: 0 });
  let all = 0;
  for (let filled = 1; filled > 0; all += filled) ({ filled } = await fillDayPacks(clock, { rest: 0 }));
  expect(all).toBe(20);
});

test('is for the clock alone, and reaches nothing of another workspace', async () => {
  const [of, other] = [await story(), await testWorkspace()];
  await expect(beginDayPacks(await of.as('editor'), { now: NOW })).rejects.toMatchObject({
    code: 'forbidden',
  });
  expect(await transact(other.scope, (tx) => beginPacks(tx, '2026-11-21', 10))).toBe(0);
  await transact(of.scope, (tx) => beginPacks(tx, '2026-11-21', 10));
  expect(await transact(other.scope, (tx) => lockBegunPacks(tx, 0, 10))).toEqual([]);
  expect(await listPackable(other.scope, { lineageId: of.at.lineageId, day: '2026-11-01' })).toEqual([]);
  expect(await countAnswers(other.scope, [of.at.lineageId], WITHIN, null)).toEqual([]);
  await pack(of);
  expect(await countAnswers(other.scope, [of.at.lineageId], WITHIN, null)).toEqual([]);
});
