import type { Role } from '@/lib/identity/model';
import { msg, type Translate } from '@/lib/translate';
import { type Letter, systemLetter, unlinked } from './system-letter';

const ASKED: Readonly<Record<Role, string>> = {
  owner: msg('{who} invites you to {workspace} as an owner.'),
  editor: msg('{who} invites you to {workspace} as an editor.'),
  viewer: msg('{who} invites you to {workspace} as a viewer.'),
};

/** The letter that asks somebody to join a workspace. Its subject holds no name: the reader may know none of them yet. */
export function inviteLetter(
  invite: { url: string; workspaceName: string; inviterName: string; role: Role; days: number },
  t: Translate,
): Letter {
  const who = unlinked(invite.inviterName) || t('A member');
  const workspace = unlinked(invite.workspaceName) || t('a workspace');
  return systemLetter(
    {
      subject: t('You are invited to a workspace on Milepost'),
      sentences: [
        t(ASKED[invite.role], { who, workspace }),
        t('The invite is for this address only and works for {days} days.', { days: invite.days }),
      ],
      link: { label: t('See the invite'), url: invite.url },
      closing: t('If you do not know what this is about, ignore this mail.'),
    },
    t,
  );
}
