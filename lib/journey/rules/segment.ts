import {
  type Attributes,
  isComparable,
  type RuledPersona,
  type SegmentCondition,
  type SegmentRule,
} from '../model/segment';

/**
 * The persona that a person's answers count for: one given by hand, else the first whose rule fits, else ''.
 *
 * @param personas those with a rule that are not retired, by name
 */
export function personaOf(
  person: { personaId: string | null; attributes: Attributes },
  personas: readonly RuledPersona[],
): string {
  return person.personaId ?? personas.find(({ rule }) => fits(rule, person.attributes))?.id ?? '';
}

/** Longest value by which customers are split; what is longer is cut. */
const SEGMENT_CHARACTERS = 60;

/**
 * The segment that a person's answers count for: the value of the attribute by which the workspace splits customers.
 *
 * @param attribute null: it splits them by none
 * @returns '' where the attribute is not known
 */
export function segmentOf(attributes: Attributes, attribute: string | null): string {
  if (attribute === null || !Object.hasOwn(attributes, attribute)) return '';
  return String(attributes[attribute]).trim().normalize('NFC').slice(0, SEGMENT_CHARACTERS);
}

/**
 * Whether every condition holds. Texts are compared without regard to case and outer spaces; sizes only between numbers
 * or between days. An attribute that is not known, or empty, fits nothing but `absent`.
 *
 * @example fits({ all: [{ attribute: 'city', is: 'one_of', values: ['Bonn'] }] }, { city: 'bonn' }) // true
 */
export function fits(rule: SegmentRule, attributes: Attributes): boolean {
  return rule.all.every((condition) => holds(condition, attributes));
}

function holds({ attribute, is, values }: SegmentCondition, attributes: Attributes): boolean {
  const known = Object.hasOwn(attributes, attribute) ? String(attributes[attribute]).trim() : '';
  if (is === 'absent') return known === '';
  if (known === '') return false;
  switch (is) {
    case 'present':
      return true;
    case 'one_of':
      return values.some((value) => plain(value) === plain(known));
    case 'not_one_of':
      return values.every((value) => plain(value) !== plain(known));
    case 'at_least':
      return compare(known, values[0] ?? '', (a, b) => a >= b);
    case 'at_most':
      return compare(known, values[0] ?? '', (a, b) => a <= b);
  }
}

const plain = (text: string) => text.trim().normalize('NFC').toLowerCase();

function compare(
  known: string,
  limit: string,
  test: <T extends string | number>(a: T, b: T) => boolean,
): boolean {
  if (!isComparable(known) || !isComparable(limit)) return false;
  const [a, b] = [Number(known), Number(limit)];
  if (!Number.isNaN(a) && !Number.isNaN(b)) return test(a, b);
  return Number.isNaN(a) && Number.isNaN(b) ? test(known, limit) : false;
}

/** People alike to every rule, counted together. */
type People = { personaId: string | null; attributes: Attributes; people: number };

/** What a rule does to the contacts that are known. Everything but `contacts` counts those that it fits. */
export type SegmentPreview = {
  contacts: number;
  fits: number;
  /** Who counts for another persona all the same, because that was given by hand. */
  byHand: number;
  /** Who counts for another persona whose rule comes before by name, by that persona's id. */
  before: { id: string; people: number }[];
};

/**
 * Whom a rule would fit, and who of them would count for another persona all the same.
 *
 * @param personas all that have a rule, with this one's new rule, by name
 */
export function previewSegment(
  id: string,
  rule: SegmentRule,
  people: readonly People[],
  personas: readonly RuledPersona[],
): SegmentPreview {
  const preview: SegmentPreview = { contacts: 0, fits: 0, byHand: 0, before: [] };
  const before = new Map<string, number>();
  for (const one of people) {
    preview.contacts += one.people;
    if (!fits(rule, one.attributes)) continue;
    preview.fits += one.people;
    const counted = personaOf(one, personas);
    if (counted === id) continue;
    if (one.personaId !== null) preview.byHand += one.people;
    else before.set(counted, (before.get(counted) ?? 0) + one.people);
  }
  return { ...preview, before: [...before].map(([other, n]) => ({ id: other, people: n })) };
}

/** An attribute that contacts carry, with its commonest values. */
export type KnownAttribute = { name: string; values: string[] };

const MOST_ATTRIBUTES = 100;
const MOST_VALUES = 50;

/** The attributes that are known of people, the commonest first, each with its commonest values. */
export function knownAttributes(people: readonly People[]): KnownAttribute[] {
  const found = new Map<string, Map<string, number>>();
  for (const one of people) {
    for (const [name, value] of Object.entries(one.attributes)) {
      const text = String(value).trim();
      if (text === '') continue;
      const values = found.get(name) ?? new Map<string, number>();
      found.set(name, values.set(text, (values.get(text) ?? 0) + one.people));
    }
  }
  const sum = (values: ReadonlyMap<string, number>) => [...values.values()].reduce((a, b) => a + b, 0);
  const byName = (a: string, b: string) => (a < b ? -1 : 1);
  return [...found]
    .sort(([a, x], [b, y]) => sum(y) - sum(x) || byName(a, b))
    .slice(0, MOST_ATTRIBUTES)
    .map(([name, values]) => ({
      name,
      values: [...values]
        .sort(([a, x], [b, y]) => y - x || byName(a, b))
        .slice(0, MOST_VALUES)
        .map(([value]) => value),
    }));
}
