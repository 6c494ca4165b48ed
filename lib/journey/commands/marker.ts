import { z } from 'zod';
import { deleteMarker, findMarker, insertMarker, type MarkerRow, updateMarker } from '@/db/queries/markers';
import type { TxScope } from '@/db/scope';
import { command } from '../../command';
import { notFound } from '../../errors';
import { newId } from '../../id';
import { changeFields } from '../model/history';
import { changeOf, previousOf } from '../rules';
import { refuseLostUpdate } from '../rules/lost-update';
import { beginEdit } from './begin-edit';
import { requireTouchpoint } from './require-touchpoint';

/** Marks a change that customers can feel on a touchpoint's or the whole journey's time axis. @throws AppError `not_found` */
export const addMarker = command(
  'marker.add',
  z.strictObject({ journeyId: z.uuid(), touchpointId: z.uuid().nullable().default(null), ...changeFields }),
  async (tx, input) => {
    await beginEdit(tx, input.journeyId);
    await requireTouchpoint(tx, input.journeyId, input.touchpointId);
    const id = newId();
    await insertMarker(tx, { id, ...input });
    return { id, journeyId: input.journeyId, told: toldOf(input) };
  },
);

/** Says a marked change anew; `previous` undoes it. @throws AppError `not_found`, `conflict` */
export const editMarker = command(
  'marker.edit',
  z
    .strictObject(changeFields)
    .partial()
    .extend({
      id: z.uuid(),
      seen: z.record(z.string(), z.unknown()).optional(),
    }),
  async (tx, { id, seen, ...wanted }) => {
    const marker = await getLocked(tx, id);
    const change = changeOf(wanted);
    refuseLostUpdate(change, marker, seen);
    if (Object.keys(change).length > 0) await updateMarker(tx, id, change);
    return {
      id,
      journeyId: marker.journeyId,
      told: { ...toldOf(marker), change },
      previous: previousOf(change, marker),
    };
  },
);

/** Takes a marked change away; adding `previous` undoes it. @throws AppError `not_found` */
export const removeMarker = command('marker.remove', z.strictObject({ id: z.uuid() }), async (tx, { id }) => {
  const { id: _, ...previous } = await getLocked(tx, id);
  await deleteMarker(tx, id);
  return { id, journeyId: previous.journeyId, told: toldOf(previous), previous };
});

/** The marker as it is once nobody else changes its journey. */
async function getLocked(tx: TxScope, id: string): Promise<MarkerRow> {
  const before = await findMarker(tx, id);
  if (!before) throw notFound();
  await beginEdit(tx, before.journeyId);
  const marker = await findMarker(tx, id);
  if (!marker) throw notFound();
  return marker;
}

const toldOf = ({ text, touchpointId }: Pick<MarkerRow, 'text' | 'touchpointId'>) => ({
  title: text,
  ...(touchpointId === null ? {} : { touchpointId }),
});
