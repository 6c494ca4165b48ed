import { sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { database } from '@/db/client';
import { findRecount } from '@/db/queries/personas';
import { moveFacet, rebuildTallies } from '@/db/queries/record';
import { findAnswering, listKnown } from '@/db/queries/responses';
import { rows, type Scope, transact } from '@/db/scope';
import { type TestWorkspace, testDatabase, testWorkspace } from '@/db/testing/database';
import { testPlacement } from '@/db/testing/placement';
import { addContacts } from '../distribution/commands/add-contacts';
import { eraseContact } from '../distribution/commands/erase-contact';
import { launchCampaign } from '../distribution/commands/launch-campaign';
import { invitationToken } from '../distribution/rules/secrets';
import { secret } from '../env';
import { answeringOf, recordingOf } from '../gates/respondent';
import { newId } from '../id';
import { proveClock } from '../identity/prove';
import { addPersona, editPersona, restorePersona, retirePersona } from '../journey/commands/persona';
import type { SegmentRule } from '../journey/model/segment';
import { recordAnswers } from './commands/record-answers';
import { recordResponse } from './commands/record-response';
import { recountBatch } from './commands/recount-segments';
import { recountSegments } from './jobs';
import type { Recording } from './model';
import { SCALE_STARTS } from './rules';
import { LATE_SECONDS } from './rules/recount';

testDatabase();

const oneOf = (attribute: string, ...values: string[]): SegmentRule => ({
  all: [{ attribute, is: 'one_of', values }],
});

/** Six contacts of two cities, each asked by mail about one touchpoint. */
async function story() {
  const workspace = await testWorkspace();
  const { scope } = workspace;
  const hand = await addPersona(scope, { name: 'Zed' });
  const place = await testPlacement(scope, 'ces', 'email');
  const contacts = ['a', 'b', 'c', 'd', 'e', 'f'].map((name, index) => ({
    email: `${name}@example.com`,
    name,
    personaId: index === 5 ? hand.id : null,
    attributes: { city: index % 2 === 0 ? 'Bonn' : 'Kiel' },
  }));
  await addContacts(scope, { contacts });
  const campaign = { placementId: place.placementId, name: 'C', subject: 'How was it?', greeting: '' };
  await launchCampaign(scope, { ...campaign, recipients: 'all' });
  const invited = await rows<{ id: string; name: string; contactId: string }>(
    database().orm,
    sql`SELECT i.id, c.name, c.id AS "contactId" FROM invitations i JOIN contacts c ON c.id = i.contact_id
        WHERE i.workspace_id = ${workspace.workspaceId} ORDER BY c.name`,
  );
  return { ...workspace, hand, place, contacts, invited };
}

/** What the invited person's answer is recorded as, through the gate that customers come in by. */
async function answered(invitationId: string, score: number): Promise<Recording> {
  const asking = await answeringOf(invitationToken(secret(), invitationId));
  const recording = await recordingOf(asking, {
    responseId: newId(),
    body: { seq: 1, state: 'complete', answer: { score } },
    responseKey: null,
    now: new Date(),
  });
  await recordResponse(asking.scope, recording);
  return recording;
}

const recount = (workspaceId: string, personaId: string | null = null, late = false) =>
  recountSegments.run(proveClock(workspaceId), { personaId, late });

/** Every tally of the workspace that counts anything. */
async function tallies(workspaceId: string): Promise<string[]> {
  const found = await rows<{ t: string }>(
    database().orm,
    sql`SELECT (to_jsonb(t) - 'workspace_id')::text AS t FROM tallies t
        WHERE workspace_id = ${workspaceId} AND p0 + p1 + p2 + p3 + p4 + p5 + p6 + p7 + p8 + p9 + p10 > 0 ORDER BY 1`,
  );
  return found.map(({ t }) => t);
}

/** Counted answers per segment, by the tallies; proven equal to a rebuild from the responses. */
async function segments({ scope, workspaceId }: TestWorkspace): Promise<Record<string, number>> {
  const before = await tallies(workspaceId);
  await transact(scope, (tx) => rebuildTallies(tx, SCALE_STARTS));
  expect(await tallies(workspaceId)).toEqual(before);
  const found = await rows<{ facet: string; value: string; n: number }>(
    database().orm,
    sql`SELECT facet, value, sum(p0 + p1 + p2 + p3 + p4 + p5 + p6)::int AS n FROM tallies
        WHERE workspace_id = ${workspaceId} AND facet IN ('', 'persona') GROUP BY facet, value`,
  );
  const own = found.filter(({ facet }) => facet === 'persona');
  const nobodys = found.reduce((n, one) => n + (one.facet === '' ? one.n : -one.n), 0);
  return Object.fromEntries([
    ...(nobodys === 0 ? [] : [['', nobodys]]),
    ...own.map(({ value, n }) => [value, n]),
  ]);
}

const jobs = async (workspaceId: string) =>
  rows<{ payload: unknown; waits: boolean }>(
    database().orm,
    sql`SELECT payload, run_at > now() + interval '5 seconds' AS waits FROM jobs
        WHERE workspace_id = ${workspaceId} AND kind = 'recountSegments' ORDER BY run_at`,
  );

describe('recording for a persona', () => {
  test('an invited answer counts for the persona given by hand, else for the first whose rule fits', async () => {
    const of = await story();
    const any = await addPersona(of.scope, {
      name: 'B',
      rule: { all: [{ attribute: 'city', is: 'present', values: [] }] },
    });
    const bonn = await addPersona(of.scope, { name: 'A', rule: oneOf('city', 'bonn') });
    const got: string[] = [];
    for (const { id } of of.invited) got.push((await answered(id, 4)).persona);
    expect(got).toEqual([bonn.id, any.id, bonn.id, any.id, bonn.id, of.hand.id]);
    expect(await segments(of)).toEqual({ [bonn.id]: 3, [any.id]: 2, [of.hand.id]: 1 });
  });

  test('the holder of an invitation whose contact was erased is nobody that is known', async () => {
    const of = await story();
    await addPersona(of.scope, {
      name: 'Unknown',
      rule: { all: [{ attribute: 'city', is: 'absent', values: [] }] },
    });
    const { id, contactId } = of.invited[0] as (typeof of.invited)[number];
    expect(await findAnswering(of.scope, id)).toMatchObject({
      attributes: { city: 'Bonn' },
      personaId: null,
    });
    await eraseContact(of.scope, { id: contactId });
    expect(await findAnswering(of.scope, id)).toMatchObject({ attributes: null, contactId: null });
    expect((await answered(id, 4)).persona).toBe('');
  });
});

describe('a recount', () => {
  test('follows another rule, another name, retiring and restoring, at once and again for what was on its way', async () => {
    const of = await story();
    const plain = await addPersona(of.scope, { name: 'Plain' });
    await editPersona(of.scope, { id: plain.id, name: 'Plainer', summary: 'S' });
    await retirePersona(of.scope, { id: plain.id });
    expect(await jobs(of.workspaceId)).toEqual([]);
    const { id } = await addPersona(of.scope, { name: 'A', rule: oneOf('city', 'Bonn') });
    expect(await jobs(of.workspaceId)).toEqual([
      { payload: { personaId: id, late: false }, waits: false },
      { payload: { personaId: id, late: true }, waits: true },
    ]);
    expect(LATE_SECONDS).toBeGreaterThan(5);
    expect((await findRecount(of.scope)).pending).toBe(true);
    await editPersona(of.scope, { id, summary: 'No news for counting' });
    expect((await jobs(of.workspaceId)).length).toBe(2);
    await editPersona(of.scope, { id, rule: oneOf('city', 'Kiel') });
    await editPersona(of.scope, { id, name: 'AA' });
    await retirePersona(of.scope, { id });
    await retirePersona(of.scope, { id });
    await restorePersona(of.scope, { id });
    await restorePersona(of.scope, { id });
    expect((await jobs(of.workspaceId)).length).toBe(10);
    await addContacts(of.scope, { contacts: [{ email: 'new@example.com' }] });
    expect((await jobs(of.workspaceId)).length).toBe(10);
    await addContacts(of.scope, { contacts: [{ email: 'new@example.com', attributes: { city: 'Ulm' } }] });
    expect((await jobs(of.workspaceId)).map(({ payload }) => payload)).toContainEqual({
      personaId: null,
      late: false,
    });
  });

  test('moves answers and tallies exactly, and every other workspace stays as it is', async () => {
    const [of, other] = [await story(), await story()];
    for (const { id } of of.invited) await answered(id, 3);
    for (const { id } of other.invited) await answered(id, 5);
    const theirs = await tallies(other.workspaceId);
    expect(await segments(of)).toEqual({ '': 5, [of.hand.id]: 1 });

    const { id } = await addPersona(of.scope, { name: 'A', rule: oneOf('city', 'Bonn') });
    await recount(of.workspaceId, id);
    expect(await segments(of)).toEqual({ '': 2, [id]: 3, [of.hand.id]: 1 });
    expect((await findRecount(of.scope)).last).toMatchObject({ personaId: id });
    await editPersona(of.scope, { id, rule: oneOf('city', 'Kiel') });
    await recount(of.workspaceId, id);
    expect(await segments(of)).toEqual({ '': 3, [id]: 2, [of.hand.id]: 1 });
    const other1 = of.contacts[0] as (typeof of.contacts)[number];
    await addContacts(of.scope, { contacts: [{ ...other1, personaId: of.hand.id }] });
    await recount(of.workspaceId);
    expect(await segments(of)).toEqual({ '': 2, [id]: 2, [of.hand.id]: 2 });
    expect((await findRecount(of.scope)).last).toMatchObject({ personaId: null });
    await retirePersona(of.scope, { id });
    await recount(of.workspaceId, id);
    expect(await segments(of)).toEqual({ '': 4, [of.hand.id]: 2 });
    await restorePersona(of.scope, { id });
    await recount(of.workspaceId, id);
    expect(await segments(of)).toEqual({ '': 2, [id]: 2, [of.hand.id]: 2 });
    expect(await tallies(other.workspaceId)).toEqual(theirs);
  });

  test('goes by the attributes of the answer where no contact is known, and leaves unknown people alone', async () => {
    const of = await story();
    const { scope, place, hand } = of;
    const own = (over: Partial<Recording>): Recording => ({
      ...{ placementId: place.placementId, responseId: newId(), seq: 1, state: 'complete', score: 7 },
      ...{ words: null, comment: null, keyHash: null, invitationId: null, contactId: null, persona: '' },
      ...{
        respondentKey: null,
        attributes: null,
        source: 'import',
        receivedAt: new Date(),
        day: '2026-01-02',
      },
      ...over,
    });
    const many = Array.from({ length: 1_203 }, (_, index) =>
      own({ attributes: { age: index, city: 'Ulm' } }),
    );
    await recordAnswers(scope, [
      ...many,
      own({ persona: hand.id }),
      own({ score: null, attributes: { age: 2_000 } }),
    ]);
    const { id } = await addPersona(scope, {
      name: 'Old',
      rule: { all: [{ attribute: 'age', is: 'at_least', values: ['1000'] }] },
    });
    await recount(of.workspaceId, id);
    expect(await segments(of)).toEqual({ '': 1_000, [id]: 203, [hand.id]: 1 });
    const uncounted = (await listKnown(scope, null, 5_000)).filter(
      ({ attributes }) => attributes.age === 2_000,
    );
    expect(uncounted.map(({ persona }) => persona)).toEqual([id]);
  });

  test('leaves answers right that are recorded and corrected while it runs', async () => {
    const of = await story();
    const { scope, place } = of;
    const about = (responseId: string, seq: number, score: number): Recording => ({
      ...{
        placementId: place.placementId,
        responseId,
        seq,
        state: 'complete',
        score,
        words: null,
        comment: null,
      },
      ...{ keyHash: null, invitationId: null, contactId: null, persona: '', respondentKey: null },
      ...{ attributes: { city: 'Bonn' }, source: 'api', receivedAt: new Date(), day: '2026-01-02' },
    });
    const ids = Array.from({ length: 60 }, () => newId());
    await Promise.all(ids.map((id) => recordResponse(scope, about(id, 1, 1))));
    const { id } = await addPersona(scope, { name: 'A', rule: oneOf('city', 'Bonn') });
    await Promise.all([
      recount(of.workspaceId, id),
      ...ids.map((one, index) => recordResponse(scope, about(one, 2, 1 + (index % 7)))),
      recount(of.workspaceId, id),
      ...Array.from({ length: 20 }, () => recordResponse(scope, about(newId(), 1, 7))),
    ]);
    const noted = async () =>
      (
        await rows<{ n: number }>(
          database().orm,
          sql`SELECT count(*)::int AS n FROM audit_lines WHERE workspace_id = ${of.workspaceId} AND action = 'response.recount'`,
        )
      )[0]?.n;
    // The second run finds what was on its way with the rules of before; a run that finds nothing notes nothing.
    await recount(of.workspaceId, id, true);
    expect(await segments(of)).toEqual({ [id]: 80 });
    const notes = await noted();
    await recount(of.workspaceId, id, true);
    expect(await noted()).toBe(notes);
  });

  test('asks to keep its job after each batch but the last, and stops where another worker has it', async () => {
    const of = await story();
    const { id: personaId } = await addPersona(of.scope, { name: 'A', rule: oneOf('city', 'Bonn') });
    const answers = Array.from(
      { length: 501 },
      (): Recording => ({
        ...{ placementId: of.place.placementId, responseId: newId(), seq: 1, state: 'complete', score: 7 },
        ...{ words: null, comment: null, keyHash: null, invitationId: null, contactId: null, persona: '' },
        ...{ respondentKey: null, attributes: { city: 'Bonn' }, source: 'import', receivedAt: new Date() },
        day: '2026-01-02',
      }),
    );
    await recordAnswers(of.scope, answers);
    const payload = { personaId, late: false };
    const clock = proveClock(of.workspaceId);
    expect(await recountSegments.run(clock, payload, async () => false)).toMatchObject({ next: 'retry' });
    expect(await segments(of)).toMatchObject({ [personaId]: 500 });
    let asked = 0;
    const keep = async () => {
      asked += 1;
      return true;
    };
    expect(await recountSegments.run(clock, payload, keep)).toEqual({ next: 'done' });
    expect(asked).toBe(1);
    expect(await segments(of)).toMatchObject({ [personaId]: 501 });
  });

  test('is for the clock alone, and reaches nothing of another workspace', async () => {
    const [of, other] = [await story(), await testWorkspace()];
    const sent = await answered((of.invited[0] as { id: string }).id, 3);
    await expect(recountBatch(await of.as('editor'), { after: null })).rejects.toMatchObject({
      code: 'forbidden',
    });
    expect(await listKnown(other.scope, null, 10)).toEqual([]);
    expect(await findAnswering(other.scope, (of.invited[0] as { id: string }).id)).toBeNull();
    expect(await findRecount(other.scope)).toEqual({ last: null, pending: false });
    const wanted = [{ placementId: sent.placementId, id: sent.responseId, value: of.hand.id }];
    const moving = (scope: Scope) => transact(scope, (tx) => moveFacet(tx, 'persona', wanted, SCALE_STARTS));
    expect(await moving(other.scope)).toEqual({ moved: 0, lineageIds: [] });
    expect(await segments(of)).toEqual({ '': 1 });
    expect(await moving(of.scope)).toEqual({ moved: 1, lineageIds: [of.place.lineageId] });
  });
});
