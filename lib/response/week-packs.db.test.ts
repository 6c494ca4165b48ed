import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { database } from '@/db/client';
import { moveFacet, rebuildTallies } from '@/db/queries/record';
import { listPersonaSlices, listTallySlices, listTallySpans } from '@/db/queries/tallies';
import { beginWeekPacks, fillWeekPacks, listTallyDays, lockOpenWeeks } from '@/db/queries/week-packs';
import { rows, transact } from '@/db/scope';
import { type TestWorkspace, testDatabase, testWorkspace } from '@/db/testing/database';
import { testPlacement } from '@/db/testing/placement';
import { addDays } from '../clock';
import { newId } from '../id';
import { proveClock } from '../identity/prove';
import { EVERYTHING } from '../insights/rules/filter';
import { eraseResponse } from './commands/erase-response';
import { holdResponse } from './commands/hold-response';
import { beginWeeks, fillWeeks } from './commands/pack-weeks';
import { recordAnswers } from './commands/record-answers';
import { releaseResponse } from './commands/release-response';
import type { Recording } from './model';
import { SCALE_STARTS } from './rules';

testDatabase();

/** A Sunday. */
const NOW = new Date('2026-11-22T12:00:00Z');
const FIRST = '2026-06-03';
const ANA = newId();

function answers(placementId: string, most: number): Recording[] {
  return Array.from({ length: 120 }, (_, index) => {
    const day = addDays(FIRST, (index * 7919) % 170);
    return {
      ...{
        placementId,
        responseId: newId(),
        seq: 1,
        state: 'complete',
        score: 1 + (index % most),
        words: null,
      },
      ...{ comment: null, keyHash: null, invitationId: null, contactId: null, respondentKey: null },
      ...{ persona: index % 3 ? '' : ANA, segment: index % 2 ? 'pro' : '', attributes: null, source: 'link' },
      ...{ receivedAt: new Date(`${day}T10:00:00Z`), day },
    } as Recording;
  });
}

async function story() {
  const workspace = await testWorkspace();
  const at = await testPlacement(workspace.scope, 'ces');
  const beside = await testPlacement(workspace.scope, 'csat');
  const given = [...answers(at.placementId, 7), ...answers(beside.placementId, 5)];
  await recordAnswers(workspace.scope, given);
  return { ...workspace, at, beside, given };
}

type Story = Awaited<ReturnType<typeof story>>;

/** Packs what may be packed; returns until when each subject is. */
async function pack({ workspaceId }: TestWorkspace): Promise<string[]> {
  const clock = proveClock(workspaceId);
  await beginWeeks(clock, { now: NOW });
  while ((await fillWeeks(clock, { rest: 0 })).filled > 0);
  return marks(workspaceId);
}

async function marks(workspaceId: string): Promise<string[]> {
  const found = await rows<{ until: string }>(
    database().orm,
    sql`SELECT until::text FROM week_marks WHERE workspace_id = ${workspaceId} ORDER BY until`,
  );
  return found.map(({ until }) => until);
}

/** Everything that tallies are asked, in an order of its own. */
async function counts({ scope, at, beside }: Story): Promise<unknown[]> {
  const lineages = [at.lineageId, beside.lineageId];
  const spans = [
    { previousFrom: '2026-06-01', from: '2026-08-05', to: '2026-10-01' },
    { previousFrom: '2026-08-05', from: '2026-09-16', to: '2026-11-22' },
  ];
  const within = { ...EVERYTHING, from: '2026-06-18', to: '2026-11-20', slices: 12 };
  const compared = { ...within, previousFrom: '2026-06-05', previousTo: '2026-07-02' };
  const personas = { personas: [ANA], metrics: ['ces'] };
  const found = [
    await listTallySlices(scope, lineages, { ...compared, slices: 1 }),
    await listTallySlices(scope, lineages, { ...compared, segments: ['pro', 'gold'] }),
    await listPersonaSlices(scope, lineages, { ...compared, persona: null }, personas),
    await listTallySpans(scope, lineages, spans, EVERYTHING),
  ];
  return found.map((list) => list.map((one) => JSON.stringify(Object.entries(one).toSorted())).toSorted());
}

/** The same, with no week packed. */
async function unpackedCounts(of: Story): Promise<unknown[]> {
  await database().orm.execute(sql`DELETE FROM week_marks WHERE workspace_id = ${of.workspaceId}`);
  return counts(of);
}

test('weeks that are over are packed, and count the same as their days', async () => {
  const of = await story();
  const before = await counts(of);
  expect(before.map((list) => (list as unknown[]).length).every((n) => n > 2)).toBe(true);
  expect(await pack(of)).toEqual(['2026-11-16', '2026-11-16']);
  expect(await counts(of)).toEqual(before);
  const lines = await rows<{ n: number }>(
    database().orm,
    sql`SELECT count(*)::int AS n FROM week_packs WHERE workspace_id = ${of.workspaceId} AND facet = ''`,
  );
  expect(lines[0]?.n).toBeGreaterThan(40);
  expect(await unpackedCounts(of)).toEqual(before);
});

