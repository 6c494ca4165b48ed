import { HeartPulse } from 'lucide-react';
import type { Metadata } from 'next';
import { FindingList } from '@/components/journey/finding-list';
import { JourneyNav } from '@/components/journey/journey-nav';
import { EmptyState } from '@/components/ui/empty-state';
import { Page, PageHeader } from '@/components/ui/page-header';
import { listReviews } from '@/db/queries/reviews';
import { formatDay, formatInstant } from '@/lib/format';
import { readText } from '@/lib/gates/language';
import { may } from '@/lib/identity/rules';
import { reviewState } from '@/lib/insights/rules/freshness';
import { FINDING_TEXTS, healthOf } from '@/lib/insights/rules/health';
import { BadFilter } from '../bad-filter';
import { openMap } from '../open-map';
import { SignOff, TakeBack } from './sign-off';

export async function generateMetadata(): Promise<Metadata> {
  const t = await readText();
  return { title: t('Health check') };
}

/** Sign-offs that are listed. */
const MOST_REVIEWS = 50;

export default async function HealthPage(asked: Parameters<typeof openMap>[0]) {
  const { id, member, map, refusal } = await openMap(asked);
  if (!map) return <BadFilter journeyId={id} refusal={refusal} />;
  const t = await readText();
  const findings = healthOf(map, t);
  const reviews = await listReviews(member.scope, id, MOST_REVIEWS);
  const maySign = may(member.scope.actor, 'review.sign');
  const grave = findings.filter(({ kind }) => FINDING_TEXTS[kind].grave).length;
  const titles = new Map(
    map.stages.flatMap(({ touchpoints }) => touchpoints.map((one) => [one.id, one.title])),
  );
  const review = reviewState(map.reviewedOn, map.reviewCadenceDays, map.today);
  return (
    <Page>
      <PageHeader
        title={t('Health check: {journey}', { journey: map.title })}
        crumbs={[
          { href: '/journeys', label: t('Journeys') },
          { href: `/journeys/${id}`, label: map.title },
        ]}
        actions={maySign ? <SignOff journeyId={id} touchpointId={null} subject={map.title} /> : null}
      >
        {findings.length === 0
          ? t('Nothing is missing.')
          : t(
              '{n, plural, one {# finding} other {# findings}}, {grave} of them {grave, plural, one {needs} other {need}} action. They go away by themselves when their cause does.',
              { n: findings.length, grave },
            )}{' '}
        {map.reviewedOn
          ? t('Signed off as a whole on {day}.', { day: formatDay(map.reviewedOn, t.tongue) })
          : t('Nobody has signed it off as a whole yet.')}
        {review.kind === 'due'
          ? ` ${t('The next review is due on {day}.', { day: formatDay(review.on, t.tongue) })}`
          : ''}
      </PageHeader>
      <JourneyNav journeyId={id} />
      <h2 className="sr-only">{t('Findings')}</h2>
      {findings.length === 0 ? (
        <EmptyState icon={HeartPulse} title={t('The map is in good health')}>
          {t('Every stage has an owner, customers are asked, and nothing is out of date.')}
        </EmptyState>
      ) : (
        <FindingList
          t={t}
          findings={findings}
          hrefOf={({ touchpointId }) =>
            touchpointId ? `/journeys/${id}?touchpoint=${touchpointId}` : `/journeys/${id}`
          }
          action={({ kind, touchpointId, subject }) =>
            kind === 'review_overdue' && maySign ? (
              <SignOff journeyId={id} touchpointId={touchpointId} subject={subject} />
            ) : null
          }
        />
      )}
      <section aria-labelledby="sign-offs" className="mt-8">
        <h2 id="sign-offs" className="mb-2 text-lg font-semibold">
          {t('Sign-offs')}
        </h2>
        {reviews.length === 0 ? (
          <p className="text-sm text-soft">
            {t(
              'Nobody has signed anything off yet. Set a review cadence on the journey or a touchpoint, and what is due appears above.',
            )}
          </p>
        ) : (
          <ul className="divide-y divide-line rounded-xl border border-line bg-panel">
            {reviews.map((one) => (
              <li
                key={one.id}
                className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 px-4 py-2.5"
              >
                <span className="min-w-0 text-sm break-words">
                  <span className="font-medium">
                    {one.touchpointId === null
                      ? t('The whole journey')
                      : (titles.get(one.touchpointId) ?? t('A retired touchpoint'))}
                  </span>
                  <span className="text-soft">
                    {' '}
                    · {one.name ?? t('a former member')} ·{' '}
                    {formatInstant(one.reviewedAt, map.timeZone, t.tongue)}
                  </span>
                  {one.note ? <span className="block text-soft">{one.note}</span> : null}
                </span>
                {one.userId === member.user.id ? <TakeBack id={one.id} /> : null}
              </li>
            ))}
          </ul>
        )}
      </section>
    </Page>
  );
}
