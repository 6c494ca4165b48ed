import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { listCases } from '@/db/queries/cases';
import { contacts, letters } from '@/db/schema';
import { rows, type Scope } from '@/db/scope';
import { type TestWorkspace, testDatabase, testWorkspace } from '@/db/testing/database';
import { addCaseRule } from '../cases/commands/case-rule';
import { lookAtAnswers } from '../cases/commands/look';
import { noteCase, replyToCase } from '../cases/commands/work';
import { newId } from '../id';
import { proveClock } from '../identity/prove';
import { addImprovement } from '../improvements/commands/improvement';
import { loadSearch } from '../insights/views/search';
import { addEvidence, attachAnswer, editEvidence, removeEvidence } from '../journey/commands/evidence';
import { createJourney } from '../journey/commands/journey';
import { addStage } from '../journey/commands/stage';
import { addStatement, editStatement, promoteAnswer } from '../journey/commands/statement';
import { addTouchpoint } from '../journey/commands/touchpoint';
import { nameVersion } from '../journey/commands/version';
import { holdResponse } from '../response/commands/hold-response';
import { recordResponse } from '../response/commands/record-response';
import { releaseResponse } from '../response/commands/release-response';
import type { Recording } from '../response/model';
import { draftSurvey, openPlacement, publishSurvey } from '../survey/commands';
import { newContent } from '../survey/model/content';
import { ENGLISH } from '../translate';
import { importVoices } from './commands/import-voices';
import { redactComment, redactMaterial } from './commands/redact';
import { addTheme } from './commands/theme';
import { correctSentiment, eraseVoice, quoteVoice } from './commands/voice';
import { readVoices } from './jobs';
import { BLACKED_OUT } from './rules/black-out';
import { loadSuggestions, loadVoices } from './views';

testDatabase();

const SECRET = 'Ilse Quandt';
const COMMENT = `The technician ${SECRET} was rude. I told ilse  quandt so.`;
const LEFT = `The technician ${BLACKED_OUT} was rude. I told ${BLACKED_OUT} so.`;

let home: TestWorkspace;
let scope: Scope;
let journeyId: string;
let touchpoint: { id: string; lineageId: string };
let placementId: string;

beforeAll(async () => {
  home = await testWorkspace();
  scope = home.scope;
  journeyId = (await createJourney(scope, { title: 'Getting online' })).id;
  const stage = await addStage(scope, { journeyId, title: 'Begin' });
  touchpoint = await addTouchpoint(scope, { stageId: stage.id, title: 'Book a visit' });
  const content = newContent('en', { topic: 'book a visit' });
  const { lineageId } = touchpoint;
  const survey = await draftSurvey(scope, { lineageId, metric: 'nps', content });
  await publishSurvey(scope, { id: survey.id });
  placementId = (await openPlacement(scope, { surveyId: survey.id, kind: 'link' })).id;
});

const read = () => readVoices.run(proveClock(home.workspaceId), {});
const look = async (at: Scope, search = '') =>
  (await loadVoices(at, new URLSearchParams(search), new Date())).voices;

async function answer(over: Partial<Recording> = {}) {
  const responseId = over.responseId ?? randomUUID();
  const receivedAt = new Date();
  const outcome = await recordResponse(scope, {
    ...{ placementId, responseId, seq: 1, state: 'complete', score: 2, words: null, comment: COMMENT },
    ...{ keyHash: null, invitationId: null, contactId: null, persona: '', respondentKey: null },
    ...{ attributes: null, source: 'link', receivedAt, day: receivedAt.toISOString().slice(0, 10), ...over },
  } as Recording);
  return { responseId, outcome };
}

/** The tables of the workspace in which a word stands anywhere, whatever its capitals. */
async function tablesWith(word: string): Promise<string[]> {
  return scope.run(async (tx) => {
    const tables = await rows<{ name: string }>(
      tx,
      sql`SELECT c.relname AS name FROM pg_class c JOIN pg_namespace s ON s.oid = c.relnamespace
          WHERE s.nspname = 'public' AND c.relkind = 'r' AND c.relname <> 'members' AND EXISTS (
            SELECT 1 FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'workspace_id') ORDER BY 1`,
    );
    const found: string[] = [];
    for (const { name } of tables) {
      const hit = await rows(
        tx,
        sql`SELECT 1 FROM ${sql.raw(`"${name}"`)} t WHERE t.workspace_id = ${home.workspaceId}
            AND t::text ILIKE ${`%${word}%`} LIMIT 1`,
      );
      if (hit.length > 0) found.push(name);
    }
    return found;
  });
}

