import { UserRoundSearch } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { buttonClass } from '@/components/ui/button';
import { Chip } from '@/components/ui/chip';
import { EmptyState } from '@/components/ui/empty-state';
import { Page, PageHeader } from '@/components/ui/page-header';
import { rich } from '@/components/ui/rich';
import { Table, Td, Th } from '@/components/ui/table';
import { readText } from '@/lib/gates/language';
import { requireMember } from '@/lib/gates/member';
import { may } from '@/lib/identity/rules';
import { loadPersonas, type PersonaUseView } from '@/lib/journey/views/personas';

export async function generateMetadata(): Promise<Metadata> {
  const t = await readText();
  return { title: t('Personas') };
}

export default async function PersonasPage() {
  const t = await readText();
  const { scope } = await requireMember();
  const personas = await loadPersonas(scope);
  const shown = personas.filter(({ retiredAt }) => retiredAt === null);
  const retired = personas.filter(({ retiredAt }) => retiredAt !== null);
  const add = may(scope.actor, 'persona.add') ? (
    <Link href="/personas/new" className={buttonClass({ variant: 'primary' })}>
      {t('Add a persona')}
    </Link>
  ) : null;
  if (personas.length === 0) {
    return (
      <Page>
        <PageHeader title={t('Personas')} />
        <EmptyState icon={UserRoundSearch} title={t('Nobody described yet')} action={add}>
          {rich(
            t,
            'A persona stands for customers who want the same. Journeys are drawn for personas, and with a rule on what you know about contacts a persona is also a filter of results. <a>More on the words</a>',
            {
              a: (inside) => (
                <Link href="/glossary#persona" className="underline underline-offset-2">
                  {inside}
                </Link>
              ),
            },
          )}
        </EmptyState>
      </Page>
    );
  }
  return (
    <Page>
      <PageHeader title={t('Personas')} actions={add}>
        {t('For whom journeys are drawn, and by whom results can be filtered.')}
      </PageHeader>
      {shown.length > 0 ? (
        <List label={t('Personas')} personas={shown} />
      ) : (
        <p className="text-soft">{t('All are retired.')}</p>
      )}
      {retired.length > 0 ? (
        <section className="mt-8">
          <h2 className="mb-2 text-base font-semibold">{t('Retired')}</h2>
          <p className="mb-3 text-sm text-soft">{t('No longer offered, still shown where they are used.')}</p>
          <List label={t('Retired personas')} personas={retired} />
        </section>
      ) : null}
    </Page>
  );
}

async function List({ label, personas }: { label: string; personas: readonly PersonaUseView[] }) {
  const t = await readText();
  return (
    <Table
      label={label}
      head={
        <tr>
          <Th>{t('Name')}</Th>
          <Th>{t('Journeys')}</Th>
          <Th className="text-right">{t('Contacts')}</Th>
          <Th className="text-right">{t('Answers')}</Th>
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
                {t('By rule')}
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
          <Td className="tabular text-right">{persona.contacts.toLocaleString(t.tongue)}</Td>
          <Td className="tabular text-right">{persona.answers.toLocaleString(t.tongue)}</Td>
        </tr>
      ))}
    </Table>
  );
}
