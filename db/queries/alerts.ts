import { and, desc, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Alert, AlertCondition, AlertFinding, AlertRule, Found } from '@/lib/cases/model/alert';
import { alertRules, alerts, journeys, users } from '../schema';
import { rows, type Scope, type TxScope } from '../scope';
import { subjectTitleOf } from './subjects';

export type NamedAlertRule = AlertRule & { journeyTitle: string | null };

/** The alert rules that work now, the oldest first. */
export async function listAlertRules(scope: Scope): Promise<NamedAlertRule[]> {
  const found = await scope.run((tx) =>
    tx
      .select({
        id: alertRules.id,
        condition: alertRules.condition,
        journeyId: alertRules.journeyId,
        createdAt: alertRules.createdAt,
        journeyTitle: journeys.title,
      })
      .from(alertRules)
      .leftJoin(
        journeys,
        and(eq(journeys.workspaceId, alertRules.workspaceId), eq(journeys.id, alertRules.journeyId)),
      )
      .where(and(eq(alertRules.workspaceId, scope.workspaceId), isNull(alertRules.retiredAt)))
      .orderBy(alertRules.createdAt, alertRules.id),
  );
  return found.map((row) => ({ ...row, condition: row.condition as AlertCondition }));
}

export async function insertAlertRule(
  scope: TxScope,
  rule: { id: string; condition: AlertCondition; journeyId: string | null; createdAt?: Date },
): Promise<void> {
  await scope.run((tx) => tx.insert(alertRules).values({ workspaceId: scope.workspaceId, ...rule }));
}

/** Changes a rule; what stands by it ends, and is raised anew where it holds by the rule as it is then. */
export async function updateAlertRule(
  scope: TxScope,
  id: string,
  rule: { condition: AlertCondition; journeyId: string | null },
  now: Date,
): Promise<void> {
  await scope.run((tx) =>
    tx
      .update(alertRules)
      .set(rule)
      .where(and(eq(alertRules.workspaceId, scope.workspaceId), eq(alertRules.id, id))),
  );
  await endAlertsOf(scope, id, now);
}

async function endAlertsOf(scope: TxScope, ruleId: string, now: Date): Promise<void> {
  await scope.run((tx) =>
    tx
      .update(alerts)
      .set({ endedAt: now })
      .where(
        and(eq(alerts.workspaceId, scope.workspaceId), eq(alerts.ruleId, ruleId), isNull(alerts.endedAt)),
      ),
  );
}

/** Ends a rule and what still stands by it; false where none of that id works. */
export async function retireAlertRule(scope: TxScope, id: string, now: Date): Promise<boolean> {
  return scope.run(async (tx) => {
    const changed = await tx
      .update(alertRules)
      .set({ retiredAt: now })
      .where(
        and(
          eq(alertRules.workspaceId, scope.workspaceId),
          eq(alertRules.id, id),
          isNull(alertRules.retiredAt),
        ),
      )
      .returning({ id: alertRules.id });
    await endAlertsOf(scope, id, now);
    return changed.length === 1;
  });
}

/** An alert as lists show it. */
export type AlertLine = Alert & { subjectTitle: string | null; acknowledger: string | null };

/** The newest alerts; `standing`: only those that are found still and nobody has acknowledged. */
export async function listAlerts(
  scope: Scope,
  asked: { standing?: boolean; ids?: readonly string[]; limit: number },
): Promise<AlertLine[]> {
  if (asked.ids?.length === 0) return [];
  const found = await scope.run((tx) =>
    tx
      .select({
        id: alerts.id,
        ruleId: alerts.ruleId,
        lineageId: alerts.lineageId,
        finding: alerts.finding,
        raisedAt: alerts.raisedAt,
        endedAt: alerts.endedAt,
        acknowledgedAt: alerts.acknowledgedAt,
        acknowledgedBy: alerts.acknowledgedBy,
        subjectTitle: subjectTitleOf(sql`alerts.workspace_id`, sql`alerts.lineage_id`),
        acknowledger: sql<string | null>`coalesce(${users.name}, ${users.email})`,
      })
      .from(alerts)
      .leftJoin(users, eq(users.id, alerts.acknowledgedBy))
      .where(
        and(
          eq(alerts.workspaceId, scope.workspaceId),
          asked.standing ? and(isNull(alerts.endedAt), isNull(alerts.acknowledgedAt)) : undefined,
          asked.ids ? inArray(alerts.id, [...asked.ids]) : undefined,
        ),
      )
      .orderBy(desc(alerts.raisedAt), desc(alerts.id))
      .limit(asked.limit),
  );
  return found.map((row) => ({ ...row, finding: row.finding as AlertFinding }));
}

/** Which alerts stand now, by rule and subject. */
export async function listStanding(
  scope: Scope,
): Promise<{ id: string; ruleId: string; subjectKey: string; lineageId: string | null }[]> {
  return scope.run((tx) =>
    tx
      .select({
        id: alerts.id,
        ruleId: alerts.ruleId,
        subjectKey: alerts.subjectKey,
        lineageId: alerts.lineageId,
      })
      .from(alerts)
      .where(and(eq(alerts.workspaceId, scope.workspaceId), isNull(alerts.endedAt))),
  );
}

/** Raises alerts; returns the ids of those about which none stood. */
export async function insertAlerts(
  scope: TxScope,
  added: readonly (Found & { id: string; raisedAt: Date })[],
): Promise<Set<string>> {
  if (added.length === 0) return new Set();
  const made = await scope.run((tx) =>
    tx
      .insert(alerts)
      .values(added.map((one) => ({ workspaceId: scope.workspaceId, ...one })))
      .onConflictDoNothing()
      .returning({ id: alerts.id }),
  );
  return new Set(made.map(({ id }) => id));
}

