import { asc, eq, sql } from 'drizzle-orm';
import type { Remembered } from '@/lib/voices/model/blacked-out';
import { blackedOut } from '../schema';
import { rows, type Scope, type TxScope } from '../scope';
import { ANSWERS_CHANNEL } from './record';

/** A text of a customer that a passage is taken out of. */
export type RedactedText = {
  text: string;
  lineageId: string;
  /** Of a comment. */
  answer: { placementId: string; responseId: string } | null;
  /** null: a comment that nobody read yet. */
  voiceId: string | null;
};

/** How a passage is taken out of what holds it. */
export type TakingOut = {
  text: (text: string) => string;
  /** Of markup that was made of a text. */
  html: (html: string) => string;
  /** Of a document or a line of the log, by the ids of what rests on the text; `own`: it is about one of them itself. */
  value: (value: unknown, ids: ReadonlySet<string>, own: boolean) => unknown;
  /** Whether a quote was taken from the text. */
  isCopy: (quote: string) => boolean;
  /** A word in small letters without which nothing holds the passage; null: none is. */
  word: string | null;
};

/** The comment of an answer, held back or not, locked until the transaction ends; null where there is none. */
export async function lockComment(
  scope: TxScope,
  answer: { placementId: string; responseId: string },
): Promise<RedactedText | null> {
  const own = sql`r.workspace_id = ${scope.workspaceId} AND r.placement_id = ${answer.placementId}::uuid
    AND r.id = ${answer.responseId}::uuid`;
  const found = await scope.run((tx) =>
    rows<{ text: string | null; lineageId: string; voiceId: string | null }>(
      tx,
      sql`SELECT coalesce(r.comment, r.held ->> 'comment') AS text, r.lineage_id AS "lineageId", (
            SELECT v.id FROM voices v WHERE v.workspace_id = r.workspace_id AND v.placement_id = r.placement_id
              AND v.response_id = r.id) AS "voiceId"
          FROM responses r WHERE ${own} FOR UPDATE`,
    ),
  );
  const row = found[0];
  return row && row.text !== null ? { ...row, text: row.text, answer } : null;
}

/** Material that was brought in, locked until the transaction ends; null where there is none of that id. */
export async function lockMaterial(scope: TxScope, id: string): Promise<RedactedText | null> {
  const found = await scope.run((tx) =>
    rows<{ text: string; lineageId: string }>(
      tx,
      sql`SELECT text, lineage_id AS "lineageId" FROM voices
          WHERE workspace_id = ${scope.workspaceId} AND id = ${id}::uuid AND response_id IS NULL FOR UPDATE`,
    ),
  );
  return found[0] ? { ...found[0], answer: null, voiceId: id } : null;
}

/** Keeps the text without the passage in place of what stood there; every page that shows it is told. */
export async function replaceText(
  scope: TxScope,
  { answer, voiceId, lineageId }: RedactedText,
  { text, textHash }: { text: string; textHash: string },
  taking: TakingOut,
): Promise<void> {
  const workspace = scope.workspaceId;
  await scope.run(async (tx) => {
    if (answer) {
      const own = sql`workspace_id = ${workspace} AND placement_id = ${answer.placementId}::uuid`;
      await rows(
        tx,
        sql`UPDATE responses SET redacted_at = now(), comment = CASE WHEN comment IS NOT NULL THEN ${text}::text END,
              held = CASE WHEN held IS NOT NULL THEN held || jsonb_build_object('comment', ${text}::text) END
            WHERE ${own} AND id = ${answer.responseId}::uuid`,
      );
      await rows(
        tx,
        sql`DELETE FROM chosen_quotes WHERE ${own} AND response_id = ${answer.responseId}::uuid`,
      );
    }
    if (voiceId !== null) {
      const [found] = await rows<{ author: string; origin: string }>(
        tx,
        sql`SELECT author, origin FROM voices WHERE workspace_id = ${workspace} AND id = ${voiceId}::uuid`,
      );
      await rows(
        tx,
        sql`UPDATE voices SET text_hash = ${textHash}, read_with = -1,
              text = CASE WHEN text IS NOT NULL THEN ${text}::text END,
              author = ${taking.text(found?.author ?? '')},
              origin = ${taking.text(found?.origin ?? '')}
            WHERE workspace_id = ${workspace} AND id = ${voiceId}::uuid`,
      );
    }
    const payload = JSON.stringify({ w: workspace, l: [lineageId] });
    await rows(tx, sql`SELECT pg_notify(${ANSWERS_CHANNEL}, ${payload})`);
  });
}

/**
 * Takes the passage out of everything that was copied from the text or written about it: evidence and statements, notes
 * and mails of cases, improvements, kept versions, and the activity log. Call it inside the transaction that replaced
 * the text.
 */
