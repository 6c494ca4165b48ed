import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { testDatabase, testWorkspace } from '@/db/testing/database';
import { testPlacement } from '@/db/testing/placement';
import { rows } from '../scope';
import { receivedWithin } from './within';

testDatabase();

test('an index finds the responses of some days, under row-level security too', async () => {
  const { scope } = await testWorkspace();
  const { placementId, lineageId } = await testPlacement(scope, 'nps');
  const plan = await scope.run(async (tx) => {
    await tx.execute(sql`
      INSERT INTO responses (workspace_id, placement_id, id, lineage_id, metric, wording, survey_version, source, day, seq,
        state, score, received_at, changed_at)
      SELECT ${scope.workspaceId}, ${placementId}, gen_random_uuid(), ${lineageId}, 'nps', '', 1, 'link',
        date '2025-01-01' + n / 10, 1, 'complete', 9, at, at
      FROM generate_series(0, 3999) n, LATERAL (SELECT timestamptz '2025-01-01 12:00Z' + n * interval '144 minutes' AS at) t`);
    return rows<{ 'QUERY PLAN': string }>(
      tx,
      sql`EXPLAIN SELECT score FROM responses WHERE workspace_id = ${scope.workspaceId} AND lineage_id = ${lineageId}
        AND ${receivedWithin({ from: '2025-03-03', to: '2025-03-09' })}`,
    );
  });
  const conditions = plan.map((row) => row['QUERY PLAN']).filter((line) => line.includes('Index Cond'));
  expect(conditions.join('\n')).toMatch(/received_at >=.*received_at </);
});
