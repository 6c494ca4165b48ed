import { createHash } from 'node:crypto';
import { and, eq, gt, lt } from 'drizzle-orm';
import { database } from '../client';
import { sessions, verificationTokens } from '../schema';

/**
 * Sessions and one-time sign-in tokens. Only hashes are stored: whoever reads a backup cannot sign in with it. They
 * belong to a person and to no workspace, so these take no scope.
 */

/** What is stored of a session's or a sign-in link's token: both have 256 random bits, so SHA-256 is enough. */
export const storedToken = (token: string): string => createHash('sha256').update(token).digest('hex');

/** Starts a session, and sweeps away the person's expired ones. */
export async function insertSession(session: {
  token: string;
  userId: string;
  expires: Date;
}): Promise<void> {
  const { orm } = database();
  await orm
    .delete(sessions)
    .where(and(eq(sessions.userId, session.userId), lt(sessions.expires, new Date())));
  await orm
    .insert(sessions)
    .values({ sessionToken: storedToken(session.token), userId: session.userId, expires: session.expires });
}

/** Ends a session; it is no error if it ended before. */
export async function deleteSession(token: string): Promise<void> {
  await database()
    .orm.delete(sessions)
    .where(eq(sessions.sessionToken, storedToken(token)));
}

/** Ends every session of the person. */
export async function deleteSessionsOfUser(userId: string): Promise<void> {
  await database().orm.delete(sessions).where(eq(sessions.userId, userId));
}

/** Stores a one-time token, and sweeps away what expired. */
export async function insertSignInToken(token: {
  email: string;
  token: string;
  expires: Date;
}): Promise<void> {
  const { orm } = database();
  await orm.delete(verificationTokens).where(lt(verificationTokens.expires, new Date()));
  await orm
    .insert(verificationTokens)
    .values({ identifier: token.email, token: storedToken(token.token), expires: token.expires });
}

/** Uses up a one-time token; true for exactly one of any number of callers, and only before it expires. */
export async function takeSignInToken(token: { email: string; token: string; now: Date }): Promise<boolean> {
  const taken = await database()
    .orm.delete(verificationTokens)
    .where(
      and(
        eq(verificationTokens.identifier, token.email),
        eq(verificationTokens.token, storedToken(token.token)),
        gt(verificationTokens.expires, token.now),
      ),
    )
    .returning({ token: verificationTokens.token });
  return taken.length === 1;
}
