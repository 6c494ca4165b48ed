import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { absorb, copyStatements, findAbsorber, findTaken, release } from '@/db/queries/absorptions';
import { findTree } from '@/db/queries/journeys';
import { findTouchpoint } from '@/db/queries/touchpoints';
import { type Scope, transact } from '@/db/scope';
import { testDatabase, testWorkspace } from '@/db/testing/database';
import { newContent } from '@/lib/survey/model/content';
import { dayOf } from '../clock';
import { newId } from '../id';
import { lineagesOf } from '../insights/rules/build-map';
import { listJourneys, loadJourneyMap, loadTouchpoint } from '../insights/views';
import { recordAnswers } from '../response/commands/record-answers';
import type { SurveyMetricId } from '../scoring/metrics';
import { draftSurvey, openPlacement, publishSurvey } from '../survey/commands';
import { copyJourney } from './commands/copy-journey';
import { recordHandoff } from './commands/handoff';
import { createJourney } from './commands/journey';
import { copyTouchpoint, mergeTouchpoints, splitTouchpoint, unmergeTouchpoint } from './commands/lineage';
import { addLink } from './commands/link';
import { addMarker } from './commands/marker';
import { addRemark } from './commands/remark';
import { addStage, restoreStage, retireStage } from './commands/stage';
import { addStatement } from './commands/statement';
import {
  addTouchpoint,
  editTouchpoint,
  moveTouchpoint,
  restoreTouchpoint,
  retireTouchpoint,
} from './commands/touchpoint';

testDatabase();

const NOW = new Date();
const none = new URLSearchParams();

async function asks(scope: Scope, lineageId: string, metric: SurveyMetricId): Promise<string> {
  const content = newContent('en', { topic: 'booking a visit' });
  const { id } = await draftSurvey(scope, { lineageId, metric, content });
  await publishSurvey(scope, { id });
  return (await openPlacement(scope, { surveyId: id, kind: 'link' })).id;
}

async function answer(scope: Scope, placementId: string, score: number, times = 1): Promise<void> {
  const one = () => ({
    ...{
      placementId,
      responseId: newId(),
      seq: 1,
      state: 'complete' as const,
      score,
      words: null,
      comment: null,
    },
    ...{
      keyHash: null,
      invitationId: null,
      contactId: null,
      persona: '',
      respondentKey: null,
      attributes: null,
    },
    ...{ source: 'link' as const, receivedAt: NOW, day: dayOf(NOW, 'Europe/Berlin') },
  });
  await recordAnswers(scope, Array.from({ length: times }, one));
}

async function small() {
  const workspace = await testWorkspace();
  const { scope } = workspace;
  const journey = await createJourney(scope, { title: 'J' });
  const stage = await addStage(scope, { journeyId: journey.id, title: 'S' });
  const add = (title: string) => addTouchpoint(scope, { stageId: stage.id, title });
  const [a, b, c] = [await add('a'), await add('b'), await add('c')];
  const map = () => loadJourneyMap(scope, journey.id, none, NOW);
  const cells = async () => (await map()).stages.flatMap((one) => one.touchpoints);
  return { ...workspace, journey, stage, a, b, c, map, cells };
}

/** What a map shows, without its answers and without what only counts its changes. */
async function drawn(scope: Scope, journeyId: string) {
  const { stages, statements, links, handoffs, markers } = await loadJourneyMap(scope, journeyId, none, NOW);
  return {
    stages: stages.map(({ measures: _, touchpoints, ...stage }) => ({
      ...stage,
      touchpoints: touchpoints.map(({ measures: _, asking: __, answeredOn: ___, ...one }) => one),
    })),
    ...{ statements, links, handoffs, markers },
  };
}

