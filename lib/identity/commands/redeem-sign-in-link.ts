import { z } from 'zod';
import { deleteSessionsOfUser, takeSignInToken } from '@/db/queries/sessions';
import { findUserByEmail, insertUser, markEmailVerified, updatePassword } from '@/db/queries/users';
import { AppError } from '@/lib/errors';
import { newId } from '@/lib/id';
import { parseInput } from '@/lib/input';
import { emailSchema } from '../model';

const schema = z.strictObject({ email: emailSchema, token: z.string().min(1).max(200) });

/**
 * Lets in whoever holds a mailed link, once. Who never signed up gets an account. Where the account's address was
 * unproven until now, its password and sessions may be those of somebody who signed up with another person's address:
 * both end, unless the link was opened in a browser that is signed in to that account (`signedInAs`).
 *
 * @throws AppError `closed` where the link was used, is too old, or never was
 */
export async function redeemSignInLink(
  input: z.input<typeof schema>,
  signedInAs: string | null,
  now: Date = new Date(),
): Promise<{ id: string; passwordEnded: boolean }> {
  const { email, token } = parseInput(schema, input);
  if (!(await takeSignInToken({ email, token, now }))) {
    throw new AppError('closed', 'This link was used already or is too old. Have a new one mailed to you.');
  }
  const user = (await findUserByEmail(email)) ?? (await addUser(email));
  if (user.emailVerified) return { id: user.id, passwordEnded: false };
  const stranger = user.id !== signedInAs;
  if (stranger) {
    await updatePassword(user.id, null);
    await deleteSessionsOfUser(user.id);
  }
  await markEmailVerified(user.id, now);
  return { id: user.id, passwordEnded: stranger && user.passwordHash !== null };
}

async function addUser(email: string) {
  await insertUser({ id: newId(), email, name: null, passwordHash: null, emailVerified: null });
  const user = await findUserByEmail(email);
  if (!user) throw new Error('A new user cannot be read.');
  return user;
}
