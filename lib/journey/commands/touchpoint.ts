import { z } from 'zod';
import { findAbsorber } from '@/db/queries/absorptions';
import { listChannels } from '@/db/queries/channels';
import { findJourney } from '@/db/queries/journeys';
import { insertLineages } from '@/db/queries/lineages';
import { findRole } from '@/db/queries/members';
import { findStage } from '@/db/queries/stages';
import { countTeams } from '@/db/queries/teams';
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
import { CHANNELS, indexSchema, type Moment } from '../model';
import { EMPTY_TOUCHPOINT, type TouchpointFields, touchpointSchema } from '../model/touchpoint';
import { changeOf, placedAt, previousOf } from '../rules';
import { refuseLostUpdate } from '../rules/lost-update';
import { touchpointFaults } from '../rules/touchpoint-fields';
import { beginEdit } from './begin-edit';
import { refuseCircle } from './refuse-circle';

/**
 * Adds a touchpoint to a stage, as the last one or at a place.
 *
 * @throws AppError `not_found`; `conflict` where the stage is retired; `invalid` where fields do not fit together
 */
export const addTouchpoint = command(
  'touchpoint.add',
  touchpointSchema.partial().extend({
    stageId: z.uuid(),
    title: touchpointSchema.shape.title,
    index: indexSchema.optional(),
  }),
  async (tx, { index, stageId, ...wanted }) => {
    const stage = await findStage(tx, stageId);
    if (!stage) throw notFound();
    await beginEdit(tx, stage.journeyId);
    if (stage.retiredAt) throw new AppError('conflict', 'This stage is retired. Restore it first.');
    const { title } = wanted;
    const touchpoint = { ...EMPTY_TOUCHPOINT, ...changeOf(wanted), title };
    const { contributorTeamIds, moment, ...fields } = touchpoint;
    await requireKnown(tx, wanted);
    requireFitting(changeOf(wanted), touchpoint);
    await refuseCircle(tx, stage.journeyId, wanted.subJourneyId);
    const shown = await listTouchpointIds(tx, stage.id);
    const made = { id: newId(), lineageId: newId() };
    await insertLineages(tx, 'touchpoint', [made.lineageId]);
    await insertTouchpoints(tx, [
      {
        ...made,
        ...fields,
        ...columnsOf(moment),
        stageId,
        journeyId: stage.journeyId,
        position: shown.length,
      },
    ]);
    if (contributorTeamIds.length > 0) await replaceContributors(tx, made.id, contributorTeamIds);
    if (index !== undefined) await placeTouchpoints(tx, stage.id, placedAt(shown, made.id, index));
    return { ...made, journeyId: stage.journeyId, told: { title: fields.title } };
  },
);

/**
 * Changes a touchpoint; its lineage, and with it every answer, stays. `previous` undoes it.
 *
 * @throws AppError `not_found`; `conflict` where a field is no longer as `seen`; `invalid` where fields do not fit together
 */
export const editTouchpoint = command(
  'touchpoint.edit',
  touchpointSchema.partial().extend({
    id: z.uuid(),
    seen: z.record(z.string(), z.unknown()).optional(),
  }),
  async (tx, { id, seen, ...wanted }) => {
    const before = await getLocked(tx, id);
    const stored: TouchpointFields = {
      ...before,
      moment: momentOf(before),
      contributorTeamIds: await listContributors(tx, id),
    };
    const change = changeOf(wanted);
    refuseLostUpdate(change, stored, seen);
    await requireKnown(tx, change);
    requireFitting(change, { ...stored, ...change });
    await refuseCircle(tx, before.journeyId, change.subJourneyId);
    const { moment, contributorTeamIds, ...plain } = change;
    const columns = { ...plain, ...(moment === undefined ? {} : columnsOf(moment)) };
    if (Object.keys(columns).length > 0) await updateTouchpoint(tx, id, columns);
    if (contributorTeamIds) await replaceContributors(tx, id, contributorTeamIds);
    return {
      id,
      journeyId: before.journeyId,
      told: { title: before.title, change },
      previous: previousOf(change, stored),
    };
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
    return {
      id,
      journeyId: touchpoint.journeyId,
      told: { title: touchpoint.title, stage: stage.title },
      previous: { stageId: touchpoint.stageId, index: left.indexOf(id) },
    };
  },
);

