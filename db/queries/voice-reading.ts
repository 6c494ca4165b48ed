import { sql } from 'drizzle-orm';
import type { Reading, SentimentWord } from '@/lib/voices/model';
import type { Masking } from '@/lib/voices/model/masking';
import { database } from '../client';
import { voiceRules } from '../schema';
import { rows, type Scope, type TxScope } from '../scope';

/** How a workspace's voices are read. */
export type VoiceRulesRow = { revision: number; sentimentWords: SentimentWord[]; masking: Masking | null };

/** The rules of the workspace; those of one that settled nothing. */
export async function getVoiceRules(scope: Scope): Promise<VoiceRulesRow> {
  const found = await scope.run((tx) =>
    rows<VoiceRulesRow>(
      tx,
      sql`SELECT revision, sentiment_words AS "sentimentWords", masking FROM voice_rules
          WHERE workspace_id = ${scope.workspaceId}`,
    ),
  );
  return found[0] ?? { revision: 0, sentimentWords: [], masking: null };
}

/** Notes that every voice has to be read again, and wakes whoever reads. */
export async function bumpVoiceRules(
  scope: TxScope,
  change: { sentimentWords?: readonly SentimentWord[] } = {},
): Promise<void> {
  const words = change.sentimentWords ? JSON.stringify(change.sentimentWords) : null;
  await scope.run((tx) =>
    rows(
      tx,
      sql`INSERT INTO voice_rules AS r (workspace_id, revision, sentiment_words)
          VALUES (${scope.workspaceId}, 1, coalesce(${words}::jsonb, '[]'))
          ON CONFLICT (workspace_id) DO UPDATE SET revision = r.revision + 1,
            sentiment_words = coalesce(${words}::jsonb, r.sentiment_words)`,
    ),
  );
  await wakeReader(scope);
}

/** Sets what is masked in texts that come from now on. */
export async function updateMasking(scope: TxScope, masking: Masking): Promise<void> {
  await scope.run((tx) =>
    tx
      .insert(voiceRules)
      .values({ workspaceId: scope.workspaceId, masking })
      .onConflictDoUpdate({ target: voiceRules.workspaceId, set: { masking } }),
  );
}

/** Makes the workspace's reading job due, in the caller's transaction. */
export async function wakeReader(scope: TxScope): Promise<void> {
  await scope.run(async (tx) => {
    // Whoever looks for work across workspaces goes by these rows.
    await tx.insert(voiceRules).values({ workspaceId: scope.workspaceId }).onConflictDoNothing();
    await rows(
      tx,
      sql`INSERT INTO jobs (workspace_id, id, kind, dedupe_key, payload)
          VALUES (${scope.workspaceId}, gen_random_uuid(), 'voices.read', 'all', '{}')
          ON CONFLICT (workspace_id, kind, dedupe_key)
            DO UPDATE SET finished_at = NULL, run_at = now(), attempts = 0, failure = NULL
            WHERE jobs.finished_at IS NOT NULL`,
    );
  });
}

/** Makes the reading job due in every workspace with comments that nobody read; how many those are. */
export async function wakeReaders(): Promise<number> {
  const found = await rows<{ n: number }>(database().orm, sql`SELECT wake_readers() AS n`);
  return found[0]?.n ?? 0;
}

/** A text that has to be read: a comment that is new or changed, or a voice that was read by older rules. */
export type UnreadRow = {
  /** null: a comment that is no voice yet. */
  voiceId: string | null;
  placementId: string | null;
  responseId: string | null;
  lineageId: string;
  day: string;
  text: string;
  /** Tag of the language it was asked in; null: unknown. */
  asked: string | null;
  /** Of the snapshot that holds the comment; null for material. */
  seq: number | null;
};

/** Comments that are new or changed, locked until the transaction ends; those another worker reads are left to it. */
export async function lockUnreadComments(scope: TxScope, most: number): Promise<UnreadRow[]> {
  return scope.run((tx) =>
    rows<UnreadRow>(
      tx,
      sql`SELECT NULL::uuid AS "voiceId", placement_id AS "placementId", id AS "responseId", lineage_id AS "lineageId",
            day::text AS day, comment AS text, language AS asked, seq
          FROM responses
          WHERE workspace_id = ${scope.workspaceId} AND comment IS NOT NULL AND read_seq IS DISTINCT FROM seq
          ORDER BY placement_id, id LIMIT ${most} FOR UPDATE SKIP LOCKED`,
    ),
  );
}

/** Voices that were read by older rules, locked until the transaction ends. */
export async function lockStaleVoices(scope: TxScope, revision: number, most: number): Promise<UnreadRow[]> {
  return scope.run((tx) =>
    rows<UnreadRow>(
      tx,
      sql`SELECT v.id AS "voiceId", v.placement_id AS "placementId", v.response_id AS "responseId",
            v.lineage_id AS "lineageId", v.day::text AS day, coalesce(v.text, r.comment, '') AS text,
            r.language AS asked, r.seq
          FROM voices v
          LEFT JOIN responses r
            ON r.workspace_id = v.workspace_id AND r.placement_id = v.placement_id AND r.id = v.response_id
          WHERE v.workspace_id = ${scope.workspaceId} AND v.read_with < ${revision}
          ORDER BY v.read_with, v.id LIMIT ${most} FOR UPDATE OF v SKIP LOCKED`,
    ),
  );
}

