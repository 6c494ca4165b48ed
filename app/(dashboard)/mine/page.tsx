import { UserRound } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { ChannelIcon } from '@/components/journey/channel-icon';
import { FindingList } from '@/components/journey/finding-list';
import { MeasureChip } from '@/components/journey/measure-chip';
import { buttonClass } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Page, PageHeader } from '@/components/ui/page-header';
import { rich } from '@/components/ui/rich';
import { formatDay, formatPeriod } from '@/lib/format';
import { readText } from '@/lib/gates/language';
import { requireMember } from '@/lib/gates/member';
import { reviewState } from '@/lib/insights/rules/freshness';
import { FINDING_TEXTS } from '@/lib/insights/rules/health';
import { leadMeasure } from '@/lib/insights/rules/layers';
import type { MineView } from '@/lib/insights/rules/mine';
import { loadMine } from '@/lib/insights/views';
import { momentText } from '@/lib/journey/rules/moment';

export async function generateMetadata(): Promise<Metadata> {
  const t = await readText();
  return { title: t('My touchpoints') };
}

export default async function Mine() {
  const t = await readText();
  const { scope, user } = await requireMember();
  const mine = await loadMine(scope, user.id, new Date(), t);
  const grave = mine
    .flatMap(({ findings }) => findings)
    .filter(({ kind }) => FINDING_TEXTS[kind].grave).length;
  return (
    <Page>
      <PageHeader title={t('My touchpoints')}>
        {mine.length === 0
          ? t('Here is everything that you answer for.')
          : grave > 0
            ? t(
                'What you answer for, with {n, plural, one {# finding that needs action} other {# findings that need action}}.',
                { n: grave },
              )
            : t('What you answer for.')}
      </PageHeader>
      {mine.length === 0 ? (
        <EmptyState
          icon={UserRound}
          title={t('Nothing is yours yet')}
          action={
            <Link href="/journeys" className={buttonClass({ variant: 'primary' })}>
              {t('Open a journey')}
            </Link>
          }
        >
          {t('Open a touchpoint on a map and choose yourself as its owner under Details.')}
        </EmptyState>
      ) : (
        <div className="flex flex-col gap-10">
          {mine.map((one) => (
            <Journey key={one.map.id} mine={one} />
          ))}
        </div>
      )}
    </Page>
  );
}

async function Journey({ mine: { map, touchpoints, findings, ownsJourney } }: { mine: MineView }) {
  const t = await readText();
  const period = formatPeriod(map.period.from, map.period.to, t.tongue);
  return (
    <section aria-labelledby={`journey-${map.id}`}>
      <h2 id={`journey-${map.id}`} className="text-lg font-semibold">
        <Link href={`/journeys/${map.id}`} className="underline-offset-2 hover:underline">
          {map.title}
        </Link>
      </h2>
      <p className="mb-3 text-sm text-soft">
        {ownsJourney
          ? t('You own this journey. Scores of {period}.', { period })
          : t('Scores of {period}.', { period })}
      </p>
      {touchpoints.length > 0 ? (
        <ul className="mb-4 grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
          {touchpoints.map((one) => (
            <Owned key={one.touchpoint.id} map={map} {...one} />
          ))}
        </ul>
      ) : null}
      <h3 className="mb-2 font-semibold">{t('To look at')}</h3>
      {findings.length === 0 ? (
        <p className="text-sm text-soft">{t('Nothing is missing at what you own.')}</p>
      ) : (
        <FindingList
          t={t}
          findings={findings}
          hrefOf={({ touchpointId }) =>
            touchpointId ? `/journeys/${map.id}?touchpoint=${touchpointId}` : `/journeys/${map.id}/health`
          }
        />
      )}
    </section>
  );
}

async function Owned({ map, touchpoint, stage }: { map: MineView['map'] } & MineView['touchpoints'][number]) {
  const t = await readText();
  const measure = leadMeasure(touchpoint) ?? touchpoint.measures[0];
  const moment = momentText(touchpoint, t);
  const review = reviewState(touchpoint.reviewedOn, touchpoint.reviewCadenceDays, map.today);
  return (
    <li className="flex flex-col gap-2 rounded-xl border border-line bg-panel p-4">
      <p className="text-xs text-soft">{stage.title}</p>
      <h3 className="-mt-1.5 flex items-start gap-1.5 font-semibold">
        <ChannelIcon channels={touchpoint.channels} own={map.channels} className="mt-1 size-3.5" t={t} />
        <Link
          href={`/journeys/${map.id}?touchpoint=${touchpoint.id}`}
          className="min-w-0 break-words underline-offset-2 hover:underline"
        >
          {touchpoint.title}
        </Link>
      </h3>
      {moment ? (
        <p className="text-xs text-soft">
          {t('Moment that matters.')} {moment}
        </p>
      ) : null}
      {measure ? (
        <MeasureChip measure={measure} minimumN={map.minimumN} lead t={t} />
      ) : (
        <p className="text-sm text-soft">
          {touchpoint.asking
            ? t('Customers are being asked; no answers yet.')
            : t('Nobody asks customers here yet.')}
        </p>
      )}
      {touchpoint.quote ? (
        <blockquote className="line-clamp-3 text-sm break-words italic">
          {t('“{quote}”', { quote: touchpoint.quote.comment })}
        </blockquote>
      ) : null}
      {touchpoint.promise ? (
        <p className="text-sm break-words">
          {rich(t, '<b>Promise:</b> {promise}', {
            promise: touchpoint.promise,
            b: (inside) => <span className="font-medium">{inside}</span>,
          })}
        </p>
      ) : null}
      {touchpoint.playbook ? (
        <details className="text-sm">
          <summary className="min-h-6 font-medium">{t('Playbook')}</summary>
          <p className="mt-1 break-words whitespace-pre-line">{touchpoint.playbook}</p>
        </details>
      ) : null}
      {review.kind === 'due' ? (
        <p className="mt-auto text-xs text-soft">
          {t('Next review on {day}', { day: formatDay(review.on, t.tongue) })}
        </p>
      ) : null}
    </li>
  );
}
