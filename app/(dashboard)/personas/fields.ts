import type { PersonaFields } from '@/lib/journey/model/persona';
import { msg } from '@/lib/translate';

/** A text that is said of a persona. */
export type PersonaText = Exclude<keyof PersonaFields, 'rule'>;

/** The texts of a persona in the order in which they are asked for. */
export const FIELDS: readonly {
  name: PersonaText;
  label: string;
  /** Rows of the field; 1 for a line. */
  rows: number;
  most: number;
  hint?: string;
}[] = [
  { name: 'name', label: msg('Name'), rows: 1, most: 80 },
  {
    name: 'role',
    label: msg('Role'),
    rows: 1,
    most: 120,
    hint: msg('Their part in the story, such as buyer, user or carer.'),
  },
  { name: 'summary', label: msg('In one sentence'), rows: 2, most: 500 },
  {
    name: 'goals',
    label: msg('Goals'),
    rows: 3,
    most: 2_000,
    hint: msg('What they want to get done, and why.'),
  },
  { name: 'needs', label: msg('Needs'), rows: 3, most: 2_000 },
  { name: 'expectations', label: msg('Expectations'), rows: 3, most: 2_000 },
  {
    name: 'preferences',
    label: msg('Preferences'),
    rows: 3,
    most: 2_000,
    hint: msg('Channels, whether to be told or left alone, how much detail.'),
  },
  { name: 'quote', label: msg('A quote that sums them up'), rows: 2, most: 500 },
];
