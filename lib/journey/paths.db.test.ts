import { describe, expect, test } from 'vitest';
import { listMailPlacements } from '@/db/queries/campaigns';
import { findDocument, writeDocument } from '@/db/queries/documents';
import { findHandoff } from '@/db/queries/handoffs';
import { findTree } from '@/db/queries/journeys';
import { findLink, listLinks } from '@/db/queries/links';
import { contains, listJourneyTitles } from '@/db/queries/sub-journeys';
import { findSubject } from '@/db/queries/subjects';
import { findSurvey } from '@/db/queries/surveys';
import { findTouchpoint } from '@/db/queries/touchpoints';
import { type Scope, transact } from '@/db/scope';
import { testDatabase, testWorkspace } from '@/db/testing/database';
import { newId } from '../id';
import { loadJourneyMap } from '../insights/views';
import { openPlacement, publishSurvey } from '../survey/commands';
import { listWidgetPlacements, loadAskable, loadSurvey } from '../survey/views';
import { copyJourney } from './commands/copy-journey';
import { askAboutHandoff, recordHandoff, removeHandoff, restoreHandoff } from './commands/handoff';
import { createJourney, retireJourney } from './commands/journey';
import { addLink, editLink, removeLink, restoreLink } from './commands/link';
import { addStage, editStage } from './commands/stage';
import { addTeam, renameTeam } from './commands/team';
import { addTouchpoint, editTouchpoint, moveTouchpoint, retireTouchpoint } from './commands/touchpoint';
import { nameVersion, restoreVersion } from './commands/version';
import { handoffsOf } from './rules/handoff';

testDatabase();

const NOT_FOUND = { code: 'not_found' };
const CONFLICT = { code: 'conflict' };

/** A journey of two stages, [a, b] of Sales and [c, d] of Field ops. */
async function journeyOf(scope: Scope) {
  const journey = await createJourney(scope, { title: 'Small' });
  const sales = await addTeam(scope, { name: 'Sales' });
  const field = await addTeam(scope, { name: 'Field ops' });
  const one = await addStage(scope, { journeyId: journey.id, title: 'One', ownerTeamId: sales.id });
  const two = await addStage(scope, { journeyId: journey.id, title: 'Two', ownerTeamId: field.id });
  const add = async (stageId: string, title: string) => (await addTouchpoint(scope, { stageId, title })).id;
  const [a, b] = [await add(one.id, 'a'), await add(one.id, 'b')];
  const [c, d] = [await add(two.id, 'c'), await add(two.id, 'd')];
  return { journeyId: journey.id, sales, field, one, two, a, b, c, d };
}

const mapOf = (scope: Scope, journeyId: string) =>
  loadJourneyMap(scope, journeyId, new URLSearchParams(), new Date('2026-06-30T12:00:00Z'));

