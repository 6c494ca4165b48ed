import { sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { database } from './client';
import { listMembers } from './queries/members';
import { rows } from './scope';
import { testDatabase, testWorkspace } from './testing/database';

testDatabase();

describe('tenancy', () => {
  test('a scope sees its own members and none of another workspace', async () => {
    const a = await testWorkspace();
    const b = await testWorkspace();
    await a.as('viewer');
    expect((await listMembers(a.scope)).length).toBe(2);
    expect((await listMembers(b.scope)).map((m) => m.userId)).toEqual([b.userId]);
  });

  test('every table with a workspace forces row-level security and leads its primary key with the workspace', async () => {
    const tables = await rows<{ name: string; forced: boolean; lead: string }>(
      database().orm,
      sql`SELECT c.relname AS name, c.relrowsecurity AND c.relforcerowsecurity AS forced,
            (SELECT a.attname FROM pg_index i JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = i.indkey[0]
             WHERE i.indrelid = c.oid AND i.indisprimary) AS lead
          FROM pg_class c JOIN pg_namespace s ON s.oid = c.relnamespace
          WHERE s.nspname = 'public' AND c.relkind = 'r'
            AND EXISTS (SELECT 1 FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'workspace_id')`,
    );
    expect(tables.length).toBeGreaterThan(15);
    for (const table of tables)
      expect(table).toEqual({ name: table.name, forced: true, lead: 'workspace_id' });
  });

  test('without a workspace the application role sees no row and can write none', async () => {
    const a = await testWorkspace();
    await a.as('viewer');
    const seen = await database().orm.transaction(async (tx) => {
      await tx.execute(sql`SELECT set_config('role', 'milepost_app', true)`);
      return rows<{ n: number }>(tx, sql`SELECT count(*)::int AS n FROM members`);
    });
    expect(seen[0]?.n).toBe(0);
    await expect(
      database().orm.transaction(async (tx) => {
        await tx.execute(sql`SELECT set_config('role', 'milepost_app', true)`);
        await tx.execute(
          sql`INSERT INTO teams (workspace_id, id, name) VALUES (${a.workspaceId}, ${a.workspaceId}, 'X')`,
        );
      }),
    ).rejects.toThrow();
  });

  test('a scope cannot write into another workspace even by naming it', async () => {
    const a = await testWorkspace();
    const b = await testWorkspace();
    await expect(
      a.scope.run((tx) =>
        tx.execute(
          sql`INSERT INTO teams (workspace_id, id, name) VALUES (${b.workspaceId}, ${b.workspaceId}, 'X')`,
        ),
      ),
    ).rejects.toThrow();
  });
});
