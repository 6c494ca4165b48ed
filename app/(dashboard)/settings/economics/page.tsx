import type { Metadata } from 'next';
import { findEconomics } from '@/db/queries/outcomes';
import { readText } from '@/lib/gates/language';
import { requireMember } from '@/lib/gates/member';
import { may } from '@/lib/identity/rules';
import { loadEconomics } from '@/lib/outcomes/views/load-economics';
import { Section } from '../section';
import { EconomicsForm } from './economics-form';

export async function generateMetadata(): Promise<Metadata> {
  const t = await readText();
  return { title: t('Economics') };
}

export default async function EconomicsPage() {
  const t = await readText();
  const { scope } = await requireMember();
  const [stored, economics] = [await findEconomics(scope), await loadEconomics(scope, new Date())];
  return (
    <Section
      title={t('Economics')}
      hint={t(
        'What a customer is worth to you. From it follows what a fix is worth. What your own outcomes tell takes the place of an assumption as soon as 50 people have left.',
      )}
    >
      <EconomicsForm stored={stored} economics={economics} mayEdit={may(scope.actor, 'economics.assume')} />
    </Section>
  );
}
