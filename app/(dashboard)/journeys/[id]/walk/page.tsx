import { Footprints } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { JourneyNav } from '@/components/journey/journey-nav';
import { EmptyState } from '@/components/ui/empty-state';
import { Page, PageHeader } from '@/components/ui/page-header';
import { rich } from '@/components/ui/rich';
import { Table, Td, Th } from '@/components/ui/table';
import { listSteps, listWalks, type StepRow, type WalkRow } from '@/db/queries/walks';
import { formatCount, formatEmotion, formatInstant, formatInterval } from '@/lib/format';
import { readText } from '@/lib/gates/language';
import type { JourneyMapView, MeasureView } from '@/lib/insights/model';
import { type WalkedTouchpoint, walkedOf } from '@/lib/insights/rules/walked';
import { BadFilter } from '../bad-filter';
import { openMap } from '../open-map';
import { TakeButton } from './take-button';
import { DeleteWalk } from './walk-menu';

export async function generateMetadata(): Promise<Metadata> {
  const t = await readText();
  return { title: t('Walks') };
}

export default async function WalksPage(asked: Parameters<typeof openMap>[0]) {
  const t = await readText();
  const { id, member, map, refusal } = await openMap(asked);
  if (!map) return <BadFilter journeyId={id} refusal={refusal} />;
  const [walks, steps] = await Promise.all([listWalks(member.scope, id), listSteps(member.scope, id)]);
  const mine = walks.find(({ userId, finishedAt }) => userId === member.user.id && finishedAt === null);
  return (
    <Page>
      <PageHeader
        title={t('Take the journey: {journey}', { journey: map.title })}
        crumbs={[
          { href: '/journeys', label: t('Journeys') },
          { href: `/journeys/${id}`, label: map.title },
        ]}
        actions={<TakeButton journeyId={id} underWay={mine !== undefined} />}
      >
        {t(
          'Go through it as your customers do, and note what it was like. Your ratings stay apart from their answers.',
        )}
      </PageHeader>
      <JourneyNav journeyId={id} />
      {walks.length === 0 ? (
        <EmptyState icon={Footprints} title={t('Nobody has taken this journey yet')}>
          {rich(
            t,
            'Book, order, call and wait yourself: it takes an hour and shows what no number does. <a>What a walk is</a>',
            {
              a: (inside) => (
                <Link href="/glossary#walk" className="underline underline-offset-2">
                  {inside}
                </Link>
              ),
            },
          )}
        </EmptyState>
      ) : (
        <>
          <Compared walked={walkedOf(map, steps)} minimumN={map.minimumN} />
          <h2 className="mt-8 mb-2 text-lg font-semibold">{t('Walks')}</h2>
          <ul className="flex flex-col gap-3">
            {walks.map((walk) => (
              <Walk
                key={walk.id}
                map={map}
                walk={walk}
                steps={steps.filter(({ walkId }) => walkId === walk.id)}
                own={walk.userId === member.user.id}
              />
            ))}
          </ul>
        </>
      )}
    </Page>
  );
}

/** Members' own ratings beside what customers feel, touchpoint by touchpoint. */
async function Compared({ walked, minimumN }: { walked: readonly WalkedTouchpoint[]; minimumN: number }) {
  const t = await readText();
  return (
    <Table
      label={t('Own walks beside customers’ answers')}
      head={
        <tr>
          <Th>{t('Touchpoint')}</Th>
          <Th>{t('We felt')}</Th>
          <Th>{t('It took us')}</Th>
          <Th>{t('Customers feel')}</Th>
        </tr>
      }
    >
      {walked.map(({ touchpoint, stageTitle, walkers, rating, minutes, felt }) => (
        <tr key={touchpoint.id}>
          <Td>
            {touchpoint.title}
            <span className="block text-xs text-soft">{stageTitle}</span>
          </Td>
          <Td>
            {rating === null ? (
              <span className="text-soft">{t('not rated')}</span>
            ) : (
              formatEmotion(rating, t.tongue)
            )}
            {rating === null ? null : (
              <span className="block text-xs text-soft">
                {t('{n, plural, one {# walk} other {# walks}}', { n: walkers })}
              </span>
            )}
          </Td>
          <Td>
            {minutes === null ? (
              <span className="text-soft">–</span>
            ) : (
              t('{n} min', { n: String(Math.round(minutes)) })
            )}
          </Td>
          <Td>
            <Felt felt={felt} minimumN={minimumN} />
          </Td>
        </tr>
      ))}
    </Table>
  );
}