/** What was read of one text. `id` is a new voice's, unless its comment is a voice already. */
export type ReadRow = UnreadRow & Reading & { id: string; textHash: string };

/**
 * Keeps what was read, comment by comment or voice by voice. What people said of a voice stays while its text does.
 */
export async function saveReadings(
  scope: TxScope,
  read: readonly ReadRow[],
  revision: number,
): Promise<void> {
  if (read.length === 0) return;
  const input = JSON.stringify(read);
  const workspace = scope.workspaceId;
  const given = sql`jsonb_to_recordset(${input}::text::jsonb) AS x(
    id uuid, "voiceId" uuid, "placementId" uuid, "responseId" uuid, "lineageId" uuid, day date, language text,
    "languageBy" text, sentiment text, valence real, masked jsonb, "textHash" text, seq int, "themeIds" jsonb)`;
  await scope.run(async (tx) => {
    await rows(
      tx,
      sql`DELETE FROM voice_themes t USING voices v, ${given}
          WHERE t.workspace_id = ${workspace} AND v.workspace_id = ${workspace} AND t.voice_id = v.id
            AND v.placement_id = x."placementId" AND v.response_id = x."responseId" AND v.text_hash <> x."textHash"`,
    );
    await rows(
      tx,
      sql`UPDATE voices v SET language = x.language, language_by = x."languageBy", sentiment = x.sentiment,
            valence = x.valence, masked = x.masked, read_with = ${revision}
          FROM ${given} WHERE v.workspace_id = ${workspace} AND v.id = x."voiceId"`,
    );
    await rows(
      tx,
      sql`INSERT INTO voices AS v (workspace_id, id, kind, lineage_id, placement_id, response_id, day, text_hash,
            language, language_by, sentiment, valence, masked, read_with)
          SELECT ${workspace}::uuid, x.id, 'comment', x."lineageId", x."placementId", x."responseId", x.day, x."textHash",
            x.language, x."languageBy", x.sentiment, x.valence, x.masked, ${revision}
          FROM ${given} WHERE x."voiceId" IS NULL
          ON CONFLICT (workspace_id, placement_id, response_id) DO UPDATE SET
            lineage_id = excluded.lineage_id, day = excluded.day, language = excluded.language,
            language_by = excluded.language_by, sentiment = excluded.sentiment, valence = excluded.valence,
            masked = excluded.masked, read_with = excluded.read_with, text_hash = excluded.text_hash,
            sentiment_said = CASE WHEN v.text_hash = excluded.text_hash THEN v.sentiment_said END`,
    );
    const own = sql`SELECT v.id, x."themeIds" FROM ${given} JOIN voices v ON v.workspace_id = ${workspace}
      AND (v.id = x."voiceId" OR (x."voiceId" IS NULL AND v.placement_id = x."placementId" AND v.response_id = x."responseId"))`;
    await rows(
      tx,
      sql`DELETE FROM voice_themes t USING (${own}) o
          WHERE t.workspace_id = ${workspace} AND t.voice_id = o.id AND t.said IS NULL
            AND NOT o."themeIds" ? t.theme_id::text`,
    );
    await rows(
      tx,
      sql`UPDATE voice_themes t SET found = o."themeIds" ? t.theme_id::text FROM (${own}) o
          WHERE t.workspace_id = ${workspace} AND t.voice_id = o.id AND t.said IS NOT NULL`,
    );
    await rows(
      tx,
      sql`INSERT INTO voice_themes (workspace_id, theme_id, voice_id, found)
          SELECT ${workspace}::uuid, th.theme_id::uuid, o.id, true
          FROM (${own}) o CROSS JOIN LATERAL jsonb_array_elements_text(o."themeIds") th(theme_id)
          ON CONFLICT (workspace_id, theme_id, voice_id) DO UPDATE SET found = true`,
    );
    await rows(
      tx,
      sql`UPDATE responses r SET read_seq = x.seq FROM ${given}
          WHERE r.workspace_id = ${workspace} AND r.placement_id = x."placementId" AND r.id = x."responseId"
            AND r.read_seq IS DISTINCT FROM x.seq`,
    );
  });
}

/** How many comments and voices wait to be read, up to a thousand. */
export async function countUnread(scope: Scope): Promise<number> {
  const found = await scope.run((tx) =>
    rows<{ n: number }>(
      tx,
      sql`SELECT count(*)::int AS n FROM (
            (SELECT 1 FROM responses
              WHERE workspace_id = ${scope.workspaceId} AND comment IS NOT NULL AND read_seq IS DISTINCT FROM seq LIMIT 1000)
            UNION ALL
            (SELECT 1 FROM voices WHERE workspace_id = ${scope.workspaceId}
              AND read_with < coalesce((SELECT revision FROM voice_rules WHERE workspace_id = ${scope.workspaceId}), 0)
              LIMIT 1000)
          ) unread`,
    ),
  );
  return found[0]?.n ?? 0;
}
