import { asc, eq } from 'drizzle-orm';
import { channels } from '../schema';
import type { Scope } from '../scope';

export type ChannelRow = { key: string; label: string; retiredAt: Date | null };

/** The channels that the workspace added to the common list, retired ones included, by label. */
export function listChannels(scope: Scope): Promise<ChannelRow[]> {
  return scope.run((tx) =>
    tx
      .select({ key: channels.key, label: channels.label, retiredAt: channels.retiredAt })
      .from(channels)
      .where(eq(channels.workspaceId, scope.workspaceId))
      .orderBy(asc(channels.label)),
  );
}
