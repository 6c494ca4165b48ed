import { sql } from 'drizzle-orm';
import type { Handle } from './client';
import { rows } from './scope';

/**
 * Proves before anything is served that the application's role sees no row of any workspace's table without a
 * workspace set. Throws with the table and the grant or policy that is missing.
 */
export async function proveTenancy(handle: Handle): Promise<void> {
  const tables = await rows<{ name: string }>(
    handle.orm,
    sql`SELECT DISTINCT table_name AS name FROM information_schema.columns
        WHERE table_schema = 'public' AND column_name = 'workspace_id' ORDER BY 1`,
  );
  if (tables.length === 0) throw new Error('The database has no tables: run npm run migrate.');
  for (const { name } of tables) {
    const seen = await countAsApplication(handle, name);
    if (seen > 0)
      throw new Error(`Table ${name} shows rows without a workspace: its row-level security is missing.`);
  }
}

async function countAsApplication(handle: Handle, table: string): Promise<number> {
  try {
    return await handle.orm.transaction(async (tx) => {
      await tx.execute(sql`SELECT set_config('role', 'milepost_app', true)`);
      const found = await rows<{ n: number }>(
        tx,
        sql`SELECT count(*)::int AS n FROM (SELECT 1 FROM ${sql.identifier(table)} LIMIT 1) first`,
      );
      return found[0]?.n ?? 0;
    });
  } catch (error) {
    throw new Error(
      `The role milepost_app cannot read ${table}: grant it (GRANT SELECT, INSERT, UPDATE, DELETE ON ${table} TO milepost_app), and the role itself to the connecting user.`,
      { cause: error },
    );
  }
}
