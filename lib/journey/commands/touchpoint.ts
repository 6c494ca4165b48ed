import { z } from 'zod';
import { lockJourney } from '@/db/queries/journeys';
import { insertLineages } from '@/db/queries/lineages';
import { findStage } from '@/db/queries/stages';
import { findTeam } from '@/db/queries/teams';
import {
  findTouchpoint,
  insertTouchpoints,
  listTouchpointIds,
  placeTouchpoints,
  type TouchpointRow,
  updateTouchpoint,
} from '@/db/queries/touchpoints';
import type { TxScope } from '@/db/scope';
import { command } from '../../command';
import { AppError, notFound } from '../../errors';
import { newId } from '../../id';
import { channelSchema, emotionSchema, indexSchema, type Moment, momentSchema, titleSchema } from '../model';
import { changeOf, placedAt, previousOf } from '../rules';

/**
 * Adds a touchpoint to a stage, as the last one or at a place.
 *
 * @throws AppError `not_found`; `conflict` where the stage is retired
 */
export const addTouchpoint = command(
  'touchpoint.add',
  z.strictObject({
    stageId: z.uuid(),
    title: titleSchema,
    channel: channelSchema.default('other'),
    ownerTeamId: z.uuid().nullable().default(null),
    moment: momentSchema.nullable().default(null),
    expectedEmotion: emotionSchema.nullable().default(null),
    index: indexSchema.optional(),
  }),
  async (tx, { index, moment, ...touchpoint }) => {
    const stage = await findStage(tx, touchpoint.stageId);
    if (!stage || !(await lockJourney(tx, stage.journeyId))) throw notFound();
    if (stage.retiredAt) throw new AppError('conflict', 'This stage is retired. Restore it first.');
    await requireTeam(tx, touchpoint.ownerTeamId);
    const shown = await listTouchpointIds(tx, stage.id);
    const made = { id: newId(), lineageId: newId() };
    await insertLineages(tx, 'touchpoint', [made.lineageId]);
    await insertTouchpoints(tx, [
      {
        ...made,
        ...touchpoint,
        ...columnsOf(moment),
        journeyId: stage.journeyId,
        position: shown.length,
      },
    ]);
    if (index !== undefined) await placeTouchpoints(tx, stage.id, placedAt(shown, made.id, index));
    return made;
  },
);

/** Changes a touchpoint; its lineage, and with it every answer, stays. `previous` undoes it. @throws AppError `not_found` */
export const editTouchpoint = command(
  'touchpoint.edit',
  z.strictObject({
    id: z.uuid(),
    title: titleSchema.optional(),
    channel: channelSchema.optional(),
    ownerTeamId: z.uuid().nullable().optional(),
    moment: momentSchema.nullable().optional(),
    expectedEmotion: emotionSchema.nullable().optional(),
  }),
  async (tx, { id, ...wanted }) => {
    const touchpoint = await findTouchpoint(tx, id);
    if (!touchpoint) throw notFound();
    const change = changeOf(wanted);
    await requireTeam(tx, change.ownerTeamId ?? null);
    const { moment, ...plain } = change;
    const columns = { ...plain, ...(moment === undefined ? {} : columnsOf(moment)) };
    if (Object.keys(columns).length > 0) await updateTouchpoint(tx, id, columns);
    return { id, previous: previousOf(change, { ...touchpoint, moment: momentOf(touchpoint) }) };
  },
);

/**
 * Puts a touchpoint at a place in its own or another stage of the journey; `previous` undoes it.
 *
 * @throws AppError `not_found`; `conflict` where it or the stage is retired
 */
export const moveTouchpoint = command(
  'touchpoint.move',
  z.strictObject({ id: z.uuid(), stageId: z.uuid(), index: indexSchema }),
  async (tx, { id, stageId, index }) => {
    const touchpoint = await getLocked(tx, id);
    const stage = await findStage(tx, stageId);
    if (!stage || stage.journeyId !== touchpoint.journeyId) throw notFound();
    if (touchpoint.retiredAt || stage.retiredAt) {
      throw new AppError('conflict', 'What is retired cannot be moved, nor moved into. Restore it first.');
    }
    const left = await listTouchpointIds(tx, touchpoint.stageId);
    const entered = stageId === touchpoint.stageId ? left : await listTouchpointIds(tx, stageId);
    await placeTouchpoints(tx, stageId, placedAt(entered, id, index));
    if (stageId !== touchpoint.stageId) {
      await placeTouchpoints(
        tx,
        touchpoint.stageId,
        left.filter((other) => other !== id),
      );
    }
    return { id, previous: { stageId: touchpoint.stageId, index: left.indexOf(id) } };
  },
);

/** Takes a touchpoint off the map; its lineage and answers stay. @throws AppError `not_found` */
export const retireTouchpoint = command(
  'touchpoint.retire',
  z.strictObject({ id: z.uuid() }),
  async (tx, { id }) => {
    const touchpoint = await getLocked(tx, id);
    if (touchpoint.retiredAt) return { id };
    const shown = await listTouchpointIds(tx, touchpoint.stageId);
    await updateTouchpoint(tx, id, { retiredAt: new Date() });
    await placeTouchpoints(
      tx,
      touchpoint.stageId,
      shown.filter((other) => other !== id),
    );
    return { id };
  },
);

/** Puts a retired touchpoint back at its old place. @throws AppError `not_found` */
export const restoreTouchpoint = command(
  'touchpoint.restore',
  z.strictObject({ id: z.uuid() }),
  async (tx, { id }) => {
    const touchpoint = await getLocked(tx, id);
    if (!touchpoint.retiredAt) return { id };
    const shown = await listTouchpointIds(tx, touchpoint.stageId);
    await updateTouchpoint(tx, id, { retiredAt: null });
    await placeTouchpoints(tx, touchpoint.stageId, placedAt(shown, id, touchpoint.position));
    return { id };
  },
);

/** The touchpoint as it is once nobody else changes the order of its journey. */
async function getLocked(tx: TxScope, id: string): Promise<TouchpointRow> {
  const before = await findTouchpoint(tx, id);
  if (!before || !(await lockJourney(tx, before.journeyId))) throw notFound();
  const touchpoint = await findTouchpoint(tx, id);
  if (!touchpoint) throw notFound();
  return touchpoint;
}

async function requireTeam(tx: TxScope, id: string | null): Promise<void> {
  if (id !== null && !(await findTeam(tx, id))) throw notFound();
}

const columnsOf = (moment: Moment | null) => ({
  momentPolarity: moment?.polarity ?? null,
  momentReason: moment?.reason ?? null,
});

const momentOf = (row: TouchpointRow): Moment | null =>
  row.momentPolarity && { polarity: row.momentPolarity, reason: row.momentReason };
