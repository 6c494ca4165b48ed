import type { Translate } from '../../translate';
import type { JourneyDocument } from '../model/document';

export type Subject =
  | 'journey'
  | 'persona'
  | 'question'
  | 'stage'
  | 'touchpoint'
  | 'statement'
  | 'link'
  | 'handoff';

export type FieldChange = { field: string; before: unknown; after: unknown };

/** One difference between two maps. */
export type Difference = {
  subject: Subject;
  kind: 'added' | 'removed' | 'moved' | 'changed';
  /** Of the second map; of the first where it is only there. */
  id: string;
  title: string;
  /** The stage under which it stands; null: the whole journey. */
  stage: { id: string; title: string } | null;
  /** What differs, with both values; empty where it was added, removed or only moved. */
  fields: FieldChange[];
};

type Touchpoint = JourneyDocument['touchpoints'][number];
type Stage = JourneyDocument['stages'][number];
type Statement = JourneyDocument['statements'][number];

/**
 * Everything in which two maps differ, field by field, in the order of the second map. Touchpoints are the same where
 * their lineage is, so a map also compares with its copy; stages, statements, links, handoffs and questions are the same
 * by their id, else by what they say.
 *
 * @example compareDocuments(map, map, ENGLISH) // []
 */
export function compareDocuments(a: JourneyDocument, b: JourneyDocument, t: Translate): Difference[] {
  const stages = matched(
    a.stages,
    b.stages,
    ({ id }) => id,
    ({ title }) => title,
  );
  const touchpoints = matched(a.touchpoints, b.touchpoints, ({ lineageId }) => lineageId);
  const places: Places = {
    ...{ a, b, stages, touchpoints, t },
    stageOf: new Map([...a.stages, ...b.stages].map((one) => [one.id, one])),
    sameAs: new Map([...stages.pairs, ...touchpoints.pairs].map(([one, other]) => [one.id, other.id])),
  };
  const found = [
    ...journeyDifferences(a, b),
    ...plainDifferences(
      'persona',
      matched(a.personas, b.personas, ({ id }) => id),
      ({ name }) => name,
    ),
    ...plainDifferences(
      'question',
      matched(
        a.researchQuestions,
        b.researchQuestions,
        ({ id }) => id,
        ({ text }) => text,
      ),
      ({ text }) => text,
    ),
    ...stageDifferences(places),
    ...touchpointDifferences(places),
    ...statementDifferences(places),
    ...pathDifferences(places),
  ];
  const order = [...b.stages, ...stages.removed].map(({ id }) => id);
  const placeOf = ({ stage }: Difference) => (stage === null ? -1 : order.indexOf(stage.id));
  return found.sort((one, other) => placeOf(one) - placeOf(other));
}

type Matches<T> = { pairs: [T, T][]; added: T[]; removed: T[] };

type Places = {
  a: JourneyDocument;
  b: JourneyDocument;
  stages: Matches<Stage>;
  touchpoints: Matches<Touchpoint>;
  stageOf: Map<string, Stage>;
  /** From a stage or touchpoint of the first map to the same one of the second. */
  sameAs: Map<string, string>;
  t: Translate;
};

/** Pairs by the first key that fits; each is paired once. */
function matched<T>(a: readonly T[], b: readonly T[], ...keys: ((one: T) => string)[]): Matches<T> {
  const pairs: [T, T][] = [];
  let [restA, restB] = [[...a], [...b]];
  for (const keyOf of keys) {
    const open = new Map<string, T[]>();
    for (const one of restA) open.set(keyOf(one), [...(open.get(keyOf(one)) ?? []), one]);
    const taken = new Set<T>();
    restB = restB.filter((other) => {
      const one = open.get(keyOf(other))?.shift();
      if (one === undefined) return true;
      taken.add(one);
      pairs.push([one, other]);
      return false;
    });
    restA = restA.filter((one) => !taken.has(one));
  }
  const order = new Map(b.map((one, index) => [one, index]));
  pairs.sort(([, one], [, other]) => (order.get(one) ?? 0) - (order.get(other) ?? 0));
  return { pairs, added: restB, removed: restA };
}

function journeyDifferences(a: JourneyDocument, b: JourneyDocument): Difference[] {
  const fields = differing(a.journey, b.journey, ['lineageId']);
  if (fields.length === 0) return [];
  return [{ subject: 'journey', kind: 'changed', id: '', title: b.journey.title, stage: null, fields }];
}

