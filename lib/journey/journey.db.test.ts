import { describe, expect, test } from 'vitest';
import { findJourney, findTree } from '@/db/queries/journeys';
import { listPersonaIds, listPersonas } from '@/db/queries/personas';
import { listStageIds } from '@/db/queries/stages';
import { listTeams } from '@/db/queries/teams';
import { findTouchpoint, listTouchpointIds } from '@/db/queries/touchpoints';
import type { Scope } from '@/db/scope';
import { testDatabase, testWorkspace } from '@/db/testing/database';
import { newId } from '../id';
import { createJourney, editJourney, restoreJourney, retireJourney } from './commands/journey';
import { addPersona, editPersona } from './commands/persona';
import { addStage, editStage, moveStage, restoreStage, retireStage } from './commands/stage';
import { addTeam, renameTeam } from './commands/team';
import {
  addTouchpoint,
  editTouchpoint,
  moveTouchpoint,
  restoreTouchpoint,
  retireTouchpoint,
} from './commands/touchpoint';
import { listTemplates } from './templates';

testDatabase();

const NOT_FOUND = { code: 'not_found' };

/** A journey of two stages, [a, b, c] and [d]. */
async function smallJourney(scope: Scope) {
  const journey = await createJourney(scope, { title: 'Small' });
  const one = await addStage(scope, { journeyId: journey.id, title: 'One' });
  const two = await addStage(scope, { journeyId: journey.id, title: 'Two' });
  const add = (stageId: string, title: string) => addTouchpoint(scope, { stageId, title });
  const [a, b, c] = [await add(one.id, 'a'), await add(one.id, 'b'), await add(one.id, 'c')];
  const d = await add(two.id, 'd');
  return { journey, one, two, a, b, c, d };
}

/** All that the map draws, without who may own it and how often it was changed. */
async function drawn(scope: Scope, journeyId: string) {
  const tree = await findTree(scope, journeyId);
  return { ...tree, members: [], revision: 0 };
}

/** The titles that the map shows, stage by stage. */
async function shown(scope: Scope, journeyId: string): Promise<string[][]> {
  const tree = await findTree(scope, journeyId);
  return (tree?.stages ?? [])
    .filter((stage) => !stage.retired)
    .map((stage) => [
      stage.title,
      ...(tree?.touchpoints ?? [])
        .filter((one) => one.stageId === stage.id && !one.retired)
        .map((one) => one.title),
    ]);
}

describe('creating a journey', () => {
  test('from a template gives its stages and touchpoints in order, each with its own lineage', async () => {
    const { scope } = await testWorkspace();
    for (const template of listTemplates()) {
      const { id } = await createJourney(scope, { template: template.id, newPersonas: [{ name: 'Mover' }] });
      const tree = await findTree(scope, id);
      expect(await shown(scope, id)).toEqual(
        template.stages.map((stage) => [stage.title, ...stage.touchpoints.map((one) => one.title)]),
      );
      expect(tree).toMatchObject({ title: template.title, objective: template.objective });
      const lineages = tree?.touchpoints.map((one) => one.lineageId) ?? [];
      expect(new Set([...lineages, tree?.lineageId]).size).toBe(lineages.length + 1);
      expect(tree?.links).toHaveLength(template.links.length);
      expect(tree?.researchQuestions.map(({ text }) => text)).toEqual(template.researchQuestions);
      const statements = template.stages.flatMap(({ touchpoints }) =>
        touchpoints.flatMap((one) => one.statements),
      );
      expect(tree?.statements.map(({ state }) => state)).toEqual(statements.map(() => 'assumption'));
    }
    expect((await listPersonas(scope)).map((persona) => persona.name)).toEqual(['Mover']);
  });

  test('empty takes the texts and personas given', async () => {
    const { scope } = await testWorkspace();
    const persona = await addPersona(scope, { name: 'Renter', summary: 'Moves often' });
    const { id } = await createJourney(scope, {
      title: ' Becoming a customer ',
      objective: 'Win them',
      startTrigger: 'Ad',
      endOutcome: 'Online',
      personaIds: [persona.id],
    });
    expect(await findTree(scope, id)).toMatchObject({
      title: 'Becoming a customer',
      objective: 'Win them',
      startTrigger: 'Ad',
      endOutcome: 'Online',
      personas: [{ id: persona.id, name: 'Renter', summary: 'Moves often' }],
      stages: [],
      touchpoints: [],
      lastAnsweredOn: null,
    });
  });

  test('refuses a missing or long title, an unknown template and a foreign persona, and leaves nothing behind', async () => {
    const [mine, other] = [await testWorkspace(), await testWorkspace()];
    const foreign = await addPersona(other.scope, { name: 'Mover' });
    await expect(createJourney(mine.scope, {})).rejects.toMatchObject({ code: 'invalid' });
    await expect(createJourney(mine.scope, { title: 'x'.repeat(81) })).rejects.toMatchObject({
      code: 'invalid',
      errors: [{ path: 'title' }],
    });
    await expect(createJourney(mine.scope, { template: 'airline' })).rejects.toMatchObject(NOT_FOUND);
    await expect(createJourney(mine.scope, { title: 'X', personaIds: [foreign.id] })).rejects.toMatchObject(
      NOT_FOUND,
    );
    expect(
      await mine.scope.run(
        async (tx) =>
          (await tx.query.journeys.findMany()).length + (await tx.query.lineages.findMany()).length,
      ),
    ).toBe(0);
  });
});