async function Felt({ felt, minimumN }: { felt: MeasureView | null; minimumN: number }) {
  const t = await readText();
  if (!felt) return <span className="text-soft">{t('nobody asked')}</span>;
  const { value, low, high, n } = felt.score;
  if (!felt.shown || value === null) {
    return (
      <span className="text-soft">
        {t('too few ({n} of {minimum})', { n: String(n), minimum: String(minimumN) })}
      </span>
    );
  }
  return (
    <span className="tabular">
      {formatEmotion(value, t.tongue)}
      <span className="block text-xs text-soft">
        {t('{interval}, n {n}', {
          interval: formatInterval(felt.metric, low, high, t.tongue),
          n: formatCount(n, t.tongue),
        })}
      </span>
    </span>
  );
}

async function Walk({
  map,
  walk,
  steps,
  own,
}: {
  map: JourneyMapView;
  walk: WalkRow;
  steps: readonly StepRow[];
  own: boolean;
}) {
  const t = await readText();
  const touchpoints = map.stages.flatMap((stage) => stage.touchpoints);
  const told = touchpoints.flatMap((touchpoint) => {
    const step = steps.find(({ touchpointId }) => touchpointId === touchpoint.id);
    return step ? [{ touchpoint, step }] : [];
  });
  return (
    <li className="rounded-xl border border-line bg-panel p-4">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h3 className="font-semibold">
          {walk.name ?? t('A former member')}
          <span className="font-normal text-soft">
            {' '}
            · {formatInstant(walk.startedAt, map.timeZone, t.tongue)}
            {walk.finishedAt ? '' : ` · ${t('under way')}`}
          </span>
        </h3>
        {own ? (
          <span className="flex gap-1">
            <Link
              href={`/journeys/${map.id}/walk/${walk.id}`}
              className="inline-flex min-h-8 items-center px-2 text-sm underline underline-offset-2"
            >
              {t('Open##a walk')}
            </Link>
            <DeleteWalk id={walk.id} />
          </span>
        ) : null}
      </div>
      {told.length === 0 ? <p className="mt-1 text-sm text-soft">{t('Nothing noted yet.')}</p> : null}
      <ul className="mt-2 flex flex-col gap-3">
        {told.map(({ touchpoint, step }) => (
          <li key={touchpoint.id} className="text-sm">
            <p>
              <span className="font-medium">{touchpoint.title}</span>
              <span className="text-soft">
                {step.rating === null
                  ? ''
                  : ` · ${t('felt {emotion}', { emotion: formatEmotion(step.rating, t.tongue) })}`}
                {step.minutes === null ? '' : ` · ${t('{n} min', { n: String(step.minutes) })}`}
              </span>
            </p>
            {step.note ? <p className="break-words whitespace-pre-line">{step.note}</p> : null}
            {step.hasPicture ? (
              // biome-ignore lint/performance/noImgElement: the picture comes from the database, once
              <img
                src={`/journeys/${map.id}/walk/${walk.id}/picture/${touchpoint.id}`}
                alt={t('Taken at {touchpoint}', { touchpoint: touchpoint.title })}
                loading="lazy"
                className="mt-1 max-h-48 max-w-full rounded-lg border border-line object-contain"
              />
            ) : null}
          </li>
        ))}
      </ul>
    </li>
  );
}
