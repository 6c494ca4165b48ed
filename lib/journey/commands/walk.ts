import { z } from 'zod';
import { findJourney } from '@/db/queries/journeys';
import { findTouchpoint } from '@/db/queries/touchpoints';
import {
  deleteWalk,
  findOpenWalk,
  findWalk,
  insertWalk,
  updateFinishedAt,
  upsertStep,
  type WalkRow,
} from '@/db/queries/walks';
import type { TxScope } from '@/db/scope';
import { command } from '../../command';
import { AppError, notFound } from '../../errors';
import { newId } from '../../id';
import { emotionSchema } from '../model';
import { longTextSchema, minutesSchema } from '../model/touchpoint';
import { changeOf } from '../rules';
import { LARGEST_PICTURE, pictureType } from '../rules/picture';

/** Goes through a journey oneself. A walk that is under way is gone on with. @throws AppError `not_found` */
export const startWalk = command(
  'walk.take',
  z.strictObject({ journeyId: z.uuid() }),
  async (tx, { journeyId }) => {
    if (!(await findJourney(tx, journeyId))) throw notFound();
    const userId = memberOf(tx);
    const open = await findOpenWalk(tx, journeyId, userId);
    if (open) return { id: open };
    const id = newId();
    await insertWalk(tx, { id, journeyId, userId });
    return { id };
  },
);

/**
 * Notes what it was like at one touchpoint: own rating, minutes, note and picture. What is left out stays. These are the
 * member's own, and never counted with customers' answers.
 *
 * @throws AppError `not_found`; `forbidden` on somebody else's walk; `invalid` for what is no picture
 */
export const noteStep = command(
  'walk.note',
  z.strictObject({
    id: z.uuid(),
    touchpointId: z.uuid(),
    rating: emotionSchema.nullable().optional(),
    minutes: minutesSchema.nullable().optional(),
    note: longTextSchema.optional(),
    /** The bytes of a PNG, JPEG or WebP file; null takes it away. */
    picture: z.instanceof(Uint8Array).nullable().optional(),
  }),
  async (tx, { id, touchpointId, picture, ...wanted }) => {
    const walk = await getOwn(tx, id);
    const touchpoint = await findTouchpoint(tx, touchpointId);
    if (touchpoint?.journeyId !== walk.journeyId) throw notFound();
    await upsertStep(tx, { walkId: id, touchpointId }, { ...changeOf(wanted), ...pictureOf(picture) });
    return { id };
  },
);

/** Ends a walk. @throws AppError `not_found`; `forbidden` on somebody else's */
export const finishWalk = command('walk.finish', z.strictObject({ id: z.uuid() }), async (tx, { id }) => {
  await getOwn(tx, id);
  await updateFinishedAt(tx, id, new Date());
  return { id };
});

/** Goes on with a walk that was ended. @throws AppError `not_found`; `forbidden` on somebody else's */
export const reopenWalk = command('walk.reopen', z.strictObject({ id: z.uuid() }), async (tx, { id }) => {
  await getOwn(tx, id);
  await updateFinishedAt(tx, id, null);
  return { id };
});

/** Deletes one's own walk with everything noted on it. @throws AppError `not_found`; `forbidden` on somebody else's */
export const deleteOwnWalk = command('walk.delete', z.strictObject({ id: z.uuid() }), async (tx, { id }) => {
  await getOwn(tx, id);
  await deleteWalk(tx, id);
  return { id };
});

async function getOwn(tx: TxScope, id: string): Promise<WalkRow> {
  const walk = await findWalk(tx, id);
  if (!walk) throw notFound();
  if (walk.userId !== memberOf(tx))
    throw new AppError('forbidden', 'This walk is somebody else’s: start your own.');
  return walk;
}

function memberOf(tx: TxScope): string {
  if (tx.actor.kind !== 'member') throw new AppError('forbidden', 'Only a member can take the journey.');
  return tx.actor.userId;
}

function pictureOf(picture: Uint8Array | null | undefined) {
  if (picture === undefined) return {};
  if (picture === null) return { picture: null, pictureType: null };
  const type = pictureType(picture);
  if (type === null) throw refusedPicture('Choose a PNG, JPEG or WebP picture.');
  if (picture.byteLength > LARGEST_PICTURE) throw refusedPicture('Choose a picture of at most 1.5 MB.');
  return { picture, pictureType: type };
}

const refusedPicture = (message: string) =>
  new AppError('invalid', message, { errors: [{ path: 'picture', message }] });
