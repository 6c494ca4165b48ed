'use client';

import Link from 'next/link';
import { formatDay, formatInstant } from '@/lib/format';
import type { JourneyMapView, MarkerView } from '@/lib/insights/model';
import { AddDecision, DecisionList, type DecisionView, type DecisionWays } from './decision-list';
import type { FormField, Reply } from './form-dialog';
import { AddButton, HistoryItem } from './history-item';

/** One thing that somebody did, in words. */
export type ActivityView = { id: string; who: string; text: string; at: Date };

type Said = { changedOn: string; text: string; outcome: string };

export type MarkerWays = {
  add: (input: Said & { journeyId: string; touchpointId: string | null }) => Promise<Reply>;
  edit: (input: Said & { id: string; seen: Said }) => Promise<Reply>;
  remove: (
    id: string,
  ) => Promise<
    { ok: true; value: Said & { journeyId: string; touchpointId: string | null } } | { ok: false }
  >;
};

/** What was changed for customers, what was decided and what members did at one touchpoint. */
export function HistoryTab({
  map,
  touchpointId,
  decisions,
  activity,
  ways,
}: {
  map: Pick<JourneyMapView, 'id' | 'markers' | 'outcomes' | 'language' | 'today' | 'timeZone'>;
  touchpointId: string;
  decisions: readonly DecisionView[];
  activity: readonly ActivityView[];
  /** null where the member may only look. */
  ways: { markers: MarkerWays; decisions: DecisionWays } | null;
}) {
  const about = { journeyId: map.id, touchpointId };
  const markers = map.markers.filter((one) => one.touchpointId === touchpointId || one.touchpointId === null);
  const fields = markerFields(map.outcomes.map(({ name }) => name));
  return (
    <div className="divide-y divide-line">
      <section className="px-5 py-4">
        <div className="mb-2 flex flex-wrap items-center justify-between gap-2">
          <h3 className="text-sm font-semibold">Changes for customers</h3>
          {ways ? (
            <AddButton
              text="Mark a change"
              title="Mark a change"
              done="Marked the change"
              fields={fields}
              values={{ changedOn: map.today }}
              onSave={(values) => ways.markers.add({ ...about, ...saidOf(values) })}
            />
          ) : null}
        </div>
        {markers.length === 0 ? (
          <p className="text-sm text-soft">
            Nothing is marked yet. A marked change is drawn on the time axis of the answers, so that you see
            what came after it.
          </p>
        ) : (
          <ul className="flex flex-col gap-3">
            {[...markers].reverse().map((one) => (
              <MarkerItem
                key={one.id}
                marker={one}
                fields={fields}
                language={map.language}
                ways={ways?.markers ?? null}
              />
            ))}
          </ul>
        )}
      </section>
      <section className="px-5 py-4">
        <div className="mb-2 flex flex-wrap items-center justify-between gap-2">
          <h3 className="text-sm font-semibold">Decisions</h3>
          {ways ? <AddDecision about={about} today={map.today} add={ways.decisions.add} /> : null}
        </div>
        {decisions.length === 0 ? (
          <p className="text-sm text-soft">
            No decision about this touchpoint is logged. A logged decision keeps the map it was made on.
          </p>
        ) : (
          <DecisionList small decisions={decisions} language={map.language} ways={ways?.decisions ?? null} />
        )}
      </section>
      <section className="px-5 py-4">
        <h3 className="mb-2 text-sm font-semibold">What members did</h3>
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
            All activity of this journey
          </Link>
        </p>
      </section>
    </div>
  );
}

function MarkerItem({
  marker,
  fields,
  language,
  ways,
}: {
  marker: MarkerView;
  fields: readonly FormField[];
  language: 'en' | 'de';
  ways: MarkerWays | null;
}) {
  const seen = { changedOn: marker.changedOn, text: marker.text, outcome: marker.outcome };
  return (
    <HistoryItem
      name={marker.text}
      edit={
        ways && {
          title: 'Edit the change',
          fields,
          values: seen,
          onSave: (values) => ways.edit({ id: marker.id, ...saidOf(values), seen }),
        }
      }
      remove={
        ways &&
        (async () => {
          const reply = await ways.remove(marker.id);
          return reply.ok ? () => ways.add(reply.value) : null;
        })
      }
    >
      <p className="text-sm break-words">{marker.text}</p>
      <p className="mt-0.5 text-xs text-soft">
        {formatDay(marker.changedOn, language)}, to move {marker.outcome}
        {marker.touchpointId === null ? ' (whole journey)' : ''}
      </p>
    </HistoryItem>
  );
}

function markerFields(outcomes: readonly string[]): FormField[] {
  return [
    { name: 'text', label: 'What was changed', kind: 'line', maxLength: 300 },
    { name: 'changedOn', label: 'From which day customers felt it', kind: 'day' },
    {
      name: 'outcome',
      label: 'What it is meant to move',
      kind: 'line',
      maxLength: 80,
      hint:
        outcomes.length > 0
          ? 'One of the journey’s outcomes, or your own words.'
          : 'Such as effort, conversion or calls.',
      proposals: outcomes,
    },
  ];
}

const saidOf = (values: Record<string, string>): Said => ({
  changedOn: values.changedOn ?? '',
  text: values.text ?? '',
  outcome: values.outcome ?? '',
});
