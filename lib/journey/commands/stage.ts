import { z } from 'zod';
import {
  findStage,
  insertStages,
  listStageContributors,
  listStageIds,
  placeStages,
  replaceStageContributors,
  type StageRow,
  updateStage,
} from '@/db/queries/stages';
import { countTeams } from '@/db/queries/teams';
import type { TxScope } from '@/db/scope';
import { command } from '../../command';
import { AppError, notFound } from '../../errors';
import { newId } from '../../id';
import { METRIC_IDS } from '../../scoring/metrics';
import { ENGLISH } from '../../translate';
import { indexSchema, textSchema, titleSchema } from '../model';
import { changeOf, placedAt, previousOf } from '../rules';
import { refuseLostUpdate } from '../rules/lost-update';
import { targetFaults } from '../rules/target';
import { beginEdit } from './begin-edit';

const fields = {
  goal: textSchema,
  successCriterion: textSchema,
  /** A metric with the score to reach in its own units, or both null. */
  targetMetric: z.enum(METRIC_IDS).nullable(),
  targetValue: z.number().nullable(),
  ownerTeamId: z.uuid().nullable(),
  contributorTeamIds: z
    .array(z.uuid())
    .max(20, 'Choose at most 20 teams.')
    .transform((ids) => [...new Set(ids)]),
};

/** Adds a stage, as the last one or at a place. @throws AppError `not_found`; `invalid` for an impossible target */
export const addStage = command(
  'stage.add',
  z
    .strictObject(fields)
    .partial()
    .extend({ journeyId: z.uuid(), title: titleSchema, index: indexSchema.optional() }),
  async (tx, { index, contributorTeamIds = [], ...wanted }) => {
    await beginEdit(tx, wanted.journeyId);
    requireTarget({ targetMetric: null, targetValue: null, ...changeOf(wanted) });
    await requireTeams(tx, [...contributorTeamIds, wanted.ownerTeamId ?? []].flat());
    const shown = await listStageIds(tx, wanted.journeyId);
    const id = newId();
    const { journeyId, title } = wanted;
    await insertStages(tx, [{ id, ...changeOf(wanted), journeyId, title, position: shown.length }]);
    if (contributorTeamIds.length > 0) await replaceStageContributors(tx, id, contributorTeamIds);
    if (index !== undefined) await placeStages(tx, placedAt(shown, id, index));
    return { id, journeyId, told: { title } };
  },
);

/**
 * Changes a stage; `previous` undoes it.
 *
 * @throws AppError `not_found`; `conflict` where a field is no longer as `seen`; `invalid` for an impossible target
 */
export const editStage = command(
  'stage.edit',
  z
    .strictObject({ title: titleSchema, ...fields })
    .partial()
    .extend({ id: z.uuid(), seen: z.record(z.string(), z.unknown()).optional() }),
  async (tx, { id, seen, ...wanted }) => {
    const stage = await getLocked(tx, id);
    const stored = { ...stage, contributorTeamIds: await listStageContributors(tx, id) };
    const change = changeOf(wanted);
    refuseLostUpdate(change, stored, seen);
    if ('targetMetric' in change || 'targetValue' in change) requireTarget({ ...stored, ...change });
    await requireTeams(tx, [...(change.contributorTeamIds ?? []), change.ownerTeamId ?? []].flat());
    const { contributorTeamIds, ...columns } = change;
    if (Object.keys(columns).length > 0) await updateStage(tx, id, columns);
    if (contributorTeamIds) await replaceStageContributors(tx, id, contributorTeamIds);
    return {
      id,
      journeyId: stage.journeyId,
      told: { title: stage.title, change },
      previous: previousOf(change, stored),
    };
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
    return { id, ...toldOf(stage), previous: { index: shown.indexOf(id) } };
  },
);

/**
 * Takes a stage and all in it off the map; answers stay, and restoring brings everything back. `position` is where
 * restoring puts it, as when a restoring is undone; else where it is now.
 *
 * @throws AppError `not_found`
 */
export const retireStage = command(
  'stage.retire',
  z.strictObject({ id: z.uuid(), position: indexSchema.optional() }),
  async (tx, { id, position }) => {
    const stage = await getLocked(tx, id);
    if (stage.retiredAt) return { id, ...toldOf(stage) };
    const shown = await listStageIds(tx, stage.journeyId);
    await updateStage(tx, id, { retiredAt: new Date(), ...changeOf({ position }) });
    await placeStages(
      tx,
      shown.filter((other) => other !== id),
    );
    return { id, ...toldOf(stage) };
  },
);

/** Puts a retired stage back at its old place; `previous` undoes it. @throws AppError `not_found` */
export const restoreStage = command('stage.restore', z.strictObject({ id: z.uuid() }), async (tx, { id }) => {
  const stage = await getLocked(tx, id);
  if (!stage.retiredAt) return { id, ...toldOf(stage), previous: {} };
  const shown = await listStageIds(tx, stage.journeyId);
  await updateStage(tx, id, { retiredAt: null });
  await placeStages(tx, placedAt(shown, id, stage.position));
  return { id, ...toldOf(stage), previous: { position: stage.position } };
});

/** The stage as it is once nobody else changes its journey. */
async function getLocked(tx: TxScope, id: string): Promise<StageRow> {
  const before = await findStage(tx, id);
  if (!before) throw notFound();
  await beginEdit(tx, before.journeyId);
  const stage = await findStage(tx, id);
  if (!stage) throw notFound();
  return stage;
}

const toldOf = ({ journeyId, title }: StageRow) => ({ journeyId, told: { title } });

function requireTarget(target: Parameters<typeof targetFaults>[0]): void {
  const errors = targetFaults(target, ENGLISH);
  if (errors.length > 0) throw new AppError('invalid', 'Some fields need correcting.', { errors });
}

async function requireTeams(tx: TxScope, ids: readonly string[]): Promise<void> {
  const wanted = [...new Set(ids)];
  if ((await countTeams(tx, wanted)) !== wanted.length) throw notFound();
}
