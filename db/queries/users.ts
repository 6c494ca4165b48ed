import { and, eq, isNull } from 'drizzle-orm';
import { database } from '../client';
import { users } from '../schema';

/**
 * People who sign in. A person belongs to no workspace, so these take no scope; members of a workspace are asked for
 * through `db/queries/members`.
 */
export type User = {
  id: string;
  name: string | null;
  email: string;
  emailVerified: Date | null;
  passwordHash: string | null;
};

const columns = {
  id: users.id,
  name: users.name,
  email: users.email,
  emailVerified: users.emailVerified,
  passwordHash: users.passwordHash,
};

/** The person of a normalized address; null where nobody signed up with it. */
export async function findUserByEmail(email: string): Promise<User | null> {
  return (await database().orm.select(columns).from(users).where(eq(users.email, email)))[0] ?? null;
}

/** The person of an id; null where there is none. */
export async function findUser(id: string): Promise<User | null> {
  return (await database().orm.select(columns).from(users).where(eq(users.id, id)))[0] ?? null;
}

/** The language that a person chose for the members' side; null: as their workspace, or nobody of that id. */
export async function findUserLanguage(id: string): Promise<string | null> {
  const [found] = await database()
    .orm.select({ language: users.language })
    .from(users)
    .where(eq(users.id, id));
  return found?.language ?? null;
}

/** Adds a person; false where the address is taken. */
export async function insertUser(user: User): Promise<boolean> {
  const made = await database()
    .orm.insert(users)
    .values(user)
    .onConflictDoNothing()
    .returning({ id: users.id });
  return made.length === 1;
}

/** Notes that the person receives mail at their address; the first proof stays. */
export async function markEmailVerified(id: string, at: Date): Promise<void> {
  await database()
    .orm.update(users)
    .set({ emailVerified: at })
    .where(and(eq(users.id, id), isNull(users.emailVerified)));
}

/** Sets the password, or takes it away. */
export async function updatePassword(id: string, passwordHash: string | null): Promise<void> {
  await database().orm.update(users).set({ passwordHash }).where(eq(users.id, id));
}

/** Sets the name that other members read. */
export async function updateUserName(id: string, name: string): Promise<void> {
  await database().orm.update(users).set({ name }).where(eq(users.id, id));
}

/** Sets the language in which the person reads; null: that of their workspace. */
export async function updateUserLanguage(id: string, language: string | null): Promise<void> {
  await database().orm.update(users).set({ language }).where(eq(users.id, id));
}
