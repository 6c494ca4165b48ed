import { z } from 'zod';
import { findContact } from '@/db/queries/contacts';
import { findInvitation } from '@/db/queries/invitations';
import { insertOptOut } from '@/db/queries/opt-outs';
import { command } from '../../command';
import { secret } from '../../env';
import { notFound } from '../../errors';
import { addressHash } from '../rules/secrets';

/**
 * Notes that the person of an invitation wants no more mail from this workspace; as often as they like. `optedOut` is
 * false where the contact was erased: then no address is left that could be written to.
 *
 * @throws AppError `not_found`
 */
export const optOut = command(
  'contact.optOut',
  z.strictObject({ invitationId: z.uuid() }),
  async (tx, { invitationId }) => {
    const invitation = await findInvitation(tx, invitationId);
    if (!invitation) throw notFound();
    if (invitation.email !== null)
      await insertOptOut(tx, addressHash(secret(), tx.workspaceId, invitation.email));
    return { id: invitationId, optedOut: invitation.email !== null };
  },
);

/** The same for a member who was asked by the customer. There is no way back but the customer's own. */
export const optOutContact = command(
  'contact.optOut',
  z.strictObject({ id: z.uuid() }),
  async (tx, { id }) => {
    const contact = await findContact(tx, id);
    if (!contact) throw notFound();
    await insertOptOut(tx, addressHash(secret(), tx.workspaceId, contact.email));
    return { id };
  },
);
