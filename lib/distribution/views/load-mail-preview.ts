import { findAsking } from '@/db/queries/placements';
import { getWorkspace } from '@/db/queries/workspaces';
import type { Scope } from '@/db/scope';
import { invitationMail } from '@/emails/invitation';
import { env } from '../../env';
import { notFound } from '../../errors';
import { REST_DAYS } from '../model';
import { mailModel } from '../rules/mail-model';

/**
 * The mail as a person of that name would get it, made by the very template that is sent; its links carry no token.
 *
 * @throws AppError `not_found`
 */
export async function loadMailPreview(
  scope: Scope,
  asked: { placementId: string; subject: string; greeting: string; recipientName: string },
): Promise<{ subject: string; html: string; text: string }> {
  const placement = await findAsking(scope, asked.placementId);
  if (placement?.kind !== 'email') throw notFound();
  const { postalAddress } = await getWorkspace(scope);
  return invitationMail(
    mailModel({
      placement,
      campaign: { subject: asked.subject, greeting: asked.greeting },
      recipient: { name: asked.recipientName, attributes: {} },
      postalAddress,
      answerUrl: `${env().APP_URL}/r/preview`,
      unsubscribeUrl: `${env().APP_URL}/u/preview`,
      restDays: REST_DAYS,
    }),
  );
}
