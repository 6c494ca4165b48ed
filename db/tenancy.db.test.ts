import { sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { database } from './client';
import { listMembers } from './queries/members';
import { rows, transact } from './scope';
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

  test('a snapshot reads one state, in its workspace only, and writes nothing', async () => {
    const [a, b] = [await testWorkspace(), await testWorkspace()];
    await b.as('viewer');
    const [seen, isolation] = await a.scope.snapshot(async (still) => [
      await listMembers(still),
      await still.run((tx) => rows<{ transaction_isolation: string }>(tx, sql`SHOW transaction_isolation`)),
    ]);
    expect(seen.map(({ userId }) => userId)).toEqual([a.userId]);
    expect(isolation).toEqual([{ transaction_isolation: 'repeatable read' }]);
    await expect(
      a.scope.snapshot((still) => still.run((tx) => tx.execute(sql`DELETE FROM members`))),
    ).rejects.toThrow();
  });

  test('inside a command a snapshot sees what the command has written', async () => {
    const { scope, userId } = await testWorkspace();
    await transact(scope, async (tx) => {
      await tx.run((t) => t.execute(sql`UPDATE members SET role = 'viewer'`));
      const [member] = await tx.snapshot((still) => listMembers(still));
      expect(member).toMatchObject({ userId, role: 'viewer' });
    });
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
