import { listMembers } from '@/db/queries/members';
import { updateEconomics } from '@/db/queries/outcomes';
import { command } from '../../command';
import { assumedEconomicsSchema } from '../model';

/** Replaces what the team assumes about its business; who said so and when is kept with it. */
export const assumeEconomics = command('economics.assume', assumedEconomicsSchema, async (tx, assumed) => {
  const { actor } = tx;
  const member =
    actor.kind === 'member' && (await listMembers(tx)).find(({ userId }) => userId === actor.userId);
  const by = member ? (member.name ?? member.email) : null;
  await updateEconomics(tx, { ...assumed, by, at: new Date().toISOString() });
  return {};
});