describe('copying a touchpoint', () => {
  test('keeps what it says, starts without answers, and takes what was validated for an assumption', async () => {
    const { scope, journey, stage, a, cells } = await small();
    await editTouchpoint(scope, {
      id: a.id,
      channels: ['phone', 'chat'],
      promise: 'A date',
      expectedEmotion: 1.2,
    });
    const about = { journeyId: journey.id, touchpointId: a.id };
    const evidence = [{ kind: 'interview' as const, gatheredOn: dayOf(NOW, 'Europe/Berlin') }];
    const refuted = {
      state: 'refuted' as const,
      evidence: evidence.map((one) => ({ ...one, stance: 'contradicts' as const })),
    };
    await addStatement(scope, { ...about, kind: 'pain', text: 'Waits', state: 'validated', evidence });
    await addStatement(scope, { ...about, kind: 'gain', text: 'Never liked it', ...refuted });
    await answer(scope, await asks(scope, a.lineageId, 'ces'), 5, 7);
    const copy = await copyTouchpoint(scope, { id: a.id, stageId: stage.id, index: 1 });
    const [original, second] = await cells();
    expect(second).toMatchObject({ id: copy.id, title: 'a', channels: ['phone', 'chat'], promise: 'A date' });
    expect(second?.expectedEmotion).toBe(1.2);
    expect(second?.lineageId).not.toBe(original?.lineageId);
    expect([original?.measures[0]?.score.n, second?.measures]).toEqual([7, []]);
    const tree = await findTree(scope, journey.id);
    const said = tree?.statements.filter(({ touchpointId }) => touchpointId === copy.id);
    expect(said?.map(({ text, state, evidence: rests }) => [text, state, rests])).toEqual([
      ['Waits', 'assumption', []],
    ]);
  });

  test('goes into another journey, where its own journey cannot become a part of itself', async () => {
    const { scope, a } = await small();
    const other = await createJourney(scope, { title: 'Other' });
    const stage = await addStage(scope, { journeyId: other.id, title: 'S' });
    await editTouchpoint(scope, { id: a.id, subJourneyId: other.id });
    const copy = await copyTouchpoint(scope, { id: a.id, stageId: stage.id, title: 'In the other' });
    expect(await findTouchpoint(scope, copy.id)).toMatchObject({
      ...{ journeyId: other.id, stageId: stage.id, title: 'In the other', subJourneyId: null },
    });
  });

  test('is refused where the touchpoint or the stage is retired', async () => {
    const { scope, stage, a, b } = await small();
    await retireTouchpoint(scope, { id: a.id });
    await expect(copyTouchpoint(scope, { id: a.id, stageId: stage.id })).rejects.toMatchObject({
      code: 'conflict',
    });
    await retireStage(scope, { id: stage.id });
    await expect(copyTouchpoint(scope, { id: b.id, stageId: stage.id })).rejects.toMatchObject({
      code: 'conflict',
    });
  });
});

describe('splitting a touchpoint', () => {
  test('leaves lineage, answers and statements with the original and tells where the new one comes from', async () => {
    const { scope, journey, a, cells } = await small();
    await editTouchpoint(scope, { id: a.id, channels: ['website', 'app'] });
    await addStatement(scope, { journeyId: journey.id, touchpointId: a.id, kind: 'pain', text: 'Waits' });
    await answer(scope, await asks(scope, a.lineageId, 'ces'), 5, 7);
    const made = await splitTouchpoint(scope, { id: a.id, title: 'a in the app', channels: ['app'] });
    const [original, second] = await cells();
    expect(original).toMatchObject({
      id: a.id,
      lineageId: a.lineageId,
      channels: ['website', 'app'],
      split: null,
    });
    expect(original?.measures[0]?.score.n).toBe(7);
    expect(second).toMatchObject({ id: made.id, title: 'a in the app', channels: ['app'], measures: [] });
    expect(second?.split).toEqual({ fromId: a.id, fromTitle: 'a', on: dayOf(NOW, 'Europe/Berlin') });
    const tree = await findTree(scope, journey.id);
    expect(tree?.statements.map(({ touchpointId }) => touchpointId)).toEqual([a.id]);
    const foreign = splitTouchpoint(scope, { id: a.id, title: 'x', channels: ['shop'] });
    await expect(foreign).rejects.toMatchObject({ code: 'invalid' });
  });
});

