import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { insertSignInToken } from '@/db/queries/sessions';
import { env } from '@/lib/env';
import { parseInput } from '@/lib/input';
import { limit, networkOf, tooMany } from '@/lib/limits';
import { emailSchema } from '../model';
import { HOME_PATH, ownPath } from '../rules';

const schema = z.strictObject({ email: emailSchema, next: z.string().optional() });

/** How long a mailed link works. */
export const LINK_MINUTES = 30;

/**
 * Makes the one-time link that is mailed to an address, known or not: the same work and the same reply for both. Its
 * page asks for a tap before it signs in, because scanners open links. `next` is the path to go on to.
 *
 * @throws AppError `invalid`, `too_many`
 */
export async function makeSignInLink(
  input: z.input<typeof schema>,
  peer: string,
  now: Date = new Date(),
): Promise<{ email: string; url: string }> {
  const { email, next } = parseInput(schema, input);
  const wait = limit('mailedLinkPeer').take(networkOf(peer)) ?? limit('mailedLinkAddress').take(email);
  if (wait !== null) throw tooMany(wait);
  const token = randomBytes(32).toString('base64url');
  await insertSignInToken({ email, token, expires: new Date(now.getTime() + LINK_MINUTES * 60_000) });
  const url = new URL('/sign-in/confirm', env().APP_URL);
  url.searchParams.set('token', token);
  url.searchParams.set('email', email);
  if (ownPath(next) !== HOME_PATH) url.searchParams.set('next', ownPath(next));
  return { email, url: url.href };
}
