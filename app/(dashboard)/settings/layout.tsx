import Link from 'next/link';
import type { ReactNode } from 'react';
import { Page, PageHeader } from '@/components/ui/page-header';
import { readText } from '@/lib/gates/language';
import { requireMember } from '@/lib/gates/member';
import { SettingsNav } from './settings-nav';

export default async function SettingsLayout({ children }: { children: ReactNode }) {
  const t = await readText();
  const { role, workspace } = await requireMember();
  return (
    <Page>
      <PageHeader
        title={t('Settings')}
        actions={
          <Link
            href="/glossary"
            className="inline-flex min-h-8 items-center text-sm underline underline-offset-2"
          >
            {t('Glossary')}
          </Link>
        }
      >
        {workspace.name}
      </PageHeader>
      <SettingsNav owner={role === 'owner'} />
      <div className="flex flex-col gap-6">{children}</div>
    </Page>
  );
}
