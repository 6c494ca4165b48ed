import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { database } from '@/db/client';
import { rebuildTallies, recordGroup } from '@/db/queries/record';
import { rows, type Scope, transact } from '@/db/scope';
import { rowCount, testDatabase, testWorkspace } from '@/db/testing/database';
import { testPlacement } from '@/db/testing/placement';
import { closePlacement } from '../survey/commands';
import { eraseResponse } from './commands/erase-response';
import { recordAnswers } from './commands/record-answers';
import { recordResponse } from './commands/record-response';
import type { Recording } from './model';
import { SCALE_STARTS } from './rules';

testDatabase();

let a: Place;
let b: Place;

beforeAll(async () => {
  a = await place('nps');
  b = await place('emotion');
});

describe('recording', () => {
  test('the first snapshot is created and counted, a partial one too', async () => {
    const first = snapshot(a, { seq: 1, state: 'partial', score: 9 });
    expect(await recordResponse(a.scope, first)).toEqual({
      kind: 'created',
      stored: { id: first.responseId, seq: 1, state: 'partial', counted: true },
    });
    expect(await points(a)).toEqual(await recount(a));
  });

  test('a snapshot without a score is stored and not counted', async () => {
    const before = await points(a);
    const outcome = await recordResponse(
      a.scope,
      snapshot(a, { seq: 1, score: null, comment: 'No number.' }),
    );
    expect(outcome).toMatchObject({ kind: 'created', stored: { counted: false } });
    expect(await points(a)).toEqual(before);
  });

  test('a higher seq replaces and the tally moves with it, also after complete', async () => {
    const id = randomUUID();
    await recordResponse(a.scope, snapshot(a, { id, seq: 1, state: 'complete', score: 2 }));
    const before = await points(a);
    expect(await recordResponse(a.scope, snapshot(a, { id, seq: 4, score: 10 }))).toMatchObject({
      kind: 'replaced',
    });
    const after = await points(a);
    expect(after[2]).toBe((before[2] ?? 0) - 1);
    expect(after[10]).toBe((before[10] ?? 0) + 1);
    expect(after).toEqual(await recount(a));
  });

  test('repetitions, late snapshots and conflicts change nothing and say what is stored', async () => {
    const id = randomUUID();
    const sent = snapshot(a, { id, seq: 3, state: 'complete', score: 7, comment: 'Fine.' });
    await recordResponse(a.scope, sent);
    const before = await points(a);
    const stored = { id, seq: 3, state: 'complete', counted: true };
    expect(await recordResponse(a.scope, { ...sent })).toEqual({ kind: 'repeated', stored });
    expect(await recordResponse(a.scope, snapshot(a, { id, seq: 2, score: 1 }))).toEqual({
      kind: 'stale',
      stored,
    });
    expect(await recordResponse(a.scope, { ...sent, score: 8 })).toEqual({
      kind: 'refused',
      why: 'seq_conflict',
      stored,
    });
    expect(await recordResponse(a.scope, { ...sent, seq: 4, state: 'partial' })).toEqual({
      kind: 'refused',
      why: 'already_complete',
      stored,
    });
    expect(await points(a)).toEqual(before);
  });

  test('a response that was begun with a key is not there for who does not show it', async () => {
    const id = randomUUID();
    await recordResponse(a.scope, { ...snapshot(a, { id, seq: 1, score: 5 }), keyHash: 'ab'.repeat(32) });
    for (const keyHash of [null, 'cd'.repeat(32)]) {
      expect(await recordResponse(a.scope, { ...snapshot(a, { id, seq: 2, score: 6 }), keyHash })).toEqual({
        kind: 'refused',
        why: 'not_found',
      });
    }
    expect(
      await recordResponse(a.scope, { ...snapshot(a, { id, seq: 2, score: 6 }), keyHash: 'ab'.repeat(32) }),
    ).toMatchObject({ kind: 'replaced' });
  });

  test('the same id at a placement of another workspace is another answer', async () => {
    const id = randomUUID();
    await recordResponse(a.scope, snapshot(a, { id, seq: 1, score: 5 }));
    expect(await recordResponse(b.scope, snapshot(b, { id, seq: 1, score: -2 }))).toMatchObject({
      kind: 'created',
    });
    expect(await points(b)).toEqual(await recount(b));
  });

  test('a scope cannot record at a placement of another workspace', async () => {
    const foreign = { ...snapshot(a, { seq: 1, score: 5 }) };
    expect(await recordResponse(b.scope, foreign)).toEqual({ kind: 'refused', why: 'closed' });
    expect(await points(a)).toEqual(await recount(a));
  });

  test('one bad answer of a group fails alone', async () => {
    const good = Array.from({ length: 5 }, () => snapshot(a, { seq: 1, score: 3 }));
    const bad = { ...snapshot(a, { seq: 1, score: 3 }), comment: 'a\0b' };
    const settled = await Promise.allSettled([...good, bad].map((one) => recordResponse(a.scope, one)));
    expect(settled.map((one) => one.status)).toEqual([...good.map(() => 'fulfilled'), 'rejected']);
    expect(await points(a)).toEqual(await recount(a));
  });

  test('a closed placement takes nothing more', async () => {
    const c = await place('csat');
    const first = snapshot(c, { seq: 1, score: 5 });
    await recordResponse(c.scope, first);
    await closePlacement(c.scope, { id: c.placementId });
    expect(await recordResponse(c.scope, { ...first })).toMatchObject({ kind: 'repeated' });
    expect(await recordResponse(c.scope, { ...first, seq: 2, score: 4 })).toEqual({
      kind: 'refused',
      why: 'closed',
    });
    expect(await recordResponse(c.scope, snapshot(c, { seq: 1, score: 5 }))).toEqual({
      kind: 'refused',
      why: 'closed',
    });
    expect((await points(c))[4]).toBe(1);
  });

  test('erasing a response takes its score back; a second time it is not there', async () => {
    const id = randomUUID();
    await recordResponse(a.scope, snapshot(a, { id, seq: 1, score: 10 }));
    const before = await points(a);
    await eraseResponse(a.scope, { placementId: a.placementId, id });
    expect((await points(a))[10]).toBe((before[10] ?? 0) - 1);
    await expect(eraseResponse(a.scope, { placementId: a.placementId, id })).rejects.toMatchObject({
      code: 'not_found',
    });
    await expect(eraseResponse(b.scope, { placementId: a.placementId, id })).rejects.toMatchObject({
      code: 'not_found',
    });
  });

  test('one invitation answered under many ids at once has one answer, and nobody meets a fault', async () => {
    const invitationId = randomUUID();
    const before = await rowCount('responses');
    const sent = Array.from({ length: 6 }, () => ({ ...snapshot(a, { seq: 1, score: 6 }), invitationId }));
    // Past the gatherer, as several processes would: each writes a group of its own.
    const outcomes = await Promise.all(
      sent.map((recording) =>
        recordGroup([{ scope: a.scope, recording }], SCALE_STARTS).catch((error) => error.code),
      ),
    );
    expect(outcomes.filter((one) => Array.isArray(one) && one[0]?.wrote === 'inserted').length).toBe(1);
    const later = await Promise.all(
      sent.map((recording) => recordResponse(a.scope, { ...recording, seq: 2 })),
    );
    expect(later.map((one) => (one.kind === 'refused' ? one.why : one.kind)).sort()).toEqual([
      ...Array(5).fill('invitation_answered'),
      'replaced',
    ]);
    expect(await rowCount('responses')).toBe(before + 1);
    expect(await points(a)).toEqual(await recount(a));
  });

  test('an import that is repeated adds nothing twice', async () => {
    const many = Array.from({ length: 900 }, (_, i) =>
      snapshot(a, { seq: 1, state: 'complete', score: i % 11 }),
    );
    expect(await recordAnswers(a.scope, many)).toEqual({ added: 900 });
    expect(await recordAnswers(a.scope, many)).toEqual({ added: 0 });
    expect(await points(a)).toEqual(await recount(a));
    const viewer = await a.as('viewer');
    await expect(recordAnswers(viewer, many)).rejects.toMatchObject({ code: 'forbidden' });
  });
});

