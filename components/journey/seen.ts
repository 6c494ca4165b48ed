import type { JourneyMapView, StageView, TouchpointView } from '@/lib/insights/model';
import { findColumn } from './columns';
import type { MapEdit } from './edits';
import { storedOfPath } from './edits-path';
import { storedOfStatement } from './edits-statement';

/** What a writer saw when they began to write, by field, in the shape in which it is stored. */
export type Seen = Record<string, unknown>;

/**
 * What the map showed of the fields that an edit changes; undefined for edits that no other can collide with.
 *
 * @param map the map as it was when the writer began
 */
export function seenOf(map: JourneyMapView, edit: MapEdit): Seen | undefined {
  switch (edit.kind) {
    case 'editJourney':
      return picked(edit.patch, storedJourney(map));
    case 'editStage': {
      const stage = map.stages.find(({ id }) => id === edit.id);
      return stage ? picked(edit.patch, storedStage(stage)) : undefined;
    }
    case 'editTouchpoint': {
      const touchpoint = findColumn(map, edit.id)?.touchpoint;
      return touchpoint ? picked(edit.patch, storedTouchpoint(touchpoint)) : undefined;
    }
    case 'editLink':
    case 'recordHandoff':
      return picked(edit.patch, { ...storedOfPath(map, edit) });
    case 'editStatement':
    case 'editEvidence':
      return picked(edit.patch, { ...storedOfStatement(map, edit) });
    default:
      return undefined;
  }
}

function picked(patch: object, stored: Readonly<Record<string, unknown>>): Seen {
  return Object.fromEntries(
    Object.keys(patch)
      .filter((field) => stored[field] !== undefined)
      .map((field) => [field, stored[field]]),
  );
}

const idsOf = (all: readonly { id: string }[]) => all.map(({ id }) => id);

const storedJourney = ({ personas, owner, ...map }: JourneyMapView): Readonly<Record<string, unknown>> => ({
  ...map,
  personaIds: idsOf(personas),
  ownerUserId: owner?.id ?? null,
});

const storedStage = ({
  owner,
  contributors,
  target,
  ...stage
}: StageView): Readonly<Record<string, unknown>> => ({
  ...stage,
  ownerTeamId: owner?.id ?? null,
  contributorTeamIds: idsOf(contributors),
  targetMetric: target?.metric ?? null,
  targetValue: target?.value ?? null,
});

const storedTouchpoint = ({
  owner,
  ownerPerson,
  contributors,
  subJourney,
  ...touchpoint
}: TouchpointView): Readonly<Record<string, unknown>> => ({
  ...touchpoint,
  ownerTeamId: owner?.id ?? null,
  ownerUserId: ownerPerson?.id ?? null,
  contributorTeamIds: idsOf(contributors),
  subJourneyId: subJourney?.id ?? null,
});
