import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { Page, PageHeader } from '@/components/ui/page-header';
import { requireMember } from '@/lib/gates/member';
import { may } from '@/lib/identity/rules';
import { EMPTY_PERSONA } from '@/lib/journey/model/persona';
import { loadKnownAttributes } from '@/lib/journey/views/personas';
import { PersonaForm } from '../persona-form';

export const metadata: Metadata = { title: 'Add a persona' };

export default async function NewPersonaPage() {
  const { scope } = await requireMember();
  if (!may(scope.actor, 'persona.add')) redirect('/personas');
  return (
    <Page>
      <PageHeader title="Add a persona" crumbs={[{ href: '/personas', label: 'Personas' }]}>
        Only the name is needed; the rest can follow.
      </PageHeader>
      <PersonaForm
        id={null}
        fields={{ name: '', ...EMPTY_PERSONA }}
        attributes={await loadKnownAttributes(scope)}
      />
    </Page>
  );
}
