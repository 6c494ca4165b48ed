import { inviteLetter } from '@/emails/invite';
import { signInLetter } from '@/emails/sign-in';
import { env } from '../env';
import { sendSystemMail } from '../mailer';
import { sayIn } from '../messages/say-in';
import { INVITE_DAYS } from './commands/invite-member';
import { LINK_MINUTES } from './commands/make-sign-in-link';
import type { Role, Tongue } from './model';

/**
 * The letters of signing in go out at once and are not queued: a queue would keep their tokens readable, and whoever
 * asked is waiting. They throw where the mail was refused.
 */
export async function mailSignInLink({
  email,
  url,
  tongue,
}: {
  email: string;
  url: string;
  tongue: Tongue;
}): Promise<void> {
  await sendSystemMail({ to: email, ...signInLetter({ url, minutes: LINK_MINUTES }, sayIn(tongue)) });
}

/** Mails an invite to the address it is for. */
export async function mailInvite(invite: {
  email: string;
  role: Role;
  token: string;
  workspaceName: string;
  inviterName: string;
  tongue: Tongue;
}): Promise<void> {
  const url = new URL('/invite', env().APP_URL);
  url.searchParams.set('token', invite.token);
  const { workspaceName, inviterName, role, tongue } = invite;
  await sendSystemMail({
    to: invite.email,
    ...inviteLetter({ url: url.href, workspaceName, inviterName, role, days: INVITE_DAYS }, sayIn(tongue)),
  });
}
