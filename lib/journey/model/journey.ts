import { z } from 'zod';
import { msg } from '../../translate';

/** What a map shows: the world as it is, as it is to be, or a competitor's. */
export const JOURNEY_STATES = ['as_is', 'to_be', 'competitor'] as const;
export type JourneyState = (typeof JOURNEY_STATES)[number];

export const JOURNEY_STATE_LABELS: Readonly<Record<JourneyState, string>> = {
  as_is: msg('As it is'),
  to_be: msg('As it is to be'),
  competitor: msg('At a competitor'),
};

/** What the journey is to achieve, outside of any survey. */
export const outcomesSchema = z
  .array(
    z.strictObject({
      name: z.string().trim().min(1, 'Name the outcome.').max(80),
      unit: z.string().trim().max(20).default(''),
      baseline: z.number().nullable(),
      target: z.number().nullable(),
    }),
  )
  .max(10, 'Name at most 10 outcomes.');
export type Outcome = z.infer<typeof outcomesSchema>[number];
