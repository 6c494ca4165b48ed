import { z } from 'zod';
import { absorb, copyStatements, findAbsorber, findTaken, release } from '@/db/queries/absorptions';
import { insertLineages } from '@/db/queries/lineages';
import { findStage } from '@/db/queries/stages';
import { contains, lockSubJourneys } from '@/db/queries/sub-journeys';
import {
  findTouchpoint,
  insertTouchpoints,
  listContributors,
  listTouchpointIds,
  placeTouchpoints,
  replaceContributors,
  type TouchpointRow,
  updateTouchpoint,
} from '@/db/queries/touchpoints';
import type { TxScope } from '@/db/scope';
import { command } from '../../command';
import { AppError, notFound } from '../../errors';
import { newId } from '../../id';
import { indexSchema } from '../model';
import { UNWORDED } from '../model/statement';
import { touchpointSchema } from '../model/touchpoint';
import { changeOf, placedAt } from '../rules';
import { beginEdit } from './begin-edit';

/**
 * Copies a touchpoint with everything it says into a stage of this or another journey. The copy has a lineage of its own,
 * and so no answers; statements come along as assumptions, refuted ones and those that only quote an answer do not.
 *
 * @throws AppError `not_found`; `conflict` where the touchpoint or the stage is retired
 */
export const copyTouchpoint = command(
  'touchpoint.copy',
  z.strictObject({
    id: z.uuid(),
    stageId: z.uuid(),
    title: touchpointSchema.shape.title.optional(),
    index: indexSchema.optional(),
  }),
  async (tx, { id, stageId, title, index }) => {
    const [found, stage] = [await findTouchpoint(tx, id), await findStage(tx, stageId)];
    if (!found || !stage) throw notFound();
    await beginEdit(tx, stage.journeyId);
    const original = await findTouchpoint(tx, id);
    if (!original) throw notFound();
    if (original.retiredAt) throw new AppError('conflict', 'This touchpoint is retired. Restore it first.');
    if (stage.retiredAt) throw new AppError('conflict', 'This stage is retired. Restore it first.');
    const copy = await insertLike(tx, original, {
      ...{ stageId, journeyId: stage.journeyId, title: title ?? original.title },
      index: index ?? null,
      split: false,
    });
    const createdBy = tx.actor.kind === 'member' ? tx.actor.userId : null;
    await copyStatements(tx, id, { id: copy.id, journeyId: stage.journeyId }, UNWORDED, createdBy);
    return {
      ...copy,
      journeyId: stage.journeyId,
      told: { title: title ?? original.title, from: original.title, stage: stage.title },
    };
  },
);

/**
 * Splits a touchpoint in two. The original keeps its lineage, its answers and its statements, because what was answered
 * about both cannot be kept apart; the new one stands after it and starts without answers.
 *
 * @throws AppError `not_found`; `conflict` where it is retired
 */
export const splitTouchpoint = command(
  'touchpoint.split',
  z.strictObject({
    id: z.uuid(),
    title: touchpointSchema.shape.title,
    channels: touchpointSchema.shape.channels.optional(),
  }),
  async (tx, { id, title, channels }) => {
    const original = await getLocked(tx, id);
    if (original.retiredAt) throw new AppError('conflict', 'This touchpoint is retired. Restore it first.');
    if (channels?.some((key) => !original.channels.includes(key))) {
      throw new AppError('invalid', 'Some fields need correcting.', {
        errors: [{ path: 'channels', message: 'Choose among the channels of the touchpoint.' }],
      });
    }
    const shown = await listTouchpointIds(tx, original.stageId);
    const made = await insertLike(
      tx,
      { ...original, ...(channels ? { channels } : {}) },
      {
        ...{ stageId: original.stageId, journeyId: original.journeyId, title },
        index: shown.indexOf(id) + 1,
        split: true,
      },
    );
    return { ...made, journeyId: original.journeyId, told: { title, from: original.title } };
  },
);

/**
 * Merges another touchpoint (`fromId`) into this one: the other leaves the map, and its answers, with those of what was
 * merged into it before, are counted here from now on; its surveys go on asking. What was said about it comes along.
 * `previous` holds what was taken, by which `unmergeTouchpoint` undoes it; `position` is where that puts it, as when a
 * taking back is undone, else where it is now.
 *
 * @throws AppError `not_found`; `conflict` where they are the same, of two journeys, or retired
 */
