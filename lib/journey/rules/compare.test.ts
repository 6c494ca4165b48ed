import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ENGLISH } from '../../translate';
import { documentSchema, type JourneyDocument } from '../model/document';
import { compareDocuments, type Difference } from './compare';
import { withFreshIds } from './fresh-ids';

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

const touchpoint = (n: number, stageId: string, more: object = {}) => ({
  ...{ id: id(100 + n), lineageId: id(200 + n), stageId, title: `T${n}` },
  ...more,
});

const mapOf = (over: object): JourneyDocument =>
  documentSchema.parse({
    ...{ format: 'milepost-journey', version: 1, journey: { lineageId: id(0), title: 'J' } },
    ...over,
  });

const [one, two] = [id(1), id(2)];
const stages = [
  { id: one, title: 'One' },
  { id: two, title: 'Two' },
];
const base = mapOf({
  stages,
  touchpoints: [touchpoint(1, one), touchpoint(2, one), touchpoint(3, one), touchpoint(4, two)],
  statements: [{ id: id(300), touchpointId: id(101), kind: 'pain', text: 'Slow' }],
  links: [{ id: id(400), kind: 'loop', fromId: id(104), toId: id(101) }],
  handoffs: [{ id: id(500), fromId: id(103), toId: id(104) }],
});
const lines = (found: Difference[]) =>
  found.map(({ subject, kind, title, stage }) => [subject, kind, title, stage?.title ?? null]);

/** Any map over a few stages and touchpoints, so that two of them have much in common. */
const anyMap = fc
  .record({
    title: fc.constantFrom('J', 'K'),
    stages: fc.shuffledSubarray([1, 2, 3], { minLength: 1 }),
    touchpoints: fc.shuffledSubarray([1, 2, 3, 4, 5]),
    places: fc.array(fc.nat(2), { minLength: 5, maxLength: 5 }),
    names: fc.array(fc.constantFrom('a', 'b'), { minLength: 5, maxLength: 5 }),
    texts: fc.array(fc.constantFrom('x', 'y', 'z'), { maxLength: 4 }),
  })
  .map((given) => {
    const stageIds = given.stages.map(id);
    const touchpoints = given.touchpoints.map((n, index) => ({
      ...touchpoint(n, stageIds[(given.places[index] as number) % stageIds.length] as string),
      title: given.names[index],
    }));
    return mapOf({
      journey: { lineageId: id(0), title: given.title },
      stages: given.stages.map((n) => ({ id: id(n), title: `S${n}` })),
      touchpoints: touchpoints.sort((a, b) => stageIds.indexOf(a.stageId) - stageIds.indexOf(b.stageId)),
      statements: given.texts.map((text, index) => ({
        ...{ id: id(300 + index), kind: 'pain', text },
        touchpointId: touchpoints[index]?.id ?? null,
      })),
      links: touchpoints.slice(1, 3).map((to, index) => ({
        ...{ id: id(400 + index), kind: 'skip', fromId: touchpoints[0]?.id, toId: to.id },
      })),
    });
  });

describe('comparing two maps', () => {
  test('finds nothing between a map and itself, and nothing but its name and state in a fresh copy', () => {
    fc.assert(
      fc.property(anyMap, (map) => {
        expect(compareDocuments(map, map, ENGLISH)).toEqual([]);
        let next = 1000;
        const copy = withFreshIds(map, () => id(next++));
        expect(compareDocuments(map, copy, ENGLISH)).toEqual([]);
        const toBe = { ...copy, journey: { ...copy.journey, state: 'to_be' as const } };
        expect(compareDocuments(map, toBe, ENGLISH)).toEqual([
          expect.objectContaining({
            subject: 'journey',
            fields: [{ field: 'state', before: 'as_is', after: 'to_be' }],
          }),
        ]);
      }),
    );
  });

  test('the other way round, what was added is removed and every field changes back', () => {
    const signs = (found: Difference[], turned: boolean) =>
      found
        .filter(({ kind, fields }) => kind !== 'moved' || fields.length > 0)
        .flatMap(({ subject, kind, id: of, fields }) => {
          const flip = { added: 'removed', removed: 'added', moved: 'moved', changed: 'changed' }[kind];
          const key = kind === 'added' || kind === 'removed' ? of : subject;
          return [
            [subject, turned ? flip : kind, key].join(),
            ...fields.map(({ field, before, after }) =>
              JSON.stringify([field, ...(turned ? [after, before] : [before, after])]),
            ),
          ];
        })
        .sort();
    fc.assert(
      fc.property(anyMap, anyMap, (a, b) => {
        expect(signs(compareDocuments(b, a, ENGLISH), true)).toEqual(
          signs(compareDocuments(a, b, ENGLISH), false),
        );
      }),
    );
  });

  test('says nothing exactly where two maps are equal', () => {
    fc.assert(
      fc.property(anyMap, anyMap, (a, b) => {
        expect(compareDocuments(a, b, ENGLISH).length === 0).toBe(JSON.stringify(a) === JSON.stringify(b));
      }),
    );
  });

  test('names a changed field with both values, under its stage', () => {
    const after = mapOf({
      ...base,
      touchpoints: base.touchpoints.map((each) =>
        each.title === 'T4' ? { ...each, title: 'Pay', ownerTeamId: id(9) } : each,
      ),
    });
    expect(compareDocuments(base, after, ENGLISH)).toEqual([
      {
        ...{ subject: 'touchpoint', kind: 'changed', id: id(104), title: 'Pay' },
        stage: { id: two, title: 'Two' },
        fields: [
          { field: 'title', before: 'T4', after: 'Pay' },
          { field: 'ownerTeamId', before: null, after: id(9) },
        ],
      },
    ]);
  });

  test('calls only those moved that somebody moved', () => {
    const order = (...list: object[]) => mapOf({ ...base, touchpoints: list });
    const [t1, t2, t3, t4] = base.touchpoints as [object, object, object, object];
    expect(lines(compareDocuments(base, order(t3, t1, t2, t4), ENGLISH))).toEqual([
      ['touchpoint', 'moved', 'T3', 'One'],
    ]);
    expect(lines(compareDocuments(base, order(t1, t2, { ...t4, stageId: one }, t3), ENGLISH))).toEqual([
      ['touchpoint', 'moved', 'T4', 'One'],
    ]);
    expect(lines(compareDocuments(base, mapOf({ ...base, stages: [...stages].reverse() }), ENGLISH))).toEqual(
      [['stage', 'moved', 'One', 'One']],
    );
  });

  test('lists a removed stage with all that was in it, after the stages that are still there', () => {
    const after = mapOf({
      ...base,
      ...{
        stages: stages.slice(1),
        touchpoints: base.touchpoints.slice(3),
        statements: [],
        links: [],
        handoffs: [],
      },
    });
    expect(lines(compareDocuments(base, after, ENGLISH))).toEqual([
      ['link', 'removed', 'T4 → T1', 'Two'],
      ['stage', 'removed', 'One', 'One'],
      ['touchpoint', 'removed', 'T1', 'One'],
      ['touchpoint', 'removed', 'T2', 'One'],
      ['touchpoint', 'removed', 'T3', 'One'],
      ['statement', 'removed', 'Slow', 'One'],
      ['handoff', 'removed', 'T3 → T4', 'One'],
    ]);
  });
});
