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