describe('links', () => {
  test('are drawn, changed and undone, and the map shows them', async () => {
    const { scope } = await testWorkspace();
    const { journeyId, a, b, c } = await journeyOf(scope);
    const { id } = await addLink(scope, { journeyId, kind: 'loop', fromId: c, toId: a, shareRatio: 0.2 });
    expect((await mapOf(scope, journeyId)).links).toEqual([
      { id, kind: 'loop', fromId: c, toId: a, label: '', shareRatio: 0.2 },
    ]);
    const changed = await editLink(scope, { id, toId: b, label: ' asks again ' });
    expect(await findLink(scope, id)).toMatchObject({ toId: b, label: 'asks again', shareRatio: 0.2 });
    expect(changed.previous).toEqual({ toId: a, label: '' });
    await editLink(scope, { id, ...changed.previous });
    expect(await findLink(scope, id)).toMatchObject({ toId: a, label: '' });
  });

  test('a removed one comes back with its id, even where touchpoints moved since; once only', async () => {
    const { scope } = await testWorkspace();
    const { journeyId, two, a, c } = await journeyOf(scope);
    const { id } = await addLink(scope, { journeyId, kind: 'loop', fromId: c, toId: a, label: 'again' });
    const before = await findLink(scope, id);
    const { previous } = await removeLink(scope, { id });
    expect(await findLink(scope, id)).toBeNull();
    await moveTouchpoint(scope, { id: a, stageId: two.id, index: 2 });
    expect(await restoreLink(scope, previous)).toMatchObject({ id });
    expect(await findLink(scope, id)).toEqual(before);
    await expect(restoreLink(scope, previous)).rejects.toMatchObject(CONFLICT);
    await expect(removeLink(scope, { id: newId() })).rejects.toMatchObject(NOT_FOUND);
  });

  test('one that no longer fits its kind stays as it is and may still be worded', async () => {
    const { scope } = await testWorkspace();
    const { journeyId, two, a, b, c } = await journeyOf(scope);
    const { id } = await addLink(scope, { journeyId, kind: 'loop', fromId: b, toId: a });
    await moveTouchpoint(scope, { id: a, stageId: two.id, index: 0 });
    expect(await findLink(scope, id)).toMatchObject({ kind: 'loop', fromId: b, toId: a });
    await editLink(scope, { id, label: 'was a loop' });
    await expect(editLink(scope, { id, toId: c })).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('goes back'),
    });
  });

  test('what does not fit its kind, twins, and shares beyond everybody are refused with a sentence', async () => {
    const { scope } = await testWorkspace();
    const { journeyId, a, b, c, d } = await journeyOf(scope);
    const refused = (link: Omit<Parameters<typeof addLink>[1], 'journeyId'>) =>
      expect(addLink(scope, { journeyId, ...link })).rejects.toMatchObject(CONFLICT);
    await refused({ kind: 'loop', fromId: a, toId: b });
    await refused({ kind: 'skip', fromId: a, toId: b });
    await refused({ kind: 'exit', fromId: a, toId: b });
    await refused({ kind: 're_entry', fromId: a, toId: b });
    await refused({ kind: 'next', fromId: a });
    await refused({ kind: 'alternative', fromId: a, toId: a });
    await addLink(scope, { journeyId, kind: 'skip', fromId: a, toId: c, shareRatio: 0.6 });
    await refused({ kind: 'skip', fromId: a, toId: c });
    await refused({ kind: 'exit', fromId: a, shareRatio: 0.41 });
    const exit = await addLink(scope, { journeyId, kind: 'exit', fromId: a, shareRatio: 0.4 });
    await expect(editLink(scope, { id: exit.id, shareRatio: 0.5 })).rejects.toMatchObject(CONFLICT);
    await editLink(scope, { id: exit.id, shareRatio: 0.1 });
    await addLink(scope, { journeyId, kind: 'skip', fromId: a, toId: d, shareRatio: 0.3 });
    await retireTouchpoint(scope, { id: d });
    await editLink(scope, { id: exit.id, shareRatio: 0.4 });
    await expect(addLink(scope, { journeyId, kind: 'exit', fromId: d })).rejects.toMatchObject(CONFLICT);
  });

  test('both ends are of the same journey, and a second writer sees that somebody was first', async () => {
    const { scope } = await testWorkspace();
    const { journeyId, a, c } = await journeyOf(scope);
    const other = await createJourney(scope, { title: 'Other' });
    const stage = await addStage(scope, { journeyId: other.id, title: 'S' });
    const elsewhere = await addTouchpoint(scope, { stageId: stage.id, title: 'x' });
    await expect(
      addLink(scope, { journeyId, kind: 'alternative', fromId: a, toId: elsewhere.id }),
    ).rejects.toMatchObject(NOT_FOUND);
    await expect(
      addLink(scope, { journeyId: other.id, kind: 'alternative', fromId: a, toId: c }),
    ).rejects.toMatchObject(NOT_FOUND);
    const { id } = await addLink(scope, { journeyId, kind: 'alternative', fromId: a, toId: c });
    await editLink(scope, { id, label: 'mine', seen: { label: '' } });
    await expect(editLink(scope, { id, label: 'yours', seen: { label: '' } })).rejects.toMatchObject({
      code: 'conflict',
      theirs: { label: 'mine' },
    });
  });

  test('another workspace sees none of them', async () => {
    const [mine, theirs] = [await testWorkspace(), await testWorkspace()];
    const { journeyId, a, c } = await journeyOf(mine.scope);
    const { id } = await addLink(mine.scope, { journeyId, kind: 'alternative', fromId: a, toId: c });
    expect(await findLink(theirs.scope, id)).toBeNull();
    expect(await listLinks(theirs.scope, journeyId)).toEqual([]);
    expect(await listLinks(mine.scope, journeyId)).toHaveLength(1);
  });
});