describe('undo', () => {
  test('editing a journey, stage, touchpoint, team or persona returns what puts it back', async () => {
    const { scope } = await testWorkspace();
    const { journey, one, a } = await smallJourney(scope);
    const team = await addTeam(scope, { name: 'Sales' });
    const mover = await addPersona(scope, { name: 'Mover' });
    const before = [await drawn(scope, journey.id), await listTeams(scope), await listPersonas(scope)];

    const edited = {
      journey: await editJourney(scope, {
        id: journey.id,
        title: 'New',
        endOutcome: 'E',
        personaIds: [mover.id],
      }),
      stage: await editStage(scope, { id: one.id, title: 'New', goal: 'G', ownerTeamId: team.id }),
      touchpoint: await editTouchpoint(scope, {
        id: a.id,
        title: 'New',
        channels: ['phone'],
        ownerTeamId: team.id,
        moment: { polarity: 'break', reason: 'handoff' },
        expectedEmotion: -1.3,
      }),
      team: await renameTeam(scope, { id: team.id, name: 'Field ops' }),
      persona: await editPersona(scope, { id: mover.id, name: 'Renter', summary: 'S' }),
    };
    expect(await findTouchpoint(scope, a.id)).toMatchObject({
      title: 'New',
      channels: ['phone'],
      ownerTeamId: team.id,
      momentPolarity: 'break',
      momentReason: 'handoff',
      expectedEmotion: -1.3,
    });
    expect(await listPersonaIds(scope, journey.id)).toEqual([mover.id]);
    expect(edited.stage.previous).toEqual({ title: 'One', goal: '', ownerTeamId: null });

    await editJourney(scope, { id: journey.id, ...edited.journey.previous });
    await editStage(scope, { id: one.id, ...edited.stage.previous });
    await editTouchpoint(scope, { id: a.id, ...edited.touchpoint.previous } as never);
    await renameTeam(scope, { id: team.id, ...edited.team.previous });
    await editPersona(scope, { id: mover.id, ...edited.persona.previous });
    expect([await drawn(scope, journey.id), await listTeams(scope), await listPersonas(scope)]).toEqual(
      before,
    );
  });

  test('moving a touchpoint within and between stages returns its former place', async () => {
    const { scope } = await testWorkspace();
    const { journey, one, two, a, b } = await smallJourney(scope);
    const start = await shown(scope, journey.id);

    const within = await moveTouchpoint(scope, { id: a.id, stageId: one.id, index: 2 });
    expect(await shown(scope, journey.id)).toEqual([
      ['One', 'b', 'c', 'a'],
      ['Two', 'd'],
    ]);
    await moveTouchpoint(scope, { id: a.id, ...within.previous });
    expect(await shown(scope, journey.id)).toEqual(start);

    const across = await moveTouchpoint(scope, { id: b.id, stageId: two.id, index: 0 });
    expect(await shown(scope, journey.id)).toEqual([
      ['One', 'a', 'c'],
      ['Two', 'b', 'd'],
    ]);
    expect(across.previous).toEqual({ stageId: one.id, index: 1 });
    await moveTouchpoint(scope, { id: b.id, ...across.previous });
    expect(await shown(scope, journey.id)).toEqual(start);
  });

  test('moving a stage takes its touchpoints along and returns its former place', async () => {
    const { scope } = await testWorkspace();
    const { journey, two } = await smallJourney(scope);
    const moved = await moveStage(scope, { id: two.id, index: 0 });
    expect(await shown(scope, journey.id)).toEqual([
      ['Two', 'd'],
      ['One', 'a', 'b', 'c'],
    ]);
    await moveStage(scope, { id: two.id, ...moved.previous });
    expect((await shown(scope, journey.id)).map(([title]) => title)).toEqual(['One', 'Two']);
  });

  test('retiring and restoring a touchpoint gives back its place and its lineage', async () => {
    const { scope } = await testWorkspace();
    const { journey, one, a, b } = await smallJourney(scope);
    await retireTouchpoint(scope, { id: b.id });
    await retireTouchpoint(scope, { id: b.id });
    expect(await listTouchpointIds(scope, one.id)).not.toContain(b.id);
    expect((await findTouchpoint(scope, b.id))?.lineageId).toBe(b.lineageId);
    await expect(moveTouchpoint(scope, { id: b.id, stageId: one.id, index: 0 })).rejects.toMatchObject({
      code: 'conflict',
    });
    await restoreTouchpoint(scope, { id: b.id });
    expect((await shown(scope, journey.id))[0]).toEqual(['One', 'a', 'b', 'c']);

    await retireTouchpoint(scope, { id: a.id });
    await retireTouchpoint(scope, { id: b.id });
    await restoreTouchpoint(scope, { id: b.id });
    await restoreTouchpoint(scope, { id: a.id });
    expect((await shown(scope, journey.id))[0]).toEqual(['One', 'a', 'b', 'c']);
  });

  test('a retired stage takes its touchpoints off the map and brings them back', async () => {
    const { scope } = await testWorkspace();
    const { journey, one, two, a, b } = await smallJourney(scope);
    const start = await shown(scope, journey.id);
    await retireStage(scope, { id: one.id });
    expect(await shown(scope, journey.id)).toEqual([['Two', 'd']]);
    expect((await findTouchpoint(scope, a.id))?.retiredAt).toBeNull();
    await expect(addTouchpoint(scope, { stageId: one.id, title: 'x' })).rejects.toMatchObject({
      code: 'conflict',
    });
    await expect(moveStage(scope, { id: one.id, index: 0 })).rejects.toMatchObject({ code: 'conflict' });
    await expect(moveTouchpoint(scope, { id: b.id, stageId: two.id, index: 0 })).resolves.toMatchObject({
      previous: { stageId: one.id, index: 1 },
    });
    await expect(moveTouchpoint(scope, { id: b.id, stageId: one.id, index: 1 })).rejects.toMatchObject({
      code: 'conflict',
    });
    await restoreStage(scope, { id: one.id });
    await moveTouchpoint(scope, { id: b.id, stageId: one.id, index: 1 });
    expect(await shown(scope, journey.id)).toEqual(start);
  });

  test('retiring a journey keeps everything and restoring brings it back', async () => {
    const { scope } = await testWorkspace();
    const { journey } = await smallJourney(scope);
    const before = await drawn(scope, journey.id);
    await retireJourney(scope, { id: journey.id });
    expect((await findJourney(scope, journey.id))?.retiredAt).toBeInstanceOf(Date);
    await restoreJourney(scope, { id: journey.id });
    expect(await drawn(scope, journey.id)).toEqual(before);
  });
});

