'use client';

import Link from 'next/link';
import { buttonClass } from '@/components/ui/button';
import { useText } from '@/components/ui/text';
import { formatInstant } from '@/lib/format';
import { IMPROVEMENT_STATE_LABELS, type ImprovementView } from '@/lib/improvements/model';
import type { ChangeView, JourneyMapView } from '@/lib/insights/model';
import { AddChange, ChangeList, type MarkerWays } from './change-list';
import { AddDecision, DecisionList, type DecisionView, type DecisionWays } from './decision-list';
import { VerdictLine } from './improvement-verdict';

/** One thing that somebody did, in words. */
export type ActivityView = { id: string; who: string; text: string; at: Date };

/** What was changed for customers, what was decided and what members did at one touchpoint. */
export function HistoryTab({
  map,
  touchpointId,
  changes,
  improvements,
  decisions,
  activity,
  ways,
}: {
  map: Pick<JourneyMapView, 'id' | 'outcomes' | 'language' | 'today' | 'timeZone'>;
  touchpointId: string;
  changes: readonly ChangeView[];
  improvements: readonly Pick<ImprovementView, 'id' | 'title' | 'state' | 'verdict'>[];
  decisions: readonly DecisionView[];
  activity: readonly ActivityView[];
  /** null where the member may only look. */
  ways: { markers: MarkerWays; decisions: DecisionWays } | null;
}) {
  const t = useText();
  const about = { journeyId: map.id, touchpointId };
  const outcomes = map.outcomes.map(({ name }) => name);
  return (
    <div className="divide-y divide-line">
      <section className="px-5 py-4">
        <div className="mb-2 flex flex-wrap items-center justify-between gap-2">
          <h3 className="text-sm font-semibold">{t('Improvements')}</h3>
          {ways ? (
            <Link
              className={buttonClass({ size: 'small' })}
              href={`/improvements/new?journey=${map.id}&touchpoint=${touchpointId}`}
            >
              {t('Start an improvement…')}
            </Link>
          ) : null}
        </div>
        {improvements.length === 0 ? (
          <p className="text-sm text-soft">
            {t('Nothing is to be changed here yet. What is started here is judged by what customers answer.')}
          </p>
        ) : (
          <ul className="flex flex-col gap-3 text-sm">
            {improvements.map((one) => (
              <li key={one.id} className="break-words">
                <Link
                  className="inline-flex min-h-6 items-center font-medium underline-offset-2 hover:underline"
                  href={`/improvements/${one.id}`}
                >
                  {one.title}
                </Link>{' '}
                <span className="text-xs text-soft">{t(IMPROVEMENT_STATE_LABELS[one.state])}</span>
                {one.verdict ? <VerdictLine verdict={one.verdict} t={t} /> : null}
              </li>
            ))}
          </ul>
        )}
      </section>
      <section className="px-5 py-4">
        <div className="mb-2 flex flex-wrap items-center justify-between gap-2">
          <h3 className="text-sm font-semibold">{t('Changes for customers')}</h3>
          {ways ? (
            <AddChange about={about} today={map.today} outcomes={outcomes} add={ways.markers.add} />
          ) : null}
        </div>
        {changes.length === 0 ? (
          <p className="text-sm text-soft">
            {t(
              'Nothing is marked yet. A marked change is drawn on the time axis of the answers, and what customers answered before and after it is compared.',
            )}
          </p>
        ) : (
          <ChangeList
            changes={changes}
            outcomes={outcomes}
            language={map.language}
            nothing={t('Nobody was asked here, so there is nothing to compare. Ask customers under Surveys.')}
            ways={ways?.markers ?? null}
            among="touchpoint"
          />
        )}
      </section>
      <section className="px-5 py-4">
        <div className="mb-2 flex flex-wrap items-center justify-between gap-2">
          <h3 className="text-sm font-semibold">{t('Decisions')}</h3>
          {ways ? <AddDecision about={about} today={map.today} add={ways.decisions.add} /> : null}
        </div>
        {decisions.length === 0 ? (
          <p className="text-sm text-soft">
            {t(
              'No decision about this touchpoint is logged. A logged decision keeps the map it was made on.',
            )}
          </p>
        ) : (
          <DecisionList small decisions={decisions} language={map.language} ways={ways?.decisions ?? null} />
        )}
      </section>
      <section className="px-5 py-4">
        <h3 className="mb-2 text-sm font-semibold">{t('What members did')}</h3>
        <ul className="flex flex-col gap-2 text-sm">
          {activity.map(({ id, who, text, at }) => (
            <li key={id} className="break-words">
              <span className="font-medium">{who}</span> {text}
              <span className="block text-xs text-soft">{formatInstant(at, map.timeZone, map.language)}</span>
            </li>
          ))}
        </ul>
        <p className="mt-3 text-sm">
          <Link className="underline underline-offset-2" href={`/journeys/${map.id}/activity`}>
            {t('All activity of this journey')}
          </Link>
        </p>
      </section>
    </div>
  );
}
