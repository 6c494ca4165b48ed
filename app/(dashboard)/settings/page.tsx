import type { Metadata } from 'next';
import { timeZones } from '@/app/time-zones';
import { requireMember } from '@/lib/gates/member';
import { DigestForm } from './digest-form';
import { Section } from './section';
import { WorkspaceForm } from './workspace-form';

export const metadata: Metadata = { title: 'Settings' };

export default async function SettingsPage() {
  const { role, workspace } = await requireMember();
  return (
    <div className="flex flex-col gap-5">
      <Section title="Workspace" hint={role === 'owner' ? null : 'Only owners can change these settings.'}>
        <WorkspaceForm workspace={workspace} zones={timeZones()} owner={role === 'owner'} />
      </Section>
      <Section
        title="Owners’ digest"
        hint="A weekly mail about what got worse beyond chance, what is due for review and what is missing."
      >
        <DigestForm weekday={workspace.digestWeekday} owner={role === 'owner'} />
      </Section>
    </div>
  );
}
