import { type SQL, sql } from 'drizzle-orm';
import { MOST_HITS, type SearchHit, type SearchHits } from '@/lib/insights/model/search';
import { UNWORDED } from '@/lib/journey/model/statement';
import { rows, type Scope } from '../scope';
import { listOf } from './within';

/** Searches journeys: their names and frames. */
export function searchJourneys(scope: Scope, words: readonly string[]): Promise<SearchHits> {
  const columns = ['title', 'objective', 'start_trigger', 'end_outcome'];
  return find(
    scope,
    sql`
      SELECT j.id, j.title, hit.field, hit.text, j.id AS "journeyId", j.title AS "journeyTitle",
        hit.place, j.created_at AS made
      FROM journeys j CROSS JOIN LATERAL ${firstOf('j', columns, words)} hit
      WHERE j.workspace_id = ${scope.workspaceId} AND j.retired_at IS NULL`,
    sql`place, title, made, id`,
  );
}

/** Searches stages: their names, goals and success criteria. */
export function searchStages(scope: Scope, words: readonly string[]): Promise<SearchHits> {
  return find(
    scope,
    sql`
      SELECT s.id, s.title, hit.field, hit.text, j.id AS "journeyId", j.title AS "journeyTitle",
        hit.place, j.created_at AS made
      FROM stages s JOIN journeys j ON j.workspace_id = s.workspace_id AND j.id = s.journey_id
      CROSS JOIN LATERAL ${firstOf('s', ['title', 'goal', 'success_criterion'], words)} hit
      WHERE s.workspace_id = ${scope.workspaceId} AND s.retired_at IS NULL AND j.retired_at IS NULL`,
    sql`place, title, made, id`,
  );
}

/** Searches touchpoints: their names and whatever is written about them. */
export function searchTouchpoints(scope: Scope, words: readonly string[]): Promise<SearchHits> {
  const columns = [
    ...['title', 'trigger', 'motivation', 'promise', 'told_next', 'contact_role', 'playbook'],
    ...['moment_reason', 'importance_reason', 'decision_reason'],
  ];
  const information = sql`SELECT 99, 'information',
    (SELECT string_agg(one ->> 'text', ', ') FROM jsonb_array_elements(t.information) one)`;
  return find(
    scope,
    sql`
      SELECT t.id, t.title, hit.field, hit.text, t.journey_id AS "journeyId", t.journey_title AS "journeyTitle",
        t.id AS "touchpointId", t.title AS "touchpointTitle", hit.place, t.made
      FROM ${liveTouchpoints(scope)} t CROSS JOIN LATERAL ${firstOf('t', columns, words, information)} hit`,
    sql`place, title, made, id`,
  );
}

/**
 * Searches statements and what is quoted as evidence for them. Where a statement has only a customer's words, or an
 * answer is its evidence, those are found as comments.
 */
export function searchStatements(scope: Scope, words: readonly string[]): Promise<SearchHits> {
  const evidence = sql`SELECT 1 + row_number() OVER (ORDER BY e.gathered_on DESC, e.id, f.nth), f.field, f.text
    FROM evidence e CROSS JOIN LATERAL (VALUES (1, 'evidence', e.quote), (2, 'method', e.method)) f (nth, field, text)
    WHERE e.workspace_id = s.workspace_id AND e.statement_id = s.id AND e.response_id IS NULL`;
  return find(
    scope,
    sql`
      SELECT s.id, s.text AS title, CASE hit.field WHEN 'text' THEN 'title' ELSE hit.field END AS field, hit.text,
        j.id AS "journeyId", j.title AS "journeyTitle", t.id AS "touchpointId", t.title AS "touchpointTitle",
        s.kind AS "statementKind", hit.place, s.created_at AS made
      FROM statements s JOIN journeys j ON j.workspace_id = s.workspace_id AND j.id = s.journey_id
      LEFT JOIN ${liveTouchpoints(scope)} t ON t.id = s.touchpoint_id
      LEFT JOIN stages g ON g.workspace_id = s.workspace_id AND g.id = s.stage_id
      CROSS JOIN LATERAL ${firstOf('s', ['text'], words, evidence)} hit
      WHERE s.workspace_id = ${scope.workspaceId} AND s.retired_at IS NULL AND j.retired_at IS NULL
        AND (s.touchpoint_id IS NULL OR t.id IS NOT NULL) AND g.retired_at IS NULL
        AND NOT (hit.field = 'text' AND s.text = ${UNWORDED})`,
    sql`CASE WHEN place = 1 THEN 1 ELSE 2 END, made DESC, id`,
  );
}

/** Searches personas: their names and descriptions. */
export function searchPersonas(scope: Scope, words: readonly string[]): Promise<SearchHits> {
  const columns = [...['name', 'summary', 'role', 'goals', 'needs', 'expectations', 'preferences', 'quote']];
  return find(
    scope,
    sql`
      SELECT p.id, p.name AS title, CASE hit.field WHEN 'name' THEN 'title' ELSE hit.field END AS field, hit.text,
        hit.place, p.created_at AS made
      FROM personas p CROSS JOIN LATERAL ${firstOf('p', columns, words)} hit
      WHERE p.workspace_id = ${scope.workspaceId} AND p.retired_at IS NULL`,
    sql`place, title, made, id`,
  );
}

