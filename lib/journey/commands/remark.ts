import { z } from 'zod';
import { insertJobs } from '@/db/queries/jobs';
import { findJourney } from '@/db/queries/journeys';
import { findRole } from '@/db/queries/members';
import { announceRemarks } from '@/db/queries/notices';
import { findRemark, insertRemark, type RemarkRow, updateRemark } from '@/db/queries/remarks';
import { findTouchpoint } from '@/db/queries/touchpoints';
import type { TxScope } from '@/db/scope';
import { command } from '../../command';
import { AppError, notFound } from '../../errors';
import { newId } from '../../id';
import { MENTION_LETTER, mentionsSchema, remarkTextSchema } from '../model/remark';

/**
 * Says something about a journey or one of its touchpoints; members whom it names get a mail.
 *
 * @throws AppError `not_found`
 */
export const addRemark = command(
  'remark.add',
  z.strictObject({
    journeyId: z.uuid(),
    touchpointId: z.uuid().nullable().default(null),
    text: remarkTextSchema,
    mentions: mentionsSchema.default([]),
  }),
  async (tx, { journeyId, touchpointId, text, mentions }) => {
    const touchpoint = touchpointId === null ? null : await findTouchpoint(tx, touchpointId);
    const absent = touchpointId !== null && touchpoint?.journeyId !== journeyId;
    if (absent || !(await findJourney(tx, journeyId))) throw notFound();
    const id = newId();
    const named = await membersOf(tx, mentions);
    await insertRemark(tx, { id, journeyId, touchpointId, text, mentions: named, createdBy: writerOf(tx) });
    await tellNamed(tx, id, named);
    await announceRemarks(tx, journeyId);
    return { id, journeyId, told: { about: touchpoint?.title ?? null } };
  },
);

/**
 * Changes one's own remark; who is newly named gets a mail.
 *
 * @throws AppError `not_found`; `forbidden` where somebody else wrote it
 */
export const editRemark = command(
  'remark.edit',
  z.strictObject({ id: z.uuid(), text: remarkTextSchema, mentions: mentionsSchema.default([]) }),
  async (tx, { id, text, mentions }) => {
    const remark = await getRemark(tx, id);
    if (remark.createdBy !== writerOf(tx)) {
      throw new AppError('forbidden', 'Only who wrote it may change it.');
    }
    const named = await membersOf(tx, mentions);
    await updateRemark(tx, id, { text, mentions: named, editedAt: new Date() });
    await tellNamed(tx, id, named);
    await announceRemarks(tx, remark.journeyId);
    return { id, journeyId: remark.journeyId };
  },
);

/**
 * Removes a remark for good: one's own, or, for owners, anybody's.
 *
 * @throws AppError `not_found`; `forbidden`
 */
export const removeRemark = command('remark.remove', z.strictObject({ id: z.uuid() }), async (tx, { id }) => {
  const remark = await getRemark(tx, id);
  const owner = tx.actor.kind === 'member' && tx.actor.role === 'owner';
  if (!owner && remark.createdBy !== writerOf(tx)) {
    throw new AppError('forbidden', 'Only who wrote it, or an owner of the workspace, may remove it.');
  }
  await updateRemark(tx, id, { retiredAt: new Date(), text: '', mentions: [] });
  await announceRemarks(tx, remark.journeyId);
  return { id, journeyId: remark.journeyId };
});

/** Marks a remark as dealt with. @throws AppError `not_found` */
export const resolveRemark = command(
  'remark.resolve',
  z.strictObject({ id: z.uuid() }),
  async (tx, { id }) => {
    const remark = await getRemark(tx, id);
    if (!remark.resolvedAt) await updateRemark(tx, id, { resolvedAt: new Date() });
    await announceRemarks(tx, remark.journeyId);
    return { id, journeyId: remark.journeyId };
  },
);

/** Opens a remark that was marked as dealt with. @throws AppError `not_found` */
export const reopenRemark = command('remark.reopen', z.strictObject({ id: z.uuid() }), async (tx, { id }) => {
  const remark = await getRemark(tx, id);
  await updateRemark(tx, id, { resolvedAt: null });
  await announceRemarks(tx, remark.journeyId);
  return { id, journeyId: remark.journeyId };
});

async function getRemark(tx: TxScope, id: string): Promise<RemarkRow> {
  const remark = await findRemark(tx, id);
  if (!remark) throw notFound();
  return remark;
}

function writerOf({ actor }: TxScope): string {
  if (actor.kind !== 'member') throw new AppError('forbidden', 'Only members may take part.');
  return actor.userId;
}

/** The same people once each. @throws AppError `not_found` where one is no member */
async function membersOf(tx: TxScope, userIds: readonly string[]): Promise<string[]> {
  const named = [...new Set(userIds)];
  for (const userId of named) if (!(await findRole(tx, userId))) throw notFound();
  return named;
}

/** Nobody is mailed about their own words, and nobody twice about the same remark. */
async function tellNamed(tx: TxScope, remarkId: string, named: readonly string[]): Promise<void> {
  const others = named.filter((userId) => userId !== writerOf(tx));
  if (others.length === 0) return;
  await insertJobs(
    tx,
    others.map((userId) => ({
      kind: MENTION_LETTER,
      dedupeKey: `${remarkId}:${userId}`,
      payload: { remarkId, userId },
    })),
  );
}