describe('merging touchpoints', () => {
  test('pools equal metric and wording, keeps others apart, and goes on counting what the merged one is asked', async () => {
    const { scope, journey, a, b, cells } = await small();
    const [here, there] = [await asks(scope, a.lineageId, 'ces'), await asks(scope, b.lineageId, 'ces')];
    const apart = await asks(scope, b.lineageId, 'nps');
    await answer(scope, here, 7, 6);
    await answer(scope, there, 1, 6);
    await answer(scope, apart, 9, 5);
    await mergeTouchpoints(scope, { id: a.id, fromId: b.id });
    await answer(scope, there, 1, 2);
    const [cell, ...others] = await cells();
    expect(others.map(({ title }) => title)).toEqual(['c']);
    expect(cell?.measures.map(({ metric, score }) => [metric, score.n])).toEqual([
      ['nps', 5],
      ['ces', 14],
    ]);
    expect(cell?.absorbed).toEqual([{ lineageId: b.lineageId, title: 'b', on: dayOf(NOW, 'Europe/Berlin') }]);
    expect(cell?.asking).toBe(true);
    const detail = await loadTouchpoint(scope, journey.id, a.id, none, NOW, 'en');
    expect(
      detail.parts.map(({ title, measures }) => [title, measures.map(({ metric, n }) => [metric, n])]),
    ).toEqual([
      ['a', [['ces', 6]]],
      [
        'b',
        [
          ['nps', 5],
          ['ces', 8],
        ],
      ],
    ]);
    expect((await listJourneys(scope))[0]).toMatchObject({ touchpoints: 2, measured: 1, answers: 19 });
    await expect(restoreTouchpoint(scope, { id: b.id })).rejects.toMatchObject({ code: 'conflict' });
    await unmergeTouchpoint(scope, { id: b.id });
    expect(
      (await cells()).map(({ title, measures }) => [title, ...measures.map(({ score }) => score.n)]),
    ).toEqual([['a', 6], ['b', 5, 8], ['c']]);
    await expect(unmergeTouchpoint(scope, { id: b.id })).rejects.toMatchObject({ code: 'conflict' });
  });

  test('takes along what was said, leads no way from the touchpoint to itself, and gives back exactly that', async () => {
    const { scope, journey, a, b, c, map } = await small();
    const journeyId = journey.id;
    const link = (fromId: string, toId: string, kind: 'loop' | 'skip' | 'alternative') =>
      addLink(scope, { journeyId, fromId, toId, kind });
    await link(a.id, b.id, 'alternative');
    await link(c.id, b.id, 'loop');
    await link(c.id, a.id, 'loop');
    await recordHandoff(scope, { fromId: a.id, toId: b.id, passes: 'The order' });
    await recordHandoff(scope, { fromId: b.id, toId: c.id, passes: 'The date' });
    await addStatement(scope, { journeyId, touchpointId: b.id, kind: 'pain', text: 'Of b' });
    await addStatement(scope, { journeyId, touchpointId: a.id, kind: 'pain', text: 'Of a' });
    await addMarker(scope, {
      journeyId,
      touchpointId: b.id,
      changedOn: '2026-01-01',
      text: 'New form',
      outcome: 'Faster',
    });
    const remark = await addRemark(scope, { journeyId, touchpointId: b.id, text: 'Why?' });
    const before = await drawn(scope, journeyId);
    const merged = await mergeTouchpoints(scope, { id: a.id, fromId: b.id });
    expect(merged.previous.taken.remarks).toEqual([remark.id]);
    const after = await map();
    expect(after.statements.map(({ text, touchpointId }) => [text, touchpointId]).sort()).toEqual([
      ['Of a', a.id],
      ['Of b', a.id],
    ]);
    expect(after.markers.map(({ touchpointId }) => touchpointId)).toEqual([a.id]);
    expect(after.handoffs.map(({ fromId, toId }) => [fromId, toId])).toEqual([[a.id, c.id]]);
    expect(after.links.map(({ fromId, toId }) => [fromId, toId])).toEqual([[c.id, a.id]]);
    await unmergeTouchpoint(scope, { id: b.id });
    expect(await drawn(scope, journeyId)).toEqual(before);
  });

  test('one after the other can be taken back in any order', async () => {
    const { scope, journey, a, b, c, cells } = await small();
    const about = { journeyId: journey.id, kind: 'pain' as const };
    for (const one of [a, b, c]) await addStatement(scope, { ...about, touchpointId: one.id, text: one.id });
    const before = await drawn(scope, journey.id);
    await mergeTouchpoints(scope, { id: b.id, fromId: c.id });
    await mergeTouchpoints(scope, { id: a.id, fromId: b.id });
    expect((await cells()).map((one) => lineagesOf(one).length)).toEqual([3]);
    await unmergeTouchpoint(scope, { id: c.id });
    expect((await cells()).map((one) => lineagesOf(one).length)).toEqual([2, 1]);
    await unmergeTouchpoint(scope, { id: b.id });
    expect(await drawn(scope, journey.id)).toEqual(before);
  });

  test('is refused with itself, over journeys, and with what is retired', async () => {
    const [one, other] = [await small(), await small()];
    const { scope, a, b } = one;
    const refused = (id: string, fromId: string) =>
      mergeTouchpoints(scope, { id, fromId }).catch(({ code }: { code: string }) => code);
    const second = await createJourney(scope, { title: 'Second' });
    const stage = await addStage(scope, { journeyId: second.id, title: 'S' });
    const far = await addTouchpoint(scope, { stageId: stage.id, title: 'far' });
    await retireTouchpoint(scope, { id: b.id });
    expect([await refused(a.id, a.id), await refused(a.id, far.id), await refused(a.id, b.id)]).toEqual([
      ...['conflict', 'conflict', 'conflict'],
    ]);
    expect([await refused(a.id, other.a.id), await refused(other.a.id, a.id)]).toEqual([
      'not_found',
      'not_found',
    ]);
  });
});