function plainDifferences<T extends { id: string }>(
  subject: Subject,
  { pairs, added, removed }: Matches<T>,
  titleOf: (one: T) => string,
): Difference[] {
  const line = (kind: Difference['kind'], one: T, fields: FieldChange[] = []): Difference => ({
    ...{ subject, kind, id: one.id, title: titleOf(one), stage: null, fields },
  });
  return [
    ...added.map((one) => line('added', one)),
    ...removed.map((one) => line('removed', one)),
    ...pairs.flatMap(([one, other]) => {
      const fields = differing(one, other, ['id']);
      return fields.length === 0 ? [] : [line('changed', other, fields)];
    }),
  ];
}

function stageDifferences({ stages, a }: Places): Difference[] {
  const line = (kind: Difference['kind'], { id, title }: Stage, fields: FieldChange[] = []): Difference => ({
    ...{ subject: 'stage', kind, id, title, stage: { id, title }, fields },
  });
  const moved = movedOf(stages.pairs.map(([one]) => a.stages.indexOf(one)));
  return [
    ...stages.added.map((one) => line('added', one)),
    ...stages.removed.map((one) => line('removed', one)),
    ...stages.pairs.flatMap(([one, other], index) => {
      const fields = differing(one, other, ['id']);
      return [
        ...(moved.has(index) ? [line('moved', other)] : []),
        ...(fields.length > 0 ? [line('changed', other, fields)] : []),
      ];
    }),
  ];
}

function touchpointDifferences(places: Places): Difference[] {
  const { a, touchpoints, stageOf, sameAs } = places;
  const line = (kind: Difference['kind'], one: Touchpoint, fields: FieldChange[] = []): Difference => ({
    ...{ subject: 'touchpoint', kind, id: one.id, title: one.title, fields },
    stage: standing(places, one.stageId),
  });
  const stays = touchpoints.pairs.filter(([one, other]) => sameAs.get(one.stageId) === other.stageId);
  const reordered = new Set<Touchpoint>();
  for (const stageId of new Set(stays.map(([, { stageId: id }]) => id))) {
    const own = stays.filter(([, other]) => other.stageId === stageId);
    for (const index of movedOf(own.map(([one]) => a.touchpoints.indexOf(one)))) {
      reordered.add((own[index] as [Touchpoint, Touchpoint])[1]);
    }
  }
  return [
    ...touchpoints.added.map((one) => line('added', one)),
    ...touchpoints.removed.map((one) => line('removed', one)),
    ...touchpoints.pairs.flatMap(([one, other]) => {
      const left = sameAs.get(one.stageId) !== other.stageId;
      const fields = differing(one, other, ['id', 'stageId', 'lineageId', 'splitFromId', 'splitAt']);
      const stages = [stageOf.get(one.stageId)?.title, stageOf.get(other.stageId)?.title];
      return [
        ...(left ? [line('moved', other, [{ field: 'stage', before: stages[0], after: stages[1] }])] : []),
        ...(reordered.has(other) ? [line('moved', other)] : []),
        ...(fields.length > 0 ? [line('changed', other, fields)] : []),
      ];
    }),
  ];
}

function statementDifferences(places: Places): Difference[] {
  const { a, b, sameAs } = places;
  // What a statement is about, named as the second map names it.
  const aboutOf = (one: Statement) => one.touchpointId ?? one.stageId ?? '';
  const inB = (id: string) => sameAs.get(id) ?? id;
  const said = new Map(a.statements.map((one) => [one, inB(aboutOf(one))]));
  const about = (one: Statement) => said.get(one) ?? aboutOf(one);
  const statements = matched(
    a.statements,
    b.statements,
    ({ id }) => id,
    (one) => JSON.stringify([about(one), one.kind, one.text]),
  );
  const line = (kind: Difference['kind'], one: Statement, fields: FieldChange[] = []): Difference => ({
    ...{ subject: 'statement', kind, id: one.id, title: one.text, fields },
    stage: standing(places, stageOfSubject(places, one)),
  });
  const plain = (one: Statement) => ({
    ...one,
    evidence: one.evidence.map(({ id: _, ...piece }) => piece),
  });
  return [
    ...statements.added.map((one) => line('added', one)),
    ...statements.removed.map((one) => line('removed', one)),
    ...statements.pairs.flatMap(([one, other]) => {
      const fields = differing(plain(one), plain(other), ['id', 'stageId', 'touchpointId']);
      const left = about(one) !== about(other);
      const titles = [subjectTitle(places, aboutOf(one), a), subjectTitle(places, aboutOf(other), b)];
      return [
        ...(left ? [line('moved', other, [{ field: 'about', before: titles[0], after: titles[1] }])] : []),
        ...(fields.length > 0 ? [line('changed', other, fields)] : []),
      ];
    }),
  ];
}

