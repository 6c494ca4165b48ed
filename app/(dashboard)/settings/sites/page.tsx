import type { Metadata } from 'next';
import Link from 'next/link';
import { rich } from '@/components/ui/rich';
import { readText } from '@/lib/gates/language';
import { requireMember } from '@/lib/gates/member';
import { may } from '@/lib/identity/rules';
import { loadIdentityKey, loadSiteSettings } from '@/lib/identity/views';
import { Section } from '../section';
import { IdentityPart } from './identity-part';
import { MannersForm } from './manners-form';
import { OriginsPart } from './origins-part';

export async function generateMetadata(): Promise<Metadata> {
  const t = await readText();
  return { title: t('Sites') };
}

export default async function SitesPage() {
  const t = await readText();
  const { scope, workspace } = await requireMember();
  const { site } = await loadSiteSettings(scope);
  const owner = may(scope.actor, 'site.settle');
  const keyVersion = owner ? (await loadIdentityKey(scope)).version : null;
  return (
    <>
      {owner ? null : <p className="text-sm text-soft">{t('Only owners can change these settings.')}</p>}
      <Section
        title={t('Manners on your sites')}
        hint={rich(
          t,
          'They hold for all surveys of the <a>widget</a> together, and sites follow within five minutes.',
          {
            a: (inside) => (
              <Link href="/widget" className="underline underline-offset-2">
                {inside}
              </Link>
            ),
          },
        )}
      >
        <MannersForm site={site} owner={owner} />
      </Section>
      <Section
        title={t('Pages that may answer')}
        hint={t(
          'The key in the snippet is public: anybody can copy it into another page. Name your own pages here, and answers from any other are refused.',
        )}
      >
        <OriginsPart origins={site.origins} owner={owner} />
      </Section>
      <Section
        title={t('Who answers')}
        hint={t(
          'Answers are anonymous unless your site says who somebody is. What it says is believed only if your server has signed it.',
        )}
      >
        <IdentityPart required={site.identityRequired} workspaceId={workspace.id} keyVersion={keyVersion} />
      </Section>
    </>
  );
}
