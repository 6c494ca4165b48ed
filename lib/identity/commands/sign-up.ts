import { limit, networkOf, tooMany } from '@/lib/limits';
import { createUser } from './create-user';

/**
 * Adds a person who asked for it from a page. Unlike signing in it tells whether an address is taken, because who signs
 * up is let in at once; how often somebody may ask is limited instead.
 *
 * @throws AppError `too_many`, and what `createUser` refuses
 */
export async function signUp(input: Parameters<typeof createUser>[0], peer: string): Promise<{ id: string }> {
  const wait = limit('signUpPeer').take(networkOf(peer));
  if (wait !== null) throw tooMany(wait);
  return createUser(input);
}