describe('another workspace', () => {
  test('reads and moves nothing of a merge', async () => {
    const [one, other] = [await small(), await testWorkspace()];
    const { scope, journey, a, b, c } = one;
    const about = { journeyId: journey.id, touchpointId: b.id };
    await addStatement(scope, { ...about, kind: 'pain', text: 'Of b' });
    const { previous } = await mergeTouchpoints(scope, { id: a.id, fromId: b.id });
    expect(await findAbsorber(scope, journey.id, b.lineageId)).toEqual({
      id: a.id,
      title: 'a',
      retired: false,
    });
    expect(await findAbsorber(other.scope, journey.id, b.lineageId)).toBeNull();
    expect(await findTaken(scope, journey.id, b.id)).toEqual(previous.taken);
    expect((await findTaken(other.scope, journey.id, b.id)).statements).toEqual([]);
    const before = await drawn(scope, journey.id);
    await transact(other.scope, (tx) => release(tx, journey.id, b, a.id, previous.taken));
    await transact(other.scope, (tx) =>
      copyStatements(tx, a.id, { id: c.id, journeyId: journey.id }, '', null),
    );
    await expect(transact(other.scope, (tx) => absorb(tx, journey.id, c, a.id))).rejects.toThrow();
    expect(await drawn(scope, journey.id)).toEqual(before);
  });
});

/** What a random edit does; numbers choose among what there is at that moment. */
const stepArb = fc.record({
  kind: fc.constantFrom(
    ...([
      'add',
      'rename',
      'move',
      'copy',
      'split',
      'merge',
      'merge',
      'unmerge',
      'retire',
      'restore',
    ] as const),
    ...(['retireStage', 'restoreStage', 'answer', 'answer', 'answer', 'copyJourney'] as const),
  ),
  x: fc.nat(1_000),
  y: fc.nat(1_000),
});

