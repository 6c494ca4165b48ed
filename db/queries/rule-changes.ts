import { sql } from 'drizzle-orm';
import { rows, type Scope, type TxScope } from '../scope';

/** What a rule or a hook was before somebody changed it. */
export type RuleChange<Before> = {
  ruleId: string;
  before: Before;
  /** null: somebody who has left. */
  name: string | null;
  changedAt: Date;
};

/** What these rules or hooks were before each change, the last change first. */
export async function listRuleChanges<Before>(
  scope: Scope,
  ruleIds: readonly string[],
): Promise<RuleChange<Before>[]> {
  if (ruleIds.length === 0) return [];
  const ids = JSON.stringify(ruleIds);
  const found = await scope.run((tx) =>
    rows<Omit<RuleChange<Before>, 'changedAt'> & { changedMs: number }>(
      tx,
      sql`SELECT x.rule_id AS "ruleId", x.before, coalesce(u.name, u.email) AS name,
            (extract(epoch FROM x.changed_at) * 1000)::float8 AS "changedMs"
          FROM rule_changes x
          LEFT JOIN members m ON m.workspace_id = x.workspace_id AND m.user_id = x.changed_by
          LEFT JOIN users u ON u.id = m.user_id
          WHERE x.workspace_id = ${scope.workspaceId}
            AND x.rule_id::text IN (SELECT jsonb_array_elements_text(${ids}::text::jsonb))
          ORDER BY x.changed_at DESC, x.id`,
    ),
  );
  return found.map(({ changedMs, ...row }) => ({ ...row, changedAt: new Date(changedMs) }));
}

/** Keeps what a rule or hook was until now. */
export async function insertRuleChange(
  scope: TxScope,
  change: { id: string; ruleId: string; before: unknown; changedAt: Date },
): Promise<void> {
  const by = scope.actor.kind === 'member' ? scope.actor.userId : null;
  await scope.run((tx) =>
    rows(
      tx,
      sql`INSERT INTO rule_changes (workspace_id, id, rule_id, before, changed_by, changed_at)
          VALUES (${scope.workspaceId}, ${change.id}::uuid, ${change.ruleId}::uuid,
            ${JSON.stringify(change.before)}::text::jsonb, ${by}::uuid, ${change.changedAt.toISOString()}::timestamptz)`,
    ),
  );
}
