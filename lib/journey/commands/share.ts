import { z } from 'zod';
import { findJourney } from '@/db/queries/journeys';
import { findShare, insertShare, type ShareRow, updateShare } from '@/db/queries/shares';
import type { TxScope } from '@/db/scope';
import { command } from '../../command';
import { AppError, notFound } from '../../errors';
import { hashOf, newId, newKey } from '../../id';
import { hashPassword } from '../../password';
import { shareDaysSchema, shareNameSchema, sharePasswordSchema } from '../model/share';
import { changeOf } from '../rules';

/** 143 random bits: nobody finds a link by trying. */
const TOKEN_LENGTH = 24;

/**
 * Makes a link to one map for whoever holds it. Its token is returned this once; only its hash is kept.
 *
 * @throws AppError `not_found`; `invalid` for an embeddable link with a password
 */
export const makeShare = command(
  'share.make',
  z.strictObject({
    journeyId: z.uuid(),
    name: shareNameSchema,
    /** How long it works; null: until it is revoked. */
    days: shareDaysSchema.default(null),
    password: sharePasswordSchema.nullable().default(null),
    showsComments: z.boolean().default(false),
    embeddable: z.boolean().default(false),
  }),
  async (tx, { journeyId, name, days, password, showsComments, embeddable }) => {
    if (!(await findJourney(tx, journeyId))) throw notFound();
    refuseLockedFrame(embeddable, password !== null);
    const id = newId();
    const token = newKey(TOKEN_LENGTH);
    await insertShare(tx, {
      ...{ id, journeyId, name, showsComments, embeddable },
      tokenHash: hashOf(token),
      passwordHash: password === null ? null : await hashPassword(password),
      expiresAt: inDays(days),
      createdBy: tx.actor.kind === 'member' ? tx.actor.userId : null,
    });
    return { id, token, journeyId, told: { name } };
  },
);

/**
 * Changes what a link shows or how long it works; what is missing stays. The link itself stays the same.
 *
 * @throws AppError `not_found`; `invalid` for an embeddable link with a password
 */
export const editShare = command(
  'share.edit',
  z.strictObject({
    id: z.uuid(),
    name: shareNameSchema.optional(),
    /** Counted from now. */
    days: shareDaysSchema.optional(),
    /** null takes the password away. */
    password: sharePasswordSchema.nullable().optional(),
    showsComments: z.boolean().optional(),
    embeddable: z.boolean().optional(),
  }),
  async (tx, { id, days, password, ...wanted }) => {
    const share = await getShare(tx, id);
    const locked = password === undefined ? share.passwordHash !== null : password !== null;
    refuseLockedFrame(wanted.embeddable ?? share.embeddable, locked);
    const change = {
      ...changeOf(wanted),
      ...(days === undefined ? {} : { expiresAt: inDays(days) }),
      ...(password === undefined
        ? {}
        : { passwordHash: password === null ? null : await hashPassword(password) }),
    };
    if (Object.keys(change).length > 0) await updateShare(tx, id, change);
    return { id, journeyId: share.journeyId, told: { name: wanted.name ?? share.name } };
  },
);

/** Ends a link at once and for good. @throws AppError `not_found` */
export const revokeShare = command('share.revoke', z.strictObject({ id: z.uuid() }), async (tx, { id }) => {
  const share = await getShare(tx, id);
  await updateShare(tx, id, { revokedAt: new Date() });
  return { id, journeyId: share.journeyId, told: { name: share.name } };
});

async function getShare(tx: TxScope, id: string): Promise<ShareRow> {
  const share = await findShare(tx, id);
  if (!share) throw notFound();
  return share;
}

/** In another site's frame a browser keeps no cookie of ours, and a password typed there could be read along. */
function refuseLockedFrame(embeddable: boolean, locked: boolean): void {
  if (!embeddable || !locked) return;
  throw new AppError('invalid', 'Some fields need correcting.', {
    errors: [
      { path: 'password', message: 'A map in other sites’ pages cannot have a password. Leave one out.' },
    ],
  });
}

const inDays = (days: number | null): Date | null =>
  days === null ? null : new Date(Date.now() + days * 86_400_000);
