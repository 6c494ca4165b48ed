import { z } from 'zod';
import { insertUser } from '@/db/queries/users';
import { AppError } from '@/lib/errors';
import { newId } from '@/lib/id';
import { parseInput } from '@/lib/input';
import { hashPassword } from '@/lib/password';
import { emailSchema, passwordSchema, personNameSchema } from '../model';

const schema = z.strictObject({ email: emailSchema, name: personNameSchema, password: passwordSchema });

/**
 * Adds a person who signs in with a password; their address stays unproven. Not a `command`: a person belongs to no
 * workspace, so there is no scope to prove and no audit log to write to.
 *
 * @throws AppError `invalid`; `conflict` where the address is taken
 */
export async function createUser(input: z.input<typeof schema>): Promise<{ id: string }> {
  const { email, name, password } = parseInput(schema, input);
  const id = newId();
  const passwordHash = await hashPassword(password);
  if (!(await insertUser({ id, email, name, passwordHash, emailVerified: null }))) {
    throw new AppError('conflict', 'Some fields need correcting.', {
      errors: [{ path: 'email', message: 'This address has an account already: sign in instead.' }],
    });
  }
  return { id };
}
