import { z } from 'zod';
import {
  type DecisionRow,
  deleteDecision,
  findDecision,
  insertDecision,
  updateDecision,
} from '@/db/queries/decisions';
import { findVersion, findVersionOfRevision } from '@/db/queries/journey-versions';
import type { TxScope } from '@/db/scope';
import { command } from '../../command';
import { notFound } from '../../errors';
import { newId } from '../../id';
import { decisionFields } from '../model/history';
import { changeOf, previousOf } from '../rules';
import { refuseLostUpdate } from '../rules/lost-update';
import { getLockedJourney, keepVersionNow } from './keep-version';
import { requireTouchpoint } from './require-touchpoint';

/**
 * Writes down what was decided about a journey or one of its touchpoints, and keeps the map that it was decided on unless
 * a version holds it already. `versionId` names another version, as when a removed decision is put back.
 *
 * @throws AppError `not_found`
 */
export const addDecision = command(
  'decision.add',
  z.strictObject({
    journeyId: z.uuid(),
    touchpointId: z.uuid().nullable().default(null),
    versionId: z.uuid().nullable().default(null),
    ...decisionFields,
  }),
  async (tx, input) => {
    const journey = await getLockedJourney(tx, input.journeyId);
    await requireTouchpoint(tx, input.journeyId, input.touchpointId);
    if (input.versionId && (await findVersion(tx, input.versionId))?.journeyId !== journey.id)
      throw notFound();
    const versionId =
      input.versionId ??
      (await findVersionOfRevision(tx, journey.id, journey.revision)) ??
      (await keepVersionNow(tx, journey, { kind: 'automatic', name: '' }));
    const id = newId();
    await insertDecision(tx, { id, ...input, versionId });
    return { id, versionId, journeyId: journey.id, told: toldOf(input) };
  },
);

/** Says a decision anew; the version it was made on stays. `previous` undoes it. @throws AppError `not_found`, `conflict` */
export const editDecision = command(
  'decision.edit',
  z
    .strictObject(decisionFields)
    .partial()
    .extend({
      id: z.uuid(),
      seen: z.record(z.string(), z.unknown()).optional(),
    }),
  async (tx, { id, seen, ...wanted }) => {
    const decision = await getLocked(tx, id);
    const change = changeOf(wanted);
    refuseLostUpdate(change, decision, seen);
    if (Object.keys(change).length > 0) await updateDecision(tx, id, change);
    return {
      id,
      journeyId: decision.journeyId,
      told: { ...toldOf(decision), change },
      previous: previousOf(change, decision),
    };
  },
);

/** Takes a decision out of the log; adding `previous` undoes it. @throws AppError `not_found` */
export const removeDecision = command(
  'decision.remove',
  z.strictObject({ id: z.uuid() }),
  async (tx, { id }) => {
    const { id: _, ...previous } = await getLocked(tx, id);
    await deleteDecision(tx, id);
    return { id, journeyId: previous.journeyId, told: toldOf(previous), previous };
  },
);

/** The decision as it is once nobody else changes its journey. */
async function getLocked(tx: TxScope, id: string): Promise<DecisionRow> {
  const before = await findDecision(tx, id);
  if (!before) throw notFound();
  await getLockedJourney(tx, before.journeyId);
  const decision = await findDecision(tx, id);
  if (!decision) throw notFound();
  return decision;
}

const toldOf = ({ text, touchpointId }: Pick<DecisionRow, 'text' | 'touchpointId'>) => ({
  title: text,
  ...(touchpointId === null ? {} : { touchpointId }),
});
