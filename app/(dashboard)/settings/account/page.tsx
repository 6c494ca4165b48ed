import type { Metadata } from 'next';
import { Notice } from '@/components/ui/notice';
import { findUser } from '@/db/queries/users';
import { readText } from '@/lib/gates/language';
import { requireMember } from '@/lib/gates/member';
import { Section } from '../section';
import { NameForm } from './name-form';
import { PasswordForm } from './password-form';
import { TongueForm } from './tongue-form';

export async function generateMetadata(): Promise<Metadata> {
  const t = await readText();
  return { title: t('Your account') };
}

export default async function AccountPage({ searchParams }: { searchParams: Promise<{ ended?: string }> }) {
  const { user } = await requireMember();
  const t = await readText();
  const found = await findUser(user.id);
  const hasPassword = found?.passwordHash != null;
  return (
    <>
      {(await searchParams).ended && !hasPassword ? (
        <Notice tone="warn">
          {t(
            'You proved this address for the first time, so its old password and sessions were ended: somebody else could have set them. Choose a new password below, or keep signing in by mail.',
          )}
        </Notice>
      ) : null}
      <Section title={t('Your name')} hint={t('You sign in as {email}.', { email: user.email })}>
        <NameForm name={found?.name ?? ''} />
      </Section>
      <Section title={t('Your language')} hint={t('For the pages that you read here.')}>
        <TongueForm language={user.language} />
      </Section>
      <Section
        title={hasPassword ? t('Change your password') : t('Choose a password')}
        hint={t('It signs you out everywhere else.')}
      >
        <PasswordForm hasPassword={hasPassword} />
      </Section>
    </>
  );
}
