import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { Button } from '@/components/ui/button';
import { findInvitation } from '@/lib/gates/invite';
import { signInPath } from '@/lib/gates/member';
import { currentUser } from '@/lib/gates/session';
import { signOutAction } from '../actions';
import { Title } from '../title';
import { AcceptForm } from './accept-form';

export const metadata: Metadata = { title: 'Invite', referrer: 'same-origin', robots: 'noindex' };

export default async function InvitePage({
  searchParams,
}: {
  searchParams: Promise<{ token?: string | string[] }>;
}) {
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
          <Title title={`Join ${invitation.workspaceName}`}>
            <p>
              You are invited as {invitation.role === 'viewer' ? 'a viewer' : `an ${invitation.role}`}, signed
              in as <strong className="font-semibold break-all text-ink">{user.email}</strong>.
            </p>
          </Title>
          <AcceptForm token={shown} />
        </>
      ) : (
        <Title title="This invite does not work">
          <p>
            It has expired, was used already, or was sent to another address. You are signed in as{' '}
            <strong className="font-semibold break-all text-ink">{user.email}</strong>. Ask for a new invite,
            or sign in with the invited address.
          </p>
        </Title>
      )}
      <form action={signOutAction}>
        <input type="hidden" name="next" value={here} />
        <Button type="submit" className="w-full">
          Use another account
        </Button>
      </form>
    </>
  );
}
