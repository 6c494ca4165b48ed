import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { database } from '@/db/client';
import { findDocument } from '@/db/queries/documents';
import { findAttached, findEvidence, listWeighed } from '@/db/queries/evidence';
import { findTree } from '@/db/queries/journeys';
import {
  findStatement,
  listEvidencedStatements,
  listStatementIds,
  listStatements,
} from '@/db/queries/statements';
import { rows, type Scope } from '@/db/scope';
import { type TestWorkspace, testDatabase, testWorkspace } from '@/db/testing/database';
import { newContent } from '@/lib/survey/model/content';
import { addDays, dayOf } from '../clock';
import { newId } from '../id';
import { loadJourneyMap } from '../insights/views';
import { eraseResponse } from '../response/commands/erase-response';
import { holdResponse } from '../response/commands/hold-response';
import { recordResponse } from '../response/commands/record-response';
import { releaseResponse } from '../response/commands/release-response';
import { draftSurvey, openPlacement, publishSurvey } from '../survey/commands';
import { addEvidence, attachAnswer, editEvidence, removeEvidence } from './commands/evidence';
import { createJourney } from './commands/journey';
import { addPersona } from './commands/persona';
import { addStage, retireStage } from './commands/stage';
import {
  addStatement,
  editStatement,
  moveStatement,
  promoteAnswer,
  restoreStatement,
  retireStatement,
} from './commands/statement';
import { addTouchpoint, retireTouchpoint } from './commands/touchpoint';
import { UNWORDED } from './model/statement';
import { loadEvidencedStatements, loadStatements } from './views/statements';

testDatabase();

const ZONE = 'Europe/Berlin';
const TODAY = dayOf(new Date(), ZONE);
const NOT_FOUND = { code: 'not_found' };
const SECRET = 'Nobody at the desk knew about my order, says Ottilie Quast.';

type Place = Awaited<ReturnType<typeof drawn>>;

let a: TestWorkspace;
let b: TestWorkspace;
let here: Place;

beforeAll(async () => {
  a = await testWorkspace({ timeZone: ZONE });
  b = await testWorkspace({ timeZone: ZONE });
  here = await drawn(a.scope);
});

/** A journey of one touchpoint with an open survey. */
async function drawn(scope: Scope) {
  const journey = await createJourney(scope, { title: 'Small' });
  const stage = await addStage(scope, { journeyId: journey.id, title: 'One' });
  const touchpoint = await addTouchpoint(scope, { stageId: stage.id, title: 'Book a visit' });
  const content = newContent('en', { topic: 'book a visit' });
  const survey = await draftSurvey(scope, { lineageId: touchpoint.lineageId, metric: 'ces', content });
  await publishSurvey(scope, { id: survey.id });
  const placement = await openPlacement(scope, { surveyId: survey.id, kind: 'link' });
  return { journeyId: journey.id, stageId: stage.id, touchpointId: touchpoint.id, placementId: placement.id };
}

async function answered(scope: Scope, { placementId }: Place, comment = SECRET): Promise<string> {
  const responseId = randomUUID();
  await recordResponse(scope, {
    ...{ placementId, responseId, seq: 1, state: 'complete', score: 1, words: null, comment, source: 'link' },
    ...{ keyHash: null, invitationId: null, contactId: null, persona: '', respondentKey: null },
    ...{ attributes: null, receivedAt: new Date(), day: TODAY },
  });
  return responseId;
}

const pain = (over: Partial<Parameters<typeof addStatement>[1]> = {}) =>
  addStatement(a.scope, {
    journeyId: here.journeyId,
    touchpointId: here.touchpointId,
    kind: 'pain',
    text: 'They have to repeat themselves',
    ...over,
  });

const interview = { kind: 'interview', gatheredOn: addDays(TODAY, -20) } as const;

