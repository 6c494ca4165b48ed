import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { findImprovement, listImprovements, listLinkedAnswers, listMoves } from '@/db/queries/improvements';
import { findTree } from '@/db/queries/journeys';
import type { Scope } from '@/db/scope';
import { type TestWorkspace, testDatabase, testWorkspace } from '@/db/testing/database';
import { addDays, dayOf } from '../clock';
import { isAppError } from '../errors';
import { createJourney } from '../journey/commands/journey';
import { addStage } from '../journey/commands/stage';
import { addStatement } from '../journey/commands/statement';
import { addTouchpoint } from '../journey/commands/touchpoint';
import { eraseResponse } from '../response/commands/erase-response';
import { recordAnswers } from '../response/commands/record-answers';
import type { Recording } from '../response/model';
import { draftSurvey, openPlacement, publishSurvey } from '../survey/commands';
import { newContent } from '../survey/model/content';
import {
  addImprovement,
  editImprovement,
  restoreImprovement,
  retireImprovement,
} from './commands/improvement';
import { linkImprovement, unlinkImprovement } from './commands/links';
import {
  dropImprovement,
  finishImprovement,
  planImprovement,
  reopenImprovement,
  startImprovement,
} from './commands/moves';
import { loadImprovement, loadImprovements } from './views';

testDatabase();

const today = dayOf(new Date(), 'Europe/Berlin');
let workspace: TestWorkspace;
let scope: Scope;
let journeyId: string;
let stageId: string;

beforeAll(async () => {
  workspace = await testWorkspace();
  scope = workspace.scope;
  journeyId = (await createJourney(scope, { title: 'Moving in' })).id;
  stageId = (await addStage(scope, { journeyId, title: 'Join' })).id;
});

/** A touchpoint that is asked about by CSAT, with an answer of that score on each day. */
async function askedTouchpoint(title: string, scores: { day: number; score: number }[]) {
  const touchpoint = await addTouchpoint(scope, { stageId, title });
  const content = newContent('en', { topic: 'signing up' });
  const { lineageId } = touchpoint;
  const survey = await draftSurvey(scope, { lineageId, metric: 'csat', content });
  await publishSurvey(scope, { id: survey.id });
  const { id: placementId } = await openPlacement(scope, { surveyId: survey.id, kind: 'link' });
  const recordings = scores.map(({ day, score }): Recording => {
    const on = addDays(today, day);
    return {
      ...{ placementId, responseId: randomUUID(), seq: 1, state: 'complete', score, words: null },
      ...{ comment: 'Said so.', keyHash: null, invitationId: null, contactId: null, persona: '' },
      ...{ respondentKey: null, attributes: null, source: 'link' },
      ...{ receivedAt: new Date(`${on}T12:00:00Z`), day: on },
    } as Recording;
  });
  await recordAnswers(scope, recordings);
  return { ...touchpoint, placementId, responses: recordings.map(({ responseId }) => responseId) };
}

const every = (from: number, to: number, score: (day: number) => number) =>
  Array.from({ length: to - from + 1 }, (_, at) => ({ day: from + at, score: score(from + at) }));

async function refusal(run: Promise<unknown>): Promise<string> {
  const error = await run.catch((thrown: unknown) => thrown);
  return isAppError(error) ? `${error.code}: ${error.message}` : 'nothing refused';
}

async function withEvidence(title: string) {
  const touchpoint = await addTouchpoint(scope, { stageId, title: `Where ${title}` });
  const statement = await addStatement(scope, {
    ...{ journeyId, touchpointId: touchpoint.id, kind: 'pain' as const, text: 'It takes long' },
    evidence: [{ kind: 'interview', gatheredOn: today, n: 40 }],
  });
  const { id } = await addImprovement(scope, {
    ...{ journeyId, title, lineageIds: [touchpoint.lineageId], statementIds: [statement.id] },
  });
  return { id, touchpoint, statement };
}

