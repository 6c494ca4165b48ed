import { and, eq, type SQL, sql } from 'drizzle-orm';
import type { MaterialKind, Sentiment, VoiceAsked, VoiceKind, VoiceView } from '@/lib/voices/model';
import { evidence, voiceEvidence, voices } from '../schema';
import { rows, type Scope, type TxScope } from '../scope';
import { anyOf, matching, receivedWithin, type Within } from './within';

/** Which voices: of a period and of people, and what is asked of the texts. */
export type VoicesWithin = Within & { owner: string | null };

export type VoiceRow = Pick<
  VoiceView,
  | 'id'
  | 'kind'
  | 'text'
  | 'day'
  | 'author'
  | 'origin'
  | 'language'
  | 'languageBy'
  | 'sentiment'
  | 'sentimentSaid'
  | 'chosen'
> & {
  lineageId: string;
  placementId: string | null;
  responseId: string | null;
  metric: string | null;
  score: number | null;
  journeyId: string | null;
  journeyTitle: string | null;
  touchpointId: string | null;
  touchpointTitle: string | null;
  themes: { id: string; name: string; said: boolean }[];
};

const NOTHING_ASKED: VoiceAsked = {
  ...{ q: '', journeyId: null, touchpointId: null, themeId: null },
  ...{ sentiment: null, language: null, kind: null },
};

/** The newest voices first, and how many there are in all. */
export async function listVoices(
  scope: Scope,
  within: VoicesWithin,
  asked: VoiceAsked,
  page: { most: number; skip: number },
): Promise<{ total: number; voices: VoiceRow[] }> {
  const found = await scope.run((tx) =>
    rows<VoiceRow & { total: number }>(
      tx,
      sql`
        SELECT c.id, c.kind, c.text, c.day::text AS day, c.author, c.origin, c.language, c.language_by AS "languageBy",
          c.sentiment, c.sentiment_said AS "sentimentSaid", c.lineage_id AS "lineageId",
          c.placement_id AS "placementId", c.response_id AS "responseId", c.metric, c.score,
          s.journey_id AS "journeyId", s.journey_title AS "journeyTitle", s.touchpoint_id AS "touchpointId",
          s.touchpoint_title AS "touchpointTitle", c.total, EXISTS (
            SELECT 1 FROM chosen_quotes q WHERE q.workspace_id = ${scope.workspaceId}
              AND q.placement_id = c.placement_id AND q.response_id = c.response_id) AS chosen, coalesce((
            SELECT json_agg(json_build_object('id', t.id, 'name', t.name, 'said', coalesce(o.said, false))
              ORDER BY lower(t.name), t.id)
            FROM voice_themes o JOIN themes t ON t.workspace_id = o.workspace_id AND t.id = o.theme_id
            WHERE o.workspace_id = ${scope.workspaceId} AND o.voice_id = c.id AND coalesce(o.said, o.found)
              AND t.retired_at IS NULL), '[]') AS themes
        FROM (
          SELECT *, (count(*) OVER ())::int AS total FROM ${chosen(scope, within, asked)} chosen
          ORDER BY day DESC, received_at DESC NULLS LAST, id DESC LIMIT ${page.most} OFFSET ${page.skip}
        ) c
        LEFT JOIN ${places(scope, asked.journeyId)} s ON s.lineage_id = c.lineage_id
        ORDER BY c.day DESC, c.received_at DESC NULLS LAST, c.id DESC`,
    ),
  );
  return { total: found[0]?.total ?? 0, voices: found.map(({ total: _total, ...row }) => row) };
}

/** How many voices the period, the people and the place have, whatever is asked of the texts. */
export async function countVoices(
  scope: Scope,
  within: VoicesWithin,
  { journeyId, touchpointId }: Pick<VoiceAsked, 'journeyId' | 'touchpointId'>,
): Promise<number> {
  const asked = { ...NOTHING_ASKED, journeyId, touchpointId };
  const found = await scope.run((tx) =>
    rows<{ n: number }>(tx, sql`SELECT count(*)::int AS n FROM ${chosen(scope, within, asked)} chosen`),
  );
  return found[0]?.n ?? 0;
}

