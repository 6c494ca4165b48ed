import { type SQL, sql } from 'drizzle-orm';
import { database, type Handle } from '@/db/client';
import { rows } from '@/db/scope';

/**
 * The mark of a demo workspace: `demo_seeded_at`. It is set to the epoch before the story is told and to the hour when
 * it is complete, so that an interrupted seeding is known. These run as the database's owner: no workspace is left out.
 */
const UNFINISHED = new Date(0);

/** What a database holds, as far as the demo must know before it touches anything. */
export type DemoState =
  | { kind: 'empty' }
  /** Workspaces that the demo did not make, or people alone. */
  | { kind: 'foreign' }
  | { kind: 'unfinished' }
  | { kind: 'seeded'; workspaceId: string };

/** What the database holds; `empty` also for one without tables, or with nobody but the demo's own person. */
export async function demoState(handle: Handle, email: string): Promise<DemoState> {
  if (!(await hasTables(handle))) return { kind: 'empty' };
  const found = await rows<{ id: string; marked: boolean; finished: boolean }>(
    handle.orm,
    sql`SELECT id, demo_seeded_at IS NOT NULL AS marked, coalesce(extract(epoch FROM demo_seeded_at) > 0, false) AS finished
        FROM workspaces ORDER BY created_at`,
  );
  if (found.length === 0) return { kind: (await holdsLonePeople(handle, email)) ? 'foreign' : 'empty' };
  const own = found.find((workspace) => workspace.marked);
  if (!own) return { kind: 'foreign' };
  return own.finished ? { kind: 'seeded', workspaceId: own.id } : { kind: 'unfinished' };
}

/** Whether the database holds a workspace that the demo did not make. */
export const holdsForeignWorkspace = (handle: Handle): Promise<boolean> =>
  holds(handle, sql`SELECT FROM workspaces WHERE demo_seeded_at IS NULL`);

/** Whether the database holds a workspace of the demo, whose sign-in is public knowledge. */
export const holdsDemo = (handle: Handle): Promise<boolean> =>
  holds(handle, sql`SELECT FROM workspaces WHERE demo_seeded_at IS NOT NULL`);

/** Whether somebody but the person of that address signed up and belongs to no workspace. */
export const holdsLonePeople = (handle: Handle, email: string): Promise<boolean> =>
  holds(
    handle,
    sql`SELECT FROM users u WHERE email <> ${email} AND NOT EXISTS (SELECT FROM members m WHERE m.user_id = u.id)`,
  );

async function hasTables(handle: Handle): Promise<boolean> {
  const table = await rows<{ there: boolean }>(
    handle.orm,
    sql`SELECT to_regclass('public.workspaces') IS NOT NULL AS there`,
  );
  return table[0]?.there ?? false;
}

async function holds(handle: Handle, selection: SQL): Promise<boolean> {
  if (!(await hasTables(handle))) return false;
  const found = await rows<{ there: boolean }>(handle.orm, sql`SELECT EXISTS (${selection}) AS there`);
  return found[0]?.there ?? false;
}

/** Marks every workspace of the demo as unfinished, so that the next start takes it away and tells the story again. */
export async function forgetDemo(handle: Handle): Promise<void> {
  await handle.orm.execute(
    sql`UPDATE workspaces SET demo_seeded_at = ${UNFINISHED.toISOString()}::timestamptz WHERE demo_seeded_at IS NOT NULL`,
  );
}

/** Marks a workspace as the demo's, before or after its story is told. */
export async function markDemo(workspaceId: string, finished: boolean): Promise<void> {
  const at = (finished ? new Date() : UNFINISHED).toISOString();
  await database().orm.execute(
    sql`UPDATE workspaces SET demo_seeded_at = ${at}::timestamptz WHERE id = ${workspaceId}`,
  );
}

/** Removes every demo workspace with all that is in it, and its members who belong to no other workspace. */
export async function removeDemo(handle: Handle, email: string): Promise<void> {
  await handle.orm.transaction(async (tx) => {
    const people = await rows<{ id: string }>(
      tx,
      sql`SELECT DISTINCT m.user_id AS id FROM members m JOIN workspaces w ON w.id = m.workspace_id
          WHERE w.demo_seeded_at IS NOT NULL
          UNION SELECT id FROM users WHERE email = ${email}`,
    );
    await tx.execute(sql`DELETE FROM workspaces WHERE demo_seeded_at IS NOT NULL`);
    for (const { id } of people) {
      await tx.execute(
        sql`DELETE FROM users WHERE id = ${id} AND NOT EXISTS (SELECT FROM members WHERE user_id = ${id})`,
      );
    }
  });
}
