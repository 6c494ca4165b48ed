import { randomBytes } from 'node:crypto';
import { cookies, headers } from 'next/headers';
import { unstable_rethrow } from 'next/navigation';
import { NextRequest } from 'next/server';
import NextAuth from 'next-auth';
import { cache } from 'react';
import { authAdapter } from '@/db/auth-adapter';
import { deleteSession, insertSession } from '@/db/queries/sessions';
import { env, secret } from '../env';
import { AppError } from '../errors';
import { isUuid } from '../id';
import { type Tongue, tongueOf } from '../identity/model';
import { readText } from './language';
import { isOwnOrigin } from './origin';
import { type ActionResult, problemFor, requestIdOf } from './reply';

/**
 * Who is signed in. next-auth keeps the sessions (stored in the database, prolonged while in use, swept when expired);
 * the rest of the product knows only the functions of this file. Its HTTP routes are deliberately not mounted: its
 * sign-in callback would use up a mailed link on GET, which scanners send.
 */
export type SignedIn = {
  id: string;
  name: string;
  email: string;
  /** The language that the person chose for the members' side; null: as their workspace. */
  language: Tongue | null;
};

const DAY_MS = 86_400_000;
/** A session ends after this long without a request … */
const IDLE_MS = 7 * DAY_MS;
/** … and this long after it began in any case. */
const MOST_MS = 30 * DAY_MS;

const { handlers } = NextAuth(async () => ({
  adapter: authAdapter(MOST_MS),
  providers: [],
  session: { strategy: 'database', maxAge: IDLE_MS / 1000, updateAge: 3600 },
  secret: secret(),
  trustHost: true,
  basePath: '/api/auth',
  useSecureCookies: env().secure,
  cookies: { sessionToken: { name: cookieName(), options: { ...COOKIE, secure: env().secure } } },
  callbacks: {
    session: ({ session, user }) => ({
      expires: session.expires,
      user: {
        id: user.id,
        name: user.name || user.email,
        email: user.email,
        language: tongueOf((user as { language?: unknown }).language),
      },
    }),
  },
  logger: {
    // By default a database that cannot be read is logged and then looks like nobody being signed in.
    error: (error) => {
      throw error;
    },
  },
}));

/** The person of this request's session, or null. Judged anew for each request, once per request for pages. */
export const currentUser = cache(async (): Promise<SignedIn | null> => {
  const token = (await cookies()).get(cookieName())?.value;
  if (!token || !/^[\w-]{43}$/.test(token)) return null;
  const reply = await handlers.GET(
    new NextRequest(new URL('/api/auth/session', env().APP_URL), {
      headers: { cookie: `${cookieName()}=${token}` },
    }),
  );
  if (!reply.ok) throw new Error(`The session could not be read: next-auth replied ${reply.status}.`);
  const session = (await reply.json()) as { user?: SignedIn } | null;
  return session?.user && isUuid(session.user.id) ? session.user : null;
});

/** Signs the person in with a session of its own; the one that this browser had ends. */
export async function startSession(userId: string): Promise<void> {
  await endSession();
  const token = randomBytes(32).toString('base64url');
  const now = Date.now();
  await insertSession({ token, userId, expires: new Date(now + IDLE_MS) });
  // The cookie lasts as long as a session may; how long without a request is judged in the database.
  (await cookies()).set(cookieName(), token, {
    ...COOKIE,
    secure: env().secure,
    expires: new Date(now + MOST_MS),
  });
}

/** Signs out: the session ends for every copy of its cookie. */
export async function endSession(): Promise<void> {
  const jar = await cookies();
  const token = jar.get(cookieName())?.value;
  if (!token) return;
  await deleteSession(token);
  jar.set(cookieName(), '', { ...COOKIE, secure: env().secure, maxAge: 0 });
}

/** What a page for people who may not be signed in knows of its caller. */
export type Guest = { peer: string; user: SignedIn | null };

/** Wraps the body of a server action that needs no membership: refuses other sites, gives refusals back as values. */
export function guestAction<A extends unknown[], T>(
  body: (guest: Guest, ...args: A) => Promise<T>,
): (...args: A) => Promise<ActionResult<T>> {
  return async (...args) => {
    const asked = await headers();
    const requestId = requestIdOf(asked);
    try {
      refuseForeignWrite(asked);
      const guest = { peer: asked.get('x-milepost-peer') ?? '', user: await currentUser() };
      return { ok: true, value: await body(guest, ...args) };
    } catch (error) {
      unstable_rethrow(error);
      return { ok: false, problem: problemFor(error, requestId, await readText()) };
    }
  };
}

/** The front door refuses other sites' writes first; this holds where a request came past it. */
export function refuseForeignWrite(asked: { get(name: string): string | null }): void {
  if (!isOwnOrigin(asked, env().APP_URL)) {
    throw new AppError('cross_site', `Send this from a page of ${new URL(env().APP_URL).origin}.`);
  }
}

const COOKIE = { httpOnly: true, sameSite: 'lax', path: '/' } as const;

/** The prefix makes browsers refuse the cookie from anywhere but this host over https. */
const cookieName = (): string => (env().secure ? '__Host-milepost_session' : 'milepost_session');
