import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { database } from '@/db/client';
import { rebuildTallies } from '@/db/queries/record';
import { rows, transact } from '@/db/scope';
import { rowCount, type TestWorkspace, testDatabase, testWorkspace } from '@/db/testing/database';
import { type TestPlacement, testPlacement } from '@/db/testing/placement';
import { newId } from '@/lib/id';
import { askingOf, recordingOf } from '../gates/respondent';
import { draftSurvey, editDraft, openPlacement, publishSurvey } from '../survey/commands';
import { newContent } from '../survey/model/content';
import { GROUPS } from '../survey/model/follow-up';
import { eraseResponse } from './commands/erase-response';
import { holdResponse } from './commands/hold-response';
import { recordResponse } from './commands/record-response';
import { releaseResponse } from './commands/release-response';
import type { HeldAnswer, Recording, SuspectReason } from './model';
import { SCALE_STARTS } from './rules';
import { listSuspects } from './views';

testDatabase();

type Place = TestWorkspace & TestPlacement;
let a: Place;
let b: Place;

beforeAll(async () => {
  a = await place();
  b = await place();
});

const GIVEN: HeldAnswer = {
  score: 9,
  words: ['frustrated'],
  comment: 'Fast, "quoted".',
  followUps: { reasons: ['clear'], expectation: 1 },
};
const NOTHING: HeldAnswer = { score: null, words: null, comment: null, followUps: null };

describe('a suspect answer', () => {
  test('is kept with all that was given, counts nowhere, and is told so', async () => {
    const before = await points(a);
    const sent = {
      ...answer(a, { suspect: 'trap' }),
      language: 'de',
      page: '/pay',
      device: 'phone' as const,
    };
    expect(await recordResponse(a.scope, sent)).toMatchObject({
      kind: 'created',
      stored: { counted: false },
    });
    expect(await points(a)).toEqual(before);
    expect(await counted(a, sent.responseId)).toEqual(NOTHING);
    const { n, suspects } = await listSuspects(a.scope, { surveyId: a.surveyId });
    expect(n).toBe(suspects.length);
    expect(suspects[0]).toMatchObject({
      ...GIVEN,
      ...{
        id: sent.responseId,
        placementId: a.placementId,
        reason: 'trap',
        source: 'link',
        state: 'complete',
      },
      ...{ language: 'de', page: '/pay', device: 'phone', lineageId: a.lineageId, metric: 'nps' },
      receivedAt: sent.receivedAt,
    });
    expect(await recordResponse(a.scope, { ...sent })).toMatchObject({ kind: 'repeated' });
    expect(await recordResponse(a.scope, { ...sent, score: 1 })).toMatchObject({
      kind: 'refused',
      why: 'seq_conflict',
    });
  });

  test('counts when a member says so, with everything that was given; and not again after the undo', async () => {
    const before = await points(a);
    const { responseId: id } = await recorded(a, { suspect: 'no_hand' });
    const at = { placementId: a.placementId, id };
    expect(await releaseResponse(a.scope, at)).toEqual({ id, changed: true });
    const after = before.map((count, point) => count + (point === 9 ? 1 : 0));
    expect(await points(a)).toEqual(after);
    expect(await counted(a, id)).toEqual(GIVEN);
    expect(await held(a)).not.toContain(id);
    expect(await releaseResponse(a.scope, at)).toEqual({ id, changed: false });
    expect(await points(a)).toEqual(after);
    expect(await holdResponse(a.scope, at)).toEqual({ id, changed: true });
    expect(await holdResponse(a.scope, at)).toEqual({ id, changed: false });
    expect(await points(a)).toEqual(before);
    expect(await counted(a, id)).toEqual(NOTHING);
    expect((await listSuspects(a.scope)).suspects.find((one) => one.id === id)).toMatchObject({
      reason: 'marked',
      ...GIVEN,
    });
  });

  test('without a score moves nothing, either way', async () => {
    const before = await points(a);
    const { responseId: id } = await recorded(a, { suspect: null, ...NOTHING, comment: 'No number.' });
    await holdResponse(a.scope, { placementId: a.placementId, id });
    expect(await counted(a, id)).toEqual(NOTHING);
    await releaseResponse(a.scope, { placementId: a.placementId, id });
    expect(await counted(a, id)).toEqual({ ...NOTHING, comment: 'No number.' });
    expect(await points(a)).toEqual(before);
  });

  test('leaves nothing behind when it is erased', async () => {
    const before = await points(a);
    const { responseId: id } = await recorded(a, { suspect: 'flood' });
    await eraseResponse(a.scope, { placementId: a.placementId, id });
    expect(await held(a)).not.toContain(id);
    expect(await points(a)).toEqual(before);
  });
});

