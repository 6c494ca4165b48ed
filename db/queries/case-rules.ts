import { and, eq, isNull, sql } from 'drizzle-orm';
import type { CaseCondition, CaseRule, CaseRuleInput } from '@/lib/cases/model';
import { type BusinessHours, USUAL_HOURS } from '@/lib/cases/model/hours';
import { caseRules, caseSettings, journeys, users } from '../schema';
import { rows, type Scope, type TxScope } from '../scope';
import { subjectTitleOf } from './subjects';

/** A rule as its list shows it, with the names of what it is about; null: not limited, or nobody in particular. */
export type NamedCaseRule = CaseRule & {
  journeyTitle: string | null;
  subjectTitle: string | null;
  assignee: string | null;
  /** From when on it is what it is: since it was added, or changed last. */
  since: Date;
};

/** The rules that work now, the oldest first. */
export async function listCaseRules(scope: Scope): Promise<NamedCaseRule[]> {
  const found = await scope.run((tx) =>
    tx
      .select({
        id: caseRules.id,
        condition: caseRules.condition,
        journeyId: caseRules.journeyId,
        lineageId: caseRules.lineageId,
        assigneeUserId: caseRules.assigneeUserId,
        dueHours: caseRules.dueHours,
        createdAt: caseRules.createdAt,
        journeyTitle: journeys.title,
        subjectTitle: subjectTitleOf(sql`case_rules.workspace_id`, sql`case_rules.lineage_id`),
        assignee: sql<string | null>`coalesce(${users.name}, ${users.email})`,
        changedMs: sql<number | null>`(
          SELECT (extract(epoch FROM max(x.changed_at)) * 1000)::float8 FROM rule_changes x
          WHERE x.workspace_id = case_rules.workspace_id AND x.rule_id = case_rules.id)`,
      })
      .from(caseRules)
      .leftJoin(
        journeys,
        and(eq(journeys.workspaceId, caseRules.workspaceId), eq(journeys.id, caseRules.journeyId)),
      )
      .leftJoin(users, eq(users.id, caseRules.assigneeUserId))
      .where(and(eq(caseRules.workspaceId, scope.workspaceId), isNull(caseRules.retiredAt)))
      .orderBy(caseRules.createdAt, caseRules.id),
  );
  return found.map(({ changedMs, ...row }) => ({
    ...row,
    condition: row.condition as CaseCondition,
    since: changedMs === null ? row.createdAt : new Date(changedMs),
  }));
}

export async function insertCaseRule(
  scope: TxScope,
  rule: CaseRuleInput & { id: string; createdAt?: Date },
): Promise<void> {
  await scope.run((tx) => tx.insert(caseRules).values({ workspaceId: scope.workspaceId, ...rule }));
}

export async function updateCaseRule(scope: TxScope, id: string, rule: CaseRuleInput): Promise<void> {
  await scope.run((tx) =>
    tx
      .update(caseRules)
      .set(rule)
      .where(and(eq(caseRules.workspaceId, scope.workspaceId), eq(caseRules.id, id))),
  );
}

/** Ends a rule; false where none of that id works. Its cases stay. */
export async function retireCaseRule(scope: TxScope, id: string, now: Date): Promise<boolean> {
  const changed = await scope.run((tx) =>
    tx
      .update(caseRules)
      .set({ retiredAt: now })
      .where(
        and(eq(caseRules.workspaceId, scope.workspaceId), eq(caseRules.id, id), isNull(caseRules.retiredAt)),
      )
      .returning({ id: caseRules.id }),
  );
  return changed.length === 1;
}

/** The lineages of a journey: its own, its touchpoints' and its handoffs' questions. Empty where there is none. */
export async function listLineagesOfJourney(scope: Scope, journeyId: string): Promise<string[]> {
  const found = await scope.run((tx) =>
    rows<{ id: string }>(
      tx,
      sql`SELECT lineage_id AS id FROM journeys WHERE workspace_id = ${scope.workspaceId} AND id = ${journeyId}
          UNION SELECT lineage_id FROM touchpoints
            WHERE workspace_id = ${scope.workspaceId} AND journey_id = ${journeyId}
          UNION SELECT lineage_id FROM absorptions
            WHERE workspace_id = ${scope.workspaceId} AND journey_id = ${journeyId}
          UNION SELECT lineage_id FROM handoffs
            WHERE workspace_id = ${scope.workspaceId} AND journey_id = ${journeyId} AND lineage_id IS NOT NULL`,
    ),
  );
  return found.map(({ id }) => id);
}

