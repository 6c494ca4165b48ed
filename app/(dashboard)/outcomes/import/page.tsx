import type { Metadata } from 'next';
import Link from 'next/link';
import { Notice } from '@/components/ui/notice';
import { Page, PageHeader } from '@/components/ui/page-header';
import { readText } from '@/lib/gates/language';
import { requireMember } from '@/lib/gates/member';
import { may } from '@/lib/identity/rules';
import { MOST_OUTCOME_CHARACTERS } from '@/lib/outcomes/model';
import { OutcomesForm } from './outcomes-form';

export async function generateMetadata(): Promise<Metadata> {
  const t = await readText();
  return { title: t('Import outcomes') };
}

export default async function ImportOutcomesPage() {
  const t = await readText();
  const { scope } = await requireMember();
  return (
    <Page>
      <PageHeader
        title={t('Import outcomes')}
        crumbs={[{ href: '/outcomes', label: t('Outcomes##of customers') }]}
        actions={
          <Link
            href="/settings/keys"
            className="inline-flex min-h-8 items-center text-sm underline underline-offset-2"
          >
            {t('By the API: make a key')}
          </Link>
        }
      >
        {t(
          'Bring in what your systems know: who renewed, who left, what was spent. One row per person, or one per event. Bring in those who stayed too. Nothing is written before you have seen what would happen.',
        )}
      </PageHeader>
      {may(scope.actor, 'outcome.record') ? (
        <OutcomesForm mostBytes={MOST_OUTCOME_CHARACTERS} />
      ) : (
        <Notice>{t('Only editors and owners can import outcomes.')}</Notice>
      )}
    </Page>
  );
}