/** What the map shows of a statement. */
async function shown(id: string) {
  const map = await loadJourneyMap(a.scope, here.journeyId, new URLSearchParams(), new Date());
  const found = map.statements.find((one) => one.id === id);
  if (!found) throw new Error('The map does not show the statement.');
  return found;
}

async function detail(id: string) {
  const found = (await loadStatements(a.scope, here.journeyId, here.touchpointId)).find(
    (one) => one.id === id,
  );
  if (!found) throw new Error('The list does not show the statement.');
  return found;
}

describe('statements', () => {
  test('one is about a touchpoint, a stage or the journey, and is listed there alone', async () => {
    const touchpoint = await pain();
    const stage = await pain({ touchpointId: null, stageId: here.stageId });
    const journey = await pain({ touchpointId: null });
    const listed = (await loadStatements(a.scope, here.journeyId, here.touchpointId)).map(({ id }) => id);
    const broad = (await loadStatements(a.scope, here.journeyId, null)).map(({ id }) => id);
    expect(listed).toContain(touchpoint.id);
    expect(broad).toEqual(expect.arrayContaining([stage.id, journey.id]));
    expect(broad).not.toContain(touchpoint.id);
    await expect(pain({ stageId: here.stageId })).rejects.toMatchObject({ code: 'invalid' });
  });

  test('what is about a retired stage leaves the map with it', async () => {
    const stage = await addStage(a.scope, { journeyId: here.journeyId, title: 'Gone soon' });
    const { id } = await pain({ touchpointId: null, stageId: stage.id });
    expect((await shown(id)).stageId).toBe(stage.id);
    await retireStage(a.scope, { id: stage.id });
    await expect(shown(id)).rejects.toThrow('does not show');
  });

  test('an edit is undone by what it returns, and a kind that is not backstage has no effect', async () => {
    const persona = await addPersona(a.scope, { name: 'Mover' });
    const { id } = await pain({ kind: 'system', effect: 'hinders', text: 'Two calendars' });
    const before = await findStatement(a.scope, id);
    const { previous } = await editStatement(a.scope, {
      id,
      kind: 'gap',
      text: 'No shared calendar',
      personaId: persona.id,
      expiresOn: addDays(TODAY, 90),
    });
    expect(await findStatement(a.scope, id)).toMatchObject({
      kind: 'gap',
      effect: null,
      text: 'No shared calendar',
      personaId: persona.id,
    });
    await editStatement(a.scope, { id, ...previous });
    expect(await findStatement(a.scope, id)).toEqual({ ...before, position: expect.any(Number) });
    await expect(pain({ effect: 'hinders' })).rejects.toMatchObject({ code: 'invalid' });
  });

  test('the second writer of a field is refused and told what is there; another field is no conflict', async () => {
    const { id } = await pain({ text: 'Old' });
    await editStatement(a.scope, { id, text: 'Theirs', seen: { text: 'Old' } });
    await expect(editStatement(a.scope, { id, text: 'Mine', seen: { text: 'Old' } })).rejects.toMatchObject({
      code: 'conflict',
      theirs: { text: 'Theirs' },
    });
    await editStatement(a.scope, { id, kind: 'gap', seen: { kind: 'pain' } });
    expect(await findStatement(a.scope, id)).toMatchObject({ text: 'Theirs', kind: 'gap' });
  });

  test('moving puts it among its own kind, and moving back undoes it', async () => {
    const about = { journeyId: here.journeyId, stageId: here.stageId, touchpointId: null };
    const add = (text: string) => addStatement(a.scope, { ...about, kind: 'need', text });
    const ids = [(await add('a')).id, (await add('b')).id, (await add('c')).id];
    const order = () => listStatementIds(a.scope, { ...about, kind: 'need' });
    const { previous } = await moveStatement(a.scope, { id: ids[2] as string, index: 0 });
    expect(await order()).toEqual([ids[2], ids[0], ids[1]]);
    await moveStatement(a.scope, { id: ids[2] as string, ...previous });
    expect(await order()).toEqual(ids);
  });

  test('deleting keeps it with its evidence for the one who restores it', async () => {
    const { id } = await pain({ evidence: [interview] });
    await retireStatement(a.scope, { id });
    await expect(shown(id)).rejects.toThrow('does not show');
    await expect(moveStatement(a.scope, { id, index: 0 })).rejects.toMatchObject({ code: 'conflict' });
    await restoreStatement(a.scope, { id });
    expect((await detail(id)).evidence).toHaveLength(1);
  });

  test('every change counts the map’s revision once, and a viewer may make none', async () => {
    const revision = async () => (await findTree(a.scope, here.journeyId))?.revision ?? 0;
    const start = await revision();
    const { id } = await pain();
    const { id: evidenceId } = await addEvidence(a.scope, { statementId: id, ...interview });
    await removeEvidence(a.scope, { id: evidenceId });
    expect((await revision()) - start).toBe(3);
    const viewer = await a.as('viewer');
    await expect(editStatement(viewer, { id, text: 'No' })).rejects.toMatchObject({ code: 'forbidden' });
    await expect(addEvidence(viewer, { statementId: id, ...interview })).rejects.toMatchObject({
      code: 'forbidden',
    });
  });
});

