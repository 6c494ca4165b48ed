import type { JourneyMapView } from '@/lib/insights/model';
import type { JourneyPatch } from './edits';

type Shown = Pick<
  JourneyMapView,
  | 'title'
  | 'objective'
  | 'startTrigger'
  | 'endOutcome'
  | 'state'
  | 'owner'
  | 'reviewCadenceDays'
  | 'outcomes'
  | 'personas'
>;

/** What of a journey the wanted values really change. The order of its personas is none. */
export function journeyChange(map: Shown, wanted: JourneyPatch): JourneyPatch {
  const now: Record<string, unknown> = {
    ...map,
    ownerUserId: map.owner?.id ?? null,
    personaIds: map.personas.map(({ id }) => id).sort(),
  };
  const comparable = ({ personaIds, ...plain }: JourneyPatch) => ({
    ...plain,
    ...(personaIds ? { personaIds: [...personaIds].sort() } : {}),
  });
  const changed = Object.entries(comparable(wanted))
    .filter(([field, value]) => JSON.stringify(value) !== JSON.stringify(now[field]))
    .map(([field]) => [field, wanted[field as keyof JourneyPatch]]);
  return Object.fromEntries(changed) as JourneyPatch;
}
