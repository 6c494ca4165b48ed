import type { Metadata } from 'next';
import { Table, Td, Th } from '@/components/ui/table';
import { listApiKeys } from '@/db/queries/api-keys';
import { requireMember } from '@/lib/gates/member';
import { Section } from '../section';
import { MakeKeyForm } from './make-key-form';
import { RevokeButton } from './revoke-button';

export const metadata: Metadata = { title: 'API keys' };

export default async function KeysPage() {
  const { scope, role, workspace } = await requireMember();
  if (role !== 'owner') {
    return (
      <Section title="API keys">
        <p className="text-soft">Only owners make and revoke keys. Ask one of them.</p>
      </Section>
    );
  }
  const keys = await listApiKeys(scope);
  const dayOf = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeZone: workspace.timeZone });
  return (
    <Section title="API keys" hint="A key lets a program read the scores of this workspace.">
      <MakeKeyForm />
      {keys.length > 0 ? (
        <Table
          label="Keys that work"
          head={
            <tr>
              <Th>Name</Th>
              <Th>Ends with</Th>
              <Th>Made</Th>
              <Th>
                <span className="sr-only">Revoke</span>
              </Th>
            </tr>
          }
        >
          {keys.map((key) => (
            <tr key={key.id}>
              <Td className="font-medium break-words">{key.name}</Td>
              <Td>
                <code>{key.hint}</code>
              </Td>
              <Td className="whitespace-nowrap">{dayOf.format(key.createdAt)}</Td>
              <Td className="text-right">
                <RevokeButton id={key.id} name={key.name} />
              </Td>
            </tr>
          ))}
        </Table>
      ) : (
        <p className="text-sm text-soft">There is no key yet.</p>
      )}
    </Section>
  );
}