test('a passage is gone from the answer and from every copy in every table, and the log does not repeat it', async () => {
  const contactId = newId();
  await scope.run((tx) =>
    tx.insert(contacts).values({
      ...{ workspaceId: home.workspaceId, id: contactId, email: 'ana@example.com', name: 'Ana' },
    }),
  );
  await addCaseRule(scope, {
    ...{
      condition: { kind: 'comment' },
      journeyId: null,
      lineageId: null,
      assigneeUserId: null,
      dueHours: 8,
    },
  });
  const { responseId } = await answer({ contactId });
  await read();
  await lookAtAnswers(proveClock(home.workspaceId), {});
  const [one] = (await listCases(scope, {}, { offset: 0, limit: 5 })).cases;
  const caseId = one?.id ?? '';
  await noteCase(scope, { id: caseId, text: `Called ${SECRET}.` });
  const reply = { subject: `About ${SECRET}`, text: `${SECRET} is sorry` };
  await replyToCase(scope, { id: caseId, replyId: newId(), ...reply });
  const [note] = await scope.run((tx) =>
    rows<{ id: string }>(
      tx,
      sql`SELECT id FROM case_notes WHERE workspace_id = ${home.workspaceId} AND kind = 'mail'`,
    ),
  );
  await scope.run((tx) =>
    tx.insert(letters).values({
      ...{
        workspaceId: home.workspaceId,
        id: newId(),
        caseNoteId: note?.id ?? '',
        recipient: 'ana@example.com',
      },
      ...{ ...reply, html: `<p>${SECRET} is sorry</p>`, transport: 'outbox' },
    }),
  );
  const promoted = await promoteAnswer(scope, {
    ...{ touchpointId: touchpoint.id, placementId, responseId, kind: 'pain' },
  });
  await editStatement(scope, { id: promoted.id, text: `${SECRET} is rude to customers` });
  const other = await addStatement(scope, { journeyId, kind: 'pain', text: 'Visits go wrong' });
  await attachAnswer(scope, { statementId: other.id, placementId, responseId });
  // A quote that somebody pasted by hand, changed, and took away again.
  const pasted = await addEvidence(scope, {
    ...{
      statementId: other.id,
      kind: 'interview',
      gatheredOn: '2026-01-05',
      quote: `technician ${SECRET} was`,
    },
  });
  const again = await addEvidence(scope, {
    ...{ statementId: other.id, kind: 'interview', gatheredOn: '2026-01-05', quote: COMMENT },
  });
  await editEvidence(scope, { id: again.id, quote: `The technician ${SECRET}` });
  await nameVersion(scope, { journeyId, name: 'Before the meeting' });
  await removeEvidence(scope, { id: again.id });
  await addImprovement(scope, {
    ...{ journeyId, title: 'Train the technicians', problem: `Many complain of ${SECRET}` },
    answers: [{ placementId, responseId }],
  });

  expect(await tablesWith('quandt')).toEqual([
    ...['audit_lines', 'case_notes', 'evidence', 'improvements', 'journey_versions', 'letters'],
    ...['responses', 'statements'],
  ]);
  const done = await redactComment(scope, { placementId, responseId, passage: ` ${SECRET.toLowerCase()} ` });
  expect(done).toMatchObject({ n: 2, standsIn: [], journeyId, told: { title: 'Book a visit' } });
  expect(await tablesWith('quandt')).toEqual([]);

  expect(await look(scope)).toMatchObject([{ text: LEFT, redacted: true }]);
  expect((await listCases(scope, {}, { offset: 0, limit: 5 })).cases[0]?.comment).toBe(LEFT);
  expect(JSON.stringify(await loadSearch(scope, 'quandt', ENGLISH))).not.toContain('Ilse');
  expect(JSON.stringify(await loadSuggestions(scope, new URLSearchParams(), new Date()))).not.toMatch(
    /quandt/i,
  );
  const [line] = await scope.run((tx) =>
    rows<{ detail: unknown; journeyId: string }>(
      tx,
      sql`SELECT detail, journey_id AS "journeyId" FROM audit_lines
          WHERE workspace_id = ${home.workspaceId} AND action = 'voice.redact'`,
    ),
  );
  expect(line).toEqual({ journeyId, detail: { title: 'Book a visit', touchpointId: touchpoint.id } });
  const kept = await scope.run((tx) =>
    rows<{ quote: string }>(tx, sql`SELECT quote FROM evidence WHERE id = ${pasted.id}`),
  );
  expect(kept).toEqual([{ quote: `technician ${BLACKED_OUT} was` }]);
});