export type VoiceCount = { language: string | null; sentiment: Sentiment | null; n: number };

/** How the chosen voices are spread over languages and sentiments. */
export function countKinds(scope: Scope, within: VoicesWithin, asked: VoiceAsked): Promise<VoiceCount[]> {
  return scope.run((tx) =>
    rows<VoiceCount>(
      tx,
      sql`SELECT language, sentiment, count(*)::int AS n FROM ${chosen(scope, within, asked)} chosen
          GROUP BY language, sentiment`,
    ),
  );
}

export type ThemeCount = {
  themeId: string;
  n: number;
  /** Of which it is known how they sound. */
  heard: number;
  negative: number;
  positive: number;
  /** Of those that the words found and a person looked at. */
  right: number;
  wrong: number;
};

/** How many of the chosen voices each theme has. */
export function countThemes(scope: Scope, within: VoicesWithin, asked: VoiceAsked): Promise<ThemeCount[]> {
  return scope.run((tx) =>
    rows<ThemeCount>(
      tx,
      sql`SELECT o.theme_id AS "themeId",
            count(*) FILTER (WHERE coalesce(o.said, o.found))::int AS n,
            count(*) FILTER (WHERE coalesce(o.said, o.found) AND c.sentiment IS NOT NULL)::int AS heard,
            count(*) FILTER (WHERE coalesce(o.said, o.found) AND c.sentiment = 'negative')::int AS negative,
            count(*) FILTER (WHERE coalesce(o.said, o.found) AND c.sentiment = 'positive')::int AS positive,
            count(*) FILTER (WHERE o.found AND o.said)::int AS right,
            count(*) FILTER (WHERE o.found AND NOT o.said)::int AS wrong
          FROM ${chosen(scope, within, asked)} c
          JOIN voice_themes o ON o.workspace_id = ${scope.workspaceId} AND o.voice_id = c.id
          GROUP BY o.theme_id`,
    ),
  );
}

/** Answers by metric, wording and score; of those that mention a theme, or with `themeId` null of all. */
export type MentionCount = {
  themeId: string | null;
  metric: string;
  wording: string;
  score: number;
  n: number;
};

/** The scores of the chosen comments, in all and of those that mention each theme. */
export function countMentions(
  scope: Scope,
  within: VoicesWithin,
  asked: VoiceAsked,
): Promise<MentionCount[]> {
  return scope.run((tx) =>
    rows<MentionCount>(
      tx,
      sql`WITH scored AS (
            SELECT id, metric, wording, score FROM ${chosen(scope, within, asked)} chosen WHERE score IS NOT NULL
          )
          SELECT NULL::uuid AS "themeId", metric, wording, score, count(*)::int AS n FROM scored
          GROUP BY metric, wording, score
          UNION ALL
          SELECT o.theme_id, metric, wording, score, count(*)::int FROM scored c
          JOIN voice_themes o ON o.workspace_id = ${scope.workspaceId} AND o.voice_id = c.id
            AND coalesce(o.said, o.found)
          GROUP BY o.theme_id, metric, wording, score`,
    ),
  );
}

export type ToldRow = { id: string; text: string; metric: string | null; score: number | null };

/** The texts of the chosen voices, the newest first. */
export function listTold(
  scope: Scope,
  within: VoicesWithin,
  asked: VoiceAsked,
  most: number,
): Promise<ToldRow[]> {
  return scope.run((tx) =>
    rows<ToldRow>(
      tx,
      sql`SELECT id, text, metric, score FROM ${chosen(scope, within, asked)} chosen
          ORDER BY day DESC, received_at DESC NULLS LAST, id DESC LIMIT ${most}`,
    ),
  );
}

/** How often each kind of personal data was masked in voices since a day. */
export async function countMasked(scope: Scope, since: string): Promise<Record<string, number>> {
  const found = await scope.run((tx) =>
    rows<{ kind: string; n: number }>(
      tx,
      sql`SELECT m.kind, sum(m.n::int)::int AS n FROM voices v CROSS JOIN LATERAL jsonb_each_text(v.masked) m(kind, n)
          WHERE v.workspace_id = ${scope.workspaceId} AND v.day >= ${since}::date GROUP BY m.kind`,
    ),
  );
  return Object.fromEntries(found.map(({ kind, n }) => [kind, n]));
}

