import type { Metadata } from 'next';
import { Notice } from '@/components/ui/notice';
import { findUser } from '@/db/queries/users';
import { requireMember } from '@/lib/gates/member';
import { Section } from '../section';
import { NameForm } from './name-form';
import { PasswordForm } from './password-form';

export const metadata: Metadata = { title: 'Your account' };

export default async function AccountPage({ searchParams }: { searchParams: Promise<{ ended?: string }> }) {
  const { user } = await requireMember();
  const found = await findUser(user.id);
  const hasPassword = found?.passwordHash != null;
  return (
    <>
      {(await searchParams).ended && !hasPassword ? (
        <Notice tone="warn">
          You proved this address for the first time, so its old password and sessions were ended: somebody
          else could have set them. Choose a new password below, or keep signing in by mail.
        </Notice>
      ) : null}
      <Section title="Your name" hint={<>You sign in as {user.email}.</>}>
        <NameForm name={found?.name ?? ''} />
      </Section>
      <Section
        title={hasPassword ? 'Change your password' : 'Choose a password'}
        hint="It signs you out everywhere else."
      >
        <PasswordForm hasPassword={hasPassword} />
      </Section>
    </>
  );
}