describe('a later snapshot', () => {
  test.each([
    ['is judged by itself: a hand that is seen later lets it count', 'no_hand', null, true],
    ['is judged by itself: a trap that is filled later holds it back', null, 'trap', false],
    ['of a flood stays with it', 'flood', null, false],
    ['of an answer that counts is no flood', null, 'flood', true],
  ] as const)('%s', async (_, first, second, counts) => {
    const { responseId: id } = await recorded(a, { suspect: first });
    const outcome = await recordResponse(a.scope, answer(a, { id, seq: 2, suspect: second, score: 3 }));
    expect(outcome).toMatchObject({ kind: 'replaced', stored: { counted: counts } });
    expect(await counted(a, id)).toEqual(counts ? { ...GIVEN, score: 3 } : NOTHING);
    const listed = (await listSuspects(a.scope)).suspects.find((one) => one.id === id);
    expect(listed && { reason: listed.reason, score: listed.score }).toEqual(
      counts ? undefined : { reason: second ?? first, score: 3 },
    );
    expect(await points(a)).toEqual(await recount(a));
  });

  test('changes nothing about what a member decided', async () => {
    const good = await recorded(a, { suspect: 'trap' });
    await releaseResponse(a.scope, { placementId: a.placementId, id: good.responseId });
    await recordResponse(a.scope, answer(a, { id: good.responseId, seq: 2, suspect: 'trap', score: 4 }));
    expect(await counted(a, good.responseId)).toEqual({ ...GIVEN, score: 4 });
    const bad = await recorded(a, { suspect: null });
    await holdResponse(a.scope, { placementId: a.placementId, id: bad.responseId });
    await recordResponse(a.scope, answer(a, { id: bad.responseId, seq: 2, suspect: null, score: 4 }));
    expect(await counted(a, bad.responseId)).toEqual(NOTHING);
    expect((await listSuspects(a.scope)).suspects.find(({ id }) => id === bad.responseId)).toMatchObject({
      reason: 'marked',
      score: 4,
    });
    expect(await points(a)).toEqual(await recount(a));
  });
});

describe('what a survey takes', () => {
  test('nothing: repetitions and late ones are answered as before, everything new is closed', async () => {
    const sent = await recorded(a, { suspect: null, seq: 2 });
    const takes = { takes: 'nothing' as const };
    expect(await recordResponse(a.scope, { ...sent, ...takes })).toMatchObject({ kind: 'repeated' });
    expect(await recordResponse(a.scope, { ...sent, seq: 1, ...takes })).toMatchObject({ kind: 'stale' });
    expect(await recordResponse(a.scope, { ...sent, seq: 3, ...takes })).toEqual({
      kind: 'refused',
      why: 'closed',
    });
    expect(await recordResponse(a.scope, { ...answer(a, { suspect: null }), ...takes })).toEqual({
      kind: 'refused',
      why: 'closed',
    });
  });

  test('existing ones: who has begun may finish, nobody begins', async () => {
    const sent = await recorded(a, { suspect: null });
    const takes = { takes: 'existing' as const };
    expect(await recordResponse(a.scope, { ...sent, seq: 2, score: 1, ...takes })).toMatchObject({
      kind: 'replaced',
    });
    const fresh = { ...answer(a, { suspect: null }), ...takes };
    expect(await recordResponse(a.scope, fresh)).toEqual({ kind: 'refused', why: 'closed' });
    const invitationId = newId();
    expect(await recordResponse(a.scope, { ...answer(a, { suspect: null }), invitationId })).toMatchObject({
      kind: 'created',
    });
    expect(await recordResponse(a.scope, { ...fresh, invitationId })).toEqual({
      kind: 'refused',
      why: 'invitation_answered',
    });
  });
});