export const mergeTouchpoints = command(
  'touchpoint.merge',
  z.strictObject({ id: z.uuid(), fromId: z.uuid(), position: indexSchema.optional() }),
  async (tx, { id, fromId, position }) => {
    const into = await getLocked(tx, id);
    const from = await findTouchpoint(tx, fromId);
    if (!from) throw notFound();
    if (id === fromId) throw new AppError('conflict', 'Choose another touchpoint to merge it with.');
    if (from.journeyId !== into.journeyId) {
      throw new AppError('conflict', 'Only touchpoints of one journey can be merged.');
    }
    if (into.retiredAt || from.retiredAt) {
      throw new AppError('conflict', 'What is retired cannot be merged. Restore it first.');
    }
    const taken = await absorb(tx, into.journeyId, from, id);
    const shown = await listTouchpointIds(tx, from.stageId);
    await updateTouchpoint(tx, fromId, { retiredAt: new Date(), ...changeOf({ position }) });
    await placeTouchpoints(
      tx,
      from.stageId,
      shown.filter((other) => other !== fromId),
    );
    return {
      id,
      journeyId: into.journeyId,
      told: { title: into.title, from: from.title },
      previous: { fromId, taken },
    };
  },
);

/**
 * Takes a merge back: the touchpoint returns to its place with its answers and with what was taken from it.
 *
 * @throws AppError `not_found`; `conflict` where it was not merged into another, or that one is retired
 */
export const unmergeTouchpoint = command(
  'touchpoint.unmerge',
  z.strictObject({ id: z.uuid() }),
  async (tx, { id }) => {
    const touchpoint = await getLocked(tx, id);
    const { journeyId, lineageId, stageId, position, title } = touchpoint;
    const holder = touchpoint.retiredAt && (await findAbsorber(tx, journeyId, lineageId));
    if (!holder) throw new AppError('conflict', 'This touchpoint is not merged into another.');
    if (holder.retired) {
      throw new AppError(
        'conflict',
        `“${holder.title}”, which it was merged into, is retired. Restore that first.`,
      );
    }
    await release(tx, journeyId, touchpoint, holder.id, await findTaken(tx, journeyId, id));
    const shown = await listTouchpointIds(tx, stageId);
    await updateTouchpoint(tx, id, { retiredAt: null });
    await placeTouchpoints(tx, stageId, placedAt(shown, id, position));
    return { id, journeyId, told: { title, from: holder.title }, previous: { intoId: holder.id, position } };
  },
);

/** A touchpoint that says what another says, with a lineage of its own. */
async function insertLike(
  tx: TxScope,
  original: TouchpointRow,
  place: { stageId: string; journeyId: string; title: string; index: number | null; split: boolean },
): Promise<{ id: string; lineageId: string }> {
  const { retiredAt: _, id: originalId, ...said } = original;
  const { stageId, journeyId, title, index, split } = place;
  const made = { id: newId(), lineageId: newId() };
  const shown = await listTouchpointIds(tx, stageId);
  await insertLineages(tx, 'touchpoint', [made.lineageId]);
  await insertTouchpoints(tx, [
    {
      ...said,
      ...made,
      ...{ stageId, journeyId, title, position: shown.length },
      subJourneyId: (await goesInACircle(tx, original, journeyId)) ? null : original.subJourneyId,
      splitFromId: split ? originalId : null,
      splitAt: split ? new Date() : null,
    },
  ]);
  const contributors = await listContributors(tx, originalId);
  if (contributors.length > 0) await replaceContributors(tx, made.id, contributors);
  if (index !== null) await placeTouchpoints(tx, stageId, placedAt(shown, made.id, index));
  return made;
}

/** Whether a journey that shows a touchpoint in full already has the copy's journey as a part of it. */
async function goesInACircle(
  tx: TxScope,
  { journeyId, subJourneyId }: TouchpointRow,
  copiedTo: string,
): Promise<boolean> {
  if (subJourneyId === null || journeyId === copiedTo) return false;
  if (subJourneyId === copiedTo) return true;
  await lockSubJourneys(tx);
  return contains(tx, subJourneyId, copiedTo);
}

/** The touchpoint as it is once nobody else changes its journey. */
async function getLocked(tx: TxScope, id: string): Promise<TouchpointRow> {
  const before = await findTouchpoint(tx, id);
  if (!before) throw notFound();
  await beginEdit(tx, before.journeyId);
  const touchpoint = await findTouchpoint(tx, id);
  if (!touchpoint) throw notFound();
  return touchpoint;
}
