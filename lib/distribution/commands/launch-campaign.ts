import { insertCampaign, lockLaunches } from '@/db/queries/campaigns';
import { findCandidates } from '@/db/queries/contacts';
import { insertInvitations } from '@/db/queries/invitations';
import { insertJobs } from '@/db/queries/jobs';
import { findAsking } from '@/db/queries/placements';
import { command } from '../../command';
import { secret } from '../../env';
import { AppError, notFound } from '../../errors';
import { hashOf, newId } from '../../id';
import { campaignSchema, DELIVER_INVITATION } from '../model';
import { chooseRecipients, restingSince } from '../rules/choose-recipients';
import { storedReason } from '../rules/left-out';
import { invitationToken } from '../rules/secrets';

/**
 * Starts asking by mail: one invitation and one job for each person who is asked, and for each other person the reason
 * why not, all in one transaction. The worker sends what is queued.
 *
 * @throws AppError `not_found` for a placement, persona or contact that this workspace does not have; `closed`;
 *   `conflict` where nobody is left to ask
 */
export const launchCampaign = command('campaign.launch', campaignSchema, async (tx, input) => {
  const placement = await findAsking(tx, input.placementId);
  if (!placement) throw notFound();
  if (placement.kind !== 'email') {
    throw new AppError('conflict', 'Choose a placement that asks by mail.');
  }
  if (placement.closedAt) throw new AppError('closed', 'This survey is closed: reopen it first.');
  await lockLaunches(tx);
  const now = new Date();
  const candidates = await findCandidates(tx, input.recipients, restingSince(now));
  if (!candidates) throw notFound();
  const { asked, leftOut } = chooseRecipients(candidates, {
    secret: secret(),
    workspaceId: tx.workspaceId,
    now,
  });
  if (asked.length === 0) {
    throw new AppError('conflict', 'Nobody is left to ask: everybody opted out or was asked lately.');
  }
  const id = newId();
  await insertCampaign(tx, {
    id,
    placementId: placement.id,
    name: input.name,
    subject: input.subject,
    greeting: input.greeting,
    launchedAt: now,
  });
  const invite = (contactId: string, why: string | null) => {
    const invitationId = newId();
    return {
      id: invitationId,
      campaignId: id,
      placementId: placement.id,
      contactId,
      tokenHash: hashOf(invitationToken(secret(), invitationId)),
      state: why === null ? ('queued' as const) : ('left_out' as const),
      reason: why,
      queuedAt: now,
    };
  };
  const invited = asked.map((contact) => invite(contact.id, null));
  await insertInvitations(tx, [
    ...invited,
    ...leftOut.map(({ contact, reason }) => invite(contact.id, storedReason(reason))),
  ]);
  await insertJobs(
    tx,
    invited.map((one) => ({
      kind: DELIVER_INVITATION,
      dedupeKey: one.id,
      payload: { invitationId: one.id },
    })),
  );
  return { id, invited: asked.length, leftOut: leftOut.length };
});
