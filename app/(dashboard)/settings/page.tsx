import type { Metadata } from 'next';
import { timeZones } from '@/app/time-zones';
import { requireMember } from '@/lib/gates/member';
import { Section } from './section';
import { WorkspaceForm } from './workspace-form';

export const metadata: Metadata = { title: 'Settings' };

export default async function SettingsPage() {
  const { role, workspace } = await requireMember();
  return (
    <Section title="Workspace" hint={role === 'owner' ? null : 'Only owners can change these settings.'}>
      <WorkspaceForm workspace={workspace} zones={timeZones()} owner={role === 'owner'} />
    </Section>
  );
}