test('only who may decide decides, in their own workspace, and it stands in the audit log', async () => {
  const { responseId: id } = await recorded(a, { suspect: 'trap' });
  const at = { placementId: a.placementId, id };
  const viewer = await a.as('viewer');
  for (const decide of [holdResponse, releaseResponse]) {
    await expect(decide(viewer, at)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(decide(b.scope, at)).rejects.toMatchObject({ code: 'not_found' });
    await expect(decide(a.scope, { ...at, id: randomUUID() })).rejects.toMatchObject({ code: 'not_found' });
  }
  expect(await listSuspects(b.scope)).toEqual({ n: 0, suspects: [] });
  expect(await listSuspects(b.scope, { surveyId: a.surveyId })).toEqual({ n: 0, suspects: [] });
  expect(await listSuspects(a.scope, { surveyId: "'" })).toEqual({ n: 0, suspects: [] });
  expect((await listSuspects(viewer, { lineageId: a.lineageId, reason: 'trap' })).n).toBeGreaterThan(0);
  const before = await rowCount('audit_lines');
  await releaseResponse(await a.as('editor'), at);
  await holdResponse(a.scope, at);
  expect((await rowCount('audit_lines')) - before).toBe(2);
});

test('any history of snapshots, decisions and erasures at the same moment leaves exact tallies and the last answer', async () => {
  const reasons = fc.constantFrom<SuspectReason | null>(null, null, null, 'trap', 'no_hand', 'flood');
  const step = fc.oneof(
    fc.record({
      who: fc.nat(3),
      suspect: reasons,
      score: fc.option(fc.integer({ min: 0, max: 10 }), { nil: null }),
    }),
    fc.record({ who: fc.nat(3), decide: fc.constantFrom('hold', 'release', 'erase') }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 14 }), async (story) => {
      const ids = [0, 1, 2, 3].map(() => randomUUID());
      const seqs = [0, 0, 0, 0];
      const last: (number | null | undefined)[] = [];
      const erased = new Set<number>();
      await Promise.all(
        story.map((one) => {
          const at = { placementId: b.placementId, id: ids[one.who] as string };
          if ('decide' in one) {
            if (one.decide === 'erase') erased.add(one.who);
            const decide = { hold: holdResponse, release: releaseResponse, erase: eraseResponse }[one.decide];
            return decide?.(b.scope, at).catch(unlessAbsent);
          }
          seqs[one.who] = (seqs[one.who] ?? 0) + 1;
          last[one.who] = one.score;
          return recordResponse(
            b.scope,
            answer(b, { id: at.id, seq: seqs[one.who] as number, suspect: one.suspect, score: one.score }),
          );
        }),
      );
      const now = await points(b);
      expect(now).toEqual(await recount(b));
      await transact(b.scope, (tx) => rebuildTallies(tx, SCALE_STARTS));
      expect(await points(b)).toEqual(now);
      for (const [who, id] of ids.entries()) {
        if (erased.has(who) || last[who] === undefined) continue;
        const row = await stored(b, id);
        expect((row.held ?? row).score).toBe(last[who]);
        expect(row.held === null).toBe(row.suspect === null);
        if (row.suspect !== null) expect(row.score).toBeNull();
      }
    }),
    { numRuns: 40 },
  );
}, 120_000);

test('any order and repetition of what one client sends ends in the same record and the same tallies', async () => {
  const { key, placementId, lineageId } = await askedInFull(a);
  const at = { ...a, placementId, lineageId };
  const part = fc.record(
    {
      words: fc.subarray(['frustrated', 'ignored'], { maxLength: 2 }),
      comment: fc.string({ maxLength: 20 }).filter((text) => !text.includes('\0')),
      reasons: fc.subarray(['waited', 'own-a1', 'clear', 'quick']),
      expectation: fc.integer({ min: -2, max: 2 }),
      information: fc.integer({ min: 0, max: 2 }),
    },
    { requiredKeys: [] },
  );
  const message = fc.record({
    answer: part,
    score: fc.option(fc.integer({ min: -2, max: 2 }), { nil: undefined }),
    language: fc.constantFrom('en', 'de'),
    signals: fc.constantFrom({ human: false, ms: 20 }, { human: true, ms: 20 }, { trap: 'x' }, undefined),
    complete: fc.boolean(),
  });
  const person = fc.option(fc.constant({ id: 'u1', traits: { plan: 'pro' } }), { nil: undefined });
  await fc.assert(
    fc.asyncProperty(
      fc.array(message, { minLength: 1, maxLength: 5 }),
      person,
      fc.infiniteStream(fc.nat()),
      async (story, who, noise) => {
        const asking = await askingOf(key);
        const send = async (responseId: string, bodies: readonly unknown[]) => {
          for (const body of bodies) {
            const sent = { responseId, body, responseKey: 'mine', now: new Date('2026-03-04T12:00:00Z') };
            await recordResponse(at.scope, await recordingOf(asking, sent));
          }
        };
        let complete = false;
        const bodies = story.map(({ answer: given, score, language, signals, complete: done }, index) => {
          // A client never goes back from complete to partial.
          complete ||= done;
          return {
            ...{ seq: index + 1, state: complete ? 'complete' : 'partial' },
            answer: { ...given, ...(score === undefined ? {} : { score }) },
            ...(who && { person: who }),
            ...(signals && { signals }),
            context: { language, page: '/pay?secret=1' },
          };
        });
        const [inOrder, shuffled] = [randomUUID(), randomUUID()];
        const mixed = [...bodies, ...bodies]
          .map((body) => ({ body, at: noise.next().value as number }))
          .sort((x, y) => x.at - y.at)
          .map(({ body }) => body);
        await send(inOrder, bodies);
        await send(shuffled, mixed);
        expect(await whole(at, shuffled)).toEqual(await whole(at, inOrder));
        expect(await points(at)).toEqual(await recount(at));
      },
    ),
    { numRuns: 40 },
  );
}, 120_000);

