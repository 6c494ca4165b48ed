import { inviteLetter } from '@/emails/invite';
import { signInLetter } from '@/emails/sign-in';
import { env } from '../env';
import { sendSystemMail } from '../mailer';
import { INVITE_DAYS } from './commands/invite-member';
import { LINK_MINUTES } from './commands/make-sign-in-link';
import type { Role } from './model';

/**
 * The letters of signing in go out at once and are not queued: a queue would keep their tokens readable, and whoever
 * asked is waiting. They throw where the mail was refused.
 */
export async function mailSignInLink({ email, url }: { email: string; url: string }): Promise<void> {
  await sendSystemMail({ to: email, ...signInLetter({ url, minutes: LINK_MINUTES }) });
}

/** Mails an invite to the address it is for. */
export async function mailInvite(invite: {
  email: string;
  role: Role;
  token: string;
  workspaceName: string;
  inviterName: string;
}): Promise<void> {
  const url = new URL('/invite', env().APP_URL);
  url.searchParams.set('token', invite.token);
  const { workspaceName, inviterName, role } = invite;
  await sendSystemMail({
    to: invite.email,
    ...inviteLetter({ url: url.href, workspaceName, inviterName, role, days: INVITE_DAYS }),
  });
}
