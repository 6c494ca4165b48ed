import { and, eq, sql } from 'drizzle-orm';
import type { MomentPolarity, MomentReason } from '@/lib/journey/model';
import type { Language } from '@/lib/survey/model';
import { journeys } from '../schema';
import { rows, type Scope, type TxScope } from '../scope';

export type JourneyRow = {
  id: string;
  lineageId: string;
  title: string;
  objective: string;
  startTrigger: string;
  endOutcome: string;
  retiredAt: Date | null;
};

/** A journey with all that hangs on it, retired parts included, in the order of the map. */
export type JourneyTree = Omit<JourneyRow, 'retiredAt'> & {
  retired: boolean;
  timeZone: string;
  language: Language;
  minimumN: number;
  teams: { id: string; name: string }[];
  personas: { id: string; name: string; summary: string }[];
  stages: { id: string; title: string; goal: string; ownerTeamId: string | null; retired: boolean }[];
  touchpoints: {
    id: string;
    stageId: string;
    lineageId: string;
    title: string;
    channel: string;
    ownerTeamId: string | null;
    momentPolarity: MomentPolarity | null;
    momentReason: MomentReason | null;
    expectedEmotion: number | null;
    retired: boolean;
  }[];
  /** Published surveys about the journey or one of its touchpoints; `asking`: one can be answered now. */
  surveys: { lineageId: string; metric: string; wording: string; title: string; asking: boolean }[];
  /** The last day with a counted answer about anything the map shows; null: there never was one. */
  lastAnsweredOn: string | null;
};

export type JourneyCounts = {
  id: string;
  title: string;
  objective: string;
  personas: { id: string; name: string; summary: string }[];
  stages: number;
  touchpoints: number;
  /** Touchpoints with at least one counted answer, ever. */
  measured: number;
  /** Counted answers, ever. */
  answers: number;
  lastAnsweredOn: string | null;
};

const columns = {
  id: journeys.id,
  lineageId: journeys.lineageId,
  title: journeys.title,
  objective: journeys.objective,
  startTrigger: journeys.startTrigger,
  endOutcome: journeys.endOutcome,
  retiredAt: journeys.retiredAt,
};

const COUNT = sql.raw('(p0 + p1 + p2 + p3 + p4 + p5 + p6 + p7 + p8 + p9 + p10)');

/** One journey, retired or not; null where this workspace has none of that id. */
export async function findJourney(scope: Scope, id: string): Promise<JourneyRow | null> {
  const found = await scope.run((tx) =>
    tx
      .select(columns)
      .from(journeys)
      .where(and(eq(journeys.workspaceId, scope.workspaceId), eq(journeys.id, id))),
  );
  return found[0] ?? null;
}

/** As `findJourney`, and makes others who change its order wait until this transaction ends. */
export async function lockJourney(scope: TxScope, id: string): Promise<JourneyRow | null> {
  const found = await scope.run((tx) =>
    tx
      .select(columns)
      .from(journeys)
      .where(and(eq(journeys.workspaceId, scope.workspaceId), eq(journeys.id, id)))
      .for('update'),
  );
  return found[0] ?? null;
}

export async function insertJourney(scope: TxScope, journey: Omit<JourneyRow, 'retiredAt'>): Promise<void> {
  await scope.run((tx) => tx.insert(journeys).values({ workspaceId: scope.workspaceId, ...journey }));
}

export async function updateJourney(
  scope: TxScope,
  id: string,
  change: Partial<Omit<JourneyRow, 'id' | 'lineageId'>>,
): Promise<void> {
  await scope.run((tx) =>
    tx
      .update(journeys)
      .set(change)
      .where(and(eq(journeys.workspaceId, scope.workspaceId), eq(journeys.id, id))),
  );
}