describe('lineage under random edits', () => {
  test('every answer is counted once or belongs to what is retired, and undoing everything leads back', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(stepArb, { minLength: 5, maxLength: 22 }), async (steps) => {
        const { scope } = await testWorkspace();
        const first = await createJourney(scope, { title: 'J' });
        const journeys = [first.id];
        for (const title of ['One', 'Two']) {
          const stage = await addStage(scope, { journeyId: first.id, title });
          for (const name of ['a', 'b']) {
            await addTouchpoint(scope, { stageId: stage.id, title: `${title} ${name}` });
          }
        }
        const before = await drawn(scope, first.id);
        const places = new Map<string, string>();
        const answers = new Map<string, number>();
        const undo: (() => Promise<unknown>)[] = [];
        for (const { kind, x, y } of steps) {
          const journeyId = journeys[x % journeys.length] as string;
          const tree = await treeOf(scope, journeyId);
          const pick = <T>(list: readonly T[], by: number) => list[by % Math.max(1, list.length)];
          const open = tree.stages.filter((one) => !one.retired);
          const shown = tree.touchpoints.filter(
            (one) => !one.retired && open.some(({ id }) => id === one.stageId),
          );
          const merged = new Set(
            tree.touchpoints.flatMap((one) => one.absorbed.map(({ lineageId }) => lineageId)),
          );
          const retired = tree.touchpoints.filter((one) => one.retired);
          const free = new Set(
            tree.touchpoints
              .filter((one) => !one.retired)
              .flatMap((one) => one.absorbed.map(({ lineageId }) => lineageId)),
          );
          const [one, other, stage] = [pick(shown, x), pick(shown, y), pick(open, y)];
          if (kind === 'add' && stage) {
            const { id } = await addTouchpoint(scope, { stageId: stage.id, title: 'new', index: x % 4 });
            undo.push(() => retireTouchpoint(scope, { id }));
          } else if (kind === 'rename' && one) {
            await editTouchpoint(scope, { id: one.id, title: `t${y}` });
            undo.push(() => editTouchpoint(scope, { id: one.id, title: one.title }));
          } else if (kind === 'move' && one && stage) {
            const { previous } = await moveTouchpoint(scope, { id: one.id, stageId: stage.id, index: x % 5 });
            undo.push(() => moveTouchpoint(scope, { id: one.id, ...previous }));
          } else if (kind === 'copy' && one && stage) {
            const { id } = await copyTouchpoint(scope, { id: one.id, stageId: stage.id });
            undo.push(() => retireTouchpoint(scope, { id }));
          } else if (kind === 'split' && one) {
            const { id } = await splitTouchpoint(scope, { id: one.id, title: 'split off' });
            undo.push(() => retireTouchpoint(scope, { id }));
          } else if (kind === 'merge' && one && other && one !== other) {
            await mergeTouchpoints(scope, { id: one.id, fromId: other.id });
            undo.push(() => unmergeTouchpoint(scope, { id: other.id }));
          } else if (kind === 'unmerge') {
            const back = pick(
              retired.filter(({ lineageId }) => free.has(lineageId)),
              x,
            );
            if (!back) continue;
            const { previous } = await unmergeTouchpoint(scope, { id: back.id });
            undo.push(() =>
              mergeTouchpoints(scope, { id: previous.intoId, position: previous.position, fromId: back.id }),
            );
          } else if (kind === 'retire' && one) {
            await retireTouchpoint(scope, { id: one.id });
            undo.push(() => restoreTouchpoint(scope, { id: one.id }));
          } else if (kind === 'restore') {
            const back = pick(
              retired.filter(({ lineageId }) => !merged.has(lineageId)),
              x,
            );
            if (!back) continue;
            const { previous } = await restoreTouchpoint(scope, { id: back.id });
            undo.push(() => retireTouchpoint(scope, { id: back.id, ...previous }));
          } else if (kind === 'retireStage' && stage) {
            await retireStage(scope, { id: stage.id });
            undo.push(() => restoreStage(scope, { id: stage.id }));
          } else if (kind === 'restoreStage') {
            const back = pick(
              tree.stages.filter((each) => each.retired),
              x,
            );
            if (!back) continue;
            const { previous } = await restoreStage(scope, { id: back.id });
            undo.push(() => retireStage(scope, { id: back.id, ...previous }));
          } else if (kind === 'copyJourney' && journeys.length < 2) {
            journeys.push((await copyJourney(scope, { id: journeyId })).id);
          } else if (kind === 'answer') {
            // A copy of a map whose stages are all retired has nothing to ask about.
            const lineageId = pick(tree.touchpoints, y)?.lineageId;
            if (!lineageId) continue;
            const place =
              places.get(lineageId) ?? (await asks(scope, lineageId, x % 2 === 0 ? 'ces' : 'emotion'));
            places.set(lineageId, place);
            await answer(scope, place, 1 + (y % 2), 1 + (x % 3));
            answers.set(lineageId, (answers.get(lineageId) ?? 0) + 1 + (x % 3));
          }
        }
        for (const journeyId of journeys) await expectCountedOnce(scope, journeyId, answers);
        for (const back of undo.reverse()) await back();
        for (const journeyId of journeys) await expectCountedOnce(scope, journeyId, answers);
        expect(await drawn(scope, first.id)).toEqual(before);
      }),
      { numRuns: 20, endOnFailure: true },
    );
  }, 240_000);
});

