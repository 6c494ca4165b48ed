import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import { drizzle as drizzleEmbedded } from 'drizzle-orm/pglite';
import { migrate as migrateEmbedded } from 'drizzle-orm/pglite/migrator';
import { drizzle as drizzleServer } from 'drizzle-orm/postgres-js';
import { migrate as migrateServer } from 'drizzle-orm/postgres-js/migrator';
import postgres from 'postgres';
import { ownDirectory } from '../lib/own-directory';
import { findShared, putShared } from '../lib/registry';
import { takeLock } from './lock';
import * as schema from './schema';

export type Orm = PgDatabase<PgQueryResultHKT, typeof schema>;

/** A statement of the hot path, without the query builder. */
export type Statement = { text: string; parameters: unknown[] };

/** Rows as objects; dates and big numbers as text or as the driver likes: cast them in the statement. */
export type Row = Record<string, unknown>;

/** The one open database of this process. */
export type Handle = {
  kind: 'server' | 'embedded';
  orm: Orm;
  /** Runs statements in one transaction, sent together; resolves with the rows of each after the commit. */
  atomically: (statements: readonly Statement[]) => Promise<Row[][]>;
  listen: (channel: string, heard: (payload: string) => void) => Promise<() => Promise<void>>;
  migrate: () => Promise<void>;
  backup: () => Promise<Blob>;
  close: () => Promise<void>;
};

export type Place = { url: string; poolSize?: number } | { directory: string | 'memory'; snapshot?: Blob };

const MIGRATIONS = resolve(process.cwd(), 'db/migrations');
const NAME = 'database';

/**
 * Opens the database of this process and keeps it for both bundles. Throws where this process already has one, where
 * the embedded directory is in use by another process, or where it is half-made.
 */
export async function open(place: Place): Promise<Handle> {
  if (findShared(NAME)) throw new Error('The database is already open in this process.');
  const handle = await connect(place);
  putShared(NAME, handle);
  return handle;
}

/** The open database. Throws before `open`: nothing but the front door opens one. */
export function database(): Handle {
  const handle = findShared<Handle>(NAME);
  if (!handle) throw new Error('No database is open: start the product with npm run demo, dev or start.');
  return handle;
}

/** Whether this process has a database open; false once it is stopping. */
export const isOpen = (): boolean => findShared(NAME) !== null;

/** A handle that is not the process's own; tests and tools close it themselves. */
export async function connect(place: Place): Promise<Handle> {
  const handle = 'url' in place ? connectServer(place.url, place.poolSize ?? 10) : await openEmbedded(place);
  return {
    ...handle,
    close: async () => {
      if (findShared(NAME) && findShared<Handle>(NAME)?.orm === handle.orm) putShared(NAME, null);
      await handle.close();
    },
  };
}

function connectServer(url: string, poolSize: number): Handle {
  const client = postgres(url, {
    max: poolSize,
    onnotice: () => {},
    // Compiling a statement costs more than any of ours runs.
    connection: { application_name: 'milepost', statement_timeout: 20_000, jit: 'off' },
  });
  const orm = drizzleServer(client, { schema }) as unknown as Orm;
  return {
    kind: 'server',
    orm,
    atomically: (statements) => atomicallyOn(client, statements),
    listen: async (channel, heard) => {
      const subscription = await client.listen(channel, heard);
      return () => subscription.unlisten();
    },
    migrate: () => migrateServer(drizzleServer(client), { migrationsFolder: MIGRATIONS }),
    backup: () => Promise.reject(new Error('Back up a PostgreSQL server with pg_dump.')),
    close: () => client.end({ timeout: 5 }),
  };
}

/**
 * One round trip for a whole transaction: everything is sent without waiting. A statement that fails aborts the
 * transaction, which the commit behind it then ends as a rollback.
 */
async function atomicallyOn(client: postgres.Sql, statements: readonly Statement[]): Promise<Row[][]> {
  const connection = await client.reserve();
  try {
    const begun = connection.unsafe('BEGIN').execute();
    const sent = statements.map(({ text, parameters }) =>
      connection.unsafe(text, parameters as never[], { prepare: true }).execute(),
    );
    const committed = connection.unsafe('COMMIT').execute();
    const settled = await Promise.allSettled([begun, ...sent, committed]);
    const failed = settled.find((one) => one.status === 'rejected');
    if (failed) throw failed.reason;
    if ((await committed).command !== 'COMMIT') throw new Error('The database rolled the transaction back.');
    return (await Promise.all(sent)) as unknown as Row[][];
  } finally {
    connection.release();
  }
}

async function openEmbedded(place: { directory: string; snapshot?: Blob }): Promise<Handle> {
  const release = place.directory === 'memory' ? () => {} : claimDirectory(place.directory);
  let pg: PGlite;
  try {
    pg = await PGlite.create({
      ...(place.directory === 'memory' ? {} : { dataDir: join(place.directory, 'db') }),
      ...(place.snapshot ? { loadDataDir: place.snapshot } : {}),
    });
  } catch (error) {
    release();
    throw error;
  }
  const orm = drizzleEmbedded(pg, { schema }) as unknown as Orm;
  return {
    kind: 'embedded',
    orm,
    atomically: (statements) =>
      pg.transaction(async (tx) => {
        const results: Row[][] = [];
        for (const { text, parameters } of statements)
          results.push((await tx.query<Row>(text, parameters)).rows);
        return results;
      }),
    listen: (channel, heard) => pg.listen(channel, heard),
    migrate: () => migrateEmbedded(drizzleEmbedded(pg), { migrationsFolder: MIGRATIONS }),
    backup: () => pg.dumpDataDir('gzip'),
    close: async () => {
      await pg.close();
      release();
    },
  };
}

function claimDirectory(directory: string): () => void {
  ownDirectory(directory);
  const release = takeLock(join(directory, 'db.lock'));
  const data = join(directory, 'db');
  if (existsSync(data) && readdirSync(data).length > 0 && !existsSync(join(data, 'global/pg_control'))) {
    release();
    throw new Error(
      `${data} is a half-made database, left by a start that was interrupted. Move it away and start again.`,
    );
  }
  return release;
}