describe('claims', () => {
  test('none is made that the evidence does not carry, and the refusal says what is missing', async () => {
    await expect(pain({ state: 'validated' })).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('evidence from customers'),
    });
    const { id } = await pain();
    const claim = (state: 'partly' | 'validated' | 'refuted') => editStatement(a.scope, { id, state });
    await expect(claim('partly')).rejects.toMatchObject({ code: 'conflict' });
    await addEvidence(a.scope, { statementId: id, kind: 'expert', gatheredOn: TODAY });
    await claim('partly');
    await expect(claim('validated')).rejects.toMatchObject({ code: 'conflict' });
    await addEvidence(a.scope, { statementId: id, ...interview });
    await claim('validated');
    expect(await shown(id)).toMatchObject({ claimed: 'validated', state: 'validated' });
    await expect(claim('refuted')).rejects.toMatchObject({ code: 'conflict' });
    await addEvidence(a.scope, { statementId: id, ...interview, stance: 'contradicts' });
    await claim('refuted');
    expect(await shown(id)).toMatchObject({ claimed: 'refuted', state: 'refuted' });
  });

  test('a claim may come with its evidence at once, and an edit of another field asks for none again', async () => {
    const { id } = await pain({ state: 'validated', evidence: [interview] });
    expect((await shown(id)).state).toBe('validated');
    const [only] = (await detail(id)).evidence;
    await removeEvidence(a.scope, { id: only?.id as string });
    expect(await shown(id)).toMatchObject({ claimed: 'validated', state: 'assumption' });
    await editStatement(a.scope, { id, text: 'Still there' });
    expect((await shown(id)).text).toBe('Still there');
  });

  test('age and expiry lower what is shown, not what was claimed', async () => {
    const { id } = await pain({ state: 'validated', evidence: [interview] });
    const [only] = (await detail(id)).evidence;
    await editEvidence(a.scope, { id: only?.id as string, gatheredOn: addDays(TODAY, -430) });
    expect(await shown(id)).toMatchObject({ claimed: 'validated', state: 'partly' });
    await editEvidence(a.scope, { id: only?.id as string, expiresOn: addDays(TODAY, -1) });
    expect((await shown(id)).state).toBe('assumption');
  });
});