describe('what was blacked out stays so', () => {
  test('when its giver sends the answer again, the same or a later one', async () => {
    const { responseId } = await answer({ state: 'partial' });
    await redactComment(scope, { placementId, responseId, passage: SECRET });
    expect((await answer({ responseId, state: 'partial' })).outcome.kind).toBe('repeated');
    const later = await answer({ responseId, seq: 2, score: 3, comment: `${COMMENT} And more.` });
    expect(later.outcome).toMatchObject({ kind: 'replaced', stored: { seq: 2, counted: true } });
    expect(await stored(responseId)).toEqual({ comment: LEFT, held: null, score: 3 });
  });

  test('while it is held back, when it is sent again then, and when it is let count', async () => {
    const { responseId } = await answer({ suspect: 'trap', state: 'partial' });
    await redactComment(scope, { placementId, responseId, passage: SECRET });
    expect(await stored(responseId)).toMatchObject({ comment: null, held: LEFT });
    await answer({ responseId, seq: 2, suspect: 'trap' });
    expect(await stored(responseId)).toMatchObject({ comment: null, held: LEFT });
    await releaseResponse(scope, { placementId, id: responseId });
    expect(await stored(responseId)).toEqual({ comment: LEFT, held: null, score: 2 });
    await holdResponse(scope, { placementId, id: responseId });
    await answer({ responseId, seq: 3 });
    expect(await stored(responseId)).toMatchObject({ comment: null, held: LEFT });
    expect(await tablesWith('quandt')).toEqual([]);
  });

  test('and what people said of the voice holds on', async () => {
    const { responseId } = await answer({ comment: `A fine visit by ${SECRET}` });
    await read();
    const voice = (await look(scope, 'q=fine')).find(({ answer: own }) => own?.responseId === responseId);
    await correctSentiment(scope, { id: voice?.id ?? '', sentiment: 'negative' });
    await redactComment(scope, { placementId, responseId, passage: SECRET });
    await read();
    expect(await look(scope, 'q=fine')).toMatchObject([
      { text: `A fine visit by ${BLACKED_OUT}`, sentiment: 'negative', sentimentSaid: true },
    ]);
  });
});

test('material loses the passage with who said it, and so does the evidence that quotes it', async () => {
  await importVoices(scope, {
    ...{ lineageId: touchpoint.lineageId, kind: 'interview', origin: 'Round of May' },
    material: [{ text: 'Otto Brahm gave up twice', day: '2026-05-04', author: 'Otto Brahm' }],
  });
  await read();
  const [voice] = await look(scope, 'kind=interview&from=2026-05-01&to=2026-05-31');
  const statement = await addStatement(scope, { journeyId, kind: 'pain', text: 'People give up' });
  const { id: evidenceId } = await addEvidence(scope, {
    ...{
      statementId: statement.id,
      kind: 'interview',
      gatheredOn: '2026-05-04',
      quote: 'Brahm said: Otto Brahm',
    },
  });
  await quoteVoice(scope, { voiceId: voice?.id ?? '', evidenceId });
  await redactMaterial(scope, { id: voice?.id ?? '', passage: 'Otto Brahm' });
  await read();
  expect(await look(scope, 'kind=interview&from=2026-05-01&to=2026-05-31')).toMatchObject([
    { text: `${BLACKED_OUT} gave up twice`, author: BLACKED_OUT },
  ]);
  const [left] = await scope.run((tx) =>
    rows<{ quote: string }>(tx, sql`SELECT quote FROM evidence WHERE id = ${evidenceId}`),
  );
  expect(left?.quote).toBe(`Brahm said: ${BLACKED_OUT}`);
});

