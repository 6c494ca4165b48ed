import { DrizzleAdapter } from '@auth/drizzle-adapter';
import type { Adapter } from 'next-auth/adapters';
import { database } from './client';
import { storedToken } from './queries/sessions';
import { accounts, sessions, users, verificationTokens } from './schema';

/**
 * next-auth's way to our tables: its adapter for Drizzle, except that tokens are stored hashed, a session ends
 * `mostMs` after it began however busy it is, and the password's hash never leaves.
 */
export function authAdapter(mostMs: number): Adapter {
  const base = DrizzleAdapter(database().orm, {
    usersTable: users,
    accountsTable: accounts as never,
    sessionsTable: sessions as never,
    verificationTokensTable: verificationTokens,
  }) as Required<Adapter>;
  return {
    ...base,
    createSession: async (session) => {
      await base.createSession({ ...session, sessionToken: storedToken(session.sessionToken) });
      return session;
    },
    getSessionAndUser: async (token) => {
      const found = await base.getSessionAndUser(storedToken(token));
      if (!found) return null;
      const { createdAt } = found.session as unknown as { createdAt: Date };
      if (createdAt.getTime() + mostMs <= Date.now()) return null;
      const { id, name, email, emailVerified, language } = found.user as typeof found.user & {
        language: string | null;
      };
      return {
        session: { sessionToken: token, userId: id, expires: found.session.expires },
        user: { id, name: name ?? null, email, emailVerified, language } as typeof found.user,
      };
    },
    updateSession: (session) =>
      base.updateSession({ ...session, sessionToken: storedToken(session.sessionToken) }),
    deleteSession: (token) => base.deleteSession(storedToken(token)),
  };
}