describe('evidence', () => {
  test('it is kept as given, with who added it, and an edit is undone by what it returns', async () => {
    const { id: statementId } = await pain();
    const given = {
      kind: 'focus_group',
      stance: 'contradicts',
      method: 'Two groups in Leeds',
      gatheredOn: '2026-02-03',
      n: 12,
      quote: 'It was fine for me.',
      link: 'https://example.com/report',
      expiresOn: '2027-02-03',
    } as const;
    const { id } = await addEvidence(a.scope, { statementId, ...given });
    expect((await detail(statementId)).evidence).toEqual([
      { id, ...given, author: 'Test person', addedOn: TODAY, answer: null },
    ]);
    const before = await findEvidence(a.scope, id);
    const { previous } = await editEvidence(a.scope, { id, n: null, quote: '', kind: 'chat' });
    await editEvidence(a.scope, { id, ...previous });
    expect(await findEvidence(a.scope, id)).toEqual(before);
    await expect(
      editEvidence(a.scope, { id, quote: 'Mine', seen: { quote: 'Something else' } }),
    ).rejects.toMatchObject({ code: 'conflict', theirs: { quote: given.quote } });
  });

  test('what was removed comes back as what it was', async () => {
    const { id: statementId } = await pain();
    const { id } = await addEvidence(a.scope, { statementId, ...interview, quote: 'Twice.' });
    const before = await findEvidence(a.scope, id);
    const { previous } = await removeEvidence(a.scope, { id });
    expect(await findEvidence(a.scope, id)).toBeNull();
    const { placementId: _, responseId: __, ...fields } = previous;
    await addEvidence(a.scope, fields);
    expect(await findEvidence(a.scope, id)).toEqual(before);
    await expect(addEvidence(a.scope, fields)).rejects.toMatchObject({ code: 'conflict' });
  });

  test('a day in the future, half a person and a link that is no address are refused', async () => {
    const { id: statementId } = await pain();
    for (const wrong of [
      { gatheredOn: addDays(TODAY, 2) },
      { gatheredOn: '2026-02-30' },
      { n: 0.5 },
      { n: 0 },
      { link: 'javascript:alert(1)' },
    ]) {
      await expect(addEvidence(a.scope, { statementId, ...interview, ...wrong })).rejects.toMatchObject({
        code: 'invalid',
      });
    }
  });
});

