import { z } from 'zod';
import { lockJourney } from '@/db/queries/journeys';
import {
  findStage,
  insertStages,
  listStageIds,
  placeStages,
  type StageRow,
  updateStage,
} from '@/db/queries/stages';
import { findTeam } from '@/db/queries/teams';
import type { TxScope } from '@/db/scope';
import { command } from '../../command';
import { AppError, notFound } from '../../errors';
import { newId } from '../../id';
import { indexSchema, textSchema, titleSchema } from '../model';
import { changeOf, placedAt, previousOf } from '../rules';

/** Adds a stage, as the last one or at a place. @throws AppError `not_found` */
export const addStage = command(
  'stage.add',
  z.strictObject({
    journeyId: z.uuid(),
    title: titleSchema,
    goal: textSchema.default(''),
    ownerTeamId: z.uuid().nullable().default(null),
    index: indexSchema.optional(),
  }),
  async (tx, { index, ...stage }) => {
    if (!(await lockJourney(tx, stage.journeyId))) throw notFound();
    await requireTeam(tx, stage.ownerTeamId);
    const shown = await listStageIds(tx, stage.journeyId);
    const id = newId();
    await insertStages(tx, [{ id, ...stage, position: shown.length }]);
    if (index !== undefined) await placeStages(tx, placedAt(shown, id, index));
    return { id };
  },
);

/** Changes a stage; `previous` undoes it. @throws AppError `not_found` */
export const editStage = command(
  'stage.edit',
  z.strictObject({
    id: z.uuid(),
    title: titleSchema.optional(),
    goal: textSchema.optional(),
    ownerTeamId: z.uuid().nullable().optional(),
  }),
  async (tx, { id, ...wanted }) => {
    const stage = await findStage(tx, id);
    if (!stage) throw notFound();
    const change = changeOf(wanted);
    await requireTeam(tx, change.ownerTeamId ?? null);
    if (Object.keys(change).length > 0) await updateStage(tx, id, change);
    return { id, previous: previousOf(change, stage) };
  },
);

/** Puts a stage, with its touchpoints, at another place; `previous` undoes it. @throws AppError `not_found`, `conflict` */
export const moveStage = command(
  'stage.move',
  z.strictObject({ id: z.uuid(), index: indexSchema }),
  async (tx, { id, index }) => {
    const stage = await getLocked(tx, id);
    if (stage.retiredAt)
      throw new AppError('conflict', 'This stage is retired. Restore it before moving it.');
    const shown = await listStageIds(tx, stage.journeyId);
    await placeStages(tx, placedAt(shown, id, index));
    return { id, previous: { index: shown.indexOf(id) } };
  },
);

/** Takes a stage and all in it off the map; answers stay, and restoring brings everything back. @throws AppError `not_found` */
export const retireStage = command('stage.retire', z.strictObject({ id: z.uuid() }), async (tx, { id }) => {
  const stage = await getLocked(tx, id);
  if (stage.retiredAt) return { id };
  const shown = await listStageIds(tx, stage.journeyId);
  await updateStage(tx, id, { retiredAt: new Date() });
  await placeStages(
    tx,
    shown.filter((other) => other !== id),
  );
  return { id };
});

/** Puts a retired stage back at its old place. @throws AppError `not_found` */
export const restoreStage = command('stage.restore', z.strictObject({ id: z.uuid() }), async (tx, { id }) => {
  const stage = await getLocked(tx, id);
  if (!stage.retiredAt) return { id };
  const shown = await listStageIds(tx, stage.journeyId);
  await updateStage(tx, id, { retiredAt: null });
  await placeStages(tx, placedAt(shown, id, stage.position));
  return { id };
});

/** The stage as it is once nobody else changes the order of its journey. */
async function getLocked(tx: TxScope, id: string): Promise<StageRow> {
  const before = await findStage(tx, id);
  if (!before || !(await lockJourney(tx, before.journeyId))) throw notFound();
  const stage = await findStage(tx, id);
  if (!stage) throw notFound();
  return stage;
}

async function requireTeam(tx: TxScope, id: string | null): Promise<void> {
  if (id !== null && !(await findTeam(tx, id))) throw notFound();
}
