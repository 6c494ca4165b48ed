import type { Metadata } from 'next';
import Link from 'next/link';
import { requireMember } from '@/lib/gates/member';
import { may } from '@/lib/identity/rules';
import { loadIdentityKey, loadSiteSettings } from '@/lib/identity/views';
import { Section } from '../section';
import { IdentityPart } from './identity-part';
import { MannersForm } from './manners-form';
import { OriginsPart } from './origins-part';

export const metadata: Metadata = { title: 'Sites' };

export default async function SitesPage() {
  const { scope, workspace } = await requireMember();
  const { site } = await loadSiteSettings(scope);
  const owner = may(scope.actor, 'site.settle');
  const keyVersion = owner ? (await loadIdentityKey(scope)).version : null;
  return (
    <>
      {owner ? null : <p className="text-sm text-soft">Only owners can change these settings.</p>}
      <Section
        title="Manners on your sites"
        hint={
          <>
            They hold for all surveys of the <LinkToWidget /> together, and sites follow within five minutes.
          </>
        }
      >
        <MannersForm site={site} owner={owner} />
      </Section>
      <Section
        title="Pages that may answer"
        hint="The key in the snippet is public: anybody can copy it into another page. Name your own pages here, and answers from any other are refused."
      >
        <OriginsPart origins={site.origins} owner={owner} />
      </Section>
      <Section
        title="Who answers"
        hint="Answers are anonymous unless your site says who somebody is. What it says is believed only if your server has signed it."
      >
        <IdentityPart required={site.identityRequired} workspaceId={workspace.id} keyVersion={keyVersion} />
      </Section>
    </>
  );
}

const LinkToWidget = () => (
  <Link href="/widget" className="underline underline-offset-2">
    widget
  </Link>
);
