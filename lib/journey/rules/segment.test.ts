import { describe, expect, test } from 'vitest';
import { type SegmentCondition, segmentRuleSchema } from '../model/segment';
import { fits, knownAttributes, personaOf, previewSegment } from './segment';

const holds = (condition: SegmentCondition, attributes: Record<string, string | number>) =>
  fits({ all: [condition] }, attributes);

describe('a segment rule', () => {
  test('compares texts without regard to case and outer spaces', () => {
    const bonn: SegmentCondition = { attribute: 'city', is: 'one_of', values: ['Bonn', 'Köln'] };
    expect(holds(bonn, { city: ' bonn ' })).toBe(true);
    expect(holds(bonn, { city: 'Ko\u0308ln' })).toBe(true);
    expect(holds(bonn, { city: 'Berlin' })).toBe(false);
    expect(holds({ ...bonn, is: 'not_one_of' }, { city: 'Berlin' })).toBe(true);
    expect(holds({ ...bonn, is: 'not_one_of' }, { city: 'BONN' })).toBe(false);
  });

  test('takes what is not known for nothing but not known', () => {
    for (const attributes of [{}, { city: '' }, { city: '  ' }, { toString: 'x' }]) {
      for (const is of ['one_of', 'not_one_of', 'present', 'at_least', 'at_most'] as const) {
        expect(holds({ attribute: 'city', is, values: is === 'present' ? [] : ['1'] }, attributes)).toBe(
          false,
        );
      }
      expect(holds({ attribute: 'city', is: 'absent', values: [] }, attributes)).toBe(true);
    }
    expect(holds({ attribute: 'toString', is: 'present', values: [] }, {})).toBe(false);
  });

  test('compares numbers with numbers and days with days, and nothing else', () => {
    const atLeast = (value: string): SegmentCondition => ({
      attribute: 'x',
      is: 'at_least',
      values: [value],
    });
    expect(holds(atLeast('9'), { x: 10 })).toBe(true);
    expect(holds(atLeast('9'), { x: '10' })).toBe(true);
    expect(holds(atLeast('10'), { x: '9.99' })).toBe(false);
    expect(holds({ ...atLeast('10'), is: 'at_most' }, { x: '9.99' })).toBe(true);
    expect(holds(atLeast('2026-03-01'), { x: '2026-03-01' })).toBe(true);
    expect(holds(atLeast('2026-03-01'), { x: '2026-02-28' })).toBe(false);
    for (const [limit, x] of [
      ['10', 'many'],
      ['10', '2026-03-01'],
      ['2026-03-01', '10'],
    ] as const) {
      expect(holds(atLeast(limit), { x })).toBe(false);
      expect(holds({ ...atLeast(limit), is: 'at_most' }, { x })).toBe(false);
    }
  });

  test('needs every condition', () => {
    const rule = segmentRuleSchema.parse({
      all: [
        { attribute: 'city', is: 'one_of', values: ['Bonn'] },
        { attribute: 'since', is: 'at_most', values: ['2025-12-31'] },
      ],
    });
    expect(fits(rule, { city: 'Bonn', since: '2024-01-01' })).toBe(true);
    expect(fits(rule, { city: 'Bonn', since: '2026-01-01' })).toBe(false);
    expect(fits(rule, { since: '2024-01-01' })).toBe(false);
  });

  test('is refused without a condition, with a value too many or too few, and with a size that is none', () => {
    const refused = [
      { all: [] },
      { all: [{ attribute: '', is: 'present' }] },
      { all: [{ attribute: 'a', is: 'present', values: ['x'] }] },
      { all: [{ attribute: 'a', is: 'one_of', values: [] }] },
      { all: [{ attribute: 'a', is: 'at_least', values: ['1', '2'] }] },
      { all: [{ attribute: 'a', is: 'at_least', values: ['many'] }] },
      { all: Array.from({ length: 11 }, () => ({ attribute: 'a', is: 'present' })) },
      { any: [] },
    ];
    for (const rule of refused) expect(segmentRuleSchema.safeParse(rule).success).toBe(false);
    expect(segmentRuleSchema.parse({ all: [{ attribute: ' a ', is: 'absent' }] })).toEqual({
      all: [{ attribute: 'a', is: 'absent', values: [] }],
    });
  });
});

describe('the persona an answer counts for', () => {
  const bonn = { id: 'b', rule: { all: [{ attribute: 'city', is: 'one_of' as const, values: ['Bonn'] }] } };
  const anyCity = { id: 'c', rule: { all: [{ attribute: 'city', is: 'present' as const, values: [] }] } };

  test('is the one given by hand, else the first that fits, else none', () => {
    const person = { personaId: null, attributes: { city: 'Bonn' } };
    expect(personaOf({ ...person, personaId: 'hand' }, [bonn, anyCity])).toBe('hand');
    expect(personaOf(person, [bonn, anyCity])).toBe('b');
    expect(personaOf(person, [anyCity, bonn])).toBe('c');
    expect(personaOf({ personaId: null, attributes: {} }, [bonn, anyCity])).toBe('');
    expect(personaOf(person, [])).toBe('');
  });
});

describe('before a rule is saved', () => {
  const bonn = { id: 'b', rule: { all: [{ attribute: 'city', is: 'one_of' as const, values: ['Bonn'] }] } };
  const anyCity = { id: 'c', rule: { all: [{ attribute: 'city', is: 'present' as const, values: [] }] } };
  const people = [
    { personaId: null, attributes: { city: 'Bonn', plan: 'M' }, people: 4 },
    { personaId: null, attributes: { city: 'Kiel' }, people: 3 },
    { personaId: 'hand', attributes: { city: 'Kiel' }, people: 2 },
    { personaId: 'c', attributes: { city: 'Ulm', plan: ' ' }, people: 1 },
    { personaId: null, attributes: {}, people: 5 },
  ];

  test('it tells whom the rule fits, and who of them counts for another persona all the same', () => {
    expect(previewSegment('c', anyCity.rule, people, [bonn, anyCity])).toEqual({
      ...{ contacts: 15, fits: 10, byHand: 2 },
      before: [{ id: 'b', people: 4 }],
    });
    expect(previewSegment('b', bonn.rule, people, [bonn, anyCity])).toEqual({
      ...{ contacts: 15, fits: 4, byHand: 0, before: [] },
    });
  });

  test('known attributes and values are offered, the commonest first', () => {
    expect(knownAttributes(people)).toEqual([
      { name: 'city', values: ['Kiel', 'Bonn', 'Ulm'] },
      { name: 'plan', values: ['M'] },
    ]);
  });
});
