import type { Metadata } from 'next';
import { Notice } from '@/components/ui/notice';
import { Page, PageHeader } from '@/components/ui/page-header';
import { requireMember } from '@/lib/gates/member';
import { ListForm } from './list-form';

export const metadata: Metadata = { title: 'Add contacts' };

export default async function AddContactsPage() {
  const { role } = await requireMember();
  return (
    <Page>
      <PageHeader title="Add contacts" crumbs={[{ href: '/contacts', label: 'Contacts' }]}>
        Only add people you may write to. Nothing is written before you have seen what would happen.
      </PageHeader>
      {role === 'viewer' ? <Notice>Only editors and owners can add contacts.</Notice> : <ListForm />}
    </Page>
  );
}
