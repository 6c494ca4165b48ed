import { updateWorkspace } from '@/db/queries/workspaces';
import { command } from '@/lib/command';
import { workspaceSchema } from '../model';

/** Replaces the settings of the workspace. A new time zone decides the day of later answers; days that were counted stay. */
export const settleWorkspace = command('workspace.settle', workspaceSchema, async (tx, input) => {
  await updateWorkspace(tx, input);
  return { id: tx.workspaceId };
});
