import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { newId } from '@/lib/id';
import { createJourney, editJourney } from '@/lib/journey/commands/journey';
import { addPersona } from '@/lib/journey/commands/persona';
import { addStage, editStage, moveStage, restoreStage, retireStage } from '@/lib/journey/commands/stage';
import { addTeam } from '@/lib/journey/commands/team';
import {
  addTouchpoint,
  editTouchpoint,
  moveTouchpoint,
  retireTouchpoint,
} from '@/lib/journey/commands/touchpoint';
import { documentSchema, type JourneyDocument } from '@/lib/journey/model/document';
import { STATEMENT_KINDS } from '@/lib/journey/model/statement';
import { recordResponse } from '@/lib/response/commands/record-response';
import { database } from '../client';
import { insertMember } from '../queries/members';
import { rows, type Scope, transact } from '../scope';
import { testDatabase, testUser, testWorkspace } from '../testing/database';
import { testObjects } from '../testing/objects';
import { testPlacement } from '../testing/placement';
import { findDocument, writeDocument } from './documents';

testDatabase();

const ids = (count: number) => Array.from({ length: count }, newId).sort();

/** What random documents of one journey are made of. */
async function makePool() {
  const workspace = await testWorkspace();
  const { scope } = workspace;
  const { id: journeyId } = await createJourney(scope, { title: 'Pool' });
  const other = await createJourney(scope, { title: 'Other' });
  await addStage(scope, { journeyId: other.id, title: 'Theirs' });
  const teams = [(await addTeam(scope, { name: 'A' })).id, (await addTeam(scope, { name: 'B' })).id].sort();
  const persona = await addPersona(scope, { name: 'Mover' });
  const blank = await findDocument(scope, journeyId);
  if (!blank) throw new Error('no journey');
  return {
    ...{ workspace, scope, journeyId, otherId: other.id, teams, personaId: persona.id, blank },
    stages: ids(4),
    touchpoints: ids(6).map((id) => ({ id, lineageId: newId() })),
    gone: ids(2),
    statements: ids(8),
    evidence: ids(6),
    links: ids(3),
    handoffs: ids(3),
    handoffLineage: newId(),
    questions: ids(3),
  };
}
type Pool = Awaited<ReturnType<typeof makePool>>;

/** A random document over the pool's ids, in the order in which `findDocument` lists. */
function documentOf(pool: Pool): fc.Arbitrary<JourneyDocument> {
  const word = fc.constantFrom('', 'a', 'B b', 'ü "quoted" \\ {x}', '— 0');
  const title = fc.constantFrom('One', 'Zwei', 'Three \'s "x"');
  const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
  const team = maybe(fc.constantFrom(...pool.teams));
  const teams = fc.subarray(pool.teams);
  const day = fc.constantFrom('2025-01-31', '2026-02-28');
  const subset = <T>(list: readonly T[]) => fc.shuffledSubarray([...list]);
  const shape = fc.record({
    stages: subset(pool.stages).filter((list) => list.length > 0),
    touchpoints: subset(pool.touchpoints),
    statements: fc.subarray(pool.statements),
    evidence: fc.subarray(pool.evidence),
    links: fc.subarray(pool.links),
    handoffs: fc.subarray(pool.handoffs),
    questions: subset(pool.questions),
  });
  return shape.chain((chosen) => {
    const at = fc.constantFrom(...chosen.stages);
    const touchpointIds = chosen.touchpoints.map(({ id }) => id);
    const end = touchpointIds.length === 0 ? fc.constant(null) : maybe(fc.constantFrom(...touchpointIds));
    const each = <T, R>(list: readonly T[], make: (one: T, index: number) => fc.Arbitrary<R>) =>
      fc.tuple(...list.map(make)) as unknown as fc.Arbitrary<R[]>;
    return fc
      .record({
        journey: fc.record({
          title,
          objective: word,
          startTrigger: word,
          state: fc.constantFrom('as_is', 'to_be'),
          ownerUserId: maybe(fc.constant(pool.workspace.userId)),
          reviewCadenceDays: maybe(fc.constant(30)),
          outcomes: fc.constantFrom([], [{ name: 'Churn', unit: '%', baseline: 4, target: 3.5 }]),
        }),
        personas: fc.boolean(),
        stages: each(chosen.stages, (id) =>
          fc.record({
            id: fc.constant(id),
            title,
            goal: word,
            ownerTeamId: team,
            contributorTeamIds: teams,
            target: maybe(fc.constant(6.25)),
          }),
        ),
        touchpoints: each(chosen.touchpoints, (own) =>
          fc.record({
            id: fc.constant(own.id),
            lineageId: fc.constant(own.lineageId),
            stageId: at,
            title,
            channels: fc.constantFrom(['email'], ['shop', 'phone']),
            trigger: word,
            delayMinutes: maybe(fc.constant(90)),
            importanceCustomer: maybe(fc.integer({ min: 1, max: 5 })),
            information: fc.constantFrom([], [{ text: 'When', state: 'missing' }]),
            subJourneyId: maybe(fc.constant(pool.otherId)),
            ownerTeamId: team,
            ownerUserId: maybe(fc.constant(pool.workspace.userId)),
            contributorTeamIds: teams,
            moment: fc.constantFrom(null, { polarity: 'break', reason: null }),
            expectedEmotion: maybe(fc.constantFrom(-1.3, 0, 2)),
            splitFromId: maybe(fc.constantFrom(...pool.gone)),
            splitAt: maybe(fc.constant('2026-02-01T10:00:00.123Z')),
          }),
        ),
        absorbed: fc.subarray(pool.gone),
        statements: each(chosen.statements, (id) =>
          fc.record({
            id: fc.constant(id),
            about: fc.constantFrom('journey', 'stage', 'touchpoint'),
            stageId: at,
            touchpointId: end,
            kind: fc.constantFrom(...STATEMENT_KINDS),
            effect: fc.constantFrom(null, 'hinders'),
            text: title,
            state: fc.constantFrom('assumption', 'validated', 'refuted'),
            personaId: maybe(fc.constant(pool.personaId)),
            expiresOn: maybe(day),
          }),
        ),
        evidence: each(chosen.evidence, (id) =>
          fc.record({ id: fc.constant(id), kind: fc.constant('interview'), gatheredOn: day, quote: word }),
        ),
        links: each(chosen.links, (id) =>
          fc.record({
            id: fc.constant(id),
            kind: fc.constantFrom('loop', 'skip'),
            fromId: end,
            toId: end,
            label: word,
            shareRatio: maybe(fc.constantFrom(0, 0.25, 1)),
          }),
        ),
        handoffs: each(chosen.handoffs, (id) =>
          fc.record({ id: fc.constant(id), fromId: end, toId: end, passes: word }),
        ),
        questions: each(chosen.questions, (id) =>
          fc.record({ id: fc.constant(id), text: title, answer: word, answered: fc.boolean() }),
        ),
      })
      .map((made) => assemble(pool, chosen.stages, made as never));
  });
}

