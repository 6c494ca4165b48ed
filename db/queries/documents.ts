import { sql } from 'drizzle-orm';
import { DOCUMENT_FORMAT, DOCUMENT_VERSION, type JourneyDocument } from '@/lib/journey/model/document';
import { rows, type Scope } from '../scope';
import { findTree } from './journeys';

/**
 * One journey as a whole, as its map shows it now: what a version keeps and an export holds. Of one of our own answers
 * it names only the ids, so that an erased answer is nowhere else. null where this workspace has no such journey.
 */
export async function findDocument(scope: Scope, journeyId: string): Promise<JourneyDocument | null> {
  const tree = await findTree(scope, journeyId);
  if (!tree) return null;
  const [personas, evidence, splits] = await Promise.all([
    listOwnPersonas(scope, journeyId),
    listOwnEvidence(scope, journeyId),
    listInstants(scope, journeyId),
  ]);
  const stages = tree.stages.filter((one) => !one.retired);
  const stageIds = new Set(stages.map(({ id }) => id));
  const touchpoints = tree.touchpoints
    .filter((one) => !one.retired && stageIds.has(one.stageId))
    .sort((a, b) => order(stages, a.stageId) - order(stages, b.stageId));
  const ids = new Set(touchpoints.map(({ id }) => id));
  const { lineageId, title, objective, startTrigger, endOutcome, state } = tree;
  const { ownerUserId, reviewCadenceDays, outcomes } = tree;
  return {
    format: DOCUMENT_FORMAT,
    version: DOCUMENT_VERSION,
    journey: {
      ...{ lineageId, title, objective, startTrigger, endOutcome, state },
      ...{ ownerUserId, reviewCadenceDays, outcomes },
    },
    teams: tree.teams,
    channels: tree.channels.map(({ key, label }) => ({ key, label })),
    personas,
    stages: stages.map(({ retired: _, ...stage }) => stage),
    touchpoints: touchpoints.map((one) => {
      const { retired: _, reviewedOn: __, splitOn: ___, momentPolarity, momentReason, ...said } = one;
      const instants = splits.get(one.id);
      return {
        ...said,
        moment: momentPolarity && { polarity: momentPolarity, reason: momentReason },
        splitAt: instants?.splitAt ?? null,
        absorbed: instants?.absorbed ?? [],
      };
    }),
    statements: tree.statements
      .filter(
        (one) =>
          (one.touchpointId === null || ids.has(one.touchpointId)) &&
          (one.stageId === null || stageIds.has(one.stageId)),
      )
      .map(({ createdOn: _, ...one }) => ({ ...one, evidence: evidence.get(one.id) ?? [] })),
    links: tree.links.filter(
      ({ fromId, toId }) => (fromId === null || ids.has(fromId)) && (toId === null || ids.has(toId)),
    ),
    handoffs: tree.handoffs.filter(({ fromId, toId }) => ids.has(fromId) && ids.has(toId)),
    researchQuestions: tree.researchQuestions,
  };
}

type Evidence = JourneyDocument['statements'][number]['evidence'][number];

async function listOwnEvidence(scope: Scope, journeyId: string): Promise<Map<string, Evidence[]>> {
  const found = await scope.run((tx) =>
    rows<{ statementId: string; list: Evidence[] }>(
      tx,
      sql`
        SELECT e.statement_id AS "statementId", json_agg(json_build_object(
          'id', e.id, 'kind', e.kind, 'stance', e.stance, 'method', e.method, 'gatheredOn', e.gathered_on::text,
          'n', e.n, 'quote', CASE WHEN e.response_id IS NULL THEN e.quote ELSE '' END, 'link', e.link,
          'placementId', e.placement_id, 'responseId', e.response_id, 'expiresOn', e.expires_on::text
          ) ORDER BY e.gathered_on DESC, e.id) AS list
        FROM evidence e JOIN statements s ON s.workspace_id = e.workspace_id AND s.id = e.statement_id
        WHERE e.workspace_id = ${scope.workspaceId} AND s.journey_id = ${journeyId}
        GROUP BY e.statement_id`,
    ),
  );
  return new Map(found.map(({ statementId, list }) => [statementId, list]));
}

function listOwnPersonas(scope: Scope, journeyId: string): Promise<JourneyDocument['personas']> {
  return scope.run((tx) =>
    rows(
      tx,
      sql`
        SELECT p.id, p.name, p.summary, p.role, p.goals, p.needs, p.expectations, p.preferences, p.quote
        FROM journey_personas jp JOIN personas p ON p.workspace_id = jp.workspace_id AND p.id = jp.persona_id
        WHERE jp.workspace_id = ${scope.workspaceId} AND jp.journey_id = ${journeyId}
        ORDER BY p.name`,
    ),
  );
}

type Instants = Pick<JourneyDocument['touchpoints'][number], 'splitAt' | 'absorbed'>;

async function listInstants(scope: Scope, journeyId: string): Promise<Map<string, Instants>> {
  const iso = (column: string) =>
    sql.raw(`to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`);
  const found = await scope.run((tx) =>
    rows<{ id: string } & Instants>(
      tx,
      sql`
        SELECT t.id, ${iso('t.split_at')} AS "splitAt", (
          SELECT coalesce(json_agg(json_build_object(
            'lineageId', a.lineage_id, 'absorbedAt', ${iso('a.absorbed_at')}) ORDER BY a.absorbed_at, a.lineage_id), '[]')
          FROM absorptions a
          WHERE a.workspace_id = t.workspace_id AND a.journey_id = t.journey_id AND a.touchpoint_id = t.id
        ) AS absorbed
        FROM touchpoints t
        WHERE t.workspace_id = ${scope.workspaceId} AND t.journey_id = ${journeyId}`,
    ),
  );
  return new Map(found.map(({ id, ...instants }) => [id, instants]));
}

const order = (stages: readonly { id: string }[], id: string) => stages.findIndex((stage) => stage.id === id);
