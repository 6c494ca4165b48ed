import { z } from 'zod';
import type { Tongue } from '../../identity/model';
import { textSchema } from '../model';
import { minutesSchema } from './touchpoint';

/** What two teams agree about a handoff. */
export const handoffSchema = z.strictObject({
  /** What the one tells or gives the other, so that the customer need not. */
  passes: textSchema,
  promisedMinutes: minutesSchema.nullable(),
  /** What happens when it goes wrong. */
  recovery: textSchema,
});
export type HandoffFields = z.infer<typeof handoffSchema>;

const TOPICS: Readonly<Record<Tongue, (from: string, to: string) => string>> = {
  en: (from, to) => `go from ${from} to ${to} without repeating myself`,
  de: (from, to) => `von ${from} zu ${to} zu kommen, ohne alles noch einmal zu sagen`,
};

const TOPIC_LENGTH = 120;

/**
 * What a handoff question is about, in the form that the effort wording asks for; '' where the names are too long for
 * it, so that the author words it.
 *
 * @example handoffTopic('en', 'Sales', 'Field ops') // 'go from Sales to Field ops without repeating myself'
 */
export function handoffTopic(language: Tongue, from: string, to: string): string {
  const topic = TOPICS[language](from, to);
  return topic.length > TOPIC_LENGTH ? '' : topic;
}