describe('our own answers', () => {
  test('one becomes a statement in one step, shown in the customer’s words until the team has its own', async () => {
    const responseId = await answered(a.scope, here);
    const { placementId, touchpointId } = here;
    const { id } = await promoteAnswer(a.scope, { touchpointId, placementId, responseId, kind: 'pain' });
    expect(await shown(id)).toMatchObject({ state: 'partly', text: UNWORDED, words: SECRET });
    expect((await detail(id)).evidence).toMatchObject([
      {
        kind: 'survey',
        gatheredOn: TODAY,
        n: 1,
        quote: SECRET,
        answer: { placementId, responseId, metric: 'ces', score: 1, source: 'link' },
      },
    ]);
    await editStatement(a.scope, { id, text: 'Orders do not reach the desk' });
    expect(await shown(id)).toMatchObject({ text: 'Orders do not reach the desk', words: null });
  });

  test('one is evidence of a statement once, and keeps what the customer said', async () => {
    const responseId = await answered(a.scope, here);
    const answer = { placementId: here.placementId, responseId };
    const { id: statementId } = await pain();
    const { id } = await attachAnswer(a.scope, { statementId, ...answer });
    expect(await findAttached(a.scope, statementId, answer)).toBe(id);
    await editStatement(a.scope, { id: statementId, state: 'validated' });
    expect(await attachAnswer(a.scope, { statementId, ...answer })).toMatchObject({ id });
    expect((await detail(statementId)).evidence).toHaveLength(1);
    await expect(editEvidence(a.scope, { id, quote: 'Nicer' })).rejects.toMatchObject({ code: 'invalid' });
    await editEvidence(a.scope, { id, stance: 'contradicts' });
    expect((await shown(statementId)).state).toBe('assumption');
  });

  test('held back it carries nothing and cannot be attached, until it counts again', async () => {
    const answer = {
      placementId: here.placementId,
      responseId: await answered(a.scope, here, 'Ours, a test.'),
    };
    const held = { placementId: answer.placementId, id: answer.responseId };
    const { id: statementId } = await pain();
    await attachAnswer(a.scope, { statementId, ...answer });
    await editStatement(a.scope, { id: statementId, state: 'validated' });
    const made = await promoteAnswer(a.scope, { touchpointId: here.touchpointId, ...answer, kind: 'pain' });
    await holdResponse(a.scope, held);
    expect(await shown(statementId)).toMatchObject({ claimed: 'validated', state: 'assumption' });
    expect((await detail(statementId)).evidence).toEqual([]);
    expect(await listWeighed(a.scope, statementId)).toEqual([]);
    expect(await shown(made.id)).toMatchObject({ words: null });
    const { id: other } = await pain();
    await expect(attachAnswer(a.scope, { statementId: other, ...answer })).rejects.toMatchObject({
      code: 'not_found',
    });
    await releaseResponse(a.scope, held);
    expect((await shown(statementId)).state).toBe('validated');
    expect((await detail(statementId)).evidence).toHaveLength(1);
    expect(await shown(made.id)).toMatchObject({ words: 'Ours, a test.' });
  });

  test('erasing the answer leaves no copy of it: the evidence is gone and the state drops', async () => {
    const responseId = await answered(a.scope, here, 'Ferdinanda Loos had to call three times.');
    const answer = { placementId: here.placementId, responseId };
    const { id: statementId } = await pain({ text: 'Orders get lost' });
    const { id: evidenceId } = await attachAnswer(a.scope, { statementId, ...answer });
    await editStatement(a.scope, { id: statementId, state: 'validated' });
    const made = await promoteAnswer(a.scope, { touchpointId: here.touchpointId, ...answer, kind: 'pain' });
    // Removed and put back, so that the log and the versions have seen it in every way.
    const { previous } = await removeEvidence(a.scope, { id: evidenceId });
    expect(JSON.stringify(previous)).not.toContain('Ferdinanda');
    await attachAnswer(a.scope, { id: evidenceId, statementId, ...answer });
    expect(JSON.stringify(await findDocument(a.scope, here.journeyId))).not.toContain('Ferdinanda');
    expect(await copiesOf('Ferdinanda', ['responses'])).toEqual([]);
    expect((await shown(statementId)).state).toBe('validated');

    await eraseResponse(a.scope, { placementId: answer.placementId, id: responseId });
    expect(await findEvidence(a.scope, evidenceId)).toBeNull();
    expect(await shown(statementId)).toMatchObject({ claimed: 'validated', state: 'assumption' });
    expect(await shown(made.id)).toMatchObject({ text: UNWORDED, words: null, state: 'assumption' });
    expect((await detail(made.id)).evidence).toEqual([]);
    expect(await copiesOf('Ferdinanda', [])).toEqual([]);
  });
});

describe('the register of evidence', () => {
  test('holds all evidence of a journey’s map, quotes answers live, and leaves out what was retired or erased', async () => {
    const place = await drawn(a.scope);
    const stage = await addStage(a.scope, { journeyId: place.journeyId, title: 'Gone soon' });
    const gone = await addTouchpoint(a.scope, { stageId: stage.id, title: 'Gone sooner' });
    const about = (over: Partial<Parameters<typeof addStatement>[1]>) =>
      pain({ journeyId: place.journeyId, touchpointId: null, evidence: [interview], ...over });
    const texts = async () =>
      (await loadEvidencedStatements(a.scope, place.journeyId)).map(({ text }) => text).sort();
    const { id: here } = await about({ text: 'touchpoint', touchpointId: place.touchpointId });
    await about({ text: 'journey' });
    await about({ text: 'bare', evidence: [] });
    await about({ text: 'stage', stageId: stage.id });
    await about({ text: 'retired touchpoint', touchpointId: gone.id });
    expect(await texts()).toEqual(['journey', 'retired touchpoint', 'stage', 'touchpoint']);
    await retireTouchpoint(a.scope, { id: gone.id });
    expect(await texts()).toEqual(['journey', 'stage', 'touchpoint']);
    await retireStage(a.scope, { id: stage.id });
    expect(await texts()).toEqual(['journey', 'touchpoint']);

    const responseId = await answered(a.scope, place);
    await attachAnswer(a.scope, { statementId: here, placementId: place.placementId, responseId });
    const quotes = async () =>
      (await loadEvidencedStatements(a.scope, place.journeyId)).flatMap(({ evidence }) =>
        evidence.map(({ quote }) => quote),
      );
    expect(await quotes()).toContain(SECRET);
    await eraseResponse(a.scope, { placementId: place.placementId, id: responseId });
    expect(await quotes()).not.toContain(SECRET);
    await expect(loadEvidencedStatements(a.scope, 'nothing')).rejects.toMatchObject(NOT_FOUND);
  });
});

