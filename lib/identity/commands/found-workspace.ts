import { insertJobs } from '@/db/queries/jobs';
import { insertMember } from '@/db/queries/members';
import { insertWorkspace } from '@/db/queries/workspaces';
import { command } from '@/lib/command';
import { AppError } from '@/lib/errors';
import { hashOf, newKey } from '@/lib/id';
import { PACK_ROUND } from '../../response/model/pack';
import { workspaceSchema } from '../model';

const schema = workspaceSchema.extend({
  minimumN: workspaceSchema.shape.minimumN.default(5),
  senderAddress: workspaceSchema.shape.senderAddress.default(null),
  postalAddress: workspaceSchema.shape.postalAddress.default(null),
  privacyUrl: workspaceSchema.shape.privacyUrl.default(null),
});

/** Founds the workspace of a scope from `proveFounder`; the founder becomes its owner. */
export const foundWorkspace = command('workspace.found', schema, async (tx, input) => {
  if (tx.actor.kind !== 'member') throw new AppError('forbidden', 'Only a person can found a workspace.');
  const siteKey = newKey(20);
  await insertWorkspace(tx, { ...input, siteKey, siteKeyHash: hashOf(siteKey) });
  await insertMember(tx, tx.actor.userId, 'owner');
  await insertJobs(tx, [PACK_ROUND]);
  return { id: tx.workspaceId, siteKey };
});