describe('material that is imported again', () => {
  const file = (over: { text?: string; author?: string; day?: string } = {}) => [
    {
      text: 'Hanna Merz from Kiel let me wait. I told Hanna Merz so twice!',
      day: '2026-06-02',
      author: 'Hanna Merz',
      ...over,
    },
  ];
  const bring = (at: Scope, lineageId: string, material = file()) =>
    importVoices(at, { lineageId, kind: 'chat', origin: 'Chat of Hanna Merz', material });
  const days = 'kind=chat&from=2026-06-01&to=2026-06-30';

  test('comes without what was blacked out of it, and once', async () => {
    const { lineageId } = touchpoint;
    await bring(scope, lineageId);
    const [voice] = await look(scope, days);
    await redactMaterial(scope, { id: voice?.id ?? '', passage: 'hanna merz' });
    await redactMaterial(scope, { id: voice?.id ?? '', passage: 'Kiel' });
    expect(await bring(scope, lineageId)).toEqual({ added: 0, repeated: 1 });
    expect(await tablesWith('merz')).toEqual([]);

    // On another day, longer, about the whole journey, and after the first was erased.
    await eraseVoice(scope, { id: voice?.id ?? '' });
    const [first] = file();
    await bring(scope, lineageId, file({ day: '2026-06-03', text: `${first?.text} Then it was done.` }));
    expect(await look(scope, days)).toMatchObject([
      {
        text: `${BLACKED_OUT} from ${BLACKED_OUT} let me wait. I told ${BLACKED_OUT} so twice! Then it was done.`,
        author: BLACKED_OUT,
        origin: `Chat of ${BLACKED_OUT}`,
      },
    ]);
    for (const word of ['merz', 'kiel']) expect(await tablesWith(word)).toEqual([]);
  });

  test('keeps the same words where they are of another sentence, and in another workspace', async () => {
    const other = 'I go to Kiel every year to see my friends there.';
    await bring(scope, touchpoint.lineageId, file({ text: other, author: '' }));
    expect((await look(scope, days)).map(({ text }) => text)).toContain(other);
    const stranger = await testWorkspace();
    const made = await createJourney(stranger.scope, { title: 'Another' });
    const stage = await addStage(stranger.scope, { journeyId: made.id, title: 'Begin' });
    const place = await addTouchpoint(stranger.scope, { stageId: stage.id, title: 'Ask' });
    await bring(stranger.scope, place.lineageId);
    expect(await look(stranger.scope, days)).toMatchObject([{ text: file()[0]?.text, author: 'Hanna Merz' }]);
  });

  test('loses what was blacked out of a comment that says the same', async () => {
    const text = 'Ask for Mr. Odo Venske, he is the only one who knows.';
    const { responseId } = await answer({ comment: text });
    await redactComment(scope, { placementId, responseId, passage: 'Odo Venske' });
    await bring(scope, touchpoint.lineageId, file({ text, author: 'An exported answer' }));
    expect(await tablesWith('venske')).toEqual([]);
  });
});

test('words that do not stand there are refused, and themes that go by the passage are named', async () => {
  const { responseId } = await answer({ comment: 'Kim was late' });
  const at = { placementId, responseId };
  await expect(redactComment(scope, { ...at, passage: 'Ki' })).rejects.toMatchObject({ code: 'invalid' });
  await addTheme(scope, { name: 'That person', phrases: ['kim', 'nobody else'] });
  expect(await redactComment(scope, { ...at, passage: 'Kim' })).toMatchObject({ standsIn: ['That person'] });
});

test('a viewer may not, and another workspace finds nothing to take out', async () => {
  const { responseId } = await answer({ comment: 'Zoe was late' });
  const asked = { placementId, responseId, passage: 'Zoe' };
  await expect(redactComment(await home.as('viewer'), asked)).rejects.toMatchObject({ code: 'forbidden' });
  const stranger = await testWorkspace();
  await expect(redactComment(stranger.scope, asked)).rejects.toMatchObject({ code: 'not_found' });
  expect(await stored(responseId)).toMatchObject({ comment: 'Zoe was late' });
});

async function stored(responseId: string) {
  const [row] = await scope.run((tx) =>
    rows<{ comment: string | null; held: string | null; score: number | null }>(
      tx,
      sql`SELECT comment, held ->> 'comment' AS held, score FROM responses
          WHERE workspace_id = ${home.workspaceId} AND id = ${responseId}::uuid`,
    ),
  );
  return row;
}