describe('order', () => {
  test('a new stage or touchpoint takes the place asked for, else the last', async () => {
    const { scope } = await testWorkspace();
    const { journey, two } = await smallJourney(scope);
    await addStage(scope, { journeyId: journey.id, title: 'Zero', index: 0 });
    await addTouchpoint(scope, { stageId: two.id, title: 'first', index: 0 });
    await addTouchpoint(scope, { stageId: two.id, title: 'last' });
    expect(await shown(scope, journey.id)).toEqual([
      ['Zero'],
      ['One', 'a', 'b', 'c'],
      ['Two', 'first', 'd', 'last'],
    ]);
  });

  test('moves made at the same time all happen and leave no gap and no double', async () => {
    const { scope } = await testWorkspace();
    const { journey, one, two, a, b, c, d } = await smallJourney(scope);
    await Promise.all([
      moveTouchpoint(scope, { id: a.id, stageId: two.id, index: 0 }),
      moveTouchpoint(scope, { id: c.id, stageId: two.id, index: 0 }),
      moveTouchpoint(scope, { id: d.id, stageId: one.id, index: 0 }),
      moveTouchpoint(scope, { id: b.id, stageId: one.id, index: 0 }),
    ]);
    expect(new Set(await listTouchpointIds(scope, one.id))).toEqual(new Set([b.id, d.id]));
    expect(new Set(await listTouchpointIds(scope, two.id))).toEqual(new Set([a.id, c.id]));
    const tree = await findTree(scope, journey.id);
    const rows = await Promise.all((tree?.touchpoints ?? []).map((row) => findTouchpoint(scope, row.id)));
    for (const stage of [one, two]) {
      const places = rows.filter((row) => row?.stageId === stage.id).map((row) => row?.position);
      expect(places.sort()).toEqual([0, 1]);
    }
  });
});