type Loose = Record<string, never> & { id: string; stageId: string };

function assemble(
  pool: Pool,
  stageIds: string[],
  made: {
    journey: object;
    personas: boolean;
    stages: (Loose & { target: number | null })[];
    touchpoints: Loose[];
    absorbed: string[];
    statements: (Loose & { about: string; touchpointId: string | null; kind: string })[];
    evidence: (Loose & { gatheredOn: string })[];
    links: Loose[];
    handoffs: { id: string; fromId: string | null; toId: string | null }[];
    questions: object[];
  },
): JourneyDocument {
  const touchpoints = [...made.touchpoints]
    .sort((a, b) => stageIds.indexOf(a.stageId) - stageIds.indexOf(b.stageId))
    .map((one, index) => ({
      ...one,
      absorbed:
        index === 0
          ? made.absorbed.map((lineageId) => ({ lineageId, absorbedAt: '2026-03-01T00:00:00.000Z' }))
          : [],
    }));
  const place = [...stageIds, ...touchpoints.map(({ id }) => id)];
  const statements = made.statements.map(({ about, stageId, touchpointId, ...one }) => ({
    ...one,
    stageId: about === 'stage' ? stageId : null,
    touchpointId: about === 'touchpoint' ? touchpointId : null,
  }));
  const order = (one: (typeof statements)[number]) =>
    place.indexOf(one.touchpointId ?? one.stageId ?? '') * 100 + STATEMENT_KINDS.indexOf(one.kind as never);
  statements.sort((a, b) => order(a) - order(b));
  const evidence = [...made.evidence].sort(
    (a, b) => -(a.gatheredOn > b.gatheredOn) || +(a.gatheredOn < b.gatheredOn) || (a.id < b.id ? -1 : 1),
  );
  const pairs = new Set<string>();
  return documentSchema.parse({
    ...pool.blank,
    journey: { ...pool.blank.journey, ...made.journey },
    personas: made.personas ? [blankPersona(pool)] : [],
    stages: made.stages.map(({ target, ...stage }) => ({
      ...stage,
      targetMetric: target === null ? null : 'ces',
      targetValue: target,
    })),
    touchpoints,
    statements: statements.map((one, index) => ({ ...one, evidence: index === 0 ? evidence : [] })),
    links: made.links,
    handoffs: made.handoffs.flatMap((one, index) => {
      const pair = `${one.fromId} ${one.toId}`;
      if (one.fromId === null || one.toId === null || pairs.has(pair)) return [];
      pairs.add(pair);
      return [{ ...one, lineageId: index === 0 ? pool.handoffLineage : null }];
    }),
    researchQuestions: made.questions,
  });
}

