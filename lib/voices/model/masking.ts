import { z } from 'zod';
import { msg } from '../../translate';

/** Kinds of personal data that can be found in a text by their form. */
export const MASK_KINDS = ['email', 'phone', 'card', 'iban', 'ssn', 'ip', 'query', 'key', 'name'] as const;
export type MaskKind = (typeof MASK_KINDS)[number];

export const MASK_LABELS: Readonly<Record<MaskKind, string>> = {
  email: msg('E-mail addresses'),
  phone: msg('Phone numbers'),
  card: msg('Card numbers'),
  iban: msg('Bank accounts (IBAN)'),
  ssn: msg('US social security numbers'),
  ip: msg('IP addresses'),
  query: msg('What stands behind the ? of a web address'),
  key: msg('Passwords and keys'),
  name: msg('Names of the list below'),
};

/** What stands in a text where something was taken out. */
export const PLACEHOLDERS: Readonly<Record<MaskKind, string>> = {
  email: '[e-mail]',
  phone: '[phone]',
  card: '[card]',
  iban: '[IBAN]',
  ssn: '[SSN]',
  ip: '[IP]',
  query: '[query]',
  key: '[key]',
  name: '[name]',
};

export const maskingSchema = z.strictObject({
  kinds: z.array(z.enum(MASK_KINDS, 'Choose from the list.')).max(MASK_KINDS.length),
  names: z
    .array(
      z
        .string()
        .trim()
        .min(2, 'A name has at least 2 characters.')
        .max(80, 'A name has at most 80 characters.'),
      'Give names, one a line.',
    )
    .max(500, 'Give at most 500 names.'),
});

/** What a workspace takes out of customers' texts before they are stored. */
export type Masking = z.output<typeof maskingSchema>;

/** Of a workspace that has chosen nothing. */
export const USUAL_MASKING: Masking = { kinds: ['email', 'card', 'iban'], names: [] };