describe('handoffs', () => {
  test('are recorded field by field, and each step is undone by what it returned', async () => {
    const { scope } = await testWorkspace();
    const { journeyId, b, c } = await journeyOf(scope);
    const ends = { fromId: b, toId: c };
    const first = await recordHandoff(scope, { ...ends, passes: 'the order' });
    expect(first.previous).toBeNull();
    const second = await recordHandoff(scope, { ...ends, promisedMinutes: 120, passes: 'all of it' });
    expect(second.id).toBe(first.id);
    expect(second.previous).toEqual({ promisedMinutes: null, passes: 'the order' });
    const [handoff] = handoffsOf(await mapOf(scope, journeyId));
    expect(handoff).toMatchObject({
      current: true,
      recorded: { passes: 'all of it', promisedMinutes: 120, recovery: '' },
    });
    await recordHandoff(scope, { ...ends, ...second.previous });
    expect(await findHandoff(scope, first.id)).toMatchObject({ passes: 'the order', promisedMinutes: null });
    await expect(
      recordHandoff(scope, { ...ends, passes: 'x', seen: { passes: 'all of it' } }),
    ).rejects.toMatchObject({ code: 'conflict', theirs: { passes: 'the order' } });
    await expect(recordHandoff(scope, { fromId: b, toId: b, passes: 'x' })).rejects.toMatchObject(NOT_FOUND);
  });

  test('a removed one comes back with its id and its question', async () => {
    const { scope } = await testWorkspace();
    const { b, c } = await journeyOf(scope);
    const { id, lineageId } = await askAboutHandoff(scope, { fromId: b, toId: c });
    await recordHandoff(scope, { fromId: b, toId: c, recovery: 'Call back' });
    const before = await findHandoff(scope, id);
    const { previous } = await removeHandoff(scope, { id });
    expect(await findHandoff(scope, id)).toBeNull();
    const { journeyId: _, lineageId: handoffLineageId, ...handoff } = previous;
    const back = { ...handoff, handoffLineageId };
    await restoreHandoff(scope, back);
    expect(await findHandoff(scope, id)).toEqual(before);
    expect(before?.lineageId).toBe(lineageId);
    await expect(restoreHandoff(scope, back)).rejects.toMatchObject(CONFLICT);
    await expect(restoreHandoff(scope, { ...back, id: newId() })).rejects.toMatchObject(CONFLICT);
  });

  test('one whose owners have become equal is kept', async () => {
    const { scope } = await testWorkspace();
    const { journeyId, sales, two, b, c } = await journeyOf(scope);
    await recordHandoff(scope, { fromId: b, toId: c, passes: 'the order' });
    await editStage(scope, { id: two.id, ownerTeamId: sales.id });
    expect(handoffsOf(await mapOf(scope, journeyId))).toMatchObject([
      { current: false, recorded: { passes: 'the order' } },
    ]);
  });

  test('its question is drafted once, in the workspace’s language, and goes by its teams everywhere', async () => {
    const { scope } = await testWorkspace({ language: 'de' });
    const { journeyId, field, b, c } = await journeyOf(scope);
    const asked = await askAboutHandoff(scope, { fromId: b, toId: c });
    expect(await askAboutHandoff(scope, { fromId: b, toId: c })).toMatchObject({ surveyId: asked.surveyId });
    const survey = await loadSurvey(scope, asked.surveyId);
    expect(survey).toMatchObject({
      metric: 'ces',
      title: 'Handoff Sales → Field ops',
      draft: {
        languages: ['de'],
        texts: { de: { topic: 'von Sales zu Field ops zu kommen, ohne alles noch einmal zu sagen' } },
      },
      subject: { title: 'Handoff Sales → Field ops', journeyId, touchpointId: c },
    });
    expect(await loadAskable(scope, { lineage: asked.lineageId })).toMatchObject({ suggested: 'ces' });
    await publishSurvey(scope, { id: asked.surveyId });
    await openPlacement(scope, { surveyId: asked.surveyId, kind: 'email' });
    await openPlacement(scope, { surveyId: asked.surveyId, kind: 'widget' });
    await renameTeam(scope, { id: field.id, name: 'Technicians' });
    const named = 'Handoff Sales → Technicians';
    expect(await listMailPlacements(scope)).toMatchObject([{ subjectTitle: named }]);
    expect(await listWidgetPlacements(scope)).toMatchObject([{ subjectTitle: named }]);
    expect((await mapOf(scope, journeyId)).handoffs).toMatchObject([
      { asking: true, measures: [{ metric: 'ces', shown: false }] },
    ]);
  });

  test('another workspace sees none of it', async () => {
    const [mine, theirs] = [await testWorkspace(), await testWorkspace()];
    const { b, c } = await journeyOf(mine.scope);
    const asked = await askAboutHandoff(mine.scope, { fromId: b, toId: c });
    expect(await findHandoff(theirs.scope, asked.id)).toBeNull();
    expect(await findSubject(theirs.scope, asked.lineageId)).toBeNull();
    expect(await findSurvey(theirs.scope, asked.surveyId)).toBeNull();
    await expect(recordHandoff(theirs.scope, { fromId: b, toId: c })).rejects.toMatchObject(NOT_FOUND);
    expect(await findSubject(mine.scope, asked.lineageId)).toMatchObject({ touchpointId: c });
  });

  test('viewers read, and change nothing', async () => {
    const workspace = await testWorkspace();
    const { journeyId, b, c } = await journeyOf(workspace.scope);
    const viewer = await workspace.as('viewer');
    const forbidden = { code: 'forbidden' };
    await expect(askAboutHandoff(viewer, { fromId: b, toId: c })).rejects.toMatchObject(forbidden);
    await expect(addLink(viewer, { journeyId, kind: 'exit', fromId: b })).rejects.toMatchObject(forbidden);
    expect(handoffsOf(await mapOf(viewer, journeyId))).toHaveLength(1);
  });
});

