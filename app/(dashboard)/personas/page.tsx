import { UserRoundSearch } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { buttonClass } from '@/components/ui/button';
import { Chip } from '@/components/ui/chip';
import { EmptyState } from '@/components/ui/empty-state';
import { Page, PageHeader } from '@/components/ui/page-header';
import { Table, Td, Th } from '@/components/ui/table';
import { requireMember } from '@/lib/gates/member';
import { may } from '@/lib/identity/rules';
import { loadPersonas, type PersonaUseView } from '@/lib/journey/views/personas';

export const metadata: Metadata = { title: 'Personas' };

export default async function PersonasPage() {
  const { scope } = await requireMember();
  const personas = await loadPersonas(scope);
  const shown = personas.filter(({ retiredAt }) => retiredAt === null);
  const retired = personas.filter(({ retiredAt }) => retiredAt !== null);
  const add = may(scope.actor, 'persona.add') ? (
    <Link href="/personas/new" className={buttonClass({ variant: 'primary' })}>
      Add a persona
    </Link>
  ) : null;
  if (personas.length === 0) {
    return (
      <Page>
        <PageHeader title="Personas" />
        <EmptyState icon={UserRoundSearch} title="Nobody described yet" action={add}>
          A persona stands for customers who want the same. Journeys are drawn for personas, and with a rule
          on what you know about contacts a persona is also a filter of results.{' '}
          <Link href="/glossary#persona" className="underline underline-offset-2">
            More on the words
          </Link>
        </EmptyState>
      </Page>
    );
  }
  return (
    <Page>
      <PageHeader title="Personas" actions={add}>
        For whom journeys are drawn, and by whom results can be filtered.
      </PageHeader>
      {shown.length > 0 ? (
        <List label="Personas" personas={shown} />
      ) : (
        <p className="text-soft">All are retired.</p>
      )}
      {retired.length > 0 ? (
        <section className="mt-8">
          <h2 className="mb-2 text-base font-semibold">Retired</h2>
          <p className="mb-3 text-sm text-soft">No longer offered, still shown where they are used.</p>
          <List label="Retired personas" personas={retired} />
        </section>
      ) : null}
    </Page>
  );
}

function List({ label, personas }: { label: string; personas: readonly PersonaUseView[] }) {
  return (
    <Table
      label={label}
      head={
        <tr>
          <Th>Name</Th>
          <Th>Journeys</Th>
          <Th className="text-right">Contacts</Th>
          <Th className="text-right">Answers</Th>
        </tr>
      }
    >
      {personas.map((persona) => (
        <tr key={persona.id}>
          <Td className="min-w-52">
            <Link
              href={`/personas/${persona.id}`}
              className="inline-flex min-h-6 items-center font-medium underline underline-offset-2"
            >
              {persona.name}
            </Link>
            {persona.rule ? (
              <Chip tone="quiet" className="ml-2">
                By rule
              </Chip>
            ) : null}
            <p className="text-xs break-words text-soft">{persona.summary || persona.role}</p>
          </Td>
          <Td>
            <ul className="flex flex-wrap gap-x-3">
              {persona.journeys.map(({ id, title }) => (
                <li key={id}>
                  <Link
                    href={`/journeys/${id}?persona=${persona.id}`}
                    className="inline-flex min-h-6 items-center underline-offset-2 hover:underline"
                  >
                    {title}
                  </Link>
                </li>
              ))}
            </ul>
          </Td>
          <Td className="tabular text-right">{persona.contacts.toLocaleString('en')}</Td>
          <Td className="tabular text-right">{persona.answers.toLocaleString('en')}</Td>
        </tr>
      ))}
    </Table>
  );
}
