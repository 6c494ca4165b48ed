import { z } from 'zod';
import { textSchema, titleSchema } from '../model';
import { segmentRuleSchema } from './segment';

const longText = z.string().trim().max(2_000, 'Use at most 2,000 characters.');

/** Everything that a member may say about a persona. */
export const personaSchema = z.strictObject({
  name: titleSchema,
  /** Their part in the story: buyer, user, helper, … */
  role: z.string().trim().max(120, 'Use at most 120 characters.'),
  summary: textSchema,
  goals: longText,
  needs: longText,
  expectations: longText,
  /** How they like to be dealt with: channels, being asked or told, how much detail. */
  preferences: longText,
  quote: textSchema,
  /** Whose answers count for this persona; null: only those of contacts it was given to by hand. */
  rule: segmentRuleSchema.nullable(),
});
export type PersonaFields = z.infer<typeof personaSchema>;

/** What a persona says before anybody has said anything about it. */
export const EMPTY_PERSONA: Omit<PersonaFields, 'name'> = {
  role: '',
  summary: '',
  goals: '',
  needs: '',
  expectations: '',
  preferences: '',
  quote: '',
  rule: null,
};
