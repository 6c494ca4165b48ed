import { z } from 'zod';
import { findUserByEmail } from '@/db/queries/users';
import { AppError } from '@/lib/errors';
import { parseInput } from '@/lib/input';
import { limit, networkOf, tooMany } from '@/lib/limits';
import { isPassword } from '@/lib/password';
import { emailSchema } from '../model';

const schema = z.strictObject({
  email: emailSchema,
  password: z.string().min(1, 'Give your password.').max(128, 'A password has at most 128 characters.'),
});

/**
 * The person of an address and a password. An unknown address and a wrong password get the same words after the same
 * work. How often one may be wrong is told at `SIGN_IN_LIMITS`; a try is counted before its password is looked at, so
 * that many at once are no way around it, and taken back when it was right.
 *
 * @throws AppError `invalid`, `too_many`
 */
export async function signIn(input: z.input<typeof schema>, peer: string): Promise<{ id: string }> {
  const { email, password } = parseInput(schema, input);
  const giveBack = countTry(email, networkOf(peer));
  const user = await findUserByEmail(email);
  const right = await isPassword(password, user?.passwordHash ?? null);
  if (!user || !right) {
    throw new AppError(
      'invalid',
      'The address or the password is wrong. You can also have a link mailed to you.',
    );
  }
  giveBack();
  return { id: user.id };
}

function countTry(email: string, network: string): () => void {
  const [peers, pairs, accounts] = [limit('signInPeer'), limit('signInPair'), limit('signInAccount')];
  const pair = `${network} ${email}`;
  const clean = pairs.count(pair) === 0;
  const peerWait = peers.take(network);
  if (peerWait !== null) throw tooMany(peerWait);
  const accountWait = accounts.take(email);
  if (accountWait !== null && !clean) throw tooMany(accountWait);
  const pairWait = pairs.take(pair);
  if (pairWait !== null) throw tooMany(pairWait);
  return () => {
    peers.giveBack(network);
    pairs.giveBack(pair);
    if (accountWait === null) accounts.giveBack(email);
  };
}