describe('for random histories', () => {
  test('any order and repetition of snapshots ends in the same record, and tallies equal a recount', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.record({
            score: fc.option(fc.integer({ min: -2, max: 2 }), { nil: null }),
            complete: fc.boolean(),
          }),
          { minLength: 1, maxLength: 6 },
        ),
        fc.infiniteStream(fc.nat()),
        async (story, noise) => {
          // A client never goes back from complete to partial.
          let complete = false;
          const id = randomUUID();
          const snapshots = story.map((step, index) => {
            complete ||= step.complete;
            return snapshot(b, {
              id,
              seq: index + 1,
              state: complete ? 'complete' : 'partial',
              score: step.score,
            });
          });
          const shuffled = [...snapshots, ...snapshots]
            .map((one) => ({ one, at: noise.next().value as number }))
            .sort((x, y) => x.at - y.at)
            .map(({ one }) => one);
          await Promise.all(shuffled.map((one) => recordResponse(b.scope, one)));
          const last = snapshots.at(-1) as Recording;
          expect(await stored(b, id)).toEqual({ seq: last.seq, state: last.state, score: last.score });
          if (story.length % 3 === 0) await eraseResponse(b.scope, { placementId: b.placementId, id });
          expect(await points(b)).toEqual(await recount(b));
        },
      ),
      { numRuns: 25 },
    );
  }, 120_000);

  test('a rebuild from responses changes no tally', async () => {
    const before = await points(b);
    await transact(b.scope, (tx) => rebuildTallies(tx, SCALE_STARTS));
    expect(await points(b)).toEqual(before);
  });
});

type Place = { scope: Scope; placementId: string; lineageId: string; as: (role: 'viewer') => Promise<Scope> };

async function place(metric: 'nps' | 'csat' | 'emotion'): Promise<Place> {
  const { scope, as } = await testWorkspace();
  return { scope, as, ...(await testPlacement(scope, metric)) };
}

function snapshot(
  at: Place,
  given: { id?: string; seq: number; state?: 'partial' | 'complete'; score: number | null; comment?: string },
): Recording {
  return {
    placementId: at.placementId,
    responseId: given.id ?? randomUUID(),
    seq: given.seq,
    state: given.state ?? 'complete',
    score: given.score,
    words: null,
    comment: given.comment ?? null,
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

const POINTS = Array.from({ length: 11 }, (_, i) => i);

/** What the tallies say, per point. */
async function points(at: Place): Promise<number[]> {
  const sums = POINTS.map((i) => `coalesce(sum(p${i}), 0)::int AS p${i}`).join(', ');
  const found = await rows<Record<string, number>>(
    database().orm,
    sql`SELECT ${sql.raw(sums)} FROM tallies WHERE lineage_id = ${at.lineageId} AND facet = ''`,
  );
  return POINTS.map((i) => found[0]?.[`p${i}`] ?? 0);
}

/** What the responses say, counted afresh. */
async function recount(at: Place): Promise<number[]> {
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

async function stored(at: Place, id: string) {
  const found = await rows<{ seq: number; state: string; score: number | null }>(
    database().orm,
    sql`SELECT seq, state, score FROM responses WHERE placement_id = ${at.placementId} AND id = ${id}`,
  );
  return found[0];
}
