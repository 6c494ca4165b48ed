import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { Button } from '@/components/ui/button';
import { rich } from '@/components/ui/rich';
import { findInvitation } from '@/lib/gates/invite';
import { readText } from '@/lib/gates/language';
import { signInPath } from '@/lib/gates/member';
import { currentUser } from '@/lib/gates/session';
import type { Role } from '@/lib/identity/model';
import { msg } from '@/lib/translate';
import { signOutAction } from '../actions';
import { Title } from '../title';
import { AcceptForm } from './accept-form';

export async function generateMetadata(): Promise<Metadata> {
  const t = await readText();
  return { title: t('Invite##a page'), referrer: 'same-origin', robots: 'noindex' };
}

const INVITED: Record<Role, string> = {
  viewer: msg('You are invited as a viewer, signed in as <b>{email}</b>.'),
  editor: msg('You are invited as an editor, signed in as <b>{email}</b>.'),
  owner: msg('You are invited as an owner, signed in as <b>{email}</b>.'),
};

export default async function InvitePage({
  searchParams,
}: {
  searchParams: Promise<{ token?: string | string[] }>;
}) {
  const t = await readText();
  const { token } = await searchParams;
  const shown = typeof token === 'string' ? token : '';
  const here = `/invite?token=${encodeURIComponent(shown)}`;
  const user = await currentUser();
  if (!user) redirect(signInPath(here));
  const invitation = await findInvitation(shown, user);
  return (
    <>
      {invitation ? (
        <>
          <Title title={t('Join {workspace}', { workspace: invitation.workspaceName })}>
            <p>
              {rich(t, INVITED[invitation.role], {
                email: user.email,
                b: (inside) => <strong className="font-semibold break-all text-ink">{inside}</strong>,
              })}
            </p>
          </Title>
          <AcceptForm token={shown} />
        </>
      ) : (
        <Title title={t('This invite does not work')}>
          <p>
            {rich(
              t,
              'It has expired, was used already, or was sent to another address. You are signed in as <b>{email}</b>. Ask for a new invite, or sign in with the invited address.',
              {
                email: user.email,
                b: (inside) => <strong className="font-semibold break-all text-ink">{inside}</strong>,
              },
            )}
          </p>
        </Title>
      )}
      <form action={signOutAction}>
        <input type="hidden" name="next" value={here} />
        <Button type="submit" className="w-full">
          {t('Use another account')}
        </Button>
      </form>
    </>
  );
}
