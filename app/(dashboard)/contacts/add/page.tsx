import type { Metadata } from 'next';
import { Notice } from '@/components/ui/notice';
import { Page, PageHeader } from '@/components/ui/page-header';
import { readText } from '@/lib/gates/language';
import { requireMember } from '@/lib/gates/member';
import { ListForm } from './list-form';

export async function generateMetadata(): Promise<Metadata> {
  const t = await readText();
  return { title: t('Add contacts') };
}

export default async function AddContactsPage() {
  const t = await readText();
  const { role } = await requireMember();
  return (
    <Page>
      <PageHeader title={t('Add contacts')} crumbs={[{ href: '/contacts', label: t('Contacts') }]}>
        {t('Only add people you may write to. Nothing is written before you have seen what would happen.')}
      </PageHeader>
      {role === 'viewer' ? <Notice>{t('Only editors and owners can add contacts.')}</Notice> : <ListForm />}
    </Page>
  );
}
