import type { Metadata } from 'next';
import { timeZones } from '@/app/time-zones';
import { getWorkspace } from '@/db/queries/workspaces';
import { readText } from '@/lib/gates/language';
import { requireMember } from '@/lib/gates/member';
import { loadKnownAttributes } from '@/lib/journey/views/personas';
import { DigestForm } from './digest-form';
import { MailPart } from './mail-part';
import { Section } from './section';
import { SplitForm } from './split-form';
import { WorkspaceForm } from './workspace-form';

export async function generateMetadata(): Promise<Metadata> {
  const t = await readText();
  return { title: t('Settings') };
}

export default async function SettingsPage() {
  const t = await readText();
  const { scope, role } = await requireMember();
  // The gate's own copy speaks the reader's language; what is set here is the workspace's.
  const [workspace, attributes] = await Promise.all([getWorkspace(scope), loadKnownAttributes(scope)]);
  return (
    <div className="flex flex-col gap-5">
      <Section
        title={t('Workspace')}
        hint={role === 'owner' ? null : t('Only owners can change these settings.')}
      >
        <WorkspaceForm workspace={workspace} zones={timeZones()} owner={role === 'owner'} />
      </Section>
      {role === 'owner' ? (
        <Section title={t('Mail')}>
          <MailPart t={t} />
        </Section>
      ) : null}
      <Section
        title={t('Segments')}
        hint={t(
          'Numbers can be split by one thing that you know about customers, such as their plan or country.',
        )}
      >
        <SplitForm attribute={workspace.segmentAttribute} known={attributes} owner={role === 'owner'} />
      </Section>
      <Section
        title={t('Owners’ digest')}
        hint={t(
          'A weekly mail about what got worse beyond chance, what is due for review and what is missing.',
        )}
      >
        <DigestForm weekday={workspace.digestWeekday} owner={role === 'owner'} />
      </Section>
    </div>
  );
}