test('whatever moves a tally counts at once, and its weeks are packed again', async () => {
  const of = await story();
  const { scope, at, given } = of;
  const old = given.filter(({ placementId, day }) => placementId === at.placementId && day < '2026-10-01');
  const [first, second, third] = old as [Recording, Recording, Recording];
  const key = (one: Recording) => ({ placementId: one.placementId, id: one.responseId });
  const changes = [
    () => recordAnswers(scope, [{ ...first, seq: 2, score: first.score === 7 ? 1 : 7 }]),
    () => recordAnswers(scope, [{ ...second, responseId: newId(), score: 2 }]),
    () => holdResponse(scope, key(first)),
    () => releaseResponse(scope, key(first)),
    () => eraseResponse(scope, key(third)),
    () => transact(scope, (tx) => moveFacet(tx, 'segment', [{ ...key(first), value: 'gold' }], SCALE_STARTS)),
    () => transact(scope, (tx) => rebuildTallies(tx, SCALE_STARTS)),
  ];
  for (const change of changes) {
    expect(await pack(of)).toEqual(['2026-11-16', '2026-11-16']);
    await change();
    expect((await marks(of.workspaceId)).length).toBeLessThan(2);
    const now = await counts(of);
    await pack(of);
    expect(await counts(of)).toEqual(now);
    expect(await unpackedCounts(of)).toEqual(now);
  }
});

test('only a moved tally of a packed week ends the reading of packs, and only of its subject', async () => {
  const of = await story();
  const [open, packed] = [
    of.given.find(({ day }) => day >= '2026-11-16') as Recording,
    of.given.find(({ day }) => day > '2026-09-15' && day < '2026-11-16') as Recording,
  ];
  const other = (score: number | null) => (score === 1 ? 2 : 1);
  await pack(of);
  await recordAnswers(of.scope, [{ ...packed, seq: 2, comment: 'More words, the same score.' }]);
  await recordAnswers(of.scope, [{ ...open, seq: 2, score: other(open.score) }]);
  expect(await marks(of.workspaceId)).toEqual(['2026-11-16', '2026-11-16']);
  await recordAnswers(of.scope, [{ ...packed, seq: 3, score: other(packed.score) }]);
  expect(await marks(of.workspaceId)).toEqual(['2026-11-16']);
});

test('weeks are not packed before every statement that ran when they were begun has ended', async () => {
  const of = await story();
  const clock = proveClock(of.workspaceId);
  expect(await beginWeeks(clock, { now: NOW })).toEqual({ begun: 2 });
  expect(await fillWeeks(clock, { rest: 120 })).toEqual({ filled: 0 });
  // What moves a tally meanwhile puts them off: nobody knows what has been read of them.
  const [one] = of.given as [Recording];
  await recordAnswers(of.scope, [{ ...one, seq: 2, score: one.score === 1 ? 2 : 1 }]);
  let steps = 0;
  while ((await fillWeeks(clock, { rest: 0 })).filled > 0) steps += 1;
  expect(steps).toBe(2);
  expect((await marks(of.workspaceId)).filter((until) => until === '2026-11-16')).toHaveLength(1);
  expect(await beginWeeks(clock, { now: NOW })).toEqual({ begun: 1 });
});

test('is for the clock alone, and reaches nothing of another workspace', async () => {
  const [of, other] = [await story(), await testWorkspace()];
  await expect(beginWeeks(await of.as('editor'), { now: NOW })).rejects.toMatchObject({ code: 'forbidden' });
  expect(await transact(other.scope, (tx) => beginWeekPacks(tx, '2026-11-16'))).toBe(0);
  await transact(of.scope, (tx) => beginWeekPacks(tx, '2026-11-16'));
  expect(await transact(other.scope, (tx) => lockOpenWeeks(tx, 0, 10))).toBeNull();
  const weeks = { lineageId: of.at.lineageId, from: '2026-06-01', before: '2026-11-16', last: true };
  expect(await listTallyDays(other.scope, weeks)).toEqual([]);
  await expect(
    transact(other.scope, (tx) =>
      fillWeekPacks(tx, weeks, [{ facet: '', value: '', week: '2026-06-01', counts: new Uint8Array() }]),
    ),
  ).rejects.toThrow();
  await pack(of);
  const within = {
    ...EVERYTHING,
    from: FIRST,
    to: '2026-11-22',
    previousFrom: null,
    previousTo: null,
    slices: 1,
  };
  expect(await listTallySlices(other.scope, [of.at.lineageId], within)).toEqual([]);
  expect((await listTallySlices(of.scope, [of.at.lineageId], within)).length).toBe(1);
});
