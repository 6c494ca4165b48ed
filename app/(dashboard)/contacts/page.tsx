import { Search, Users } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { Button, buttonClass } from '@/components/ui/button';
import { Chip } from '@/components/ui/chip';
import { EmptyState } from '@/components/ui/empty-state';
import { TextField } from '@/components/ui/field';
import { Page, PageHeader } from '@/components/ui/page-header';
import { rich } from '@/components/ui/rich';
import { Table, Td, Th } from '@/components/ui/table';
import type { StopCause } from '@/lib/distribution/model';
import { CONTACTS_A_PAGE, loadContacts } from '@/lib/distribution/views/load-contacts';
import { formatCount } from '@/lib/format';
import { readText } from '@/lib/gates/language';
import { requireMember } from '@/lib/gates/member';
import { msg } from '@/lib/translate';
import { ContactMenu } from './contact-menu';
import { Pager, pageOf } from './pager';

export async function generateMetadata(): Promise<Metadata> {
  const t = await readText();
  return { title: t('Contacts') };
}

const STOPPED: Record<StopCause, string> = {
  opted_out: msg('Opted out'),
  bounced: msg('Bounced'),
  complained: msg('Marked as spam'),
};

export default async function ContactsPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const t = await readText();
  const { scope, role } = await requireMember();
  const query = await searchParams;
  const search = typeof query['q'] === 'string' ? query['q'].replaceAll('\0', '').trim().slice(0, 200) : '';
  const page = pageOf(query['page']);
  const { contacts, total } = await loadContacts(scope, { search, page });
  const mayWrite = role !== 'viewer';
  const add = (
    <Link href="/contacts/add" className={buttonClass({ variant: 'primary' })}>
      {t('Add contacts')}
    </Link>
  );
  if (total === 0 && search === '') {
    return (
      <Page>
        <PageHeader title={t('Contacts')} />
        <EmptyState icon={Users} title={t('Nobody to ask yet')} action={mayWrite ? add : null}>
          {t(
            'Contacts are the customers you may write to. Paste addresses or bring a CSV file; then ask them with a campaign.',
          )}
        </EmptyState>
      </Page>
    );
  }
  return (
    <Page>
      <PageHeader title={t('Contacts')} actions={mayWrite ? add : null}>
        {search === ''
          ? t('{n} people in your list.', { n: formatCount(total, t.tongue) })
          : t('{n} match “{asked}”.', { n: formatCount(total, t.tongue), asked: search })}
      </PageHeader>
      <search>
        <form action="/contacts" className="mb-4 flex max-w-md items-end gap-2">
          <div className="flex-1">
            <TextField
              label={t('Search by address or name')}
              labelHidden
              name="q"
              type="search"
              defaultValue={search}
              placeholder={t('Address or name')}
              maxLength={200}
            />
          </div>
          <Button type="submit" size="large" icon aria-label={t('Search##action')}>
            <Search aria-hidden="true" className="size-4" />
          </Button>
        </form>
      </search>
      {contacts.length > 0 ? (
        <Table
          label={t('Contacts')}
          head={
            <tr>
              <Th>{t('Address')}</Th>
              <Th>{t('Name')}</Th>
              <Th>{t('Persona')}</Th>
              <Th>{t('More##of a contact')}</Th>
              {mayWrite ? (
                <Th>
                  <span className="sr-only">{t('Actions')}</span>
                </Th>
              ) : null}
            </tr>
          }
        >
          {contacts.map((contact) => (
            <tr key={contact.id}>
              <Td className="min-w-52">
                <span className="font-medium break-all">{contact.email}</span>
                {contact.stopped ? (
                  <Chip tone="warn" className="ml-2">
                    {t(STOPPED[contact.stopped])}
                  </Chip>
                ) : null}
              </Td>
              <Td>{contact.name}</Td>
              <Td>{contact.persona}</Td>
              <Td className="max-w-64 text-xs break-words text-soft">
                {Object.entries(contact.attributes)
                  .map(([name, value]) => `${name}: ${value}`)
                  .join(' · ')}
              </Td>
              {mayWrite ? (
                <Td className="text-right">
                  <ContactMenu id={contact.id} email={contact.email} stopped={contact.stopped !== null} />
                </Td>
              ) : null}
            </tr>
          ))}
        </Table>
      ) : (
        <p className="text-soft">
          {rich(t, 'Nobody matches. <a>Show everybody</a>', {
            a: (inside) => (
              <Link href="/contacts" className="text-accent underline">
                {inside}
              </Link>
            ),
          })}
        </p>
      )}
      <Pager
        page={page}
        size={CONTACTS_A_PAGE}
        total={total}
        hrefOf={(to) =>
          `/contacts?${new URLSearchParams({ ...(search ? { q: search } : {}), page: String(to) })}`
        }
      />
    </Page>
  );
}