const blankPersona = (pool: Pool) => ({ id: pool.personaId, name: 'Mover' });

const write = (scope: Scope, journeyId: string, document: JourneyDocument) =>
  transact(scope, (tx) => writeDocument(tx, journeyId, document));

const NOTHING_LOST = { members: [], teams: [], personas: [], subJourneys: [], responses: [] };

/** One number per table for what is neither this journey's map nor the workspace's lineages. */
async function elsewhere(pool: Pool): Promise<string> {
  const sums: string[] = [];
  for (const table of ['journeys', 'stages', 'touchpoints', 'statements', 'links', 'handoffs', 'tallies']) {
    const own = sql.identifier(table === 'journeys' ? 'id' : 'journey_id');
    const found = await rows<{ sum: string }>(
      database().orm,
      sql`SELECT md5(coalesce(string_agg(t::text, '|' ORDER BY t::text), '')) AS sum FROM ${sql.identifier(table)} t
          ${table === 'tallies' ? sql`` : sql`WHERE ${own} <> ${pool.journeyId}`}`,
    );
    sums.push(`${table} ${found[0]?.sum}`);
  }
  return sums.join('\n');
}

describe('reading a document', () => {
  test('asks one snapshot for everything, so that an edit is in it as a whole or not at all', async () => {
    const { scope, journeyId } = await makePool();
    const apart = () => Promise.reject(new Error('This was read apart from the rest.'));
    expect(await findDocument({ ...scope, run: apart }, journeyId)).toEqual(
      await findDocument(scope, journeyId),
    );
  });
});

