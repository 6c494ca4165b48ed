import type { ReactNode } from 'react';
import { Shell } from '@/components/ui/shell';
import { readText } from '@/lib/gates/language';
import { requireMember } from '@/lib/gates/member';
import { AccountMenu } from './settings/account-menu';
import { WorkspaceSwitch } from './settings/workspace-switch';

export default async function DashboardLayout({ children }: { children: ReactNode }) {
  const { user, workspace, workspaces } = await requireMember();
  return (
    <Shell
      t={await readText()}
      workspace={<WorkspaceSwitch workspace={workspace} workspaces={workspaces} />}
      account={<AccountMenu user={user} />}
    >
      {children}
    </Shell>
  );
}