/** Ends alerts that are found no longer. */
export async function endAlerts(scope: TxScope, ids: readonly string[], now: Date): Promise<void> {
  if (ids.length === 0) return;
  await scope.run((tx) =>
    tx
      .update(alerts)
      .set({ endedAt: now })
      .where(
        and(eq(alerts.workspaceId, scope.workspaceId), inArray(alerts.id, [...ids]), isNull(alerts.endedAt)),
      ),
  );
}

/** Notes that somebody has seen an alert; false where none of that id waits for it. */
export async function acknowledge(scope: TxScope, id: string, userId: string, now: Date): Promise<boolean> {
  const changed = await scope.run((tx) =>
    tx
      .update(alerts)
      .set({ acknowledgedAt: now, acknowledgedBy: userId })
      .where(and(eq(alerts.workspaceId, scope.workspaceId), eq(alerts.id, id), isNull(alerts.acknowledgedAt)))
      .returning({ id: alerts.id }),
  );
  return changed.length === 1;
}

/** Alerts that stand and nobody has acknowledged. */
export async function countWaitingAlerts(scope: Scope): Promise<number> {
  const found = await scope.run((tx) =>
    rows<{ n: number }>(
      tx,
      sql`SELECT count(*)::int AS n FROM alerts
          WHERE workspace_id = ${scope.workspaceId} AND ended_at IS NULL AND acknowledged_at IS NULL`,
    ),
  );
  return found[0]?.n ?? 0;
}

/** What the alert rules look over: the subjects on maps that are on show. */
export async function listWatched(
  scope: Scope,
  journeyId: string | null,
): Promise<{ lineageId: string; journeyId: string }[]> {
  const only = journeyId === null ? sql`` : sql`AND j.id = ${journeyId}`;
  return scope.run((tx) =>
    rows<{ lineageId: string; journeyId: string }>(
      tx,
      sql`SELECT x.lineage_id AS "lineageId", j.id AS "journeyId"
          FROM touchpoints x
          JOIN stages s ON s.workspace_id = x.workspace_id AND s.id = x.stage_id
          JOIN journeys j ON j.workspace_id = x.workspace_id AND j.id = x.journey_id
          WHERE x.workspace_id = ${scope.workspaceId} AND x.retired_at IS NULL AND s.retired_at IS NULL
            AND j.retired_at IS NULL ${only}
          UNION
          SELECT j.lineage_id, j.id FROM journeys j
          WHERE j.workspace_id = ${scope.workspaceId} AND j.retired_at IS NULL ${only}`,
    ),
  );
}

/** The journeys on show with the false alarms a year that were chosen for their watch; `journeyId`: that one only. */
export async function listWatchAlarms(
  scope: Scope,
  journeyId: string | null,
): Promise<{ id: string; alarmsPerYear: number }[]> {
  return scope.run((tx) =>
    tx
      .select({ id: journeys.id, alarmsPerYear: journeys.watchAlarmsPerYear })
      .from(journeys)
      .where(
        and(
          eq(journeys.workspaceId, scope.workspaceId),
          isNull(journeys.retiredAt),
          journeyId === null ? undefined : eq(journeys.id, journeyId),
        ),
      ),
  );
}

/**
 * Of each lineage the last day with an answer, and how many days had one in the `days` before that. Imported surveys are
 * left out: nobody waits for more of them. Lineages that nobody answered about are left out.
 */
export async function listLastDays(
  scope: Scope,
  lineageIds: readonly string[],
  days: number,
): Promise<{ lineageId: string; lastOn: string; daysHeard: number }[]> {
  if (lineageIds.length === 0) return [];
  const asked = sql.join(
    [...new Set(lineageIds)].map((id) => sql`${id}::uuid`),
    sql`, `,
  );
  return scope.run((tx) =>
    rows<{ lineageId: string; lastOn: string; daysHeard: number }>(
      tx,
      sql`WITH heard AS (
            SELECT lineage_id, day FROM tallies
            WHERE workspace_id = ${scope.workspaceId} AND lineage_id IN (${asked}) AND facet = 'source'
              AND value <> 'import' AND metric IN (
                SELECT p.metric FROM placements p WHERE p.workspace_id = ${scope.workspaceId}
                  AND p.lineage_id = tallies.lineage_id AND p.closed_at IS NULL)
            GROUP BY lineage_id, day
            HAVING sum(p0 + p1 + p2 + p3 + p4 + p5 + p6 + p7 + p8 + p9 + p10) > 0
          ), last AS (
            SELECT lineage_id, max(day) AS day FROM heard GROUP BY lineage_id
          )
          SELECT l.lineage_id AS "lineageId", to_char(l.day, 'YYYY-MM-DD') AS "lastOn",
            (SELECT count(*)::int FROM heard h
             WHERE h.lineage_id = l.lineage_id AND h.day > l.day - ${days}::int) AS "daysHeard"
          FROM last l`,
    ),
  );
}

/** How the campaign mail since an instant ended: handed over, or refused for good or come back. */
export async function countMailEnds(scope: Scope, since: Date): Promise<{ sent: number; failed: number }> {
  const found = await scope.run((tx) =>
    rows<{ sent: number; failed: number }>(
      tx,
      sql`SELECT count(*) FILTER (WHERE state IN ('sent', 'written', 'complained'))::int AS sent,
            count(*) FILTER (WHERE state IN ('failed', 'bounced'))::int AS failed
          FROM invitations
          WHERE workspace_id = ${scope.workspaceId} AND queued_at >= ${since.toISOString()}::timestamptz`,
    ),
  );
  return found[0] ?? { sent: 0, failed: 0 };
}
