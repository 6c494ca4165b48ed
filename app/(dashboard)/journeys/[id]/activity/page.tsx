import { ScrollText } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { JourneyNav } from '@/components/journey/journey-nav';
import { Button, buttonClass } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { SelectField } from '@/components/ui/field';
import { Page, PageHeader } from '@/components/ui/page-header';
import { listActivity, listActors } from '@/db/queries/activity';
import { dayOf } from '@/lib/clock';
import { formatDay } from '@/lib/format';
import { readText } from '@/lib/gates/language';
import { isUuid } from '@/lib/id';
import { groupedBy } from '@/lib/journey/rules/grouped-by';
import { activityView } from '../activity-view';
import { getPageJourney } from '../find-page-journey';

export async function generateMetadata(): Promise<Metadata> {
  const t = await readText();
  return { title: t('Activity') };
}

const PAGE_SIZE = 50;

export default async function Activity({
  params,
  searchParams,
}: {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const t = await readText();
  const { scope, journey, workspace } = await getPageJourney((await params).id);
  const asked = await searchParams;
  const uuidOf = (value: unknown) => (typeof value === 'string' && isUuid(value) ? value : null);
  const [userId, before] = [uuidOf(asked.by), uuidOf(asked.before)];
  const [found, actors] = await Promise.all([
    listActivity(scope, journey.id, { userId, before, limit: PAGE_SIZE + 1 }),
    listActors(scope, journey.id),
  ]);
  const lines = found.slice(0, PAGE_SIZE).map((one) => activityView(one, t));
  const days = groupedBy(lines, ({ at }) => dayOf(at, workspace.timeZone));
  const clock = new Intl.DateTimeFormat(t.tongue === 'de' ? 'de-DE' : 'en-GB', {
    timeZone: workspace.timeZone,
    timeStyle: 'short',
  });
  const here = `/journeys/${journey.id}/activity`;
  const person = userId === null ? '' : `by=${userId}`;
  return (
    <Page>
      <PageHeader title={t('Activity')} crumbs={[{ href: `/journeys/${journey.id}`, label: journey.title }]}>
        {t('Who did what to this map, and when.')}
      </PageHeader>
      <JourneyNav journeyId={journey.id} />
      {actors.length > 1 || userId !== null ? (
        <form action={here} className="mb-4 flex flex-wrap items-end gap-2">
          <SelectField label={t('Person')} name="by" defaultValue={userId ?? ''} className="min-w-48">
            <option value="">{t('Everybody')}</option>
            {actors.map((one) => (
              <option key={one.userId} value={one.userId}>
                {one.name}
              </option>
            ))}
          </SelectField>
          <Button type="submit" className="min-h-10">
            {t('Show##action')}
          </Button>
        </form>
      ) : null}
      {lines.length === 0 ? (
        <EmptyState icon={ScrollText} title={t('Nothing here')}>
          {userId === null
            ? t('As soon as somebody changes the map, it stands here.')
            : t('This person did nothing to this map. Choose another one above.')}
        </EmptyState>
      ) : (
        <div className="flex flex-col gap-5">
          {[...days].map(([day, list]) => (
            <section key={day}>
              <h2 className="mb-1.5 text-sm font-semibold">{formatDay(day, t.tongue)}</h2>
              <ul className="divide-y divide-line rounded-xl border border-line bg-panel text-sm">
                {list.map(({ id, who, text, at }) => (
                  <li key={id} className="flex gap-3 px-4 py-2.5">
                    <time dateTime={at.toISOString()} className="tabular shrink-0 text-soft">
                      {clock.format(at)}
                    </time>
                    <p className="min-w-0 break-words">
                      <span className="font-medium">{who}</span> {text}
                    </p>
                  </li>
                ))}
              </ul>
            </section>
          ))}
        </div>
      )}
      <nav aria-label={t('Pages')} className="mt-5 flex gap-2">
        {before !== null ? (
          <Link href={`${here}${person && `?${person}`}`} className={buttonClass({ variant: 'secondary' })}>
            {t('Newest')}
          </Link>
        ) : null}
        {found.length > PAGE_SIZE ? (
          <Link
            href={`${here}?${[person, `before=${lines.at(-1)?.id}`].filter(Boolean).join('&')}`}
            className={buttonClass({ variant: 'secondary' })}
          >
            {t('Older')}
          </Link>
        ) : null}
      </nav>
    </Page>
  );
}