describe('planning', () => {
  test('is refused without evidence, and a reason for it is kept', async () => {
    const bare = await addStatement(scope, { journeyId, kind: 'pain', text: 'Nobody asked yet' });
    const { id } = await addImprovement(scope, { journeyId, title: 'A hunch', statementIds: [bare.id] });
    expect(await refusal(planImprovement(scope, { id }))).toMatch(/^conflict: Planning needs evidence/);
    await planImprovement(scope, { id, reason: 'The law asks for it.' });
    const moves = await listMoves(scope, id);
    expect(moves.map(({ state, reason }) => [state, reason])).toEqual([
      ['idea', ''],
      ['planned', 'The law asks for it.'],
    ]);
    expect((await findImprovement(scope, id))?.overrideReason).toBe('The law asks for it.');
  });

  test('goes through with a statement that has evidence', async () => {
    const { id } = await withEvidence('A shorter form');
    await planImprovement(scope, { id });
    const { improvement, statements } = await loadImprovement(scope, id, null, new Date());
    expect(improvement.state).toBe('planned');
    expect(improvement.overrideReason).toBe('');
    expect(statements.map(({ evidence, people }) => [evidence, people])).toEqual([[1, 40]]);
  });

  test('a linked answer is evidence, and ends with the answer', async () => {
    const asked = await askedTouchpoint('Answered', [{ day: -3, score: 1 }]);
    const answer = { placementId: asked.placementId, responseId: asked.responses[0] as string };
    const { id } = await addImprovement(scope, { journeyId, title: 'From an answer', answers: [answer] });
    expect((await listLinkedAnswers(scope, id)).map(({ score, comment }) => [score, comment])).toEqual([
      [1, 'Said so.'],
    ]);
    await planImprovement(scope, { id });
    await eraseResponse(scope, { placementId: answer.placementId, id: answer.responseId });
    expect((await findImprovement(scope, id))?.answers).toEqual([]);
  });
});

describe('from the start to the verdict', () => {
  test('the start freezes the 90 days before and marks the change; finishing moves both on', async () => {
    const asked = await askedTouchpoint('Checkout', [
      ...every(-120, -61, (day) => (day % 3 === 0 ? 4 : 2)),
      ...every(-30, 0, () => 5),
    ]);
    const { id } = await addImprovement(scope, {
      ...{ journeyId, title: 'One page', lineageIds: [asked.lineageId], outcome: 'Sign-ups' },
    });
    await planImprovement(scope, { id, reason: 'Known for years.' });
    await startImprovement(scope, { id, startedOn: addDays(today, -40) });
    const started = await findImprovement(scope, id);
    expect(started?.baseline).toMatchObject({
      from: addDays(today, -130),
      to: addDays(today, -41),
      judged: { metric: 'csat' },
      worth: 0.15,
    });
    expect(started?.baseline?.measures[0]?.score).toMatchObject({ n: 60, value: 1 / 3, formula: 'csat@1' });
    const marker = (await findTree(scope, journeyId))?.markers.find((one) => one.id === started?.markerId);
    expect(marker).toMatchObject({ touchpointId: asked.id, text: 'One page', outcome: 'Sign-ups' });

    await finishImprovement(scope, { id, effectiveOn: addDays(today, -30) });
    const { improvement } = await loadImprovement(scope, id, null, new Date());
    expect(improvement.state).toBe('done');
    expect(improvement.verdict).toMatchObject({ kind: 'better', method: 'before-after' });
    expect(improvement.verdict?.after).toMatchObject({ from: addDays(today, -30), score: { n: 31 } });
    const moved = (await findTree(scope, journeyId))?.markers.find((one) => one.id === improvement.markerId);
    expect(moved?.changedOn).toBe(addDays(today, -30));
  });

  test('untouched touchpoints of the same metric and wording take off what changed for all', async () => {
    const rising = [...every(-90, -31, (day) => (day % 2 ? 5 : 2)), ...every(-30, 0, () => 5)];
    const asked = await askedTouchpoint('Bill', [...rising, ...rising, ...rising]);
    await askedTouchpoint('Renewal', [...rising, ...rising]);
    const { id } = await addImprovement(scope, {
      ...{ journeyId, title: 'Plain bill', lineageIds: [asked.lineageId] },
    });
    await planImprovement(scope, { id, reason: 'Asked for.' });
    await startImprovement(scope, { id, startedOn: addDays(today, -30) });
    const [view] = await loadImprovements(scope, { lineageIds: [asked.lineageId] }, null, new Date());
    expect(view?.verdict?.method).toBe('difference-in-differences');
    expect(view?.verdict?.others?.titles).toContain('Renewal');
    // Where something else was changed in these days, nothing can be compared with.
    expect(view?.verdict?.others?.titles).not.toContain('Checkout');
    expect(view?.verdict?.kind).not.toBe('better');
  });

  test('a start that is taken back leaves neither baseline nor marker', async () => {
    const { id } = await withEvidence('Too soon');
    await planImprovement(scope, { id });
    await startImprovement(scope, { id });
    const markerId = (await findImprovement(scope, id))?.markerId;
    await reopenImprovement(scope, { id });
    expect(await findImprovement(scope, id)).toMatchObject({
      ...{ state: 'planned', baseline: null, startedOn: null, markerId: null },
    });
    expect((await findTree(scope, journeyId))?.markers.some((one) => one.id === markerId)).toBe(false);
  });

  test('what was dropped comes back to where it was', async () => {
    const { id } = await withEvidence('Dropped');
    await planImprovement(scope, { id });
    await dropImprovement(scope, { id, reason: 'No people.' });
    expect((await findImprovement(scope, id))?.state).toBe('dropped');
    await reopenImprovement(scope, { id });
    expect((await findImprovement(scope, id))?.state).toBe('planned');
  });

  test('steps are not skipped, and no day lies in the future', async () => {
    const { id } = await withEvidence('In order');
    expect(await refusal(startImprovement(scope, { id }))).toMatch(/^conflict/);
    expect(await refusal(finishImprovement(scope, { id }))).toMatch(/^conflict/);
    await planImprovement(scope, { id });
    expect(await refusal(startImprovement(scope, { id, startedOn: addDays(today, 1) }))).toMatch(/^invalid/);
    await startImprovement(scope, { id });
    expect(await refusal(finishImprovement(scope, { id, effectiveOn: addDays(today, -1) }))).toMatch(
      /^invalid/,
    );
  });
});

