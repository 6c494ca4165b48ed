import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { DocumentPreview } from '@/components/journey/document-preview';
import { JourneyNav } from '@/components/journey/journey-nav';
import { buttonClass } from '@/components/ui/button';
import { Page, PageHeader } from '@/components/ui/page-header';
import { findVersion, findVersionDocument } from '@/db/queries/journey-versions';
import { formatInstant } from '@/lib/format';
import { readText } from '@/lib/gates/language';
import { isUuid } from '@/lib/id';
import { may } from '@/lib/identity/rules';
import { documentSchema } from '@/lib/journey/model/document';
import { versionName } from '@/lib/journey/rules/version';
import { getPageJourney } from '../../find-page-journey';
import { VersionActions } from '../version-actions';

export async function generateMetadata(): Promise<Metadata> {
  const t = await readText();
  return { title: t('Version') };
}

export default async function Version({ params }: { params: Promise<{ id: string; versionId: string }> }) {
  const { id, versionId } = await params;
  const { scope, journey, workspace } = await getPageJourney(id);
  const version = isUuid(versionId) ? await findVersion(scope, versionId) : null;
  if (!version || version.journeyId !== journey.id) notFound();
  const document = documentSchema.parse(await findVersionDocument(scope, versionId));
  const { name, note, number, by, createdAt } = version;
  const t = await readText();
  return (
    <Page wide>
      <PageHeader
        title={name === '' ? t('Version {version}', { version: String(number) }) : name}
        crumbs={[
          { href: `/journeys/${journey.id}`, label: journey.title },
          { href: `/journeys/${journey.id}/versions`, label: t('Versions') },
        ]}
        actions={
          <>
            <Link
              href={`/journeys/${journey.id}/compare?from=${version.id}`}
              className={buttonClass({ variant: 'secondary', size: 'small' })}
            >
              {t('Compare with now')}
            </Link>
            {may(scope.actor, 'version.restore') && journey.retiredAt === null ? (
              <VersionActions
                journeyId={journey.id}
                version={{ id: version.id, title: versionName(version, t), name, note }}
              />
            ) : null}
          </>
        }
      >
        {t('The map as it was on {when}, kept by {who}.', {
          when: formatInstant(createdAt, workspace.timeZone, t.tongue),
          who: by ?? t('a former member'),
        })}{' '}
        {note}
      </PageHeader>
      <JourneyNav journeyId={journey.id} />
      <DocumentPreview document={document} t={t} />
    </Page>
  );
}
