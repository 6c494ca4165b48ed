import type { LineagePartView, MeasureView, TouchpointView } from '@/lib/insights/model';
import type { Translate } from '@/lib/translate';

/** A metric as it was asked at one touchpoint. */
type Asked = Pick<MeasureView, 'metric' | 'wording' | 'title'>;

/** What a merge will do with statements and scores, sentence by sentence, before it is done. */
export function mergeOutlook(
  from: Pick<TouchpointView, 'title' | 'measures'>,
  into: Pick<TouchpointView, 'title' | 'measures'>,
  t: Translate,
): string[] {
  return [
    t('“{from}” leaves the map. Its statements, paths, remarks and markers go to “{into}”.', {
      from: from.title,
      into: into.title,
    }),
    ...poolingOf(into, from, t),
    t('Its surveys go on asking, and count here. You can take the merge back at any time.'),
  ];
}

/** Which scores of the merged touchpoint are counted together with the other's, and which stand apart and why. */
export function poolingOf(
  into: { title: string; measures: readonly Asked[] },
  from: { title: string; measures: readonly Asked[] },
  t: Translate,
): string[] {
  const alike = (a: Asked, b: Asked) => a.metric === b.metric && a.wording === b.wording;
  const pooled = from.measures.filter((one) => into.measures.some((other) => alike(one, other)));
  const apart = from.measures.filter((one) => !pooled.includes(one));
  const reworded = apart.filter((one) => into.measures.some(({ metric }) => metric === one.metric));
  const alone = apart.filter((one) => !reworded.includes(one));
  return [
    ...(pooled.length > 0
      ? [
          t(
            '{n, plural, one {{metrics} of both is pooled, because metric and wording are equal.} other {{metrics} of both are pooled, because metric and wording are equal.}}',
            { n: pooled.length, metrics: named(pooled, t) },
          ),
        ]
      : []),
    ...(reworded.length > 0
      ? [
          t(
            '{n, plural, one {{metrics} of “{from}” stands apart, because the wording differs.} other {{metrics} of “{from}” stand apart, because the wording differs.}}',
            { n: reworded.length, metrics: named(reworded, t), from: from.title },
          ),
        ]
      : []),
    ...(alone.length > 0
      ? [
          t(
            '{n, plural, one {{metrics} of “{from}” stands apart: “{into}” was not asked for it.} other {{metrics} of “{from}” stand apart: “{into}” was not asked for it.}}',
            { n: alone.length, metrics: named(alone, t), from: from.title, into: into.title },
          ),
        ]
      : []),
  ];
}

/** What cannot be kept apart at a touchpoint, sentence by sentence. `day` writes a calendar day. */
export function lineageNotes(
  { title, split }: Pick<TouchpointView, 'title' | 'split'>,
  parts: readonly LineagePartView[],
  day: (on: string) => string,
  t: Translate,
): string[] {
  const [own, ...merged] = parts;
  return [
    ...(split
      ? [
          t('Split off from “{from}” on {day}: answers until then are about both and stay there.', {
            from: split.fromTitle,
            day: day(split.on),
          }),
        ]
      : []),
    ...merged.flatMap((part) => {
      const n = part.measures.reduce((sum, measure) => sum + measure.n, 0);
      const from = part.title || t('a touchpoint');
      return [
        part.on
          ? t(
              'Includes {n, plural, =0 {the answers} one {# answer} other {# answers}} of “{from}”, merged on {day}.',
              { n, from, day: day(part.on) },
            )
          : t('Includes {n, plural, =0 {the answers} one {# answer} other {# answers}} of “{from}”.', {
              n,
              from,
            }),
        ...poolingOf({ title, measures: own?.measures ?? [] }, part, t),
      ];
    }),
  ];
}

const named = (asked: readonly Asked[], t: Translate) =>
  [...new Set(asked.map(({ title }) => title))].reduce((one, other) =>
    t('{one} and {other}', { one, other }),
  );
