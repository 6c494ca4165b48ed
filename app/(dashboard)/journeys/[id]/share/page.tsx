import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { JourneyNav } from '@/components/journey/journey-nav';
import { Page, PageHeader } from '@/components/ui/page-header';
import { findTree } from '@/db/queries/journeys';
import { listShares } from '@/db/queries/shares';
import { env } from '@/lib/env';
import { formatInstant } from '@/lib/format';
import { readText } from '@/lib/gates/language';
import { requireMember } from '@/lib/gates/member';
import { isUuid } from '@/lib/id';
import { may } from '@/lib/identity/rules';
import { ShareForm } from './share-form';
import { ShareList } from './share-list';

export async function generateMetadata(): Promise<Metadata> {
  const t = await readText();
  return { title: t('Share##a link') };
}

export default async function SharePage({ params }: { params: Promise<{ id: string }> }) {
  const t = await readText();
  const { scope } = await requireMember();
  const { id } = await params;
  const tree = isUuid(id) ? await findTree(scope, id) : null;
  if (!tree) notFound();
  const shares = await listShares(scope, id);
  const now = Date.now();
  const mayShare = may(scope.actor, 'share.make');
  const day = (at: Date) => formatInstant(at, tree.timeZone, t.tongue);
  return (
    <Page>
      <PageHeader
        title={t('Share##a link')}
        crumbs={[
          { href: '/journeys', label: t('Journeys') },
          { href: `/journeys/${id}`, label: tree.title },
        ]}
      >
        {t(
          'Whoever has a link sees this map with its numbers and can change nothing. Members’ names, notes and surveys are left out.',
        )}
      </PageHeader>
      <JourneyNav journeyId={id} />
      <div className="flex max-w-3xl flex-col gap-8">
        {mayShare ? <ShareForm journeyId={id} title={tree.title} home={env().APP_URL} /> : null}
        <section aria-labelledby="links">
          <h2 id="links" className="mb-2 text-base font-semibold">
            {t('Links')}
          </h2>
          {shares.length === 0 ? (
            <p className="text-sm text-soft">
              {mayShare
                ? t('There is no link to this map. Make one above.')
                : t('There is no link to this map. Ask an editor to make one.')}
            </p>
          ) : (
            <ShareList
              mayChange={mayShare}
              shares={shares.map(({ expiresAt, createdAt, author, ...share }) => ({
                ...share,
                made: author
                  ? t('Made {when} by {author}.', { when: day(createdAt), author })
                  : t('Made {when}.', { when: day(createdAt) }),
                ends: expiresAt && day(expiresAt),
                ended: expiresAt !== null && expiresAt.getTime() <= now,
              }))}
            />
          )}
        </section>
      </div>
    </Page>
  );
}
