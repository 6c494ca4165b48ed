import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { Page, PageHeader } from '@/components/ui/page-header';
import { readText } from '@/lib/gates/language';
import { requireMember } from '@/lib/gates/member';
import { may } from '@/lib/identity/rules';
import { EMPTY_PERSONA } from '@/lib/journey/model/persona';
import { loadKnownAttributes } from '@/lib/journey/views/personas';
import { PersonaForm } from '../persona-form';

export async function generateMetadata(): Promise<Metadata> {
  const t = await readText();
  return { title: t('Add a persona') };
}

export default async function NewPersonaPage() {
  const t = await readText();
  const { scope } = await requireMember();
  if (!may(scope.actor, 'persona.add')) redirect('/personas');
  return (
    <Page>
      <PageHeader title={t('Add a persona')} crumbs={[{ href: '/personas', label: t('Personas') }]}>
        {t('Only the name is needed; the rest can follow.')}
      </PageHeader>
      <PersonaForm
        id={null}
        fields={{ name: '', ...EMPTY_PERSONA }}
        attributes={await loadKnownAttributes(scope)}
      />
    </Page>
  );
}
