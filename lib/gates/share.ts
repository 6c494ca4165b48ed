import { createHmac, timingSafeEqual } from 'node:crypto';
import { cookies, headers } from 'next/headers';
import { cache } from 'react';
import { findShare, type ShareRow } from '@/db/queries/shares';
import type { Scope } from '@/db/scope';
import { env, secret } from '../env';
import { AppError, notFound } from '../errors';
import { proveShare } from '../identity/prove';
import { networkOf, tooMany } from '../limits';
import { isPassword } from '../password';
import { rates } from '../rates';

/** Whoever holds a link, with the right to look at its one map. */
export type Guest = { scope: Scope; share: Omit<ShareRow, 'passwordHash'> };

/** How long a browser that gave the password is let in. */
const UNLOCKED_HOURS = 12;

/**
 * The holder of a link; 'locked' where its password is still to be given. null for every token that opens nothing,
 * whatever the reason.
 */
export const findGuest = cache(async (token: string): Promise<Guest | 'locked' | null> => {
  const found = await findShared(token);
  if (!found) return null;
  const { scope, share } = found;
  if (share.passwordHash !== null && !(await isUnlocked(share))) return 'locked';
  const { passwordHash: _, ...shown } = share;
  return { scope, share: shown };
});

/**
 * Remembers in this browser that the password was right.
 *
 * @throws AppError `not_found`, `invalid`, `too_many`
 */
export async function unlockShare(token: string, password: string): Promise<void> {
  const found = await findShared(token);
  if (!found) throw notFound();
  const { id, passwordHash } = found.share;
  if (passwordHash === null) return;
  const peer = networkOf((await headers()).get('x-milepost-peer') ?? '');
  const tries = [
    ['sharePair', `${id} ${peer}`],
    ['shareLink', id],
  ] as const;
  for (const [name, key] of tries) {
    const wait = rates().take(name, key);
    if (wait !== null) throw tooMany(wait);
  }
  if (!(await isPassword(password, passwordHash))) {
    throw new AppError('invalid', 'Some fields need correcting.', {
      errors: [{ path: 'password', message: 'This is not the password. Ask whoever gave you the link.' }],
    });
  }
  for (const [name, key] of tries) rates().giveBack(name, key);
  (await cookies()).set(cookieOf(id), signOf(id, passwordHash), {
    httpOnly: true,
    sameSite: 'lax',
    secure: env().secure,
    path: `/share/${token}`,
    maxAge: UNLOCKED_HOURS * 3600,
  });
}

async function findShared(token: string): Promise<{ scope: Scope; share: ShareRow } | null> {
  const proven = await proveShare(token);
  const share = proven && (await findShare(proven.scope, proven.shareId));
  return proven && share ? { scope: proven.scope, share } : null;
}

async function isUnlocked({ id, passwordHash }: ShareRow): Promise<boolean> {
  const given = Buffer.from((await cookies()).get(cookieOf(id))?.value ?? '');
  const good = Buffer.from(signOf(id, passwordHash ?? ''));
  return given.length === good.length && timingSafeEqual(given, good);
}

/** Another password makes another sign: whoever knew the old one is asked again. */
const signOf = (shareId: string, passwordHash: string) =>
  createHmac('sha256', secret()).update(`share:${shareId}:${passwordHash}`).digest('base64url');

const cookieOf = (shareId: string) => `milepost_share_${shareId.slice(-12)}`;