function pathDifferences(places: Places): Difference[] {
  const { a, b, sameAs } = places;
  const inB = (id: string | null) => (id === null ? null : (sameAs.get(id) ?? id));
  type Path = { id: string; fromId: string | null; toId: string | null };
  const of = <T extends Path>(subject: 'link' | 'handoff', before: T[], after: T[]): Difference[] => {
    const known = before.map((one) => ({ ...one, fromId: inB(one.fromId), toId: inB(one.toId) }));
    const ends = (one: T) => JSON.stringify([one.fromId, one.toId, 'kind' in one ? one.kind : '']);
    const { pairs, added, removed } = matched<T>(known, after, ({ id }) => id, ends);
    const line = (kind: Difference['kind'], one: T, fields: FieldChange[] = []): Difference => ({
      ...{ subject, kind, id: one.id, title: pathTitle(places, one), fields },
      stage: standing(places, stageOfTouchpoint(places, one.fromId ?? one.toId)),
    });
    return [
      ...added.map((one) => line('added', one)),
      ...removed.map((one) => line('removed', one)),
      ...pairs.flatMap(([one, other]) => {
        const fields = differing(one, other, ['id', 'fromId', 'toId']);
        const left = one.fromId !== other.fromId || one.toId !== other.toId;
        const titles = [pathTitle(places, one, a), pathTitle(places, other, b)];
        return [
          ...(left ? [line('moved', other, [{ field: 'ends', before: titles[0], after: titles[1] }])] : []),
          ...(fields.length > 0 ? [line('changed', other, fields)] : []),
        ];
      }),
    ];
  };
  return [...of('link', a.links, b.links), ...of('handoff', a.handoffs, b.handoffs)];
}

/** The stage as the second map has it; as the first has it where it is only there. */
function standing({ stageOf, sameAs }: Places, id: string | null): Difference['stage'] {
  const stage = id === null ? undefined : stageOf.get(sameAs.get(id) ?? id);
  return stage ? { id: stage.id, title: stage.title } : null;
}

const stageOfSubject = (places: Places, one: Statement) =>
  one.stageId ?? stageOfTouchpoint(places, one.touchpointId);

const stageOfTouchpoint = (places: Places, id: string | null) => touchpointOf(places, id)?.stageId ?? null;

/** As `first` has it, else as the other map has it. */
const touchpointOf = ({ a, b }: Places, id: string | null, first = b) =>
  [...first.touchpoints, ...a.touchpoints, ...b.touchpoints].find((one) => one.id === id);

const subjectTitle = (places: Places, id: string, first: JourneyDocument) =>
  touchpointOf(places, id, first)?.title ??
  [...first.stages, ...places.stageOf.values()].find((one) => one.id === id)?.title ??
  places.t('The whole journey');

function pathTitle(
  places: Places,
  { fromId, toId }: { fromId: string | null; toId: string | null },
  first = places.b,
): string {
  const end = (id: string | null) =>
    (id === null ? null : touchpointOf(places, id, first)?.title) ?? places.t('outside##of a journey');
  return `${end(fromId)} → ${end(toId)}`;
}

function differing<T extends object>(a: T, b: T, apart: readonly (keyof T)[]): FieldChange[] {
  const given = new Set([...Object.keys(a), ...Object.keys(b)]);
  // A name comes first: the rest is told of it.
  const fields = [...given].sort((x, y) => Number(y === 'title') - Number(x === 'title')) as (keyof T &
    string)[];
  return fields.flatMap((field) =>
    apart.includes(field) || same(a[field], b[field]) ? [] : [{ field, before: a[field], after: b[field] }],
  );
}

const same = (a: unknown, b: unknown) => JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));

/** Objects with their keys in one order. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value ?? null;
  return Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, inner]) => [key, sorted(inner)]);
}

/** The places of those that do not stand in the longest rising row: the fewest that somebody has moved. */
function movedOf(places: readonly number[]): Set<number> {
  const best = places.map(() => 1);
  const before = places.map(() => -1);
  for (const [index, place] of places.entries()) {
    for (let other = 0; other < index; other += 1) {
      if ((places[other] as number) < place && (best[other] as number) + 1 > (best[index] as number)) {
        best[index] = (best[other] as number) + 1;
        before[index] = other;
      }
    }
  }
  const moved = new Set(places.keys());
  for (let index = best.indexOf(Math.max(...best)); index >= 0; index = before[index] as number) {
    moved.delete(index);
  }
  return moved;
}
