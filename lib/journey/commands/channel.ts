import { z } from 'zod';
import { type ChannelRow, insertChannel, listChannels, updateChannel } from '@/db/queries/channels';
import { announceMapsWith } from '@/db/queries/notices';
import type { TxScope } from '@/db/scope';
import { command } from '../../command';
import { AppError, notFound } from '../../errors';
import { CHANNEL_LABELS } from '../model';
import { channelKeySchema } from '../model/touchpoint';
import { channelKeyOf, sameLabel } from '../rules/channels';

/** The most channels that a workspace may add to the common list. */
export const MOST_CHANNELS = 100;

const label = z.string().trim().min(1, 'Name the channel.').max(40, 'Use at most 40 characters.');
const byKey = z.strictObject({ key: channelKeySchema });

/**
 * Adds a channel to the workspace's list; its key stays whatever it is called later.
 *
 * @throws AppError `conflict` where a channel of that name is there, or the list is full
 */
export const addChannel = command('channel.add', z.strictObject({ label }), async (tx, input) => {
  const own = await listChannels(tx);
  requireFree(input.label, own);
  if (own.length >= MOST_CHANNELS)
    throw new AppError('conflict', 'The list is full. Rename a retired channel.');
  const key = channelKeyOf(
    input.label,
    own.map((one) => one.key),
  );
  if (!(await insertChannel(tx, { key, label: input.label }))) throw nameTaken();
  return { key };
});

/** Renames a channel on every map, and tells those that are open. @throws AppError `not_found`; `conflict` where the name is taken */
export const renameChannel = command('channel.rename', byKey.extend({ label }), async (tx, input) => {
  const own = await listChannels(tx);
  const channel = known(own, input.key);
  requireFree(
    input.label,
    own.filter((one) => one !== channel),
  );
  await updateChannel(tx, input.key, { label: input.label });
  await announceMapsWith(tx, { channel: input.key });
  return { key: input.key, previous: { label: channel.label } };
});

/** Keeps a channel from being chosen; touchpoints that have it keep it. @throws AppError `not_found` */
export const retireChannel = command('channel.retire', byKey, async (tx, { key }) => {
  await setRetired(tx, key, new Date());
  return { key };
});

/** Lets a retired channel be chosen again. @throws AppError `not_found` */
export const restoreChannel = command('channel.restore', byKey, async (tx, { key }) => {
  await setRetired(tx, key, null);
  return { key };
});

async function setRetired(tx: TxScope, key: string, retiredAt: Date | null): Promise<void> {
  const channel = known(await listChannels(tx), key);
  if ((channel.retiredAt === null) !== (retiredAt === null)) await updateChannel(tx, key, { retiredAt });
}

function known(own: readonly ChannelRow[], key: string): ChannelRow {
  const channel = own.find((one) => one.key === key);
  if (!channel) throw notFound();
  return channel;
}

function requireFree(wanted: string, own: readonly ChannelRow[]): void {
  const taken = own.find((one) => sameLabel(one.label, wanted));
  if (taken?.retiredAt) {
    throw new AppError('conflict', 'A retired channel has that name. Restore it, or choose another name.');
  }
  if (taken || Object.values(CHANNEL_LABELS).some((common) => sameLabel(common, wanted))) throw nameTaken();
}

const nameTaken = () =>
  new AppError('conflict', 'There is a channel of that name. Use it, or choose another name.');
