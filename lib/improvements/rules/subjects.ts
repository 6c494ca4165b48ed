import type { SubjectView } from '../model';

/** As much of a map as improvements need to find their places on it. */
export type Places = {
  lineageId: string;
  title: string;
  touchpoints: readonly {
    id: string;
    lineageId: string;
    title: string;
    retired: boolean;
    absorbed: readonly { lineageId: string }[];
  }[];
};

/**
 * Where an improvement changes something on the map: the touchpoints, and all lineages whose answers are about them, merged
 * ones included. Without any it is about the journey as a whole.
 */
export function subjectsIn(
  places: Places,
  lineageIds: readonly string[],
): { subjects: SubjectView[]; touchpointIds: string[]; lineageIds: string[] } {
  const wanted = new Set(lineageIds);
  const found = places.touchpoints.filter(({ lineageId }) => wanted.has(lineageId));
  const whole = found.length === 0 || wanted.has(places.lineageId);
  const journey: SubjectView[] = whole
    ? [{ lineageId: places.lineageId, title: places.title, touchpointId: null }]
    : [];
  return {
    subjects: [
      ...journey,
      ...found.map(({ id, lineageId, title, retired }) => ({
        ...{ lineageId, title },
        touchpointId: retired ? null : id,
      })),
    ],
    touchpointIds: whole ? [] : found.map(({ id }) => id),
    lineageIds: [
      ...journey.map(({ lineageId }) => lineageId),
      ...found.flatMap((one) => [one.lineageId, ...one.absorbed.map(({ lineageId }) => lineageId)]),
    ],
  };
}