/** The tree of one journey in one statement; null where this workspace has none of that id. */
export async function findTree(scope: Scope, id: string): Promise<JourneyTree | null> {
  const found = await scope.run((tx) =>
    rows<{ tree: string }>(
      tx,
      sql`
        SELECT json_build_object(
          'id', j.id, 'lineageId', j.lineage_id, 'title', j.title, 'objective', j.objective,
          'startTrigger', j.start_trigger, 'endOutcome', j.end_outcome, 'retired', j.retired_at IS NOT NULL,
          'timeZone', w.time_zone, 'language', w.language, 'minimumN', w.minimum_n,
          'teams', (
            SELECT coalesce(json_agg(json_build_object('id', t.id, 'name', t.name) ORDER BY t.name), '[]')
            FROM teams t WHERE t.workspace_id = j.workspace_id),
          'personas', ${personasOf('j')},
          'stages', (
            SELECT coalesce(json_agg(json_build_object(
              'id', s.id, 'title', s.title, 'goal', s.goal, 'ownerTeamId', s.owner_team_id,
              'retired', s.retired_at IS NOT NULL) ORDER BY s.position, s.id), '[]')
            FROM stages s WHERE s.workspace_id = j.workspace_id AND s.journey_id = j.id),
          'touchpoints', (
            SELECT coalesce(json_agg(json_build_object(
              'id', t.id, 'stageId', t.stage_id, 'lineageId', t.lineage_id, 'title', t.title,
              'channel', t.channel, 'ownerTeamId', t.owner_team_id, 'momentPolarity', t.moment_polarity,
              'momentReason', t.moment_reason, 'expectedEmotion', t.expected_emotion::float8,
              'retired', t.retired_at IS NOT NULL) ORDER BY t.position, t.id), '[]')
            FROM touchpoints t WHERE t.workspace_id = j.workspace_id AND t.journey_id = j.id),
          'surveys', (
            SELECT coalesce(json_agg(json_build_object(
              'lineageId', v.lineage_id, 'metric', v.metric, 'wording', v.wording, 'title', v.title,
              'asking', EXISTS (
                SELECT FROM placements p
                WHERE p.workspace_id = v.workspace_id AND p.survey_id = v.id AND p.closed_at IS NULL)
              ) ORDER BY v.created_at, v.id), '[]')
            FROM surveys v
            WHERE v.workspace_id = j.workspace_id AND v.version IS NOT NULL
              AND v.lineage_id IN (${subjectsOf('j')})),
          'lastAnsweredOn', (
            SELECT max(last.day)::text FROM (${subjectsOf('j')}) AS subject (lineage_id)
            CROSS JOIN LATERAL (
              SELECT y.day FROM tallies y
              WHERE y.workspace_id = j.workspace_id AND y.lineage_id = subject.lineage_id AND ${COUNT} > 0
              ORDER BY y.day DESC LIMIT 1) last)
        )::text AS tree
        FROM journeys j JOIN workspaces w ON w.id = j.workspace_id
        WHERE j.workspace_id = ${scope.workspaceId} AND j.id = ${id}`,
    ),
  );
  return found[0] ? (JSON.parse(found[0].tree) as JourneyTree) : null;
}

/** Every journey that is not retired, the oldest first, with what it holds and how much was answered there. */
export async function listJourneyCounts(scope: Scope): Promise<JourneyCounts[]> {
  const found = await scope.run((tx) =>
    rows<{ counts: string }>(
      tx,
      sql`
        SELECT json_build_object(
          'id', j.id, 'title', j.title, 'objective', j.objective, 'personas', ${personasOf('j')},
          'stages', (
            SELECT count(*) FROM stages s
            WHERE s.workspace_id = j.workspace_id AND s.journey_id = j.id AND s.retired_at IS NULL),
          'touchpoints', c.subjects - 1, 'measured', c.measured,
          'answers', c.answers, 'lastAnsweredOn', c.last::text)::text AS counts
        FROM journeys j
        CROSS JOIN LATERAL (
          SELECT count(*) AS subjects, coalesce(sum(a.n), 0) AS answers, max(a.last) AS last,
            count(*) FILTER (WHERE a.n > 0 AND subject.lineage_id <> j.lineage_id) AS measured
          FROM (${subjectsOf('j')}) AS subject (lineage_id)
          CROSS JOIN LATERAL (
            SELECT sum(${COUNT}) AS n, max(y.day) FILTER (WHERE ${COUNT} > 0) AS last FROM tallies y
            WHERE y.workspace_id = j.workspace_id AND y.lineage_id = subject.lineage_id) a) c
        WHERE j.workspace_id = ${scope.workspaceId} AND j.retired_at IS NULL
        ORDER BY j.created_at, j.id`,
    ),
  );
  return found.map((row) => JSON.parse(row.counts) as JourneyCounts);
}

/** What answers about a journey bind to: the journey itself and each touchpoint that its map shows. */
function subjectsOf(journey: string) {
  return sql.raw(`
    SELECT ${journey}.lineage_id UNION ALL
    SELECT t.lineage_id FROM touchpoints t
    JOIN stages s ON s.workspace_id = t.workspace_id AND s.id = t.stage_id
    WHERE t.workspace_id = ${journey}.workspace_id AND t.journey_id = ${journey}.id
      AND t.retired_at IS NULL AND s.retired_at IS NULL`);
}

function personasOf(journey: string) {
  return sql.raw(`(
    SELECT coalesce(json_agg(json_build_object('id', p.id, 'name', p.name, 'summary', p.summary) ORDER BY p.name), '[]')
    FROM journey_personas jp JOIN personas p ON p.workspace_id = jp.workspace_id AND p.id = jp.persona_id
    WHERE jp.workspace_id = ${journey}.workspace_id AND jp.journey_id = ${journey}.id)`);
}