/** The last day with a voice; null where there is none. */
export async function findLastVoiceDay(scope: Scope): Promise<string | null> {
  const found = await scope.run((tx) =>
    rows<{ day: string | null }>(
      tx,
      sql`SELECT max(day)::text AS day FROM voices WHERE workspace_id = ${scope.workspaceId}`,
    ),
  );
  return found[0]?.day ?? null;
}

/** A voice as a command needs it. */
export type StoredVoice = {
  id: string;
  kind: VoiceKind;
  lineageId: string;
  /** Of brought in material; null for a comment. */
  text: string | null;
  sentiment: Sentiment | null;
  sentimentSaid: Sentiment | null;
};

/** One voice; null where this workspace has none of that id. */
export async function findVoice(scope: Scope, id: string): Promise<StoredVoice | null> {
  const found = await scope.run((tx) =>
    tx
      .select({
        id: voices.id,
        kind: voices.kind,
        lineageId: voices.lineageId,
        text: voices.text,
        sentiment: voices.sentiment,
        sentimentSaid: voices.sentimentSaid,
      })
      .from(voices)
      .where(and(eq(voices.workspaceId, scope.workspaceId), eq(voices.id, id))),
  );
  return (found[0] as StoredVoice | undefined) ?? null;
}

/** Keeps what a person said the sentiment of a voice is; null takes it back. */
export async function saySentiment(scope: TxScope, id: string, said: Sentiment | null): Promise<void> {
  await scope.run((tx) =>
    tx
      .update(voices)
      .set({ sentimentSaid: said })
      .where(and(eq(voices.workspaceId, scope.workspaceId), eq(voices.id, id))),
  );
}

export type NewMaterial = {
  id: string;
  kind: MaterialKind;
  lineageId: string;
  text: string;
  author: string;
  origin: string;
  day: string;
  textHash: string;
  createdBy: string | null;
};

/** Adds brought in material; what is there already stays once. Returns how many were new. */
export async function insertMaterial(scope: TxScope, material: readonly NewMaterial[]): Promise<number> {
  let added = 0;
  for (let at = 0; at < material.length; at += 500) {
    const part = material.slice(at, at + 500).map((one) => ({ workspaceId: scope.workspaceId, ...one }));
    const written = await scope.run((tx) =>
      tx.insert(voices).values(part).onConflictDoNothing().returning({ id: voices.id }),
    );
    added += written.length;
  }
  return added;
}

/** Erases brought in material and the evidence that quotes it; false where there is none of that id. */
export async function deleteMaterial(scope: TxScope, id: string): Promise<boolean> {
  return scope.run(async (tx) => {
    await rows(
      tx,
      sql`DELETE FROM evidence WHERE workspace_id = ${scope.workspaceId} AND id IN (
            SELECT evidence_id FROM voice_evidence WHERE workspace_id = ${scope.workspaceId} AND voice_id = ${id}::uuid)`,
    );
    const gone = await tx
      .delete(voices)
      .where(and(eq(voices.workspaceId, scope.workspaceId), eq(voices.id, id), sql`response_id IS NULL`))
      .returning({ id: voices.id });
    return gone.length === 1;
  });
}

/** Notes that a piece of evidence quotes a voice; false where either is missing. */
export async function linkEvidence(scope: TxScope, voiceId: string, evidenceId: string): Promise<boolean> {
  return scope.run(async (tx) => {
    const known = await tx
      .select({ id: evidence.id })
      .from(evidence)
      .where(and(eq(evidence.workspaceId, scope.workspaceId), eq(evidence.id, evidenceId)));
    if (known.length === 0) return false;
    await tx
      .insert(voiceEvidence)
      .values({ workspaceId: scope.workspaceId, voiceId, evidenceId })
      .onConflictDoNothing();
    return true;
  });
}

