import { z } from 'zod';
import { insertImprovement, insertLinks, insertMove, updateImprovement } from '@/db/queries/improvements';
import { findRole } from '@/db/queries/members';
import type { TxScope } from '@/db/scope';
import { command } from '../../command';
import { AppError, notFound } from '../../errors';
import { newId } from '../../id';
import { changeOf, previousOf } from '../../journey/rules';
import { refuseLostUpdate } from '../../journey/rules/lost-update';
import { EMPTY_IMPROVEMENT, improvementSchema } from '../model';
import { holdImprovement, holdJourney, holdOpenImprovement } from './hold-improvement';
import { linksSchema, requireLinks } from './links';
import { refuseField } from './refuse-field';

/**
 * Writes down an idea of what to change for customers of a journey, with where it changes something and what it rests on.
 * Whoever writes it answers for it, unless somebody else is named.
 *
 * @throws AppError `not_found`, `invalid`
 */
export const addImprovement = command(
  'improvement.add',
  improvementSchema.partial().extend({
    journeyId: z.uuid(),
    title: improvementSchema.shape.title,
    ...linksSchema,
  }),
  async (tx, { journeyId, lineageIds, statementIds, answers, ...wanted }) => {
    await holdJourney(tx, journeyId);
    const links = { lineageIds, statementIds, answers };
    await requireLinks(tx, journeyId, links);
    const ownerUserId = wanted.ownerUserId ?? (tx.actor.kind === 'member' ? tx.actor.userId : null);
    if (ownerUserId === null) refuseField('ownerUserId', 'Choose one person who answers for it.');
    await requireMember(tx, ownerUserId);
    const id = newId();
    await insertImprovement(tx, {
      ...EMPTY_IMPROVEMENT,
      ...changeOf(wanted),
      ...{ id, journeyId, title: wanted.title, ownerUserId, state: 'idea' as const, overrideReason: '' },
      ...{ startedOn: null, effectiveOn: null, doneOn: null, baseline: null, trials: [] },
      ...{ markerId: null, ownMarker: false, retiredAt: null },
    });
    await insertLinks(tx, id, links);
    await insertMove(tx, { id: newId(), improvementId: id, state: 'idea', reason: '' });
    return { id, journeyId, told: { title: wanted.title } };
  },
);

/**
 * Changes what is written about an improvement; `previous` undoes it. The metric that it is judged by stays as it was
 * when it was started.
 *
 * @throws AppError `not_found`; `conflict` where a field is no longer as `seen`, or the metric is fixed
 */
export const editImprovement = command(
  'improvement.edit',
  improvementSchema.partial().extend({
    id: z.uuid(),
    seen: z.record(z.string(), z.unknown()).optional(),
  }),
  async (tx, { id, seen, ...wanted }) => {
    const before = await holdOpenImprovement(tx, id);
    const change = changeOf(wanted);
    refuseLostUpdate(change, before, seen);
    if (change.ownerUserId && change.ownerUserId !== before.ownerUserId)
      await requireMember(tx, change.ownerUserId);
    if (before.baseline && change.metric !== undefined && change.metric !== before.metric) {
      const message =
        'The metric was fixed when this was started, so that nobody can choose it after looking.';
      throw new AppError('conflict', message, { errors: [{ path: 'metric', message }] });
    }
    await updateImprovement(tx, id, change);
    const previous = previousOf(change, before);
    return { id, journeyId: before.journeyId, told: { title: before.title, change }, previous };
  },
);

/** Takes an improvement out of the register; nothing of it is lost. @throws AppError `not_found` */
export const retireImprovement = command(
  'improvement.retire',
  z.strictObject({ id: z.uuid() }),
  async (tx, { id }) => {
    const { journeyId, title, retiredAt } = await holdImprovement(tx, id);
    if (!retiredAt) await updateImprovement(tx, id, { retiredAt: new Date() });
    return { id, journeyId, told: { title } };
  },
);

/** Puts it back. @throws AppError `not_found` */
export const restoreImprovement = command(
  'improvement.restore',
  z.strictObject({ id: z.uuid() }),
  async (tx, { id }) => {
    const { journeyId, title, retiredAt } = await holdImprovement(tx, id);
    if (retiredAt) await updateImprovement(tx, id, { retiredAt: null });
    return { id, journeyId, told: { title } };
  },
);

async function requireMember(tx: TxScope, userId: string): Promise<void> {
  if (!(await findRole(tx, userId))) throw notFound();
}
