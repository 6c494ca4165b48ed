import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Page, PageHeader } from '@/components/ui/page-header';
import { readText } from '@/lib/gates/language';
import { requireMember } from '@/lib/gates/member';
import { may } from '@/lib/identity/rules';
import { ImportMap } from './import-map';

export async function generateMetadata(): Promise<Metadata> {
  const t = await readText();
  return { title: t('Import a map') };
}

export default async function ImportPage() {
  const t = await readText();
  const { scope } = await requireMember();
  if (!may(scope.actor, 'journey.import')) notFound();
  return (
    <Page>
      <PageHeader title={t('Import a map')} crumbs={[{ href: '/journeys', label: t('Journeys') }]}>
        {t(
          'From another Milepost, a spreadsheet or a Mermaid diagram. It becomes a new journey; you see what is made before anything is.',
        )}
      </PageHeader>
      <ImportMap journey={null} />
    </Page>
  );
}