/** The chosen voices with their texts, to select from. */
function chosen(scope: Scope, within: VoicesWithin, asked: VoiceAsked): SQL {
  const workspace = scope.workspaceId;
  const conditions: SQL[] = [];
  if (asked.journeyId !== null || asked.touchpointId !== null) {
    const one = asked.touchpointId === null ? sql`` : sql`WHERE touchpoint_id = ${asked.touchpointId}::uuid`;
    conditions.push(sql`c.lineage_id IN (SELECT lineage_id FROM ${places(scope, asked.journeyId)} p ${one})`);
  }
  if (within.owner !== null) {
    conditions.push(sql`c.lineage_id IN (
      SELECT lineage_id FROM touchpoints WHERE workspace_id = ${workspace}
        AND (owner_team_id = ${within.owner}::uuid OR owner_user_id = ${within.owner}::uuid)
      UNION ALL
      SELECT lineage_id FROM journeys WHERE workspace_id = ${workspace} AND owner_user_id = ${within.owner}::uuid)`);
  }
  if (asked.themeId !== null) {
    conditions.push(sql`EXISTS (SELECT 1 FROM voice_themes o WHERE o.workspace_id = ${workspace}
      AND o.voice_id = c.id AND o.theme_id = ${asked.themeId}::uuid AND coalesce(o.said, o.found))`);
  }
  if (asked.sentiment === 'none') conditions.push(sql`c.sentiment IS NULL`);
  else if (asked.sentiment !== null) conditions.push(sql`c.sentiment = ${asked.sentiment}`);
  if (asked.language === 'und') conditions.push(sql`c.language IS NULL`);
  else if (asked.language !== null) conditions.push(sql`c.language = ${asked.language}`);
  if (asked.kind !== null) conditions.push(sql`c.kind = ${asked.kind}`);
  for (const word of asked.q.split(/\s+/).filter(Boolean)) {
    conditions.push(sql`c.text ILIKE ${`%${word.replace(/[\\%_]/g, '\\$&')}%`}`);
  }
  const where = conditions.length > 0 ? sql`WHERE ${sql.join(conditions, sql` AND `)}` : sql``;
  return sql`(SELECT c.* FROM (
    SELECT v.id, v.kind, r.comment AS text, v.day, v.author, v.origin, v.language, v.language_by,
      coalesce(v.sentiment_said, v.sentiment) AS sentiment, v.sentiment_said IS NOT NULL AS sentiment_said,
      v.lineage_id, v.placement_id, v.response_id, r.metric, r.wording, r.score, r.received_at
    FROM (
      SELECT placement_id, id, comment, metric, wording, score, received_at FROM responses
      WHERE workspace_id = ${workspace} AND comment IS NOT NULL AND ${receivedWithin(within)}
        AND ${matching(scope, within)}
    ) r
    JOIN voices v ON v.workspace_id = ${workspace} AND v.placement_id = r.placement_id AND v.response_id = r.id
    ${asksOfPeople(within) ? sql`` : material(scope, within)}
  ) c ${where})`;
}

/** Material that was brought in knows nothing of sources, personas and devices: whoever asks for one asks for none of it. */
const material = (scope: Scope, { from, to }: Within) => sql`
    UNION ALL
    SELECT v.id, v.kind, v.text, v.day, v.author, v.origin, v.language, v.language_by,
      coalesce(v.sentiment_said, v.sentiment), v.sentiment_said IS NOT NULL,
      v.lineage_id, NULL, NULL, NULL, NULL, NULL, NULL
    FROM voices v
    WHERE v.workspace_id = ${scope.workspaceId} AND v.response_id IS NULL
      AND v.day BETWEEN ${from}::date AND ${to}::date`;

/** Whether a filter asks for anything that only an answer has. */
export function asksOfPeople(within: Within): boolean {
  const { sources, persona, segments, channels, languages, devices, versions, campaigns } = within;
  return (
    persona !== null ||
    [sources, segments, channels, languages, devices, versions, campaigns].some((list) => list.length > 0)
  );
}

/**
 * Where each lineage is shown: its touchpoint, the one that absorbed it, the one before its handoff, or the journey
 * itself; of one journey, or, for each lineage once, in the oldest that shows it.
 */
