import { insertCampaign, lockLaunches } from '@/db/queries/campaigns';
import { findCandidates } from '@/db/queries/contacts';
import { insertInvitations } from '@/db/queries/invitations';
import { insertJobs } from '@/db/queries/jobs';
import { findAsking } from '@/db/queries/placements';
import { command } from '../../command';
import { secret } from '../../env';
import { AppError, notFound } from '../../errors';
import { hashOf, newId } from '../../id';
import type { SurveyState } from '../../survey/model';
import { placementState } from '../../survey/rules/publishing';
import { campaignSchema, DELIVER_INVITATION } from '../model';
import { chooseRecipients, restingSince } from '../rules/choose-recipients';
import { storedReason } from '../rules/left-out';
import { invitationToken } from '../rules/secrets';

/** Why a survey that takes no answers is not asked by mail, and what to do. */
const NOT_OPEN: Record<Exclude<SurveyState, 'open'>, string> = {
  closed: 'This survey is closed: reopen it first.',
  paused: 'This survey is paused: let it go on first.',
  early: 'This survey has not begun: launch when it has, or let it begin earlier.',
  over: 'This survey has ended: set a later end first.',
  full: 'This survey has as many answers as it takes: raise that number first.',
};

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
  const now = new Date();
  const state = placementState(placement, now);
  if (state !== 'open') throw new AppError('closed', NOT_OPEN[state]);
  await lockLaunches(tx);
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
