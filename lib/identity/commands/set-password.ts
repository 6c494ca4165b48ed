import { z } from 'zod';
import { deleteSessionsOfUser } from '@/db/queries/sessions';
import { findUser, updatePassword } from '@/db/queries/users';
import { AppError, notFound } from '@/lib/errors';
import { parseInput } from '@/lib/input';
import { limit, tooMany } from '@/lib/limits';
import { hashPassword, isPassword } from '@/lib/password';
import { passwordSchema } from '../model';

const schema = z.strictObject({ old: z.string().max(128), password: passwordSchema });

/**
 * Sets the person's password and ends all their sessions; the caller starts a new one. The old one is asked for where
 * there is one. Not a `command`: a person belongs to no workspace.
 *
 * @throws AppError `invalid`, `too_many`
 */
export async function setPassword(userId: string, input: z.input<typeof schema>): Promise<{ id: string }> {
  const { old, password } = parseInput(schema, input);
  const user = await findUser(userId);
  if (!user) throw notFound();
  if (user.passwordHash) {
    const wait = limit('signInPair').take(userId);
    if (wait !== null) throw tooMany(wait);
    if (!(await isPassword(old, user.passwordHash))) {
      throw new AppError('invalid', 'Some fields need correcting.', {
        errors: [{ path: 'old', message: 'This is not your present password.' }],
      });
    }
    limit('signInPair').giveBack(userId);
  }
  await updatePassword(userId, await hashPassword(password));
  await deleteSessionsOfUser(userId);
  return { id: userId };
}
