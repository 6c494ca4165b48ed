import { sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { listActivity, listActors } from '@/db/queries/activity';
import { listDecisions } from '@/db/queries/decisions';
import { findDocument } from '@/db/queries/documents';
import { findVersion, findVersionDocument, listVersions } from '@/db/queries/journey-versions';
import { findJourney, findTree } from '@/db/queries/journeys';
import { findMarker } from '@/db/queries/markers';
import { deleteMember } from '@/db/queries/members';
import { rows, type Scope, transact } from '@/db/scope';
import { testDatabase, testWorkspace } from '@/db/testing/database';
import { newContent } from '@/lib/survey/model/content';
import { newId } from '../id';
import { loadScores } from '../insights/views';
import { recordResponse } from '../response/commands/record-response';
import { draftSurvey, openPlacement, publishSurvey } from '../survey/commands';
import { copyJourney } from './commands/copy-journey';
import { addDecision, editDecision, removeDecision } from './commands/decision';
import { addEvidence, editEvidence, removeEvidence } from './commands/evidence';
import { askAboutHandoff, recordHandoff, removeHandoff } from './commands/handoff';
import { createJourney, editJourney, retireJourney } from './commands/journey';
import { addLink, editLink, removeLink } from './commands/link';
import { addMarker, editMarker, removeMarker } from './commands/marker';
import { addStage, editStage, retireStage } from './commands/stage';
import {
  addStatement,
  editStatement,
  moveStatement,
  restoreStatement,
  retireStatement,
} from './commands/statement';
import { addTouchpoint, editTouchpoint } from './commands/touchpoint';
import { nameVersion, renameVersion, restoreVersion } from './commands/version';

testDatabase();

const NOT_FOUND = { code: 'not_found' };
const CHANGE = { changedOn: '2026-03-01', text: 'New form', outcome: 'Effort' };
const DECIDED = { decidedOn: '2026-03-01', text: 'Drop the second call', reason: 'Nobody answers it' };

async function smallJourney(scope: Scope) {
  const journey = await createJourney(scope, { title: 'Small' });
  const stage = await addStage(scope, { journeyId: journey.id, title: 'One' });
  const touchpoint = await addTouchpoint(scope, { stageId: stage.id, title: 'a' });
  return { journey, stage, touchpoint };
}

/** As if the journey's versions had been kept that long ago. */
const age = (scope: Scope, journeyId: string, minutes: number) =>
  scope.run((tx) =>
    tx.execute(sql`UPDATE journey_versions SET created_at = created_at - make_interval(mins => ${minutes})
                   WHERE workspace_id = ${scope.workspaceId} AND journey_id = ${journeyId}`),
  );

describe('versions', () => {
  test('an edit after a pause of 30 minutes first keeps the map as it was, one within it does not', async () => {
    const { scope } = await testWorkspace();
    const { journey, touchpoint } = await smallJourney(scope);
    const [first] = await listVersions(scope, journey.id);
    expect(first).toMatchObject({ kind: 'automatic', number: 1, revision: 0 });
    await age(scope, journey.id, 29);
    await editTouchpoint(scope, { id: touchpoint.id, title: 'b' });
    expect(await listVersions(scope, journey.id)).toHaveLength(1);
    await age(scope, journey.id, 2);
    const before = await findDocument(scope, journey.id);
    await editTouchpoint(scope, { id: touchpoint.id, title: 'c' });
    const versions = await listVersions(scope, journey.id);
    expect(versions.map(({ number, revision }) => [number, revision])).toEqual([
      [2, 3],
      [1, 0],
    ]);
    expect(await findVersionDocument(scope, versions[0]?.id as string)).toEqual(before);
  });

  test('naming keeps the map of this moment and changes nothing on it; renaming can be undone', async () => {
    const { scope } = await testWorkspace();
    const { journey } = await smallJourney(scope);
    const [document, revision] = [await findDocument(scope, journey.id), 2];
    const { id } = await nameVersion(scope, { journeyId: journey.id, name: 'Baseline', note: 'Before' });
    expect(await findVersion(scope, id)).toMatchObject({
      ...{ kind: 'named', name: 'Baseline', note: 'Before', revision, number: 2, by: 'Test person' },
    });
    expect(await findVersionDocument(scope, id)).toEqual(document);
    expect((await findJourney(scope, journey.id))?.revision).toBe(revision);

    const { previous } = await renameVersion(scope, { id, name: '', note: '' });
    expect(await findVersion(scope, id)).toMatchObject({ kind: 'automatic', name: '' });
    await renameVersion(scope, { id, ...previous });
    expect(await findVersion(scope, id)).toMatchObject({ kind: 'named', name: 'Baseline', note: 'Before' });
  });

  test('restoring brings the map back exactly, keeps a safety version first, and is undone by it', async () => {
    const { scope } = await testWorkspace();
    const { journey, stage, touchpoint } = await smallJourney(scope);
    const { id } = await nameVersion(scope, { journeyId: journey.id, name: 'Good' });
    const good = await findDocument(scope, journey.id);
    await editJourney(scope, { id: journey.id, title: 'Other', state: 'to_be' });
    await editTouchpoint(scope, { id: touchpoint.id, title: 'x', channels: ['phone'] });
    await retireStage(scope, { id: stage.id });
    await addStage(scope, { journeyId: journey.id, title: 'Two' });
    const changed = await findDocument(scope, journey.id);

    const restored = await restoreVersion(scope, { id });
    expect(await findDocument(scope, journey.id)).toEqual(good);
    const safety = await findVersion(scope, restored.previous.versionId);
    expect(safety).toMatchObject({ kind: 'safety', name: 'Before restoring version 2, Good' });
    expect(await findVersionDocument(scope, restored.previous.versionId)).toEqual(changed);
    await restoreVersion(scope, { id: restored.previous.versionId });
    expect(await findDocument(scope, journey.id)).toEqual(changed);
  });

  test('a retired journey is not restored over', async () => {
    const { scope } = await testWorkspace();
    const { journey } = await smallJourney(scope);
    const { id } = await nameVersion(scope, { journeyId: journey.id, name: 'Good' });
    await retireJourney(scope, { id: journey.id });
    await expect(restoreVersion(scope, { id })).rejects.toMatchObject({ code: 'conflict' });
  });
});

describe('a copy', () => {
  test('holds everything under its own ids, shows the same answers, and changes alone', async () => {
    const { scope } = await testWorkspace();
    const { journey, stage, touchpoint } = await smallJourney(scope);
    for (const [lineageId, score] of [
      [touchpoint.lineageId, 2],
      [journey.lineageId, 6],
    ] as const) {
      const content = newContent('en', { topic: 'book a visit' });
      const survey = await draftSurvey(scope, { lineageId, metric: 'ces', content });
      await publishSurvey(scope, { id: survey.id });
      const placement = await openPlacement(scope, { surveyId: survey.id, kind: 'link' });
      await recordResponse(scope, {
        ...{ placementId: placement.id, responseId: newId(), seq: 1, state: 'complete', score, words: null },
        ...{ comment: null, keyHash: null, invitationId: null, contactId: null, persona: '' },
        ...{ respondentKey: null, attributes: null, source: 'link', receivedAt: new Date() },
        day: new Date().toISOString().slice(0, 10),
      });
    }
    const original = await findDocument(scope, journey.id);
    const copy = await copyJourney(scope, { id: journey.id });
    expect(await findTree(scope, copy.id)).toMatchObject({
      ...{ title: 'Small (to be)', state: 'to_be', copiedFromId: journey.id, lineageId: journey.lineageId },
    });
    const made = await findDocument(scope, copy.id);
    expect(made?.touchpoints.map(({ lineageId }) => lineageId)).toEqual([touchpoint.lineageId]);
    expect(made?.touchpoints[0]?.id).not.toBe(touchpoint.id);
    expect(made?.stages[0]?.id).not.toBe(stage.id);

    const scores = async (id: string) => {
      const reply = await loadScores(scope, id, new URLSearchParams(), new Date());
      return [...reply.touchpoints, ...reply.measures].map(({ title, metric, value, n }) => [
        ...[title, metric, value, n],
      ]);
    };
    expect(await scores(journey.id)).toEqual([
      ['a', 'ces', 2, 1],
      ['CES', 'ces', 6, 1],
    ]);
    expect(await scores(copy.id)).toEqual(await scores(journey.id));

    await editStage(scope, { id: made?.stages[0]?.id as string, title: 'Changed' });
    expect(await findDocument(scope, journey.id)).toEqual(original);
  });
});

describe('markers', () => {
  test('can be added, changed and removed, and each of it undone', async () => {
    const { scope } = await testWorkspace();
    const { journey, touchpoint } = await smallJourney(scope);
    const about = { journeyId: journey.id, touchpointId: touchpoint.id };
    const { id } = await addMarker(scope, { ...about, ...CHANGE });
    const { previous } = await editMarker(scope, { id, text: 'Newer form', changedOn: '2026-03-02' });
    expect(previous).toEqual({ text: 'New form', changedOn: '2026-03-01' });
    await editMarker(scope, { id, ...previous });
    expect((await findTree(scope, journey.id))?.markers).toEqual([
      { id, touchpointId: touchpoint.id, ...CHANGE },
    ]);
    const removed = await removeMarker(scope, { id });
    expect(await findMarker(scope, id)).toBeNull();
    const again = await addMarker(scope, removed.previous);
    expect(await findMarker(scope, again.id)).toEqual({ id: again.id, ...about, ...CHANGE });
  });

  test('need an outcome, and a touchpoint of the same journey', async () => {
    const { scope } = await testWorkspace();
    const [one, other] = [await smallJourney(scope), await smallJourney(scope)];
    await expect(
      addMarker(scope, { journeyId: one.journey.id, ...CHANGE, outcome: ' ' }),
    ).rejects.toMatchObject({ code: 'invalid', errors: [{ path: 'outcome' }] });
    await expect(
      addMarker(scope, { journeyId: one.journey.id, touchpointId: other.touchpoint.id, ...CHANGE }),
    ).rejects.toMatchObject(NOT_FOUND);
  });

  test('refuse a change of what somebody else has changed meanwhile, and show theirs', async () => {
    const { scope } = await testWorkspace();
    const { journey } = await smallJourney(scope);
    const { id } = await addMarker(scope, { journeyId: journey.id, ...CHANGE });
    await editMarker(scope, { id, text: 'Theirs' });
    await expect(editMarker(scope, { id, text: 'Mine', seen: { text: CHANGE.text } })).rejects.toMatchObject({
      code: 'conflict',
      theirs: { text: 'Theirs' },
    });
  });
});

describe('decisions', () => {
  test('keep the version of the map that they were made on, one for several on the same map', async () => {
    const { scope } = await testWorkspace();
    const { journey, touchpoint } = await smallJourney(scope);
    const document = await findDocument(scope, journey.id);
    const first = await addDecision(scope, { journeyId: journey.id, ...DECIDED });
    expect(await findVersionDocument(scope, first.versionId)).toEqual(document);
    const second = await addDecision(scope, {
      ...{ journeyId: journey.id, touchpointId: touchpoint.id },
      ...{ ...DECIDED, decidedOn: '2026-03-02' },
    });
    expect(second.versionId).toBe(first.versionId);
    await editTouchpoint(scope, { id: touchpoint.id, title: 'b' });
    const third = await addDecision(scope, { journeyId: journey.id, ...DECIDED, decidedOn: '2026-03-03' });
    expect(third.versionId).not.toBe(first.versionId);
    expect((await listDecisions(scope, journey.id)).map((one) => [one.touchpointTitle, one.by])).toEqual([
      [null, 'Test person'],
      ['b', 'Test person'],
      [null, 'Test person'],
    ]);
  });

  test('can be changed and removed, and each of it undone', async () => {
    const { scope } = await testWorkspace();
    const { journey } = await smallJourney(scope);
    const { id, versionId } = await addDecision(scope, { journeyId: journey.id, ...DECIDED });
    const { previous } = await editDecision(scope, { id, reason: 'Another' });
    await editDecision(scope, { id, ...previous });
    const removed = await removeDecision(scope, { id });
    expect(await listDecisions(scope, journey.id)).toEqual([]);
    await addDecision(scope, removed.previous);
    expect(await listDecisions(scope, journey.id)).toMatchObject([{ ...DECIDED, versionId }]);
  });
});

describe('activity', () => {
  test('lists who did what, the newest first, by pages, by person and by touchpoint', async () => {
    const workspace = await testWorkspace();
    const { scope } = workspace;
    const { journey, touchpoint } = await smallJourney(scope);
    const editor = await workspace.as('editor');
    const userId = editor.actor.kind === 'member' ? editor.actor.userId : '';
    await editTouchpoint(editor, { id: touchpoint.id, title: 'b' });
    await addMarker(editor, { journeyId: journey.id, touchpointId: touchpoint.id, ...CHANGE });

    const all = await listActivity(scope, journey.id, { limit: 10 });
    expect(all.map(({ action }) => action)).toEqual([
      ...['marker.add', 'touchpoint.edit', 'touchpoint.add', 'stage.add', 'journey.create'],
    ]);
    expect(all[1]).toMatchObject({
      name: 'Test person',
      detail: { title: 'a', change: { title: 'b' }, previous: { title: 'a' } },
    });
    const first = await listActivity(scope, journey.id, { limit: 2 });
    const next = await listActivity(scope, journey.id, { limit: 10, before: first[1]?.id ?? '' });
    expect([...first, ...next]).toEqual(all);
    expect(await listActivity(scope, journey.id, { limit: 10, userId })).toEqual(all.slice(0, 2));
    expect(await listActivity(scope, journey.id, { limit: 10, objectId: touchpoint.id })).toEqual(
      all.slice(0, 3),
    );
    const stranger = await testWorkspace();
    expect(await listActivity(stranger.scope, journey.id, { limit: 10, objectId: touchpoint.id })).toEqual(
      [],
    );
    expect((await listActors(scope, journey.id)).map((one) => one.userId).sort()).toEqual(
      [workspace.userId, userId].sort(),
    );

    await transact(scope, (tx) => deleteMember(tx, userId));
    expect((await listActivity(scope, journey.id, { limit: 1 }))[0]).toMatchObject({ userId, name: null });
  });
});

describe('the activity of one touchpoint', () => {
  test('tells of its statements, their evidence, its paths and its handoffs, and of no other’s', async () => {
    const { scope } = await testWorkspace();
    const { journey, stage, touchpoint } = await smallJourney(scope);
    const [b, c] = [
      await addTouchpoint(scope, { stageId: stage.id, title: 'b' }),
      await addTouchpoint(scope, { stageId: stage.id, title: 'c' }),
    ];
    const about = { journeyId: journey.id, touchpointId: touchpoint.id };
    const statement = await addStatement(scope, { ...about, kind: 'pain', text: 'Too slow' });
    await editStatement(scope, { id: statement.id, text: 'Far too slow' });
    const evidence = await addEvidence(scope, {
      ...{ statementId: statement.id, kind: 'interview', gatheredOn: '2026-03-01' },
    });
    await editEvidence(scope, { id: evidence.id, n: 4 });
    await removeEvidence(scope, { id: evidence.id });
    await moveStatement(scope, { id: statement.id, index: 0 });
    await retireStatement(scope, { id: statement.id });
    await restoreStatement(scope, { id: statement.id });
    const link = await addLink(scope, {
      ...{ journeyId: journey.id, kind: 'skip', fromId: touchpoint.id, toId: c.id, label: 'In a hurry' },
    });
    await removeLink(scope, { id: link.id });
    const handoff = await recordHandoff(scope, { fromId: touchpoint.id, toId: b.id, passes: 'The order' });
    await askAboutHandoff(scope, { fromId: touchpoint.id, toId: b.id });
    await removeHandoff(scope, { id: handoff.id });
    const all = async (objectId: string) =>
      (await listActivity(scope, journey.id, { limit: 50, objectId })).map(({ action }) => action).reverse();
    expect(await all(touchpoint.id)).toEqual([
      'touchpoint.add',
      ...['statement.add', 'statement.edit', 'evidence.add', 'evidence.edit', 'evidence.remove'],
      ...['statement.move', 'statement.retire', 'statement.restore'],
      ...['link.add', 'link.remove', 'handoff.record', 'handoff.ask', 'handoff.remove'],
    ]);
    expect(await all(b.id)).toEqual([
      'touchpoint.add',
      ...['handoff.record', 'handoff.ask', 'handoff.remove'],
    ]);
    expect(await all(c.id)).toEqual(['touchpoint.add', 'link.add', 'link.remove']);
  });

  test('tells of a path that now leads elsewhere at the touchpoint that it led to before', async () => {
    const { scope } = await testWorkspace();
    const { journey, stage, touchpoint } = await smallJourney(scope);
    await addTouchpoint(scope, { stageId: stage.id, title: 'b' });
    const { id: third } = await addTouchpoint(scope, { stageId: stage.id, title: 'c' });
    const { id: fourth } = await addTouchpoint(scope, { stageId: stage.id, title: 'd' });
    const link = await addLink(scope, {
      ...{ journeyId: journey.id, kind: 'skip', fromId: touchpoint.id, toId: third },
    });
    await editLink(scope, { id: link.id, toId: fourth });
    for (const objectId of [touchpoint.id, third, fourth]) {
      const lines = await listActivity(scope, journey.id, { limit: 50, objectId });
      expect(lines.filter(({ action }) => action === 'link.edit')).toHaveLength(1);
    }
  });
});

describe('who may', () => {
  test('a viewer is refused every command, and another workspace sees nothing of it', async () => {
    const workspace = await testWorkspace();
    const { scope } = workspace;
    const { journey } = await smallJourney(scope);
    const marker = await addMarker(scope, { journeyId: journey.id, ...CHANGE });
    const decision = await addDecision(scope, { journeyId: journey.id, ...DECIDED });
    const viewer = await workspace.as('viewer');
    for (const attempt of [
      () => nameVersion(viewer, { journeyId: journey.id, name: 'X' }),
      () => renameVersion(viewer, { id: decision.versionId, name: 'X' }),
      () => restoreVersion(viewer, { id: decision.versionId }),
      () => copyJourney(viewer, { id: journey.id }),
      () => addMarker(viewer, { journeyId: journey.id, ...CHANGE }),
      () => editMarker(viewer, { id: marker.id, text: 'X' }),
      () => removeMarker(viewer, { id: marker.id }),
      () => addDecision(viewer, { journeyId: journey.id, ...DECIDED }),
      () => editDecision(viewer, { id: decision.id, text: 'X' }),
      () => removeDecision(viewer, { id: decision.id }),
    ]) {
      await expect(attempt()).rejects.toMatchObject({ code: 'forbidden' });
    }
    expect(await listVersions(viewer, journey.id)).not.toEqual([]);

    const stranger = await testWorkspace();
    expect(await listVersions(stranger.scope, journey.id)).toEqual([]);
    expect(await findVersion(stranger.scope, decision.versionId)).toBeNull();
    expect(await findVersionDocument(stranger.scope, decision.versionId)).toBeNull();
    expect(await findMarker(stranger.scope, marker.id)).toBeNull();
    expect(await listDecisions(stranger.scope, journey.id)).toEqual([]);
    expect(await listActivity(stranger.scope, journey.id, { limit: 10 })).toEqual([]);
    expect(await listActors(stranger.scope, journey.id)).toEqual([]);
    const stored = await scope.run((tx) => rows(tx, sql`SELECT FROM decisions WHERE id = ${decision.id}`));
    expect(stored).toHaveLength(1);
  });
});
