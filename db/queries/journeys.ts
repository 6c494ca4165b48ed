import { and, eq, getTableColumns, sql } from 'drizzle-orm';
import type { Tongue } from '@/lib/identity/model';
import type { JourneyState, Outcome } from '@/lib/journey/model/journey';
import type { LinkKind } from '@/lib/journey/model/path';
import {
  type Effect,
  type StatementKind,
  type StatementState,
  UNWORDED,
} from '@/lib/journey/model/statement';
import { journeys } from '../schema';
import { rows, type Scope, type TxScope } from '../scope';
import { NOT_HELD } from './evidence';
import type { StageRow } from './stages';
import type { TouchpointRow } from './touchpoints';

export type JourneyRow = {
  id: string;
  lineageId: string;
  title: string;
  objective: string;
  startTrigger: string;
  endOutcome: string;
  state: JourneyState;
  copiedFromId: string | null;
  ownerUserId: string | null;
  reviewCadenceDays: number | null;
  outcomes: Outcome[];
  setupStep: number | null;
  revision: number;
  retiredAt: Date | null;
};

/** A journey with all that hangs on it, retired parts included, in the order of the map. */
export type JourneyTree = Omit<JourneyRow, 'retiredAt'> & {
  retired: boolean;
  timeZone: string;
  language: Tongue;
  minimumN: number;
  teams: { id: string; name: string }[];
  /** Who may own something. */
  members: { id: string; name: string }[];
  /** Channels that the workspace added, retired ones included. */
  channels: { key: string; label: string; retired: boolean }[];
  personas: { id: string; name: string; summary: string }[];
  stages: (Pick<
    StageRow,
    'id' | 'title' | 'goal' | 'successCriterion' | 'targetMetric' | 'targetValue' | 'ownerTeamId'
  > & { contributorTeamIds: string[]; retired: boolean })[];
  touchpoints: (Omit<TouchpointRow, 'journeyId' | 'position' | 'retiredAt' | 'splitAt'> & {
    contributorTeamIds: string[];
    /** The day on which it was split off; null: never. */
    splitOn: string | null;
    /** Lineages whose answers it shows besides its own, with what they were called. */
    absorbed: { lineageId: string; title: string; on: string }[];
    reviewedOn: string | null;
    retired: boolean;
  })[];
  statements: {
    id: string;
    stageId: string | null;
    touchpointId: string | null;
    kind: StatementKind;
    effect: Effect | null;
    text: string;
    /** The newest supporting answer's own words, only where the text leaves them to speak. */
    words: string | null;
    state: StatementState;
    personaId: string | null;
    expiresOn: string | null;
    createdOn: string;
    /** What it rests on, the newest first. */
    evidence: {
      id: string;
      kind: string;
      stance: string;
      gatheredOn: string;
      expiresOn: string | null;
      n: number | null;
    }[];
  }[];
  links: {
    id: string;
    kind: LinkKind;
    fromId: string | null;
    toId: string | null;
    label: string;
    shareRatio: number | null;
  }[];
  handoffs: {
    id: string;
    fromId: string;
    toId: string;
    passes: string;
    promisedMinutes: number | null;
    recovery: string;
    lineageId: string | null;
  }[];
  researchQuestions: { id: string; text: string; answer: string; answered: boolean }[];
  markers: { id: string; touchpointId: string | null; changedOn: string; text: string; outcome: string }[];
  reviewedOn: string | null;
  /** Titles of the journeys that touchpoints are shown in full by, and of those this one is part of. */
  subJourneys: { id: string; title: string }[];
  parents: { id: string; title: string }[];
  /** Published surveys about the journey, one of its touchpoints or handoffs; `asking`: one can be answered now. */
  surveys: { lineageId: string; metric: string; wording: string; title: string; asking: boolean }[];
  /** Per subject the last day with a counted answer; subjects that nobody ever answered are missing. */
  answeredOn: { lineageId: string; on: string }[];
  /** The last day with a counted answer about anything the map shows; null: there never was one. */
  lastAnsweredOn: string | null;
};