test('another workspace sees none of it, and a foreign answer, touchpoint or statement does not exist', async () => {
  const responseId = await answered(a.scope, here);
  const { placementId, touchpointId, journeyId } = here;
  const { id: statementId } = await pain({ evidence: [interview] });
  const evidenceId = (await detail(statementId)).evidence[0]?.id as string;
  expect(await findStatement(b.scope, statementId)).toBeNull();
  expect(await findEvidence(b.scope, evidenceId)).toBeNull();
  expect(await listStatements(b.scope, journeyId, touchpointId)).toEqual([]);
  expect(await listEvidencedStatements(b.scope, journeyId)).toEqual([]);
  expect(await listWeighed(b.scope, statementId)).toEqual([]);
  expect(await findAttached(b.scope, statementId, { placementId, responseId })).toBeNull();
  expect(await listStatementIds(b.scope, { journeyId, stageId: null, touchpointId, kind: 'pain' })).toEqual(
    [],
  );
  const there = await drawn(b.scope);
  const own = await addStatement(b.scope, {
    journeyId: there.journeyId,
    touchpointId: there.touchpointId,
    kind: 'pain',
    text: 'Ours',
  });
  for (const attempt of [
    () => attachAnswer(b.scope, { statementId: own.id, placementId, responseId }),
    () => promoteAnswer(b.scope, { touchpointId: there.touchpointId, placementId, responseId, kind: 'pain' }),
    () => promoteAnswer(b.scope, { touchpointId, placementId, responseId, kind: 'pain' }),
    () => addEvidence(b.scope, { statementId, ...interview }),
    () => editStatement(b.scope, { id: statementId, text: 'Theirs' }),
    () => removeEvidence(b.scope, { id: evidenceId }),
    () => addStatement(b.scope, { journeyId: there.journeyId, touchpointId, kind: 'pain', text: 'x' }),
    () => attachAnswer(b.scope, { statementId: own.id, placementId: newId(), responseId: newId() }),
  ]) {
    await expect(attempt()).rejects.toMatchObject(NOT_FOUND);
  }
});

/** Tables of workspace a, other than those, of which a row holds the text. */
async function copiesOf(text: string, but: readonly string[]): Promise<string[]> {
  const tables = await rows<{ name: string }>(
    database().orm,
    sql`SELECT DISTINCT table_name AS name FROM information_schema.columns
        WHERE table_schema = 'public' AND column_name = 'workspace_id'`,
  );
  const found: string[] = [];
  for (const { name } of tables.filter((table) => !but.includes(table.name))) {
    const [row] = await rows<{ n: number }>(
      database().orm,
      sql`SELECT count(*)::int AS n FROM ${sql.identifier(name)} t
          WHERE workspace_id = ${a.workspaceId} AND position(${text} IN t::text) > 0`,
    );
    if ((row?.n ?? 0) > 0) found.push(name);
  }
  return found;
}
