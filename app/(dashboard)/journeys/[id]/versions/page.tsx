import { History } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { JourneyNav } from '@/components/journey/journey-nav';
import { Chip } from '@/components/ui/chip';
import { EmptyState } from '@/components/ui/empty-state';
import { Page, PageHeader } from '@/components/ui/page-header';
import { rich } from '@/components/ui/rich';
import { listVersions } from '@/db/queries/journey-versions';
import { formatInstant } from '@/lib/format';
import { readText } from '@/lib/gates/language';
import { may } from '@/lib/identity/rules';
import { versionName } from '@/lib/journey/rules/version';
import { msg } from '@/lib/translate';
import { getPageJourney } from '../find-page-journey';
import { KeepVersion } from './keep-version';
import { VersionActions } from './version-actions';

export async function generateMetadata(): Promise<Metadata> {
  const t = await readText();
  return { title: t('Versions') };
}

const KINDS = {
  automatic: msg('Automatic'),
  named: msg('Named'),
  safety: msg('Safety copy'),
} as const;

export default async function Versions({ params }: { params: Promise<{ id: string }> }) {
  const t = await readText();
  const { scope, journey, workspace } = await getPageJourney((await params).id);
  const versions = await listVersions(scope, journey.id);
  const mayName = may(scope.actor, 'version.name') && journey.retiredAt === null;
  const keep = mayName ? <KeepVersion journeyId={journey.id} /> : null;
  return (
    <Page>
      <PageHeader
        title={t('Versions')}
        crumbs={[{ href: `/journeys/${journey.id}`, label: journey.title }]}
        actions={versions.length > 0 ? keep : null}
      >
        {t(
          'The map as it was. A version is kept by itself when somebody edits after a pause of half an hour, and whenever you keep one.',
        )}
      </PageHeader>
      <JourneyNav journeyId={journey.id} />
      {versions.length === 0 ? (
        <EmptyState icon={History} title={t('No version yet')} action={keep}>
          {rich(
            t,
            'Keep one before a big change: you can compare with it later, and go back to it. <a>What a version holds</a>',
            {
              a: (inside) => (
                <Link href="/glossary#version" className="underline underline-offset-2">
                  {inside}
                </Link>
              ),
            },
          )}
        </EmptyState>
      ) : (
        <ul className="flex flex-col gap-2.5">
          {versions.map((version) => {
            const { id, number, kind, name, note, revision, by, createdAt } = version;
            return (
              <li
                key={id}
                className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 rounded-xl border border-line bg-panel px-4 py-3"
              >
                <div className="min-w-0 grow basis-64">
                  <h2 className="flex flex-wrap items-center gap-2 text-sm font-semibold">
                    <Link
                      href={`/journeys/${journey.id}/versions/${id}`}
                      className="min-w-0 break-words underline-offset-2 hover:underline"
                    >
                      {name === '' ? t('Version {version}', { version: String(number) }) : name}
                    </Link>
                    <Chip tone={kind === 'named' ? 'good' : 'quiet'}>{t(KINDS[kind])}</Chip>
                  </h2>
                  {note ? <p className="mt-1 text-sm break-words">{note}</p> : null}
                  <p className="tabular mt-1 text-xs text-soft">
                    {t(
                      'Version {version}, {when}, by {who}, after {n, plural, one {{changes} change} other {{changes} changes}}',
                      {
                        version: String(number),
                        when: formatInstant(createdAt, workspace.timeZone, t.tongue),
                        who: by ?? t('a former member'),
                        n: revision,
                        changes: String(revision),
                      },
                    )}
                  </p>
                </div>
                <div className="flex flex-wrap items-center gap-2">
                  <Link
                    href={`/journeys/${journey.id}/compare?from=${id}`}
                    className="inline-flex min-h-8 items-center px-1 text-sm underline underline-offset-2"
                  >
                    {rich(t, 'Compare with now<s> {version}</s>', {
                      version: versionName(version, t),
                      s: (inside) => <span className="sr-only">{inside}</span>,
                    })}
                  </Link>
                  {mayName ? (
                    <VersionActions
                      journeyId={journey.id}
                      version={{ id, title: versionName(version, t), name, note }}
                    />
                  ) : null}
                </div>
              </li>
            );
          })}
        </ul>
      )}
    </Page>
  );
}
