import { describe, expect, test } from 'vitest';
import { findTree } from '@/db/queries/journeys';
import type { Scope } from '@/db/scope';
import { testDatabase, testWorkspace } from '@/db/testing/database';
import { createJourney, editJourney } from './commands/journey';
import { addStage, editStage } from './commands/stage';
import { addTeam } from './commands/team';
import { addTouchpoint, editTouchpoint } from './commands/touchpoint';

testDatabase();

async function small(scope: Scope) {
  const { id: journeyId } = await createJourney(scope, { title: 'J' });
  const { id: stageId } = await addStage(scope, { journeyId, title: 'S' });
  const { id } = await addTouchpoint(scope, { stageId, title: 'T' });
  return { journeyId, stageId, id };
}

/** What the map draws, without how often it was changed. */
const drawn = async (scope: Scope, journeyId: string) => ({
  ...(await findTree(scope, journeyId)),
  revision: 0,
});

describe('a touchpoint in full', () => {
  test('keeps every field, and undoing puts each back', async () => {
    const workspace = await testWorkspace();
    const { scope } = workspace;
    const { journeyId, id } = await small(scope);
    const team = await addTeam(scope, { name: 'Sales' });
    const before = await drawn(scope, journeyId);
    const ownerUserId = scope.actor.kind === 'member' ? scope.actor.userId : '';
    const change = {
      channels: ['phone', 'email'],
      kind: 'waiting',
      visibility: 'backstage',
      trigger: 'The order is placed',
      delayMinutes: 2_880,
      durationMinutes: 15,
      motivation: 'Get it over with',
      promise: 'A date within two days',
      toldNext: 'The technician calls before arriving',
      contactRole: 'Your booking team',
      importanceCustomer: 5,
      importanceBusiness: 3,
      importanceSource: 'assumed',
      importanceReason: 'First promise we make',
      decision: 'simplify',
      decisionReason: 'Asked twice',
      information: [{ text: 'The slot', state: 'missing' }],
      playbook: 'Have the order open.',
      reviewCadenceDays: 90,
      ownerTeamId: team.id,
      ownerUserId,
      contributorTeamIds: [team.id],
    } as const;
    const { previous } = await editTouchpoint(scope, { id, ...change } as never);
    expect((await findTree(scope, journeyId))?.touchpoints[0]).toMatchObject(change);
    await editTouchpoint(scope, { id, ...previous } as never);
    expect(await drawn(scope, journeyId)).toEqual(before);
  });

  test('is refused with the field that has to be corrected, and nothing is saved', async () => {
    const { scope } = await testWorkspace();
    const { journeyId, stageId, id } = await small(scope);
    const before = await findTree(scope, journeyId);
    const refused = (path: string) => ({ code: 'invalid', errors: [{ path }] });
    await expect(editTouchpoint(scope, { id, importanceCustomer: 5 })).rejects.toMatchObject(
      refused('importanceSource'),
    );
    await expect(
      editTouchpoint(scope, { id, importanceBusiness: 1, importanceSource: 'assumed' }),
    ).rejects.toMatchObject(refused('importanceReason'));
    await expect(editTouchpoint(scope, { id, decision: 'remove' })).rejects.toMatchObject(
      refused('decisionReason'),
    );
    await expect(
      addTouchpoint(scope, { stageId, title: 'New', importanceCustomer: 2 }),
    ).rejects.toMatchObject(refused('importanceSource'));
    expect(await findTree(scope, journeyId)).toEqual(before);
  });
});

describe('a stage in full', () => {
  test('keeps its criterion, target and teams, and undoing puts each back', async () => {
    const { scope } = await testWorkspace();
    const { journeyId, stageId } = await small(scope);
    const team = await addTeam(scope, { name: 'Sales' });
    const before = await drawn(scope, journeyId);
    const change = {
      goal: 'Choose without regret',
      successCriterion: 'Three of four choose in one visit',
      targetMetric: 'nps',
      targetValue: 0.6,
      ownerTeamId: team.id,
      contributorTeamIds: [team.id],
    } as const;
    const { previous } = await editStage(scope, { id: stageId, ...change, contributorTeamIds: [team.id] });
    expect((await findTree(scope, journeyId))?.stages[0]).toMatchObject(change);
    await editStage(scope, { id: stageId, ...previous } as never);
    expect(await drawn(scope, journeyId)).toEqual(before);
  });

  test('is refused a target that its metric cannot reach, or half a target', async () => {
    const { scope } = await testWorkspace();
    const { journeyId, stageId } = await small(scope);
    for (const target of [
      { targetMetric: 'nps', targetValue: 60 },
      { targetMetric: 'ces' },
      { targetValue: 5 },
    ] as const) {
      await expect(editStage(scope, { id: stageId, ...target })).rejects.toMatchObject({ code: 'invalid' });
      await expect(addStage(scope, { journeyId, title: 'X', ...target })).rejects.toMatchObject({
        code: 'invalid',
      });
    }
    await editStage(scope, { id: stageId, targetMetric: 'ces', targetValue: 5.5 });
    await expect(editStage(scope, { id: stageId, targetMetric: null })).rejects.toMatchObject({
      errors: [{ path: 'targetMetric' }],
    });
  });
});

test('a journey keeps its state, owner, cadence and outcomes, and undoing puts each back', async () => {
  const { scope } = await testWorkspace();
  const { journeyId } = await small(scope);
  const before = await drawn(scope, journeyId);
  const ownerUserId = scope.actor.kind === 'member' ? scope.actor.userId : '';
  const change = {
    state: 'to_be' as const,
    ownerUserId,
    reviewCadenceDays: 180,
    outcomes: [{ name: 'Online on the promised day', unit: '%', baseline: 71, target: 90 }],
  };
  const { previous } = await editJourney(scope, { id: journeyId, ...change });
  expect(await findTree(scope, journeyId)).toMatchObject(change);
  await editJourney(scope, { id: journeyId, ...previous });
  expect(await drawn(scope, journeyId)).toEqual(before);
});