/**
 * Searches customers' comments, the newest first, each at the one place where the oldest map shows it: its touchpoint,
 * the touchpoint that absorbed it, the touchpoint before its handoff, or the journey.
 */
export function searchComments(scope: Scope, words: readonly string[]): Promise<SearchHits> {
  return find(
    scope,
    sql`
      SELECT r.id, '' AS title, 'comment' AS field, r.comment AS text, subject.journey_id AS "journeyId",
        subject.journey_title AS "journeyTitle", subject.touchpoint_id AS "touchpointId",
        subject.touchpoint_title AS "touchpointTitle", r.placement_id AS "placementId", r.day::text AS day, r.metric,
        r.score, r.source, r.received_at AS made
      FROM responses r JOIN (
        SELECT DISTINCT ON (lineage_id) * FROM (
          SELECT lineage_id, journey_id, journey_title, id AS touchpoint_id, title AS touchpoint_title, made
          FROM ${liveTouchpoints(scope)} t
          UNION ALL
          SELECT a.lineage_id, t.journey_id, t.journey_title, t.id, t.title, t.made
          FROM absorptions a JOIN ${liveTouchpoints(scope)} t ON t.id = a.touchpoint_id
          WHERE a.workspace_id = ${scope.workspaceId}
          UNION ALL
          SELECT h.lineage_id, t.journey_id, t.journey_title, t.id, t.title, t.made
          FROM handoffs h JOIN ${liveTouchpoints(scope)} t ON t.id = h.from_id
          WHERE h.workspace_id = ${scope.workspaceId} AND h.lineage_id IS NOT NULL
          UNION ALL
          SELECT lineage_id, id, title, NULL, NULL, created_at FROM journeys
          WHERE workspace_id = ${scope.workspaceId} AND retired_at IS NULL
        ) shown ORDER BY lineage_id, made, touchpoint_id
      ) subject ON subject.lineage_id = r.lineage_id
      WHERE r.workspace_id = ${scope.workspaceId} AND r.comment ILIKE ALL (${patternsOf(words)})`,
    sql`made DESC, id`,
  );
}

type Found = {
  id: string;
  title: string;
  field: string;
  text: string;
  journeyId?: string | null;
  journeyTitle?: string | null;
  touchpointId?: string | null;
  touchpointTitle?: string | null;
  statementKind?: SearchHit['statementKind'];
  total: number;
} & Partial<NonNullable<SearchHit['answer']>>;

async function find(scope: Scope, matching: SQL, order: SQL): Promise<SearchHits> {
  const found = await scope.run((tx) =>
    rows<Found>(
      tx,
      sql`SELECT *, (count(*) OVER ())::int AS total FROM (${matching}) found ORDER BY ${order} LIMIT ${MOST_HITS}`,
    ),
  );
  return { total: found[0]?.total ?? 0, hits: found.map(hitOf) };
}

function hitOf(row: Found): SearchHit {
  const { id, title, field, text, placementId, day, metric, source } = row;
  return {
    ...{ id, title, field, text },
    journey: row.journeyId ? { id: row.journeyId, title: row.journeyTitle ?? '' } : null,
    touchpoint: row.touchpointId ? { id: row.touchpointId, title: row.touchpointTitle ?? '' } : null,
    statementKind: row.statementKind ?? null,
    answer:
      placementId && day && metric && source
        ? { placementId, day, metric, score: row.score ?? null, source }
        : null,
  };
}

/** The first field of a row, in the order given, in whose text every word stands. Column names come from above only. */
function firstOf(row: string, columns: readonly string[], words: readonly string[], rest?: SQL): SQL {
  const values = columns.map((column, index) => `(${index + 1}, '${column}', ${row}.${column})`).join(', ');
  return sql`(
    SELECT place, field, text FROM (
      SELECT * FROM (VALUES ${sql.raw(values)}) own (place, field, text) ${rest ? sql`UNION ALL ${rest}` : sql``}
    ) each_field
    WHERE text ILIKE ALL (${patternsOf(words)}) ORDER BY place LIMIT 1)`;
}

/** One pattern a word; what means something in a pattern stands for itself. */
const patternsOf = (words: readonly string[]): SQL =>
  sql`ARRAY[${listOf(words.map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`))}]::text[]`;

/** The touchpoints that a map shows. */
const liveTouchpoints = (scope: Scope): SQL => sql`(
  SELECT t.*, j.title AS journey_title, j.created_at AS made
  FROM touchpoints t
  JOIN stages s ON s.workspace_id = t.workspace_id AND s.id = t.stage_id AND s.retired_at IS NULL
  JOIN journeys j ON j.workspace_id = t.workspace_id AND j.id = t.journey_id AND j.retired_at IS NULL
  WHERE t.workspace_id = ${scope.workspaceId} AND t.retired_at IS NULL)`;
