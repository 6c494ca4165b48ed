import { describe, expect, test } from 'vitest';
import { findPicture, listSteps, listWalks } from '@/db/queries/walks';
import { testDatabase, testWorkspace } from '@/db/testing/database';
import { createJourney } from './commands/journey';
import { addStage } from './commands/stage';
import { addTouchpoint } from './commands/touchpoint';
import { deleteOwnWalk, finishWalk, noteStep, startWalk } from './commands/walk';

testDatabase();

const PNG = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]);

async function walked() {
  const workspace = await testWorkspace();
  const { scope } = workspace;
  const journey = await createJourney(scope, { title: 'Walked' });
  const stage = await addStage(scope, { journeyId: journey.id, title: 'Stage' });
  const touchpoint = await addTouchpoint(scope, { stageId: stage.id, title: 'Call' });
  const { id } = await startWalk(scope, { journeyId: journey.id });
  return { workspace, scope, journeyId: journey.id, touchpointId: touchpoint.id, id };
}

describe('a walk', () => {
  test('that is under way is gone on with, and each field is kept without the others', async () => {
    const { scope, journeyId, touchpointId, id } = await walked();
    expect(await startWalk(scope, { journeyId })).toEqual({ id });
    await noteStep(scope, { id, touchpointId, rating: -1 });
    await noteStep(scope, { id, touchpointId, note: 'Nobody answered.' });
    await noteStep(scope, { id, touchpointId, minutes: 12 });
    expect(await listSteps(scope, journeyId)).toEqual([
      { walkId: id, touchpointId, rating: -1, minutes: 12, note: 'Nobody answered.', hasPicture: false },
    ]);
    await finishWalk(scope, { id });
    expect((await startWalk(scope, { journeyId })).id).not.toBe(id);
  });

  test('keeps a picture by what it is, refuses what only claims to be one, and gives it to nobody else', async () => {
    const { scope, touchpointId, id } = await walked();
    await noteStep(scope, { id, touchpointId, picture: PNG });
    expect(await findPicture(scope, id, touchpointId)).toMatchObject({ type: 'image/png' });
    await expect(
      noteStep(scope, { id, touchpointId, picture: new TextEncoder().encode('<svg onload="x">') }),
    ).rejects.toMatchObject({ code: 'invalid', errors: [{ path: 'picture' }] });
    const other = await testWorkspace();
    expect(await findPicture(other.scope, id, touchpointId)).toBeNull();
    await noteStep(scope, { id, touchpointId, picture: null });
    expect(await findPicture(scope, id, touchpointId)).toBeNull();
  });

  test('belongs to who takes it: others see it, and neither change nor delete it', async () => {
    const { workspace, scope, journeyId, touchpointId, id } = await walked();
    const viewer = await workspace.as('viewer');
    expect((await listWalks(viewer, journeyId)).map((one) => one.id)).toEqual([id]);
    for (const attempt of [
      () => noteStep(viewer, { id, touchpointId, note: 'Mine' }),
      () => finishWalk(viewer, { id }),
      () => deleteOwnWalk(viewer, { id }),
    ]) {
      await expect(attempt()).rejects.toMatchObject({ code: 'forbidden' });
    }
    expect(await listWalks((await testWorkspace()).scope, journeyId)).toEqual([]);
    await deleteOwnWalk(scope, { id });
    expect(await listSteps(scope, journeyId)).toEqual([]);
  });
});
