import { z } from 'zod';
import { findPersona, listRuledPersonas } from '@/db/queries/personas';
import { lockRecount, moveFacet } from '@/db/queries/record';
import { type KnownRow, listKnown } from '@/db/queries/responses';
import { getWorkspace } from '@/db/queries/workspaces';
import { command } from '../../command';
import { notFound } from '../../errors';
import { personaOf, segmentOf } from '../../journey/rules/segment';
import { SCALE_STARTS } from '../rules';

/** Rows of tallies stay locked until the commit: a commit of this size lets answers that come meanwhile pass. */
const A_COMMIT = 500;

/**
 * Counts one batch of answers by the rules of now; what already counts so stays. `next` is where to go on, null at the
 * end. The note of the whole recount is its trace.
 */
export const recountBatch = command(
  'response.recount',
  z.strictObject({ after: z.strictObject({ placementId: z.uuid(), id: z.uuid() }).nullable() }),
  async (tx, { after }) => {
    await lockRecount(tx);
    const [personas, { segmentAttribute }] = [await listRuledPersonas(tx), await getWorkspace(tx)];
    const known = await listKnown(tx, after, A_COMMIT);
    const wanted = (value: (one: KnownRow) => string, now: (one: KnownRow) => string) =>
      known
        .filter((one) => value(one) !== now(one))
        .map((one) => ({ placementId: one.placementId, id: one.id, value: value(one) }));
    const persona = (one: KnownRow) => personaOf(one, personas);
    const segment = (one: KnownRow) => segmentOf(one.attributes, segmentAttribute);
    const moves = [
      await moveFacet(
        tx,
        'persona',
        wanted(persona, (one) => one.persona),
        SCALE_STARTS,
      ),
      await moveFacet(
        tx,
        'segment',
        wanted(segment, (one) => one.segment),
        SCALE_STARTS,
      ),
    ];
    const moved = moves.reduce((sum, one) => sum + one.moved, 0);
    const lineageIds = [...new Set(moves.flatMap((one) => one.lineageIds))];
    const last = known.at(-1);
    const next = last && known.length === A_COMMIT ? { placementId: last.placementId, id: last.id } : null;
    return { moved, lineageIds, next };
  },
  'none',
);

/**
 * Notes that answers were recounted, because of a persona's rule or, without one, because people changed.
 *
 * @throws AppError `not_found`
 */
export const noteRecount = command(
  'response.recount',
  z.strictObject({ personaId: z.uuid().nullable() }),
  async (tx, { personaId }) => {
    if (personaId !== null && !(await findPersona(tx, personaId))) throw notFound();
    return { id: personaId };
  },
);