async function treeOf(scope: Scope, journeyId: string) {
  const tree = await findTree(scope, journeyId);
  if (!tree) throw new Error('The journey is gone.');
  return tree;
}

/** Each lineage of the journey is shown in one cell at most, and each answer is in that cell or in nothing that is shown. */
async function expectCountedOnce(scope: Scope, journeyId: string, answers: ReadonlyMap<string, number>) {
  const tree = await treeOf(scope, journeyId);
  const map = await loadJourneyMap(scope, journeyId, none, NOW);
  const cells = map.stages.flatMap((stage) => stage.touchpoints);
  const claimed = tree.touchpoints.flatMap((one) => one.absorbed.map(({ lineageId }) => lineageId));
  expect(new Set(claimed).size).toBe(claimed.length);
  // A copy of a map leaves retired touchpoints behind, and keeps what was merged into one that it shows.
  const own = [...new Set([...tree.touchpoints.map(({ lineageId }) => lineageId), ...claimed])];
  const shown = cells.flatMap(lineagesOf);
  expect(new Set(shown).size).toBe(shown.length);
  for (const cell of cells) {
    const n = cell.measures.reduce((sum, { score }) => sum + score.n, 0);
    expect(n).toBe(lineagesOf(cell).reduce((sum, lineage) => sum + (answers.get(lineage) ?? 0), 0));
  }
  // What is not shown belongs to something retired, or was merged into something retired.
  const openStages = new Set(tree.stages.filter((one) => !one.retired).map(({ id }) => id));
  const gone = tree.touchpoints.filter((one) => one.retired || !openStages.has(one.stageId));
  const hidden = own.filter((lineage) => !shown.includes(lineage));
  for (const lineage of hidden) {
    const holder = gone.find((one) => lineagesOf(one).includes(lineage));
    expect(holder, `a lineage is neither shown nor retired: ${lineage}`).toBeDefined();
  }
  const total = own.reduce((sum, lineage) => sum + (answers.get(lineage) ?? 0), 0);
  const shownN = cells.reduce((sum, cell) => sum + cell.measures.reduce((n, { score }) => n + score.n, 0), 0);
  const hiddenN = hidden.reduce((sum, lineage) => sum + (answers.get(lineage) ?? 0), 0);
  expect(shownN + hiddenN).toBe(total);
  const stageN = map.stages.flatMap((one) => one.measures).reduce((sum, { score }) => sum + score.n, 0);
  expect(stageN).toBe(shownN);
}
