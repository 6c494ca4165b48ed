import { z } from 'zod';

export const RECOUNT_SEGMENTS = 'recountSegments';

/**
 * A recount of whom answers count for. `personaId`: the persona whose rule changed; null: people changed.
 * `late`: the second run, for answers that were on their way under the old rules when the first one ran.
 */
export const recountSchema = z.strictObject({ personaId: z.uuid().nullable(), late: z.boolean() });
export type Recount = z.infer<typeof recountSchema>;
