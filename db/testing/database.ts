import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import postgres from 'postgres';
import { afterAll, beforeAll } from 'vitest';
import { hashOf, newId, newKey } from '@/lib/id';
import type { Role } from '@/lib/identity/model';
import { proveFounder, proveMember } from '@/lib/identity/prove';
import { connect, database, type Handle, open } from '../client';
import { insertMember } from '../queries/members';
import { users, workspaces } from '../schema';
import { type Scope, transact } from '../scope';

/**
 * Opens one migrated database for a test file and closes it afterwards: PGlite in memory, or, with
 * MILEPOST_TEST_DB=server, a fresh database on the server of DATABASE_URL. Never skips.
 */
export function testDatabase(): void {
  // Tests derive tokens too, and must not leave a secret in the data directory of who runs them.
  process.env.AUTH_SECRET ??= randomBytes(32).toString('hex');
  let drop = async () => {};
  let handle: Handle;
  beforeAll(async () => {
    if (process.env.MILEPOST_TEST_DB === 'server') {
      const fresh = await freshServerDatabase();
      drop = fresh.drop;
      handle = await open({ url: fresh.url, poolSize: 4 });
      await handle.migrate();
    } else {
      handle = await open({ directory: 'memory', snapshot: await migratedSnapshot() });
    }
  }, 120_000);
  afterAll(async () => {
    await handle?.close();
    await drop();
  });
}

export type TestWorkspace = {
  scope: Scope;
  workspaceId: string;
  userId: string;
  /** A new member of this workspace with that role. */
  as: (role: Role) => Promise<Scope>;
};

/** A workspace of its own, with an owner. */
export async function testWorkspace(
  over: Partial<typeof workspaces.$inferInsert> = {},
): Promise<TestWorkspace> {
  const userId = await testUser();
  const founder = proveFounder(userId);
  const siteKey = newKey(20);
  await transact(founder, async (tx) => {
    await tx.run((t) =>
      t.insert(workspaces).values({
        id: founder.workspaceId,
        name: 'Test',
        brand: 'Lumen',
        timeZone: 'Europe/Berlin',
        language: 'en',
        siteKey,
        siteKeyHash: hashOf(siteKey),
        ...over,
      }),
    );
    await insertMember(tx, userId, 'owner');
  });
  return {
    scope: await member(userId, founder.workspaceId),
    workspaceId: founder.workspaceId,
    userId,
    as: async (role) => {
      const other = await testUser();
      await transact(founder, (tx) => insertMember(tx, other, role));
      return member(other, founder.workspaceId);
    },
  };
}

/** A person who can sign in; returns the id. */
export async function testUser(): Promise<string> {
  const id = newId();
  await database()
    .orm.insert(users)
    .values({ id, email: `${id}@example.com`, name: 'Test person' });
  return id;
}

async function member(userId: string, workspaceId: string): Promise<Scope> {
  const scope = await proveMember(userId, workspaceId);
  if (!scope) throw new Error('The test member was not let in.');
  return scope;
}

/** A dump of an empty, migrated PGlite, made once per set of migrations: loading it is faster than migrating. */
async function migratedSnapshot(): Promise<Blob> {
  const folder = 'db/migrations';
  const hash = createHash('sha256');
  for (const name of readdirSync(folder).sort()) {
    if (name.endsWith('.sql')) hash.update(name).update(readFileSync(join(folder, name)));
  }
  const directory = join(tmpdir(), 'milepost-test-snapshots');
  const file = join(directory, `${hash.digest('hex').slice(0, 16)}.tar.gz`);
  if (!existsSync(file)) {
    mkdirSync(directory, { recursive: true });
    const handle = await connect({ directory: 'memory' });
    await handle.migrate();
    const draft = `${file}.${process.pid}`;
    writeFileSync(draft, Buffer.from(await (await handle.backup()).arrayBuffer()));
    renameSync(draft, file);
    await handle.close();
  }
  return new Blob([readFileSync(file)]);
}

async function freshServerDatabase(): Promise<{ url: string; drop: () => Promise<void> }> {
  const admin = process.env.DATABASE_URL;
  if (!admin)
    throw new Error('MILEPOST_TEST_DB=server needs DATABASE_URL: run npm test, which starts a server.');
  const name = `milepost_test_${randomBytes(6).toString('hex')}`;
  const client = postgres(admin, { max: 1, onnotice: () => {} });
  await client.unsafe(`CREATE DATABASE ${name}`);
  const url = new URL(admin);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    drop: async () => {
      await client.unsafe(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
      await client.end();
    },
  };
}

/** Everything a table holds, seen by the owner of the database: for tests that compare before and after. */
export async function rowCount(table: string): Promise<number> {
  const result = (await database().orm.execute(
    sql`SELECT count(*)::int AS n FROM ${sql.identifier(table)}`,
  )) as unknown;
  const list = Array.isArray(result) ? result : (result as { rows: { n: number }[] }).rows;
  return (list[0] as { n: number }).n;
}