/**
 * Takes a touchpoint off the map; its lineage and answers stay. `position` is where restoring puts it, as when a
 * restoring is undone; else where it is now.
 *
 * @throws AppError `not_found`
 */
export const retireTouchpoint = command(
  'touchpoint.retire',
  z.strictObject({ id: z.uuid(), position: indexSchema.optional() }),
  async (tx, { id, position }) => {
    const touchpoint = await getLocked(tx, id);
    const told = { journeyId: touchpoint.journeyId, told: { title: touchpoint.title } };
    if (touchpoint.retiredAt) return { id, ...told };
    const shown = await listTouchpointIds(tx, touchpoint.stageId);
    await updateTouchpoint(tx, id, { retiredAt: new Date(), ...changeOf({ position }) });
    await placeTouchpoints(
      tx,
      touchpoint.stageId,
      shown.filter((other) => other !== id),
    );
    return { id, ...told };
  },
);

/**
 * Puts a retired touchpoint back at its old place.
 *
 * @throws AppError `not_found`; `conflict` where it was merged into another
 */
export const restoreTouchpoint = command(
  'touchpoint.restore',
  z.strictObject({ id: z.uuid() }),
  async (tx, { id }) => {
    const touchpoint = await getLocked(tx, id);
    const told = { journeyId: touchpoint.journeyId, told: { title: touchpoint.title } };
    if (!touchpoint.retiredAt) return { id, ...told, previous: {} };
    const absorber = await findAbsorber(tx, touchpoint.journeyId, touchpoint.lineageId);
    if (absorber) {
      const sentence = `This touchpoint was merged into “${absorber.title}”. Take the merge back instead.`;
      throw new AppError('conflict', sentence);
    }
    const shown = await listTouchpointIds(tx, touchpoint.stageId);
    await updateTouchpoint(tx, id, { retiredAt: null });
    await placeTouchpoints(tx, touchpoint.stageId, placedAt(shown, id, touchpoint.position));
    return { id, ...told, previous: { position: touchpoint.position } };
  },
);

/** The touchpoint as it is once nobody else changes its journey. */
async function getLocked(tx: TxScope, id: string): Promise<TouchpointRow> {
  const before = await findTouchpoint(tx, id);
  if (!before) throw notFound();
  await beginEdit(tx, before.journeyId);
  const touchpoint = await findTouchpoint(tx, id);
  if (!touchpoint) throw notFound();
  return touchpoint;
}

/** Refuses what names something that this workspace does not have. */
async function requireKnown(
  tx: TxScope,
  wanted: { [K in keyof TouchpointFields]?: TouchpointFields[K] | undefined },
): Promise<void> {
  const teams = [...new Set([...(wanted.contributorTeamIds ?? []), wanted.ownerTeamId ?? []].flat())];
  if ((await countTeams(tx, teams)) !== teams.length) throw notFound();
  if (wanted.ownerUserId && !(await findRole(tx, wanted.ownerUserId))) throw notFound();
  if (wanted.subJourneyId && !(await findJourney(tx, wanted.subJourneyId))) throw notFound();
  const own = (wanted.channels ?? []).filter((key) => !(CHANNELS as readonly string[]).includes(key));
  if (own.length === 0) return;
  const known = new Set((await listChannels(tx)).map(({ key }) => key));
  if (own.some((key) => !known.has(key))) {
    throw new AppError('invalid', 'Some fields need correcting.', {
      errors: [{ path: 'channels', message: 'Choose a channel of the list.' }],
    });
  }
}

function requireFitting(change: Partial<TouchpointFields>, after: TouchpointFields): void {
  const errors = touchpointFaults(change, after);
  if (errors.length > 0) throw new AppError('invalid', 'Some fields need correcting.', { errors });
}

const columnsOf = (moment: Moment | null) => ({
  momentPolarity: moment?.polarity ?? null,
  momentReason: moment?.reason ?? null,
});

const momentOf = (row: TouchpointRow): Moment | null =>
  row.momentPolarity && { polarity: row.momentPolarity, reason: row.momentReason };