function places(scope: Scope, journeyId: string | null): SQL {
  const workspace = scope.workspaceId;
  const only = journeyId === null ? sql`` : sql`AND j.id = ${journeyId}::uuid`;
  const live = sql`(
    SELECT t.id, t.lineage_id, t.title, j.id AS journey_id, j.title AS journey_title, j.created_at AS made
    FROM touchpoints t
    JOIN stages s ON s.workspace_id = t.workspace_id AND s.id = t.stage_id AND s.retired_at IS NULL
    JOIN journeys j ON j.workspace_id = t.workspace_id AND j.id = t.journey_id AND j.retired_at IS NULL ${only}
    WHERE t.workspace_id = ${workspace} AND t.retired_at IS NULL)`;
  const columns = sql`t.journey_id, t.journey_title, t.id AS touchpoint_id, t.title AS touchpoint_title, t.made`;
  return sql`(SELECT DISTINCT ON (lineage_id) * FROM (
    SELECT t.lineage_id, ${columns} FROM ${live} t
    UNION ALL
    SELECT a.lineage_id, ${columns} FROM absorptions a JOIN ${live} t ON t.id = a.touchpoint_id
    WHERE a.workspace_id = ${workspace}
    UNION ALL
    SELECT h.lineage_id, ${columns} FROM handoffs h JOIN ${live} t ON t.id = h.from_id
    WHERE h.workspace_id = ${workspace} AND h.lineage_id IS NOT NULL
    UNION ALL
    SELECT j.lineage_id, j.id, j.title, NULL, NULL, j.created_at FROM journeys j
    WHERE j.workspace_id = ${workspace} AND j.retired_at IS NULL ${only}
  ) shown ORDER BY lineage_id, made, touchpoint_id)`;
}

/** Lineages that people may say things about: of touchpoints and journeys that are not retired, with their names. */
export type PlaceRow = {
  lineageId: string;
  journeyId: string;
  journeyTitle: string;
  touchpointId: string | null;
  touchpointTitle: string | null;
};

/** Every journey and touchpoint that something can be said about, in the order of the maps. */
export function listPlaces(scope: Scope): Promise<PlaceRow[]> {
  return scope.run((tx) =>
    rows<PlaceRow>(
      tx,
      sql`SELECT lineage_id AS "lineageId", journey_id AS "journeyId", journey_title AS "journeyTitle",
            touchpoint_id AS "touchpointId", touchpoint_title AS "touchpointTitle"
          FROM (
            SELECT j.lineage_id, j.id AS journey_id, j.title AS journey_title, NULL::uuid AS touchpoint_id,
              NULL AS touchpoint_title, j.created_at, -1 AS stage_position, -1 AS position
            FROM journeys j WHERE j.workspace_id = ${scope.workspaceId} AND j.retired_at IS NULL
            UNION ALL
            SELECT t.lineage_id, j.id, j.title, t.id, t.title, j.created_at, s.position, t.position
            FROM touchpoints t
            JOIN stages s ON s.workspace_id = t.workspace_id AND s.id = t.stage_id AND s.retired_at IS NULL
            JOIN journeys j ON j.workspace_id = t.workspace_id AND j.id = t.journey_id AND j.retired_at IS NULL
            WHERE t.workspace_id = ${scope.workspaceId} AND t.retired_at IS NULL
          ) place ORDER BY created_at, journey_id, stage_position, position, touchpoint_id`,
    ),
  );
}

/** Statements of a journey that a voice can be evidence of, with what they are about. */
export function listClaims(
  scope: Scope,
  journeyIds: readonly string[],
): Promise<{ id: string; journeyId: string; touchpointId: string | null; text: string; kind: string }[]> {
  if (journeyIds.length === 0) return Promise.resolve([]);
  return scope.run((tx) =>
    rows(
      tx,
      sql`SELECT s.id, s.journey_id AS "journeyId", s.touchpoint_id AS "touchpointId", s.text, s.kind FROM statements s
          WHERE s.workspace_id = ${scope.workspaceId} AND s.retired_at IS NULL
            AND s.journey_id = ${anyOf(journeyIds, 'uuid')}
          ORDER BY s.created_at, s.id`,
    ),
  );
}
