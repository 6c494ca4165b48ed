import { listWatched } from '@/db/queries/alerts';
import { listSubjects } from '@/db/queries/subjects';
import type { Member } from '@/lib/gates/member';

/** A journey with what people can be asked about on its map. */
export type Place = { id: string; title: string; subjects: { lineageId: string; title: string }[] };

/** What a rule can be about: the journeys on show, each with its touchpoints by name. */
export async function listPlaces(scope: Member['scope']): Promise<Place[]> {
  const watched = await listWatched(scope, null);
  const subjects = await listSubjects(
    scope,
    watched.map(({ lineageId }) => lineageId),
  );
  const found = new Map<string, Place>();
  for (const { lineageId, title, touchpointId, journeyId } of subjects) {
    const place = found.get(journeyId) ?? { id: journeyId, title: '', subjects: [] };
    found.set(journeyId, place);
    if (touchpointId === null) place.title = title;
    else place.subjects.push({ lineageId, title });
  }
  const byTitle = (a: { title: string }, b: { title: string }) => a.title.localeCompare(b.title);
  return [...found.values()]
    .map((place) => ({ ...place, subjects: place.subjects.sort(byTitle) }))
    .sort(byTitle);
}