describe('sub-journeys', () => {
  /** A journey with one touchpoint. */
  async function journey(scope: Scope, title: string) {
    const { id } = await createJourney(scope, { title });
    const stage = await addStage(scope, { journeyId: id, title: 'S' });
    const touchpoint = await addTouchpoint(scope, { stageId: stage.id, title: 'T' });
    return { id, stageId: stage.id, touchpoint: touchpoint.id };
  }

  test('a touchpoint names the journey that shows it, which knows what it is part of', async () => {
    const { scope } = await testWorkspace();
    const [a, b] = [await journey(scope, 'A'), await journey(scope, 'B')];
    const done = await editTouchpoint(scope, { id: a.touchpoint, subJourneyId: b.id });
    expect((await findTree(scope, b.id))?.parents).toEqual([{ id: a.id, title: 'A' }]);
    expect((await mapOf(scope, a.id)).stages[0]?.touchpoints[0]?.subJourney).toEqual({
      id: b.id,
      title: 'B',
    });
    await editTouchpoint(scope, { id: a.touchpoint, ...done.previous });
    expect((await findTree(scope, b.id))?.parents).toEqual([]);
  });

  test('circles are refused over any number of levels, by retired touchpoints too, when adding too', async () => {
    const { scope } = await testWorkspace();
    const [a, b, c] = [await journey(scope, 'A'), await journey(scope, 'B'), await journey(scope, 'C')];
    await editTouchpoint(scope, { id: a.touchpoint, subJourneyId: b.id });
    await editTouchpoint(scope, { id: b.touchpoint, subJourneyId: c.id });
    expect(await contains(scope, a.id, c.id)).toBe(true);
    expect(await contains(scope, c.id, a.id)).toBe(false);
    const close = (subJourneyId: string) =>
      expect(editTouchpoint(scope, { id: c.touchpoint, subJourneyId })).rejects.toMatchObject(CONFLICT);
    await close(a.id);
    await close(b.id);
    await close(c.id);
    await expect(
      addTouchpoint(scope, { stageId: c.stageId, title: 'T2', subJourneyId: a.id }),
    ).rejects.toMatchObject(CONFLICT);
    await retireTouchpoint(scope, { id: b.touchpoint });
    await close(a.id);
  });

  test('no way of writing a whole map closes a circle: what would is left out and named', async () => {
    const { scope } = await testWorkspace();
    const [a, b, c] = [await journey(scope, 'A'), await journey(scope, 'B'), await journey(scope, 'C')];
    await editTouchpoint(scope, { id: a.touchpoint, subJourneyId: b.id });
    const { id: version } = await nameVersion(scope, { journeyId: a.id, name: 'With B' });
    await editTouchpoint(scope, { id: a.touchpoint, subJourneyId: null });
    await editTouchpoint(scope, { id: b.touchpoint, subJourneyId: c.id });
    const unharmed = await restoreVersion(scope, { id: version });
    expect(unharmed.lost.subJourneys).toEqual([]);
    expect((await findTouchpoint(scope, a.touchpoint))?.subJourneyId).toBe(b.id);

    await editTouchpoint(scope, { id: a.touchpoint, subJourneyId: null });
    await editTouchpoint(scope, { id: c.touchpoint, subJourneyId: a.id });
    const { lost } = await restoreVersion(scope, { id: version });
    expect(lost.subJourneys).toEqual([b.id]);
    expect((await findTouchpoint(scope, a.touchpoint))?.subJourneyId).toBeNull();
    // A copy is nobody's part, so it may keep what the original shows.
    const copy = await copyJourney(scope, { id: c.id });
    expect((await findTree(scope, copy.id))?.touchpoints[0]?.subJourneyId).toBe(a.id);

    const document = await findDocument(scope, a.id);
    if (!document) throw new Error('There is no journey A.');
    const touchpoints = document.touchpoints.map((one) => ({ ...one, subJourneyId: a.id }));
    const itself = await transact(scope, (tx) => writeDocument(tx, a.id, { ...document, touchpoints }));
    expect(itself?.subJourneys).toEqual([a.id]);
    expect((await findTouchpoint(scope, a.touchpoint))?.subJourneyId).toBeNull();
  });

  test('two journeys that are edited at once never wait for each other for ever', async () => {
    const { scope } = await testWorkspace();
    const [a, b] = [await journey(scope, 'A'), await journey(scope, 'B')];
    for (let round = 0; round < 8; round += 1) {
      const done = await Promise.allSettled([
        editTouchpoint(scope, { id: a.touchpoint, subJourneyId: b.id }),
        editTouchpoint(scope, { id: b.touchpoint, subJourneyId: a.id }),
      ]);
      const refused = done.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
      // Whoever comes second would close a circle; a deadlock would be refused as our own fault.
      expect(refused).toMatchObject([CONFLICT]);
      await editTouchpoint(scope, { id: a.touchpoint, subJourneyId: null });
      await editTouchpoint(scope, { id: b.touchpoint, subJourneyId: null });
    }
  });

  test('retired journeys are not offered, and another workspace’s neither', async () => {
    const [mine, theirs] = [await testWorkspace(), await testWorkspace()];
    const [a, b] = [await journey(mine.scope, 'A'), await journey(mine.scope, 'B')];
    await editTouchpoint(mine.scope, { id: a.touchpoint, subJourneyId: b.id });
    await retireJourney(mine.scope, { id: b.id });
    expect(await listJourneyTitles(mine.scope)).toEqual([{ id: a.id, title: 'A' }]);
    expect(await listJourneyTitles(theirs.scope)).toEqual([]);
    expect(await contains(theirs.scope, a.id, b.id)).toBe(false);
  });
});
