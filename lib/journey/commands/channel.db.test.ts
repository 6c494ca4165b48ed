import { expect, test } from 'vitest';
import { countChannelUses, listChannels } from '@/db/queries/channels';
import { testDatabase, testWorkspace } from '@/db/testing/database';
import { addChannel, renameChannel, restoreChannel, retireChannel } from './channel';
import { createJourney, retireJourney } from './journey';
import { addStage } from './stage';
import { addTouchpoint, editTouchpoint, retireTouchpoint } from './touchpoint';

testDatabase();

test('a channel keeps its key through renaming, and undoing that is renaming it back', async () => {
  const { scope } = await testWorkspace();
  const { key } = await addChannel(scope, { label: 'Partner portal' });
  expect(key).toBe('partner-portal');
  const { previous } = await renameChannel(scope, { key, label: 'Dealer portal' });
  expect(await listChannels(scope)).toEqual([{ key, label: 'Dealer portal', retiredAt: null }]);
  await renameChannel(scope, { key, ...previous });
  expect(await listChannels(scope)).toEqual([{ key, label: 'Partner portal', retiredAt: null }]);
});

test('two channels never have one name, neither of the common list nor of the workspace', async () => {
  const { scope } = await testWorkspace();
  const { key } = await addChannel(scope, { label: 'Kiosk' });
  for (const label of ['website', 'KIOSK', ' Kiosk ']) {
    await expect(addChannel(scope, { label })).rejects.toMatchObject({ code: 'conflict' });
  }
  const other = await addChannel(scope, { label: 'Fair' });
  await expect(renameChannel(scope, { key: other.key, label: 'kiosk' })).rejects.toMatchObject({
    code: 'conflict',
  });
  expect(await renameChannel(scope, { key, label: 'kiosk' })).toMatchObject({ key });
});

test('a retired channel stays where it is used, and can be restored', async () => {
  const { scope } = await testWorkspace();
  const { key } = await addChannel(scope, { label: 'Kiosk' });
  const { id: journeyId } = await createJourney(scope, { title: 'J' });
  const { id: stageId } = await addStage(scope, { journeyId, title: 'S' });
  const one = await addTouchpoint(scope, { stageId, title: 'One', channels: [key, 'email'] });
  await addTouchpoint(scope, { stageId, title: 'Two', channels: ['email'] });
  expect([...(await countChannelUses(scope))].sort()).toEqual([
    ['email', 2],
    [key, 1],
  ]);

  await retireChannel(scope, { key });
  expect((await listChannels(scope))[0]?.retiredAt).toBeInstanceOf(Date);
  await editTouchpoint(scope, { id: one.id, channels: ['email', key] });
  expect((await countChannelUses(scope)).get(key)).toBe(1);
  await restoreChannel(scope, { key });
  expect((await listChannels(scope))[0]?.retiredAt).toBeNull();

  await retireTouchpoint(scope, { id: one.id });
  expect((await countChannelUses(scope)).get(key)).toBeUndefined();
  await retireJourney(scope, { id: journeyId });
  expect((await countChannelUses(scope)).size).toBe(0);
});

test('another workspace neither sees a channel nor may use or change it', async () => {
  const [mine, other] = [await testWorkspace(), await testWorkspace()];
  const { key } = await addChannel(other.scope, { label: 'Kiosk' });
  expect(await listChannels(mine.scope)).toEqual([]);
  for (const change of [
    () => renameChannel(mine.scope, { key, label: 'Mine' }),
    () => retireChannel(mine.scope, { key }),
    () => restoreChannel(mine.scope, { key }),
  ]) {
    await expect(change()).rejects.toMatchObject({ code: 'not_found' });
  }
  const { id: journeyId } = await createJourney(mine.scope, { title: 'J' });
  const { id: stageId } = await addStage(mine.scope, { journeyId, title: 'S' });
  await expect(addTouchpoint(mine.scope, { stageId, title: 'T', channels: [key] })).rejects.toMatchObject({
    errors: [{ path: 'channels' }],
  });
  expect(await addChannel(mine.scope, { label: 'Kiosk' })).toEqual({ key });
  expect(await listChannels(other.scope)).toEqual([{ key, label: 'Kiosk', retiredAt: null }]);
});

test('a viewer may not manage channels', async () => {
  const workspace = await testWorkspace();
  const viewer = await workspace.as('viewer');
  await expect(addChannel(viewer, { label: 'Kiosk' })).rejects.toMatchObject({ code: 'forbidden' });
});