describe('writing', () => {
  test('a lost update is refused, and the metric is fixed once it was started', async () => {
    const { id } = await withEvidence('Edited');
    const { previous } = await editImprovement(scope, { id, title: 'Edited once', effort: 2 });
    expect(previous).toEqual({ title: 'Edited', effort: null });
    expect(await refusal(editImprovement(scope, { id, title: 'Mine', seen: { title: 'Edited' } }))).toMatch(
      /^conflict/,
    );
    await planImprovement(scope, { id });
    await startImprovement(scope, { id });
    expect(await refusal(editImprovement(scope, { id, metric: 'nps' }))).toMatch(/^conflict: The metric/);
  });

  test('links come and go, and a deleted improvement can be put back', async () => {
    const { id, statement } = await withEvidence('Linked');
    await unlinkImprovement(scope, { id, statementIds: [statement.id] });
    expect((await findImprovement(scope, id))?.statementIds).toEqual([]);
    await linkImprovement(scope, { id, statementIds: [statement.id] });
    expect((await findImprovement(scope, id))?.statementIds).toEqual([statement.id]);
    await retireImprovement(scope, { id });
    expect((await listImprovements(scope)).some((one) => one.id === id)).toBe(false);
    expect(await refusal(editImprovement(scope, { id, title: 'Gone' }))).toMatch(/^conflict/);
    await restoreImprovement(scope, { id });
    expect((await listImprovements(scope)).some((one) => one.id === id)).toBe(true);
  });

  test('a viewer reads and does not write', async () => {
    const viewer = await workspace.as('viewer');
    expect((await loadImprovements(viewer, { journeyId }, null, new Date())).length).toBeGreaterThan(3);
    expect(await refusal(addImprovement(viewer, { journeyId, title: 'No' }))).toMatch(/^forbidden/);
  });
});

test('another workspace sees nothing', async () => {
  const other = await testWorkspace();
  const { id } = await withEvidence('Ours');
  expect(await listImprovements(other.scope)).toEqual([]);
  expect(await loadImprovements(other.scope, { journeyId }, null, new Date())).toEqual([]);
  expect(await findImprovement(other.scope, id)).toBeNull();
  expect(await listMoves(other.scope, id)).toEqual([]);
  expect(await listLinkedAnswers(other.scope, id)).toEqual([]);
  expect(await refusal(loadImprovement(other.scope, id, null, new Date()))).toMatch(/^not_found/);
});
