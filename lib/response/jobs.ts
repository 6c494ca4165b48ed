import { announceAnswers } from '@/db/queries/record';
import type { KnownCursor } from '@/db/queries/responses';
import type { Scope } from '@/db/scope';
import type { JobHandler } from '../jobs/model';
import { paced } from '../pace';
import { beginDayPacks, fillDayPacks, PACK_REST_SECONDS } from './commands/pack-days';
import { beginWeeks, fillWeeks } from './commands/pack-weeks';
import { noteRecount, recountBatch } from './commands/recount-segments';
import { packDaysSchema } from './model/pack';
import { recountSchema } from './model/recount';

/**
 * Counts every answer of the workspace for the persona that the rules of now give it. Each batch commits by itself with
 * its tallies, so a run may end anywhere and start over.
 */
export const recountSegments: JobHandler<Scope, typeof recountSchema> = {
  payload: recountSchema,
  run: async (scope, { personaId, late }, keep) => {
    let moved = 0;
    let after: KnownCursor | null = null;
    do {
      const from: KnownCursor | null = after;
      const batch: Awaited<ReturnType<typeof recountBatch>> = await paced(() =>
        recountBatch(scope, { after: from }),
      );
      if (batch.lineageIds.length > 0) await announceAnswers(scope.workspaceId, batch.lineageIds);
      moved += batch.moved;
      after = batch.next;
      // Many answers take longer than one lease: without this every free worker would begin the same recount again.
      if (after !== null && keep && !(await keep()))
        return { next: 'retry', failure: 'Another worker goes on.' };
    } while (after !== null);
    if (!late || moved > 0) await noteRecount(scope, { personaId });
    return { next: 'done' };
  },
  giveUp: async () => {},
};

/** Seconds between two rounds of packing, and until what a round has begun may be filled. */
const HOUR = 3600;

/** Nobody waits for packs: four fifths of an embedded database are left to pages. */
const REST = 4;

/** Packs the days and weeks that are over, hour by hour; what changed since is packed again. */
export const packDays: JobHandler<Scope, typeof packDaysSchema> = {
  payload: packDaysSchema,
  run: async (scope, _payload, keep) => {
    for (const fill of [fillWeeks, fillDayPacks]) {
      let filled = 0;
      do {
        ({ filled } = await paced(() => fill(scope, { rest: PACK_REST_SECONDS }), REST));
        if (filled > 0 && keep && !(await keep()))
          return { next: 'retry', failure: 'Another worker goes on.' };
      } while (filled > 0);
    }
    const now = new Date();
    const weeks = await beginWeeks(scope, { now });
    const days = await beginDayPacks(scope, { now });
    return { next: 'again', seconds: weeks.begun + days.begun > 0 ? PACK_REST_SECONDS + 1 : HOUR };
  },
  giveUp: async () => {},
};