/** An emotion survey that asks everything there is. */
async function askedInFull({ scope, lineageId }: Place) {
  const { id } = await draftSurvey(scope, { lineageId, metric: 'emotion' });
  const content = newContent('en', { topic: 'your visit', reasons: { 'own-a1': 'Too cold' } });
  await editDraft(scope, {
    id,
    title: 'All',
    content: {
      ...content,
      languages: ['en', 'de'],
      texts: { ...content.texts, de: { ...(content.texts.en as object), topic: 'Ihr Besuch' } as never },
      followUps: [
        {
          kind: 'reasons',
          after: ['low', 'high'],
          frictions: ['waited', 'own-a1'],
          strengths: ['clear', 'quick'],
        },
        { kind: 'expectation', after: ['low', 'middle'] },
        { kind: 'text', after: [...GROUPS] },
      ],
    },
  });
  await publishSurvey(scope, { id });
  const placement = await openPlacement(scope, { surveyId: id, kind: 'widget' });
  const subject = newId();
  await rows(
    database().orm,
    sql`INSERT INTO lineages (workspace_id, id, kind) SELECT workspace_id, ${subject}, 'touchpoint' FROM placements WHERE id = ${placement.id}`,
  );
  await rows(database().orm, sql`UPDATE placements SET lineage_id = ${subject} WHERE id = ${placement.id}`);
  return { key: placement.key, placementId: placement.id, lineageId: subject };
}

async function place(): Promise<Place> {
  const workspace = await testWorkspace();
  return { ...workspace, ...(await testPlacement(workspace.scope, 'nps')) };
}

function answer(
  at: Place,
  given: { id?: string; seq?: number; suspect: SuspectReason | null } & Partial<HeldAnswer>,
): Recording {
  const { id, seq, suspect, ...answered } = given;
  return {
    placementId: at.placementId,
    responseId: id ?? randomUUID(),
    seq: seq ?? 1,
    state: 'complete',
    ...GIVEN,
    ...answered,
    suspect,
    keyHash: null,
    invitationId: null,
    contactId: null,
    persona: '',
    respondentKey: null,
    attributes: null,
    source: 'link',
    receivedAt: new Date('2026-03-04T12:00:00Z'),
    day: '2026-03-04',
  };
}

async function recorded(at: Place, given: Parameters<typeof answer>[1]): Promise<Recording> {
  const recording = answer(at, given);
  await recordResponse(at.scope, recording);
  return recording;
}

const held = async (at: Place) => (await listSuspects(at.scope)).suspects.map(({ id }) => id);

function unlessAbsent(error: { code?: string }): void {
  if (error.code !== 'not_found') throw error;
}

async function stored(at: Place, id: string) {
  const [row] = await rows<HeldAnswer & { suspect: SuspectReason | null; held: HeldAnswer | null }>(
    database().orm,
    sql`SELECT score, words, comment, follow_ups AS "followUps", suspect, held FROM responses
        WHERE placement_id = ${at.placementId} AND id = ${id}`,
  );
  if (!row) throw new Error('The response is not there.');
  return row;
}

/** What of the response counts. */
async function counted(at: Place, id: string): Promise<HeldAnswer> {
  const { suspect: _, held: __, ...own } = await stored(at, id);
  return own;
}

/** Everything that is stored of the response, apart from its id. */
async function whole(at: { placementId: string }, id: string): Promise<unknown> {
  const [row] = await rows<{ r: unknown }>(
    database().orm,
    sql`SELECT to_jsonb(r) - 'id' - 'replaced_score' AS r FROM responses r
        WHERE placement_id = ${at.placementId} AND id = ${id}`,
  );
  return row?.r;
}

const POINTS = Array.from({ length: 11 }, (_, i) => i);

/** What the tallies say, per point. */
async function points(at: { lineageId: string }): Promise<number[]> {
  const sums = POINTS.map((i) => `coalesce(sum(p${i}), 0)::int AS p${i}`).join(', ');
  const found = await rows<Record<string, number>>(
    database().orm,
    sql`SELECT ${sql.raw(sums)} FROM tallies WHERE lineage_id = ${at.lineageId} AND facet = ''`,
  );
  return POINTS.map((i) => found[0]?.[`p${i}`] ?? 0);
}

/** What the responses say, counted afresh. */
async function recount(at: { lineageId: string }): Promise<number[]> {
  const found = await rows<{ metric: string; score: number }>(
    database().orm,
    sql`SELECT metric, score FROM responses WHERE lineage_id = ${at.lineageId} AND score IS NOT NULL`,
  );
  const counts = POINTS.map(() => 0);
  for (const { metric, score } of found) {
    const point = score - (SCALE_STARTS[metric] ?? 0);
    counts[point] = (counts[point] ?? 0) + 1;
  }
  return counts;
}