describe('writing a document', () => {
  test('makes the map equal to it, whatever was there before, and touches nothing else', async () => {
    const pool = await makePool();
    const { scope, journeyId } = pool;
    await testObjects(await testWorkspace());
    const before = await elsewhere(pool);
    await fc.assert(
      fc.asyncProperty(documentOf(pool), documentOf(pool), async (first, second) => {
        expect(await write(scope, journeyId, first)).toEqual(NOTHING_LOST);
        expect(await findDocument(scope, journeyId)).toEqual(first);
        await write(scope, journeyId, second);
        const found = await findDocument(scope, journeyId);
        expect(found).toEqual(second);
        expect(documentSchema.parse(found)).toEqual(second);
        await write(scope, journeyId, first);
        expect(await findDocument(scope, journeyId)).toEqual(first);
      }),
      { numRuns: 25 },
    );
    expect(await elsewhere(pool)).toBe(before);
  }, 120_000);

  test('takes back any series of edits made by commands', async () => {
    const pool = await makePool();
    const { scope, journeyId } = pool;
    const step = fc.record({
      what: fc.constantFrom('edit', 'move', 'retire', 'add', 'stage', 'moveStage', 'retireStage', 'journey'),
      which: fc.nat(20),
      where: fc.nat(5),
    });
    await fc.assert(
      fc.asyncProperty(documentOf(pool), fc.array(step, { maxLength: 8 }), async (document, steps) => {
        await write(scope, journeyId, document);
        for (const { what, which, where } of steps) {
          const now = await findDocument(scope, journeyId);
          const pick = <T>(list: readonly T[] | undefined) => list?.[which % (list.length || 1)];
          const [touchpoint, stage] = [pick(now?.touchpoints), now?.stages[where % now.stages.length]];
          if (what === 'journey') await editJourney(scope, { id: journeyId, title: `T${which}` });
          if (what === 'stage') await addStage(scope, { journeyId, title: 'New', index: where });
          if (!stage) continue;
          if (what === 'add') await addTouchpoint(scope, { stageId: stage.id, title: 'New', index: where });
          if (what === 'moveStage') await moveStage(scope, { id: stage.id, index: which % 4 });
          if (what === 'retireStage') await retireStage(scope, { id: stage.id });
          if (!touchpoint) continue;
          if (what === 'retire') await retireTouchpoint(scope, { id: touchpoint.id });
          if (what === 'move')
            await moveTouchpoint(scope, { id: touchpoint.id, stageId: stage.id, index: where });
          if (what === 'edit') {
            await editTouchpoint(scope, {
              id: touchpoint.id,
              title: 'E',
              ownerTeamId: pool.teams[0] ?? null,
            });
            await editStage(scope, { id: stage.id, goal: `G${which}` });
          }
        }
        await write(scope, journeyId, document);
        expect(await findDocument(scope, journeyId)).toEqual(document);
      }),
      { numRuns: 25 },
    );
  }, 120_000);

  test('keeps a retired stage’s touchpoints for the day it is restored', async () => {
    const { scope } = await testWorkspace();
    const { id: journeyId } = await createJourney(scope, { title: 'J' });
    const document = (await findDocument(scope, journeyId)) as JourneyDocument;
    const stage = await addStage(scope, { journeyId, title: 'Late' });
    const touchpoint = await addTouchpoint(scope, { stageId: stage.id, title: 'Later' });
    await write(scope, journeyId, document);
    expect(await findDocument(scope, journeyId)).toEqual(document);
    await restoreStage(scope, { id: stage.id });
    expect((await findDocument(scope, journeyId))?.touchpoints.map(({ id }) => id)).toEqual([touchpoint.id]);
  });

  test('leaves out, and names, people, teams, personas and answers that are gone', async () => {
    const pool = await makePool();
    const { scope, journeyId } = pool;
    const guest = await testUser();
    await transact(scope, (tx) => insertMember(tx, guest, 'editor'));
    const placement = await testPlacement(scope, 'ces');
    const responseId = newId();
    await recordResponse(scope, {
      ...{ placementId: placement.placementId, responseId, seq: 1, state: 'complete', score: 2, words: null },
      ...{ comment: 'Hard.', keyHash: null, invitationId: null, contactId: null, persona: '' },
      ...{ respondentKey: null, attributes: null, source: 'link', receivedAt: new Date(), day: '2026-01-01' },
    });
    const [stageId, touchpoint] = [pool.stages[0] as string, pool.touchpoints[0]];
    const own = { id: pool.evidence[0], kind: 'survey', gatheredOn: '2026-01-01', quote: 'Hard.' };
    const lostId = newId();
    const document = documentSchema.parse({
      ...pool.blank,
      journey: { ...pool.blank.journey, ownerUserId: lostId },
      personas: [{ id: lostId, name: 'Gone' }],
      stages: [{ id: stageId, title: 'S', ownerTeamId: lostId, contributorTeamIds: [lostId] }],
      touchpoints: [{ ...touchpoint, stageId, title: 'T', subJourneyId: lostId, ownerUserId: guest }],
      statements: [
        {
          id: pool.statements[0],
          touchpointId: touchpoint?.id,
          kind: 'pain',
          text: 'P',
          evidence: [
            { ...own, placementId: placement.placementId, responseId },
            { ...own, id: pool.evidence[1], placementId: placement.placementId, responseId: lostId },
          ],
        },
      ],
    });
    expect(await write(scope, journeyId, document)).toEqual({
      members: [lostId],
      teams: [lostId],
      personas: [lostId],
      subJourneys: [lostId],
      responses: [lostId],
    });
    expect(await findDocument(scope, journeyId)).toMatchObject({
      journey: { ownerUserId: null },
      personas: [],
      stages: [{ ownerTeamId: null, contributorTeamIds: [] }],
      touchpoints: [{ subJourneyId: null, ownerUserId: guest }],
      statements: [{ evidence: [{ id: pool.evidence[0], responseId }] }],
    });
    const stored = await scope.run((tx) =>
      rows<{ quote: string }>(tx, sql`SELECT quote FROM evidence WHERE id = ${pool.evidence[0]}`),
    );
    expect(stored).toEqual([{ quote: '' }]);
  });

  test('refuses ids of another journey, and sees nothing of another workspace', async () => {
    const pool = await makePool();
    const stage = await addStage(pool.scope, { journeyId: pool.otherId, title: 'Theirs' });
    const document = { ...pool.blank, stages: [{ ...BARE_STAGE, id: stage.id }] };
    expect(await transact(pool.scope, (tx) => writeDocument(tx, pool.journeyId, document))).toBeNull();
    expect((await findDocument(pool.scope, pool.otherId))?.stages).toContainEqual(
      expect.objectContaining({ id: stage.id, title: 'Theirs' }),
    );

    const stranger = await testWorkspace();
    expect(await findDocument(stranger.scope, pool.journeyId)).toBeNull();
    const theirs = await findDocument(pool.scope, pool.otherId);
    const { id } = await createJourney(stranger.scope, { title: 'Mine' });
    await write(stranger.scope, id, theirs as JourneyDocument);
    expect(await findDocument(pool.scope, pool.otherId)).toEqual(theirs);
  });
});

const BARE_STAGE = {
  title: 'S',
  goal: '',
  successCriterion: '',
  targetMetric: null,
  targetValue: null,
  ownerTeamId: null,
  contributorTeamIds: [],
};