export async function blackOutCopies(scope: TxScope, about: RedactedText, taking: TakingOut): Promise<void> {
  const ids = await idsAbout(scope, about, taking);
  await scope.run(async (tx) => {
    const workspace = scope.workspaceId;
    const list = JSON.stringify([...ids]);
    const among = (column: string) =>
      sql`${sql.raw(column)}::text IN (SELECT jsonb_array_elements_text(${list}::text::jsonb))`;
    const holding = mayHold(taking.word);
    for (const { table, columns, where } of [
      { table: 'evidence', columns: ['quote', 'method', 'link'], where: among('id') },
      { table: 'statements', columns: ['text'], where: among('id') },
      {
        table: 'improvements',
        columns: ['title', 'problem', 'hypothesis', 'success_criterion', 'outcome', 'override_reason'],
        where: among('id'),
      },
      { table: 'case_notes', columns: ['text', 'subject'], where: among('id') },
      { table: 'letters', columns: ['subject', 'html', 'text'], where: among('case_note_id') },
    ]) {
      const found = await rows<Record<string, string | null> & { id: string }>(
        tx,
        sql`SELECT id, ${sql.raw(columns.join(', '))} FROM ${sql.raw(table)} WHERE workspace_id = ${workspace} AND ${where}`,
      );
      for (const row of found) {
        const changed = columns.flatMap((column) => {
          const before = row[column];
          if (!before) return [];
          const after = column === 'html' ? taking.html(before) : taking.text(before);
          return after === before ? [] : [sql`${sql.raw(column)} = ${after}`];
        });
        if (changed.length === 0) continue;
        await rows(
          tx,
          sql`UPDATE ${sql.raw(table)} SET ${sql.join(changed, sql`, `)}
              WHERE workspace_id = ${workspace} AND id = ${row.id}::uuid`,
        );
      }
    }
    for (const { table, column } of [
      { table: 'journey_versions', column: 'document' },
      { table: 'audit_lines', column: 'detail' },
    ]) {
      const named = table === 'audit_lines' ? sql`coalesce(object_id::text, '')` : sql`''`;
      const found = await rows<{ id: string; value: unknown; about: string }>(
        tx,
        sql`SELECT id, ${sql.raw(column)} AS value, ${named} AS about FROM ${sql.raw(table)}
            WHERE workspace_id = ${workspace} AND ${sql.raw(column)} IS NOT NULL AND ${holding(column)}`,
      );
      for (const { id, value, about: objectId } of found) {
        const after = taking.value(value, ids, ids.has(objectId));
        if (JSON.stringify(after) === JSON.stringify(value)) continue;
        await rows(
          tx,
          sql`UPDATE ${sql.raw(table)} SET ${sql.raw(column)} = ${JSON.stringify(after)}::text::jsonb
              WHERE workspace_id = ${workspace} AND id = ${id}::uuid`,
        );
      }
    }
  });
}

/** Keeps other hands from blacking out or bringing in texts of this workspace until the transaction ends. */
export async function lockBlackingOut(scope: TxScope): Promise<void> {
  await scope.run((tx) =>
    tx.execute(sql`SELECT pg_advisory_xact_lock(hashtextextended(${`black-out:${scope.workspaceId}`}, 0))`),
  );
}

/** Notes what was blacked out, so that it is known when it is brought in again. */
export async function insertBlackedOut(
  scope: TxScope,
  { id, passageHash, parts, places }: Remembered & { id: string },
): Promise<void> {
  const listed = places.map(({ placeHash, sentences }) => ({
    placeHash: Buffer.from(placeHash).toString('hex'),
    sentences,
  }));
  await scope.run((tx) =>
    tx.insert(blackedOut).values({ workspaceId: scope.workspaceId, id, passageHash, parts, places: listed }),
  );
}

/** What was blacked out in the workspace, in the order in which it was. */
export async function listBlackedOut(scope: Scope): Promise<Remembered[]> {
  const found = await scope.run((tx) =>
    tx
      .select()
      .from(blackedOut)
      .where(eq(blackedOut.workspaceId, scope.workspaceId))
      .orderBy(asc(blackedOut.id)),
  );
  return found.map(({ passageHash, parts, places }) => ({
    passageHash,
    parts,
    places: (places as { placeHash: string; sentences: number }[]).map((one) => ({
      placeHash: Buffer.from(one.placeHash, 'hex'),
      sentences: one.sentences,
    })),
  }));
}

/** Everything that rests on the text: evidence that is or quotes it, its statements, notes of its cases, improvements. */
async function idsAbout(scope: TxScope, about: RedactedText, taking: TakingOut): Promise<Set<string>> {
  const workspace = scope.workspaceId;
  const placementId = about.answer?.placementId ?? null;
  const responseId = about.answer?.responseId ?? null;
  return scope.run(async (tx) => {
    const quoting = await rows<{ id: string; statementId: string; quote: string; linked: boolean }>(
      tx,
      sql`SELECT e.id, e.statement_id AS "statementId", e.quote, (
            (e.placement_id = ${placementId}::uuid AND e.response_id = ${responseId}::uuid) OR EXISTS (
              SELECT 1 FROM voice_evidence o WHERE o.workspace_id = ${workspace} AND o.evidence_id = e.id
                AND o.voice_id = ${about.voiceId}::uuid)) IS TRUE AS linked
          FROM evidence e WHERE e.workspace_id = ${workspace} AND (e.quote <> '' OR e.response_id = ${responseId}::uuid)`,
    );
    const evidence = quoting.filter(({ quote, linked }) => linked || taking.isCopy(quote));
    const others = await rows<{ id: string }>(
      tx,
      sql`SELECT n.id FROM case_notes n JOIN cases c ON c.workspace_id = n.workspace_id AND c.id = n.case_id
          WHERE n.workspace_id = ${workspace} AND c.placement_id = ${placementId}::uuid
            AND c.response_id = ${responseId}::uuid
          UNION ALL
          SELECT improvement_id FROM improvement_answers WHERE workspace_id = ${workspace}
            AND placement_id = ${placementId}::uuid AND response_id = ${responseId}::uuid`,
    );
    return new Set([
      ...evidence.flatMap(({ id, statementId }) => [id, statementId]),
      ...others.map(({ id }) => id),
    ]);
  });
}

/** Whether JSON may hold the passage, judged by its one word alone. */
const mayHold = (word: string | null) => (column: string) =>
  word === null ? sql`true` : sql`strpos(lower(${sql.raw(column)}::text), ${word}) > 0`;
