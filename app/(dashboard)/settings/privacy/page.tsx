import type { Metadata } from 'next';
import { readText } from '@/lib/gates/language';
import { requireMember } from '@/lib/gates/member';
import { loadMasking } from '@/lib/voices/views';
import { Section } from '../section';
import { MaskingForm } from './masking-form';

export async function generateMetadata(): Promise<Metadata> {
  const t = await readText();
  return { title: t('Privacy') };
}

/** What is taken out of customers' texts before anything stores them. */
export default async function PrivacyPage() {
  const { scope, role } = await requireMember();
  const t = await readText();
  const { masking, counts } = await loadMasking(scope, new Date());
  return (
    <Section
      title={t('Personal data in texts')}
      hint={
        role === 'owner'
          ? t('Masked before a comment or brought in text is stored. What was stored before stays as it is.')
          : t('Only owners can change these settings.')
      }
    >
      <MaskingForm masking={masking} counts={counts} owner={role === 'owner'} />
    </Section>
  );
}
