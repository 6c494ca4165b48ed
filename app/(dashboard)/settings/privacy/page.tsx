import type { Metadata } from 'next';
import Link from 'next/link';
import { rich } from '@/components/ui/rich';
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
      <p className="text-sm">
        {rich(t, 'What slips through can be blacked out by hand, for good, beside each <a>voice</a>.', {
          a: (inside) => (
            <Link href="/voices" className="underline underline-offset-2">
              {inside}
            </Link>
          ),
        })}
      </p>
      <MaskingForm masking={masking} counts={counts} owner={role === 'owner'} />
    </Section>
  );
}