describe('names', () => {
  test('of teams and personas are unique within a workspace and free in another', async () => {
    const [mine, other] = [await testWorkspace(), await testWorkspace()];
    await addTeam(mine.scope, { name: 'Sales' });
    const ops = await addTeam(mine.scope, { name: 'Ops' });
    await addTeam(other.scope, { name: 'Sales' });
    await expect(addTeam(mine.scope, { name: ' Sales' })).rejects.toMatchObject({ code: 'conflict' });
    await expect(renameTeam(mine.scope, { id: ops.id, name: 'Sales' })).rejects.toMatchObject({
      code: 'conflict',
    });
    await renameTeam(mine.scope, { id: ops.id, name: 'Ops' });
    await addPersona(mine.scope, { name: 'Mover' });
    const renter = await addPersona(mine.scope, { name: 'Renter' });
    await expect(addPersona(mine.scope, { name: 'Mover' })).rejects.toMatchObject({ code: 'conflict' });
    await expect(editPersona(mine.scope, { id: renter.id, name: 'Mover' })).rejects.toMatchObject({
      code: 'conflict',
    });
  });
});

describe('who may', () => {
  test('another workspace’s ids are as absent as invented ones, for every command', async () => {
    const [mine, other] = [await testWorkspace(), await testWorkspace()];
    const theirs = await smallJourney(other.scope);
    const team = await addTeam(other.scope, { name: 'Theirs' });
    const persona = await addPersona(other.scope, { name: 'Theirs' });
    const own = await smallJourney(mine.scope);
    const before = await findTree(other.scope, theirs.journey.id);
    const { scope } = mine;
    const tries = (ids: {
      journey: string;
      stage: string;
      touchpoint: string;
      team: string;
      persona: string;
    }) => [
      () => editJourney(scope, { id: ids.journey, title: 'X' }),
      () => editJourney(scope, { id: own.journey.id, personaIds: [ids.persona] }),
      () => retireJourney(scope, { id: ids.journey }),
      () => restoreJourney(scope, { id: ids.journey }),
      () => addStage(scope, { journeyId: ids.journey, title: 'X' }),
      () => addStage(scope, { journeyId: own.journey.id, title: 'X', ownerTeamId: ids.team }),
      () => editStage(scope, { id: ids.stage, title: 'X' }),
      () => editStage(scope, { id: own.one.id, ownerTeamId: ids.team }),
      () => moveStage(scope, { id: ids.stage, index: 0 }),
      () => retireStage(scope, { id: ids.stage }),
      () => restoreStage(scope, { id: ids.stage }),
      () => addTouchpoint(scope, { stageId: ids.stage, title: 'X' }),
      () => addTouchpoint(scope, { stageId: own.one.id, title: 'X', ownerTeamId: ids.team }),
      () => editTouchpoint(scope, { id: ids.touchpoint, title: 'X' }),
      () => editTouchpoint(scope, { id: own.a.id, ownerTeamId: ids.team }),
      () => moveTouchpoint(scope, { id: ids.touchpoint, stageId: own.one.id, index: 0 }),
      () => moveTouchpoint(scope, { id: own.a.id, stageId: ids.stage, index: 0 }),
      () => retireTouchpoint(scope, { id: ids.touchpoint }),
      () => restoreTouchpoint(scope, { id: ids.touchpoint }),
      () => renameTeam(scope, { id: ids.team, name: 'X' }),
      () => editPersona(scope, { id: ids.persona, name: 'X' }),
    ];
    const invented = {
      journey: newId(),
      stage: newId(),
      touchpoint: newId(),
      team: newId(),
      persona: newId(),
    };
    const foreign = {
      journey: theirs.journey.id,
      stage: theirs.one.id,
      touchpoint: theirs.a.id,
      team: team.id,
      persona: persona.id,
    };
    for (const ids of [invented, foreign]) {
      for (const attempt of tries(ids)) await expect(attempt()).rejects.toMatchObject(NOT_FOUND);
    }
    expect(await findTree(scope, theirs.journey.id)).toBeNull();
    expect(await findJourney(scope, theirs.journey.id)).toBeNull();
    expect(await findTouchpoint(scope, theirs.a.id)).toBeNull();
    expect(await listStageIds(scope, theirs.journey.id)).toEqual([]);
    expect(await listTouchpointIds(scope, theirs.one.id)).toEqual([]);
    expect([await listTeams(scope), await listPersonas(scope)]).toEqual([[], []]);
    expect(await findTree(other.scope, theirs.journey.id)).toEqual(before);
  });

  test('a touchpoint cannot move into a stage of another journey', async () => {
    const { scope } = await testWorkspace();
    const [one, other] = [await smallJourney(scope), await smallJourney(scope)];
    await expect(
      moveTouchpoint(scope, { id: one.a.id, stageId: other.one.id, index: 0 }),
    ).rejects.toMatchObject(NOT_FOUND);
  });

  test('a viewer is refused every command and an editor is not', async () => {
    const workspace = await testWorkspace();
    const { journey, one, a } = await smallJourney(workspace.scope);
    const team = await addTeam(workspace.scope, { name: 'T' });
    const persona = await addPersona(workspace.scope, { name: 'P' });
    const everything = (scope: Scope) => [
      () => createJourney(scope, { title: 'X' }),
      () => editJourney(scope, { id: journey.id, title: 'X' }),
      () => retireJourney(scope, { id: journey.id }),
      () => restoreJourney(scope, { id: journey.id }),
      () => addStage(scope, { journeyId: journey.id, title: 'X' }),
      () => editStage(scope, { id: one.id, title: 'X' }),
      () => moveStage(scope, { id: one.id, index: 1 }),
      () => retireStage(scope, { id: one.id }),
      () => restoreStage(scope, { id: one.id }),
      () => addTouchpoint(scope, { stageId: one.id, title: 'X' }),
      () => editTouchpoint(scope, { id: a.id, title: 'X' }),
      () => moveTouchpoint(scope, { id: a.id, stageId: one.id, index: 1 }),
      () => retireTouchpoint(scope, { id: a.id }),
      () => restoreTouchpoint(scope, { id: a.id }),
      () => addTeam(scope, { name: 'X' }),
      () => renameTeam(scope, { id: team.id, name: 'Y' }),
      () => addPersona(scope, { name: 'X' }),
      () => editPersona(scope, { id: persona.id, name: 'Y' }),
    ];
    const before = await drawn(workspace.scope, journey.id);
    for (const attempt of everything(await workspace.as('viewer'))) {
      await expect(attempt()).rejects.toMatchObject({ code: 'forbidden' });
    }
    expect(await drawn(workspace.scope, journey.id)).toEqual(before);
    for (const attempt of everything(await workspace.as('editor'))) {
      await expect(attempt()).resolves.toHaveProperty('id');
    }
  });
});