/**
 * Who answers for each lineage: the touchpoint's owner, else its journey's, on the oldest map that is on show. Lineages
 * that nobody owns are left out, and so is whoever is no member any more.
 */
export async function findOwnersOf(
  scope: Scope,
  lineageIds: readonly string[],
): Promise<Map<string, string>> {
  if (lineageIds.length === 0) return new Map();
  const asked = sql.join(
    [...new Set(lineageIds)].map((id) => sql`${id}::uuid`),
    sql`, `,
  );
  const found = await scope.run((tx) =>
    rows<{ lineageId: string; userId: string }>(
      tx,
      sql`SELECT DISTINCT ON (o.lineage_id) o.lineage_id AS "lineageId", o.user_id AS "userId"
          FROM (
            SELECT x.lineage_id, coalesce(x.owner_user_id, j.owner_user_id) AS user_id, j.created_at, j.id
            FROM touchpoints x JOIN journeys j ON j.workspace_id = x.workspace_id AND j.id = x.journey_id
            WHERE x.workspace_id = ${scope.workspaceId} AND x.lineage_id IN (${asked})
              AND x.retired_at IS NULL AND j.retired_at IS NULL
            UNION ALL
            SELECT j.lineage_id, j.owner_user_id, j.created_at, j.id FROM journeys j
            WHERE j.workspace_id = ${scope.workspaceId} AND j.lineage_id IN (${asked}) AND j.retired_at IS NULL
            UNION ALL
            SELECT h.lineage_id, coalesce(x.owner_user_id, j.owner_user_id), j.created_at, j.id
            FROM handoffs h
            JOIN touchpoints x ON x.workspace_id = h.workspace_id AND x.id = h.to_id
            JOIN journeys j ON j.workspace_id = h.workspace_id AND j.id = h.journey_id
            WHERE h.workspace_id = ${scope.workspaceId} AND h.lineage_id IN (${asked}) AND j.retired_at IS NULL
          ) o
          JOIN members m ON m.workspace_id = ${scope.workspaceId} AND m.user_id = o.user_id
          ORDER BY o.lineage_id, o.created_at, o.id`,
    ),
  );
  return new Map(found.map(({ lineageId, userId }) => [lineageId, userId]));
}

/** When the workspace works; the usual hours where it has said nothing. */
export async function findBusinessHours(scope: Scope): Promise<BusinessHours> {
  return ((await settings(scope))?.hours as BusinessHours | null | undefined) ?? USUAL_HOURS;
}

export async function updateBusinessHours(scope: TxScope, hours: BusinessHours): Promise<void> {
  await upsert(scope, { hours });
}

/** Until when the answers were looked at by the rules; null: never. */
export async function findLookedUntil(scope: Scope): Promise<Date | null> {
  return (await settings(scope))?.lookedUntil ?? null;
}

/** Notes until when the answers were looked at; it never goes back. */
export async function moveLookedUntil(scope: TxScope, until: Date): Promise<void> {
  const known = await findLookedUntil(scope);
  if (known === null || known < until) await upsert(scope, { lookedUntil: until });
}

async function settings(scope: Scope) {
  const found = await scope.run((tx) =>
    tx.select().from(caseSettings).where(eq(caseSettings.workspaceId, scope.workspaceId)),
  );
  return found[0];
}

async function upsert(scope: TxScope, set: { hours: BusinessHours } | { lookedUntil: Date }): Promise<void> {
  await scope.run((tx) =>
    tx
      .insert(caseSettings)
      .values({ workspaceId: scope.workspaceId, ...set })
      .onConflictDoUpdate({ target: caseSettings.workspaceId, set }),
  );
}
