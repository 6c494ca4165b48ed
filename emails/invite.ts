import type { Role } from '@/lib/identity/model';
import { type Letter, systemLetter, unlinked } from './system-letter';

const MAY = { owner: 'an owner', editor: 'an editor', viewer: 'a viewer' } as const satisfies Record<
  Role,
  string
>;

/** The letter that asks somebody to join a workspace. Its subject holds no name: the reader may know none of them yet. */
export function inviteLetter(invite: {
  url: string;
  workspaceName: string;
  inviterName: string;
  role: Role;
  days: number;
}): Letter {
  const who = unlinked(invite.inviterName) || 'A member';
  const where = unlinked(invite.workspaceName) || 'a workspace';
  return systemLetter({
    subject: 'You are invited to a workspace on Milepost',
    sentences: [
      `${who} invites you to ${where} as ${MAY[invite.role]}.`,
      `The invite is for this address only and works for ${invite.days} days.`,
    ],
    link: { label: 'See the invite', url: invite.url },
    closing: 'If you do not know what this is about, ignore this mail.',
  });
}
