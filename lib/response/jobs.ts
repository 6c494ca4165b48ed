import { announceAnswers } from '@/db/queries/record';
import type { KnownCursor } from '@/db/queries/responses';
import type { Scope } from '@/db/scope';
import type { JobHandler } from '../jobs/model';
import { noteRecount, recountBatch } from './commands/recount-segments';
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
      const batch: Awaited<ReturnType<typeof recountBatch>> = await recountBatch(scope, { after });
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