export type JourneyCounts = {
  id: string;
  title: string;
  state: JourneyState;
  copiedFromId: string | null;
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

const { workspaceId: _, createdAt: __, ...columns } = getTableColumns(journeys);

const COUNT = sql.raw('(p0 + p1 + p2 + p3 + p4 + p5 + p6 + p7 + p8 + p9 + p10)');

/** One journey, retired or not; null where this workspace has none of that id. */
export async function findJourney(scope: Scope, id: string): Promise<JourneyRow | null> {
  const found = await scope.run((tx) =>
    tx
      .select(columns)
      .from(journeys)
      .where(and(eq(journeys.workspaceId, scope.workspaceId), eq(journeys.id, id))),
  );
  return (found[0] as JourneyRow | undefined) ?? null;
}

/**
 * As `findJourney`, and makes others who change it wait until this transaction ends; who only refers to it, as a touchpoint
 * of another journey does, need not wait: two journeys that name each other would wait for ever.
 */
export async function lockJourney(scope: TxScope, id: string): Promise<JourneyRow | null> {
  const found = await scope.run((tx) =>
    tx
      .select(columns)
      .from(journeys)
      .where(and(eq(journeys.workspaceId, scope.workspaceId), eq(journeys.id, id)))
      .for('no key update'),
  );
  return (found[0] as JourneyRow | undefined) ?? null;
}

/** What a new journey has to say of itself; the rest starts empty. */
export type NewJourney = Pick<JourneyRow, 'id' | 'lineageId' | 'title'> &
  Partial<Omit<JourneyRow, 'retiredAt' | 'revision'>>;

export async function insertJourney(scope: TxScope, journey: NewJourney): Promise<void> {
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
  const found = await scope.read<{ tree: string }>(
    sql`
        SELECT json_build_object(
          'id', j.id, 'lineageId', j.lineage_id, 'title', j.title, 'objective', j.objective,
          'startTrigger', j.start_trigger, 'endOutcome', j.end_outcome, 'state', j.state,
          'copiedFromId', j.copied_from_id, 'ownerUserId', j.owner_user_id,
          'reviewCadenceDays', j.review_cadence_days, 'outcomes', j.outcomes, 'setupStep', j.setup_step,
          'revision', j.revision, 'retired', j.retired_at IS NOT NULL,
          'timeZone', w.time_zone, 'language', w.language, 'minimumN', w.minimum_n,
          'teams', ${TEAMS},
          'members', ${listed(
            `'id', m.user_id, 'name', coalesce(u.name, u.email)`,
            'coalesce(u.name, u.email)',
            `FROM members m JOIN users u ON u.id = m.user_id WHERE m.workspace_id = j.workspace_id`,
          )},
          'channels', ${listed(
            `'key', c.key, 'label', c.label, 'retired', c.retired_at IS NOT NULL`,
            'c.label',
            `FROM channels c WHERE c.workspace_id = j.workspace_id`,
          )},
          'personas', ${personasOf('j')},
          'stages', ${listed(
            `'id', s.id, 'title', s.title, 'goal', s.goal, 'successCriterion', s.success_criterion,
             'targetMetric', s.target_metric, 'targetValue', s.target_value, 'ownerTeamId', s.owner_team_id,
             'contributorTeamIds', ARRAY(
               SELECT x.team_id FROM stage_teams x
               WHERE x.workspace_id = s.workspace_id AND x.stage_id = s.id ORDER BY x.team_id),
             'retired', s.retired_at IS NOT NULL`,
            's.position, s.id',
            `FROM stages s WHERE ${of('s')}`,
          )},
          'touchpoints', (
            SELECT coalesce(json_agg(to_jsonb(p) - 'place' ORDER BY p.place, p.id), '[]') FROM (
              SELECT t.id, t.stage_id AS "stageId", t.lineage_id AS "lineageId", t.title, t.channels, t.kind,
                t.visibility, t.trigger, t.delay_minutes AS "delayMinutes",
                t.duration_minutes AS "durationMinutes", t.motivation, t.promise, t.told_next AS "toldNext",
                t.contact_role AS "contactRole", t.importance_customer AS "importanceCustomer",
                t.importance_business AS "importanceBusiness", t.importance_source AS "importanceSource",
                t.importance_reason AS "importanceReason", t.decision, t.decision_reason AS "decisionReason",
                t.information, t.playbook, t.review_cadence_days AS "reviewCadenceDays",
                t.sub_journey_id AS "subJourneyId", t.split_from_id AS "splitFromId",
                ${dayIn('t.split_at')} AS "splitOn", t.owner_user_id AS "ownerUserId",
                t.owner_team_id AS "ownerTeamId", t.moment_polarity AS "momentPolarity",
                t.moment_reason AS "momentReason", t.expected_emotion::float8 AS "expectedEmotion",
                ARRAY(
                  SELECT x.team_id FROM touchpoint_teams x
                  WHERE x.workspace_id = t.workspace_id AND x.touchpoint_id = t.id ORDER BY x.team_id
                ) AS "contributorTeamIds",
                ${sql.raw(ABSORBED)} AS absorbed,
                (SELECT ${dayIn('max(r.reviewed_at)')} FROM reviews r
                 WHERE r.workspace_id = t.workspace_id AND r.journey_id = t.journey_id AND r.touchpoint_id = t.id
                ) AS "reviewedOn",
                t.retired_at IS NOT NULL AS retired, t.position AS place
              FROM touchpoints t WHERE ${sql.raw(of('t'))}) p),
          'statements', ${listed(
            `'id', s.id, 'stageId', s.stage_id, 'touchpointId', s.touchpoint_id, 'kind', s.kind, 'effect', s.effect,
             'text', s.text, 'words', CASE WHEN s.text = '${UNWORDED}' THEN (
               SELECT r.comment FROM evidence e
               JOIN responses r ON r.workspace_id = e.workspace_id AND r.placement_id = e.placement_id
                 AND r.id = e.response_id
               WHERE e.workspace_id = s.workspace_id AND e.statement_id = s.id AND e.stance = 'supports' AND r.suspect IS NULL
               ORDER BY e.gathered_on DESC, e.id LIMIT 1) END, 'state', s.state, 'personaId', s.persona_id, 'expiresOn', s.expires_on::text,
             'createdOn', ${DAY_IN('s.created_at')},
             'evidence', (
               SELECT coalesce(json_agg(json_build_object('id', e.id, 'kind', e.kind, 'stance', e.stance,
                 'gatheredOn', e.gathered_on::text, 'expiresOn', e.expires_on::text, 'n', e.n)
                 ORDER BY e.gathered_on DESC, e.id), '[]')
               FROM evidence e WHERE e.workspace_id = s.workspace_id AND e.statement_id = s.id AND ${NOT_HELD('e')})`,
            's.position, s.created_at, s.id',
            `FROM statements s WHERE ${of('s')} AND s.retired_at IS NULL`,
          )},
          'links', ${listed(
            `'id', l.id, 'kind', l.kind, 'fromId', l.from_id, 'toId', l.to_id, 'label', l.label,
             'shareRatio', l.share_ratio`,
            'l.id',
            `FROM links l WHERE ${of('l')}`,
          )},
          'handoffs', ${listed(
            `'id', h.id, 'fromId', h.from_id, 'toId', h.to_id, 'passes', h.passes,
             'promisedMinutes', h.promised_minutes, 'recovery', h.recovery, 'lineageId', h.lineage_id`,
            'h.id',
            `FROM handoffs h WHERE ${of('h')}`,
          )},
          'researchQuestions', ${listed(
            `'id', q.id, 'text', q.text, 'answer', q.answer, 'answered', q.answered_at IS NOT NULL`,
            'q.position, q.id',
            `FROM research_questions q WHERE ${of('q')}`,
          )},
          'markers', ${listed(
            `'id', m.id, 'touchpointId', m.touchpoint_id, 'changedOn', m.changed_on::text, 'text', m.text,
             'outcome', m.outcome`,
            'm.changed_on, m.id',
            `FROM change_markers m WHERE ${of('m')}`,
          )},
          'reviewedOn', (SELECT ${dayIn('max(r.reviewed_at)')} FROM reviews r
            WHERE ${sql.raw(of('r'))} AND r.touchpoint_id IS NULL),
          'subJourneys', ${listed(
            `'id', k.id, 'title', k.title`,
            'k.title',
            `FROM journeys k WHERE k.workspace_id = j.workspace_id AND k.id IN (
               SELECT t.sub_journey_id FROM touchpoints t WHERE ${of('t')} AND t.retired_at IS NULL)`,
          )},
          'parents', ${listed(
            `'id', k.id, 'title', k.title`,
            'k.title',
            `FROM journeys k WHERE k.workspace_id = j.workspace_id AND k.retired_at IS NULL AND k.id IN (
               SELECT t.journey_id FROM touchpoints t
               WHERE t.workspace_id = j.workspace_id AND t.sub_journey_id = j.id AND t.retired_at IS NULL)`,
          )},
          'surveys', (
            SELECT coalesce(json_agg(json_build_object(
              'lineageId', v.lineage_id, 'metric', v.metric, 'wording', v.wording, 'title', v.title,
              'asking', EXISTS (
                SELECT FROM placements p
                WHERE p.workspace_id = v.workspace_id AND p.survey_id = v.id AND p.closed_at IS NULL)
                AND v.paused_at IS NULL AND v.closed_at IS NULL
              ) ORDER BY v.created_at, v.id), '[]')
            FROM surveys v ${sql.raw(PUBLISHED)}),
          'answeredOn', (
            SELECT coalesce(json_agg(json_build_object('lineageId', subject.lineage_id, 'on', last.day::text)), '[]')
            FROM (${sql.raw(subjectsOf('j'))}) AS subject
            CROSS JOIN LATERAL (
              SELECT y.day FROM tallies y
              WHERE y.workspace_id = j.workspace_id AND y.lineage_id = subject.lineage_id AND y.facet = '' AND y.value = ''
                AND ${COUNT} > 0
              ORDER BY y.day DESC LIMIT 1) last)
        )::text AS tree
        FROM journeys j JOIN workspaces w ON w.id = j.workspace_id
        WHERE j.workspace_id = ${scope.workspaceId} AND j.id = ${id}`,
  );
  if (!found[0]) return null;
  const tree = JSON.parse(found[0].tree) as Omit<JourneyTree, 'lastAnsweredOn'>;
  const days = tree.answeredOn.map(({ on }) => on).sort();
  return { ...tree, lastAnsweredOn: days.at(-1) ?? null };
}

/** As much of a journey as its scores need. */
export type ScoredTree = Pick<
  JourneyTree,
  'id' | 'lineageId' | 'title' | 'ownerUserId' | 'timeZone' | 'minimumN' | 'teams'
> & {
  stages: Pick<JourneyTree['stages'][number], 'id' | 'title' | 'ownerTeamId' | 'retired'>[];
  touchpoints: Pick<
    JourneyTree['touchpoints'][number],
    'id' | 'stageId' | 'lineageId' | 'title' | 'ownerTeamId' | 'ownerUserId' | 'absorbed' | 'retired'
  >[];
  links: Pick<JourneyTree['links'][number], 'kind' | 'fromId' | 'toId'>[];
  handoffs: Pick<JourneyTree['handoffs'][number], 'id' | 'fromId' | 'toId' | 'lineageId'>[];
  surveys: Omit<JourneyTree['surveys'][number], 'asking'>[];
};

/** As `findTree`, without what scores do not need: what programs ask for often. */
export async function findScoredTree(scope: Scope, id: string): Promise<ScoredTree | null> {
  const found = await scope.read<{ tree: string }>(sql`
    SELECT json_build_object(
      'id', j.id, 'lineageId', j.lineage_id, 'title', j.title, 'ownerUserId', j.owner_user_id,
      'timeZone', w.time_zone, 'minimumN', w.minimum_n, 'teams', ${TEAMS},
      'stages', ${listed(
        `'id', s.id, 'title', s.title, 'ownerTeamId', s.owner_team_id, 'retired', s.retired_at IS NOT NULL`,
        's.position, s.id',
        `FROM stages s WHERE ${of('s')}`,
      )},
      'touchpoints', ${listed(
        `'id', t.id, 'stageId', t.stage_id, 'lineageId', t.lineage_id, 'title', t.title, 'ownerTeamId', t.owner_team_id,
         'ownerUserId', t.owner_user_id, 'absorbed', ${ABSORBED}, 'retired', t.retired_at IS NOT NULL`,
        't.position, t.id',
        `FROM touchpoints t WHERE ${of('t')}`,
      )},
      'links', ${listed(`'kind', l.kind, 'fromId', l.from_id, 'toId', l.to_id`, 'l.id', `FROM links l WHERE ${of('l')}`)},
      'handoffs', ${listed(
        `'id', h.id, 'fromId', h.from_id, 'toId', h.to_id, 'lineageId', h.lineage_id`,
        'h.id',
        `FROM handoffs h WHERE ${of('h')}`,
      )},
      'surveys', ${listed(
        `'lineageId', v.lineage_id, 'metric', v.metric, 'wording', v.wording, 'title', v.title`,
        'v.created_at, v.id',
        `FROM surveys v ${PUBLISHED}`,
      )})::text AS tree
    FROM journeys j JOIN workspaces w ON w.id = j.workspace_id
    WHERE j.workspace_id = ${scope.workspaceId} AND j.id = ${id}`);
  return found[0] ? (JSON.parse(found[0].tree) as ScoredTree) : null;
}

/** Every journey that is not retired, the oldest first, with what it holds and how much was answered there. */
export async function listJourneyCounts(scope: Scope): Promise<JourneyCounts[]> {
  const found = await scope.run((tx) =>
    rows<{ counts: string }>(
      tx,
      sql`
        SELECT json_build_object(
          'id', j.id, 'title', j.title, 'state', j.state, 'copiedFromId', j.copied_from_id,
          'objective', j.objective, 'personas', ${personasOf('j')},
          'stages', (
            SELECT count(*) FROM stages s
            WHERE s.workspace_id = j.workspace_id AND s.journey_id = j.id AND s.retired_at IS NULL),
          'touchpoints', c.touchpoints, 'measured', c.measured,
          'answers', c.answers, 'lastAnsweredOn', c.last::text)::text AS counts
        FROM journeys j
        CROSS JOIN LATERAL (
          SELECT count(DISTINCT subject.touchpoint_id) AS touchpoints, coalesce(sum(a.n), 0) AS answers,
            max(a.last) AS last, count(DISTINCT subject.touchpoint_id) FILTER (WHERE a.n > 0) AS measured
          FROM (${sql.raw(subjectsOf('j'))}) AS subject
          CROSS JOIN LATERAL (
            SELECT sum(${COUNT}) AS n, max(y.day) FILTER (WHERE ${COUNT} > 0) AS last FROM tallies y
            WHERE y.workspace_id = j.workspace_id AND y.lineage_id = subject.lineage_id AND y.facet = '') a) c
        WHERE j.workspace_id = ${scope.workspaceId} AND j.retired_at IS NULL
        ORDER BY j.created_at, j.id`,
    ),
  );
  return found.map((row) => JSON.parse(row.counts) as JourneyCounts);
}

/**
 * What answers about a journey bind to: the journey itself, each touchpoint that its map shows with what was merged into
 * it, and each handoff that is asked about.
 */
function subjectsOf(journey: string): string {
  const shown = `JOIN stages s ON s.workspace_id = t.workspace_id AND s.id = t.stage_id
    WHERE t.workspace_id = ${journey}.workspace_id AND t.journey_id = ${journey}.id
      AND t.retired_at IS NULL AND s.retired_at IS NULL`;
  return `
    SELECT ${journey}.lineage_id, NULL::uuid AS touchpoint_id UNION ALL
    SELECT t.lineage_id, t.id FROM touchpoints t ${shown} UNION ALL
    SELECT a.lineage_id, t.id FROM absorptions a
    JOIN touchpoints t ON t.workspace_id = a.workspace_id AND t.id = a.touchpoint_id ${shown} UNION ALL
    SELECT h.lineage_id, NULL FROM handoffs h
    WHERE h.workspace_id = ${journey}.workspace_id AND h.journey_id = ${journey}.id AND h.lineage_id IS NOT NULL`;
}

/** An array of objects, never null. `fields`, `order` and `from` are our own SQL. */
function list(fields: string, order: string, from: string): string {
  return `(SELECT coalesce(json_agg(json_build_object(${fields}) ORDER BY ${order}), '[]') ${from})`;
}

function listed(fields: string, order: string, from: string) {
  return sql.raw(list(fields, order, from));
}

/** The rows of a table of the journey `j`. */
const of = (alias: string) => `${alias}.workspace_id = j.workspace_id AND ${alias}.journey_id = j.id`;

/** The calendar day of an instant in the workspace's zone, as text. */
const DAY_IN = (instant: string) => `(${instant} AT TIME ZONE w.time_zone)::date::text`;

const TEAMS = listed(
  `'id', t.id, 'name', t.name`,
  't.name',
  `FROM teams t WHERE t.workspace_id = j.workspace_id`,
);

/** What the touchpoint `t` took over. */
const ABSORBED = list(
  `'lineageId', a.lineage_id, 'title', coalesce(o.title, ''), 'on', ${DAY_IN('a.absorbed_at')}`,
  'a.absorbed_at, a.lineage_id',
  `FROM absorptions a LEFT JOIN LATERAL (
     SELECT k.title FROM touchpoints k
     WHERE k.workspace_id = a.workspace_id AND k.lineage_id = a.lineage_id
     ORDER BY k.journey_id = a.journey_id DESC, k.created_at LIMIT 1) o ON true
   WHERE a.workspace_id = t.workspace_id AND a.journey_id = t.journey_id AND a.touchpoint_id = t.id`,
);

/** Surveys `v` that were published about the journey `j` or a part of it. */
const PUBLISHED = `WHERE v.workspace_id = j.workspace_id AND v.version IS NOT NULL
  AND v.lineage_id IN (SELECT subject.lineage_id FROM (${subjectsOf('j')}) subject)`;

const dayIn = (instant: string) => sql.raw(DAY_IN(instant));

function personasOf(journey: string) {
  return sql.raw(`(
    SELECT coalesce(json_agg(json_build_object('id', p.id, 'name', p.name, 'summary', p.summary) ORDER BY p.name), '[]')
    FROM journey_personas jp JOIN personas p ON p.workspace_id = jp.workspace_id AND p.id = jp.persona_id
    WHERE jp.workspace_id = ${journey}.workspace_id AND jp.journey_id = ${journey}.id)`);
}
