import { expect, test } from 'vitest';
import { findJourney, findTree } from '@/db/queries/journeys';
import { listJourneysOfTeam, listTeamUses } from '@/db/queries/teams';
import type { Scope } from '@/db/scope';
import { testDatabase, testWorkspace } from '@/db/testing/database';
import { createJourney } from './journey';
import { addStage, retireStage } from './stage';
import { addTeam, reassignTeam } from './team';
import { addTouchpoint } from './touchpoint';

testDatabase();

async function owned(scope: Scope) {
  const [x, y] = [await addTeam(scope, { name: 'X' }), await addTeam(scope, { name: 'Y' })];
  const { id: journeyId } = await createJourney(scope, { title: 'J' });
  const one = await addStage(scope, { journeyId, title: 'One', ownerTeamId: x.id });
  const two = await addStage(scope, {
    journeyId,
    title: 'Two',
    ownerTeamId: y.id,
    contributorTeamIds: [x.id],
  });
  const a = await addTouchpoint(scope, { stageId: one.id, title: 'a', ownerTeamId: x.id });
  const b = await addTouchpoint(scope, { stageId: one.id, title: 'b', contributorTeamIds: [x.id, y.id] });
  const c = await addTouchpoint(scope, { stageId: two.id, title: 'c', contributorTeamIds: [x.id] });
  return { x: x.id, y: y.id, journeyId, one: one.id, two: two.id, a: a.id, b: b.id, c: c.id };
}

test('a team hands over all that it owns and helps with, once each, and the log says what', async () => {
  const { scope } = await testWorkspace();
  const { x, y, journeyId, one, two, a, b, c } = await owned(scope);
  const before = (await findJourney(scope, journeyId))?.revision ?? 0;
  expect(await listTeamUses(scope)).toEqual([
    { id: x, name: 'X', stages: 1, touchpoints: 1, contributions: 3, named: true },
    { id: y, name: 'Y', stages: 1, touchpoints: 0, contributions: 1, named: true },
  ]);
  const { handed, told } = await reassignTeam(scope, { journeyId, id: x, toTeamId: y });
  expect(handed).toEqual({ stages: [one], touchpoints: [a], contributions: [two, ...[b, c].sort()] });
  expect(told).toMatchObject({ title: 'J', from: 'X', to: 'Y', stages: [one] });

  const tree = await findTree(scope, journeyId);
  expect(tree?.stages.map((stage) => [stage.ownerTeamId, stage.contributorTeamIds])).toEqual([
    [y, []],
    [y, []],
  ]);
  const touchpoints = tree?.touchpoints.map((one) => [one.title, one.ownerTeamId, one.contributorTeamIds]);
  expect(touchpoints?.sort()).toEqual([
    ['a', y, []],
    ['b', null, [y]],
    ['c', null, [y]],
  ]);
  expect(tree?.revision).toBe(before + 1);
  expect((await listTeamUses(scope))[0]).toMatchObject({ name: 'X', named: false });
  expect(await listJourneysOfTeam(scope, x)).toEqual([]);
});

test('what is retired is handed over too, though it is not counted', async () => {
  const { scope } = await testWorkspace();
  const { x, y, journeyId, one } = await owned(scope);
  await retireStage(scope, { id: one });
  expect((await listTeamUses(scope))[0]).toMatchObject({ name: 'X', stages: 0, touchpoints: 0, named: true });
  await reassignTeam(scope, { journeyId, id: x, toTeamId: y });
  expect((await findTree(scope, journeyId))?.stages.find(({ id }) => id === one)?.ownerTeamId).toBe(y);
});

test('it leaves other journeys alone', async () => {
  const { scope } = await testWorkspace();
  const { x, y, journeyId } = await owned(scope);
  const { id: elsewhere } = await createJourney(scope, { title: 'K' });
  await addStage(scope, { journeyId: elsewhere, title: 'S', ownerTeamId: x });
  expect((await listJourneysOfTeam(scope, x)).sort()).toEqual([journeyId, elsewhere].sort());
  await reassignTeam(scope, { journeyId, id: x, toTeamId: y });
  expect(await listJourneysOfTeam(scope, x)).toEqual([elsewhere]);
});

test('a team cannot hand over to itself, and another workspace sees nothing of it', async () => {
  const [mine, other] = [await testWorkspace(), await testWorkspace()];
  const { x, y, journeyId } = await owned(mine.scope);
  await expect(reassignTeam(mine.scope, { journeyId, id: x, toTeamId: x })).rejects.toMatchObject({
    code: 'conflict',
  });
  await expect(reassignTeam(other.scope, { journeyId, id: x, toTeamId: y })).rejects.toMatchObject({
    code: 'not_found',
  });
  expect(await listTeamUses(other.scope)).toEqual([]);
  expect(await listJourneysOfTeam(other.scope, x)).toEqual([]);
});
