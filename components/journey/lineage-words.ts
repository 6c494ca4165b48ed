import type { LineagePartView, MeasureView, TouchpointView } from '@/lib/insights/model';

/** A metric as it was asked at one touchpoint. */
type Asked = Pick<MeasureView, 'metric' | 'wording' | 'title'>;

/** What a merge will do with statements and scores, sentence by sentence, before it is done. */
export function mergeOutlook(
  from: Pick<TouchpointView, 'title' | 'measures'>,
  into: Pick<TouchpointView, 'title' | 'measures'>,
): string[] {
  return [
    `“${from.title}” leaves the map. Its statements, paths, remarks and markers go to “${into.title}”.`,
    ...poolingOf(into, from),
    'Its surveys go on asking, and count here. You can take the merge back at any time.',
  ];
}

/** Which scores of the merged touchpoint are counted together with the other's, and which stand apart and why. */
export function poolingOf(
  into: { title: string; measures: readonly Asked[] },
  from: { title: string; measures: readonly Asked[] },
): string[] {
  const alike = (a: Asked, b: Asked) => a.metric === b.metric && a.wording === b.wording;
  const pooled = from.measures.filter((one) => into.measures.some((other) => alike(one, other)));
  const apart = from.measures.filter((one) => !pooled.includes(one));
  const reworded = apart.filter((one) => into.measures.some(({ metric }) => metric === one.metric));
  const alone = apart.filter((one) => !reworded.includes(one));
  return [
    ...(pooled.length > 0
      ? [`${named(pooled)} of both ${is(pooled)} pooled, because metric and wording are equal.`]
      : []),
    ...(reworded.length > 0
      ? [`${named(reworded)} of “${from.title}” ${stands(reworded)} apart, because the wording differs.`]
      : []),
    ...(alone.length > 0
      ? [`${named(alone)} of “${from.title}” ${stands(alone)} apart: “${into.title}” was not asked for it.`]
      : []),
  ];
}

/** What cannot be kept apart at a touchpoint, sentence by sentence. `day` writes a calendar day. */
export function lineageNotes(
  { title, split }: Pick<TouchpointView, 'title' | 'split'>,
  parts: readonly LineagePartView[],
  day: (on: string) => string,
): string[] {
  const [own, ...merged] = parts;
  return [
    ...(split
      ? [
          `Split off from “${split.fromTitle}” on ${day(split.on)}: answers until then are about both and stay there.`,
        ]
      : []),
    ...merged.flatMap((part) => {
      const n = part.measures.reduce((sum, measure) => sum + measure.n, 0);
      const answers = n === 0 ? 'the answers' : n === 1 ? '1 answer' : `${n.toLocaleString('en')} answers`;
      return [
        `Includes ${answers} of “${part.title || 'a touchpoint'}”${part.on ? `, merged on ${day(part.on)}` : ''}.`,
        ...poolingOf({ title, measures: own?.measures ?? [] }, part),
      ];
    }),
  ];
}

const named = (asked: readonly Asked[]) => [...new Set(asked.map(({ title }) => title))].join(' and ');
const is = (asked: readonly Asked[]) => (asked.length === 1 ? 'is' : 'are');
const stands = (asked: readonly Asked[]) => (asked.length === 1 ? 'stands' : 'stand');
