import { type SQL, sql } from 'drizzle-orm';
import type { HeldAnswer, Recording } from '@/lib/response/model';
import type { FollowUpAnswers } from '@/lib/survey/model/follow-up';
import { database, isOpen, type Row, type Statement } from '../client';
import { ENTER_WITH_KEPT_PLAN, rows, type Scope, type TxScope } from '../scope';

/** What the database did with one recording; `stored` is read only where it wrote nothing. */
export type Written =
  | { wrote: 'inserted' | 'replaced'; lineageId: string; counted: boolean }
  | { wrote: null; open: boolean; answeredElsewhere: boolean; stored: StoredRow | null };

type StoredRow = {
  seq: number;
  state: 'partial' | 'complete';
  score: number | null;
  words: string[] | null;
  comment: string | null;
  followUps: FollowUpAnswers | null;
  held: HeldAnswer | null;
  /** A passage of the comment was blacked out: what is stored is no longer what was sent. */
  redacted: boolean;
  keyHash: string | null;
  invitationId: string | null;
};

/** The lowest point of each metric's scale: p0 counts it. */
export type ScaleStarts = Record<string, number>;

const POINTS = Array.from({ length: 11 }, (_, point) => point);
const TALLY_KEY = 'lineage_id, facet, value, day, metric, wording';
/** What a counted response is told apart by; its columns, as rows of a change carry them. */
const FACETS = ['source', 'persona', 'segment', 'channel'] as const;
const CHANGE = `lineage_id, day, metric, wording, ${FACETS.join(', ')}`;
const counting = (facet: string, value: string) =>
  `SELECT lineage_id, day, metric, wording, ${facet} AS facet, ${value} AS value, score, step FROM change`;
/** Each change once for all answers, and once for each thing that is known of it. A list of values would cost ten times as much. */
const BY_FACET = [
  counting(`''`, `''`),
  ...FACETS.map((facet) => `${counting(`'${facet}'`, facet)} WHERE ${facet} <> ''`),
].join(' UNION ALL ');
const BY_OWN_FACET = `${counting('facet', 'value')} WHERE value <> ''`;
const counted = POINTS.map((point) => `coalesce(sum(step) FILTER (WHERE point = ${point}), 0)::int`).join(
  ', ',
);
const columns = POINTS.map((point) => `p${point}`).join(', ');
const added = POINTS.map((point) => `p${point} = t.p${point} + excluded.p${point}`).join(', ');

/**
 * Adds the rows of `change(lineage_id … channel, score, step)` to the tallies, or of a change that names its facet and
 * value itself; rows are locked in one order. Between the parts stand the workspace and the scales' starts.
 */
const addToTallies = (facets: string): [string, string, string] => [
  `INSERT INTO tallies AS t (workspace_id, ${TALLY_KEY}, ${columns}) SELECT `,
  `::uuid, ${TALLY_KEY}, ${counted}
    FROM (SELECT c.*, score - ((SELECT `,
  `::text::jsonb) ->> metric)::int AS point FROM (${facets}) c) counted
    GROUP BY ${TALLY_KEY} HAVING count(*) > 0 ORDER BY ${TALLY_KEY}
    ON CONFLICT (workspace_id, ${TALLY_KEY}) DO UPDATE SET ${added}`,
];

/** Takes the packs of the days away whose answers `changed(lineage_id, day)` names: they are counted one by one again. */
const unpack = (workspace: string, changed: string) =>
  `DELETE FROM packs p USING ${changed} c
    WHERE p.workspace_id = ${workspace}::uuid AND p.lineage_id = c.lineage_id AND p.day = c.day`;

/** Packed weeks of a subject are read no more once `change` moves a tally of theirs; hardly ever is there one to move. */
const unmark = (workspace: string) =>
  `DELETE FROM week_marks m USING change c
    WHERE m.workspace_id = ${workspace}::uuid AND m.lineage_id = c.lineage_id AND greatest(m.until, m.closing) > c.day`;

/** A text with a parameter for the workspace wherever \0 stands. */
const inWorkspace = (scope: TxScope, text: string): SQL =>
  sql.join(
    text.split('\0').map((part) => sql.raw(part)),
    sql`${scope.workspaceId}`,
  );

/** The same for a change that a command makes. */
const unpacked = (scope: TxScope, changed: string): SQL => inWorkspace(scope, unpack('\0', changed));
const unmarked = (scope: TxScope): SQL => inWorkspace(scope, unmark('\0'));

function tallied(scope: TxScope, starts: ScaleStarts, facets = BY_FACET): SQL {
  const [insert, select, rest] = addToTallies(facets).map((part) => sql.raw(part));
  return sql`${insert}${scope.workspaceId}${select}${JSON.stringify(starts)}${rest}`;
}

/** What was given, as JSON: where it is held back, it stands there and in no column that anything counts. */
const heldJson = (score: string, words: string, comment: string, followUps: string) =>
  `jsonb_build_object('score', ${score}, 'words', to_jsonb(${words}), 'comment', ${comment}, 'followUps', ${followUps})`;

/**
 * Why the response is held back after a later snapshot of it. What a member decided stays. A flood is of responses that
 * begin: it stays with those, and no other becomes part of it. Any other suspicion is judged by the last snapshot.
 */
const KEPT = `(CASE WHEN r.released_at IS NOT NULL THEN NULL WHEN r.suspect IN ('marked', 'flood') THEN r.suspect
  ELSE nullif(excluded.suspect, 'flood') END)`;

/** One of the four columns of what was given, from the snapshot that replaces; null where it is held back. */
const given = (column: string, fromHeld: string) =>
  `CASE WHEN ${KEPT} IS NOT NULL THEN NULL WHEN excluded.held IS NULL THEN excluded.${column} ELSE ${fromHeld} END`;

/** What was blacked out stays so: from then on the comment that stands here is kept, whatever is sent again. */
const COMMENT = `CASE WHEN r.redacted_at IS NULL THEN ${given('comment', "excluded.held ->> 'comment'")}
  WHEN ${KEPT} IS NULL THEN coalesce(r.comment, r.held ->> 'comment') END`;
const KEPT_COMMENT = `CASE WHEN r.redacted_at IS NULL THEN '{}'::jsonb
  ELSE jsonb_build_object('comment', coalesce(r.comment, r.held ->> 'comment')) END`;

const wordsOf = (held: string) =>
  `CASE WHEN jsonb_typeof(${held} -> 'words') = 'array' THEN ARRAY(SELECT jsonb_array_elements_text(${held} -> 'words')) END`;
const followUpsOf = (held: string) => `nullif(${held} -> 'followUps', 'null'::jsonb)`;

const [insertTallies, selectTallies, restOfTallies] = addToTallies(BY_FACET);

/**
 * Writes snapshots and moves the tallies in one statement. `replaced_score` carries the old score out of the update, so
 * that exactly what was counted is taken back, whoever else writes the same response at the same moment.
 */
const RECORD = `
  WITH input AS (
    SELECT * FROM jsonb_to_recordset($1::text::jsonb) AS x(
      p uuid, i uuid, q int, s text, v smallint, w text[], c text, k text, n uuid, t uuid, g text, r text, a jsonb,
      o text, at timestamptz, d date, f jsonb, l text, e text, u text, y text, z text, m text, h text)
  ), open AS (
    SELECT x.*, pl.lineage_id, pl.metric, pl.wording, pl.survey_version, pl.channel
    FROM input x
    JOIN placements pl ON pl.workspace_id = $2::uuid AND pl.id = x.p AND pl.closed_at IS NULL
    WHERE (x.n IS NULL OR NOT EXISTS (
      SELECT 1 FROM responses o
      WHERE o.workspace_id = $2::uuid AND o.invitation_id = x.n AND (o.placement_id, o.id) <> (x.p, x.i)))
      AND (x.m IS NULL OR (x.m = 'existing' AND EXISTS (
        SELECT 1 FROM responses b
        WHERE b.workspace_id = $2::uuid AND b.placement_id = x.p AND b.id = x.i)))
    ORDER BY x.p, x.i
  ), written AS (
    INSERT INTO responses AS r (
      workspace_id, placement_id, id, lineage_id, metric, wording, survey_version, source, persona, segment, channel, day, seq,
      state, score, words, comment, key_hash, invitation_id, contact_id, respondent_key, attributes, received_at, changed_at,
      follow_ups, language, device, page, identity, suspect, held)
    SELECT $2::uuid, p, i, lineage_id, metric, wording, survey_version, o, g, coalesce(h, ''), channel, d, q, s,
      CASE WHEN z IS NULL THEN v END, CASE WHEN z IS NULL THEN w END, CASE WHEN z IS NULL THEN c END,
      decode(k, 'hex'), n, t, r, a, at, at, CASE WHEN z IS NULL THEN f END, l, e, u, y,
      z, CASE WHEN z IS NOT NULL THEN ${heldJson('v', 'w', 'c', 'f')} END
    FROM open
    ON CONFLICT (workspace_id, placement_id, id) DO UPDATE SET
      seq = excluded.seq, state = excluded.state, changed_at = excluded.changed_at, language = excluded.language,
      replaced_score = r.score, suspect = ${KEPT},
      score = ${given('score', "(excluded.held ->> 'score')::smallint")},
      words = ${given('words', wordsOf('excluded.held'))},
      comment = ${COMMENT},
      follow_ups = ${given('follow_ups', followUpsOf('excluded.held'))},
      held = CASE WHEN ${KEPT} IS NULL THEN NULL WHEN excluded.held IS NOT NULL THEN excluded.held
        ELSE ${heldJson('excluded.score', 'excluded.words', 'excluded.comment', 'excluded.follow_ups')} END
        || ${KEPT_COMMENT}
    WHERE excluded.seq > r.seq
      AND NOT (r.state = 'complete' AND excluded.state = 'partial')
      AND (r.key_hash IS NULL OR r.key_hash = excluded.key_hash)
      AND r.invitation_id IS NOT DISTINCT FROM excluded.invitation_id
    RETURNING r.placement_id, r.id, r.lineage_id, r.day, r.metric, r.wording, r.source, r.persona, r.segment,
      r.channel, r.score, r.replaced_score, (xmax = 0) AS fresh
  ), change AS (
    SELECT ${CHANGE}, score, 1 AS step FROM written
    WHERE score IS NOT NULL AND (fresh OR replaced_score IS DISTINCT FROM score)
    UNION ALL
    SELECT ${CHANGE}, replaced_score, -1 FROM written
    WHERE NOT fresh AND replaced_score IS NOT NULL AND replaced_score IS DISTINCT FROM score
  ), unpacked AS (
    ${unpack('$2', 'written')}
  ), unmarked AS (
    ${unmark('$2')}
  ), tallied AS (
    ${[insertTallies, '$2', selectTallies, '$3', restOfTallies].join('')}
  )
  SELECT placement_id AS p, id AS i, lineage_id AS l, fresh, score IS NOT NULL AS counted FROM written`;

const STORED = `
  SELECT x.p, x.i, pl.closed_at IS NULL AS open, r.id IS NOT NULL AS found, r.seq, r.state, r.score,
    to_json(r.words)::text AS words, r.comment, r.follow_ups::text AS follow_ups, r.held::text AS held,
    r.redacted_at IS NOT NULL AS redacted, encode(r.key_hash, 'hex') AS key_hash, r.invitation_id,
    EXISTS (SELECT 1 FROM responses o WHERE o.workspace_id = $2::uuid AND o.invitation_id = x.n
      AND (o.placement_id, o.id) <> (x.p, x.i)) AS elsewhere
  FROM jsonb_to_recordset($1::text::jsonb) AS x(p uuid, i uuid, n uuid)
  JOIN placements pl ON pl.workspace_id = $2::uuid AND pl.id = x.p
  LEFT JOIN responses r ON r.workspace_id = $2::uuid AND r.placement_id = x.p AND r.id = x.i`;

/** Channel of the database on which written answers are announced: `{"w": workspace, "l": [lineages]}`. */
export const ANSWERS_CHANNEL = 'milepost_answers';

/**
 * Records a group of snapshots in one transaction: per workspace one statement, whose tallies are exact when it
 * commits. A response may stand in a group once. Resolves after the commit, in the order given.
 *
 * @throws what the database throws; then nothing of the group is written
 */
export async function recordGroup(
  group: readonly { scope: Scope; recording: Recording }[],
  starts: ScaleStarts,
): Promise<Written[]> {
  const workspaces = [...new Set(group.map((item) => item.scope.workspaceId))].sort();
  const own = workspaces.map((workspaceId) => ({
    workspaceId,
    recordings: group.filter((item) => item.scope.workspaceId === workspaceId).map((item) => item.recording),
  }));
  const startsJson = JSON.stringify(starts);
  const replies = await database().atomically(
    own.flatMap(({ workspaceId, recordings }): Statement[] => [
      { text: ENTER_WITH_KEPT_PLAN, parameters: [workspaceId] },
      { text: RECORD, parameters: [JSON.stringify(recordings.map(rowOf)), workspaceId, startsJson] },
    ]),
  );
  const results = new Map<Recording, Written>();
  for (const [index, { workspaceId, recordings }] of own.entries()) {
    const unwritten = noteWritten(replies[index * 2 + 1] ?? [], recordings, results);
    if (unwritten.length > 0) await readStored(workspaceId, unwritten, results);
  }
  return group.map(({ recording }) => {
    const result = results.get(recording);
    if (!result) throw new Error('A recording came back without a result.');
    return result;
  });
}

/** Tells every process that listens, this one too, which lineages of a workspace have new answers. */
export async function announceAnswers(workspaceId: string, lineageIds: readonly string[]): Promise<void> {
  if (!isOpen()) return;
  const statements: Statement[] = [];
  // A notification holds less than 8,000 bytes: 100 ids fit.
  for (let start = 0; start < lineageIds.length; start += 100) {
    const payload = JSON.stringify({ w: workspaceId, l: lineageIds.slice(start, start + 100) });
    statements.push({ text: 'SELECT pg_notify($1, $2)', parameters: [ANSWERS_CHANNEL, payload] });
  }
  await database().atomically(statements);
}

/** Notes what was written and returns what was not. */
function noteWritten(
  written: readonly Row[],
  recordings: readonly Recording[],
  results: Map<Recording, Written>,
): Recording[] {
  const found = new Map(written.map((row) => [`${row.p}/${row.i}`, row]));
  return recordings.filter((recording) => {
    const row = found.get(keyOf(recording));
    if (!row) return true;
    results.set(recording, {
      wrote: row.fresh ? 'inserted' : 'replaced',
      lineageId: String(row.l),
      counted: row.counted === true,
    });
    return false;
  });
}

async function readStored(
  workspaceId: string,
  recordings: readonly Recording[],
  results: Map<Recording, Written>,
): Promise<void> {
  const asked = JSON.stringify(
    recordings.map(({ placementId, responseId, invitationId }) => ({
      ...{ p: placementId, i: responseId },
      ...(invitationId === null ? {} : { n: invitationId }),
    })),
  );
  const [, rowsFound = []] = await database().atomically([
    { text: ENTER_WITH_KEPT_PLAN, parameters: [workspaceId] },
    { text: STORED, parameters: [asked, workspaceId] },
  ]);
  const found = new Map(rowsFound.map((row) => [`${row.p}/${row.i}`, row]));
  for (const recording of recordings) {
    const row = found.get(keyOf(recording));
    results.set(recording, {
      wrote: null,
      open: row?.open === true,
      answeredElsewhere: row?.elsewhere === true,
      stored: row?.found ? storedOf(row) : null,
    });
  }
}

function storedOf(row: Record<string, unknown>): StoredRow {
  return {
    seq: Number(row.seq),
    state: row.state as StoredRow['state'],
    score: row.score as number | null,
    words: row.words === null ? null : (JSON.parse(row.words as string) as string[]),
    comment: row.comment as string | null,
    followUps: parsed<FollowUpAnswers>(row.follow_ups),
    held: parsed<HeldAnswer>(row.held),
    redacted: row.redacted === true,
    keyHash: row.key_hash as string | null,
    invitationId: row.invitation_id as string | null,
  };
}

const parsed = <T>(text: unknown): T | null => (typeof text === 'string' ? (JSON.parse(text) as T) : null);

const keyOf = (recording: Recording) => `${recording.placementId}/${recording.responseId}`;

/** A recording as the statement reads it; what is null is left out, because it only travels. */
function rowOf(r: Recording): Record<string, unknown> {
  const row: Record<string, unknown> = {
    p: r.placementId,
    i: r.responseId,
    q: r.seq,
    s: r.state,
    g: r.persona,
    o: r.source,
    at: r.receivedAt.toISOString(),
    d: r.day,
  };
  if (r.score !== null) row.v = r.score;
  if (r.words !== null) row.w = r.words;
  if (r.comment !== null) row.c = r.comment;
  if (r.keyHash !== null) row.k = r.keyHash;
  if (r.invitationId !== null) row.n = r.invitationId;
  if (r.contactId !== null) row.t = r.contactId;
  if (r.respondentKey !== null) row.r = r.respondentKey;
  if (r.attributes !== null) row.a = r.attributes;
  if (r.followUps) row.f = r.followUps;
  if (r.language) row.l = r.language;
  if (r.device) row.e = r.device;
  if (r.page) row.u = r.page;
  if (r.identity) row.y = r.identity;
  if (r.suspect) row.z = r.suspect;
  if (r.takes) row.m = r.takes;
  if (r.segment) row.h = r.segment;
  return row;
}

/** Erases one response and takes its score out of the tallies; false where there is no such response. */
export async function deleteResponse(
  scope: TxScope,
  placementId: string,
  responseId: string,
  starts: ScaleStarts,
): Promise<boolean> {
  const where = sql`placement_id = ${placementId} AND id = ${responseId}`;
  return (await deleteResponses(scope, where, starts)) === 1;
}

/** Erases every response of a contact, with its share of the tallies; returns how many there were. */
export function deleteResponsesOfContact(
  scope: TxScope,
  contactId: string,
  starts: ScaleStarts,
): Promise<number> {
  return deleteResponses(scope, sql`contact_id = ${contactId}`, starts);
}

async function deleteResponses(
  scope: TxScope,
  where: ReturnType<typeof sql>,
  starts: ScaleStarts,
): Promise<number> {
  const key = sql.raw(CHANGE);
  const gone = await scope.run((tx) =>
    rows<{ n: number }>(
      tx,
      sql`WITH gone AS (
            DELETE FROM responses WHERE workspace_id = ${scope.workspaceId} AND ${where}
            RETURNING ${key}, score
          ), change AS (
            SELECT ${key}, score, -1 AS step FROM gone WHERE score IS NOT NULL
          ), unpacked AS (
            ${unpacked(scope, 'gone')}
          ), unmarked AS (
            ${unmarked(scope)}
          ), tallied AS (
            ${tallied(scope, starts)}
          ), told AS (
            SELECT pg_notify(${ANSWERS_CHANNEL}, json_build_object('w', ${scope.workspaceId}::text, 'l', json_agg(DISTINCT lineage_id))::text)
            FROM gone HAVING count(*) > 0
          )
          SELECT (SELECT count(*) FROM gone)::int AS n, (SELECT count(*) FROM told) AS told`,
    ),
  );
  return gone[0]?.n ?? 0;
}

/**
 * Holds one response back: what was given moves out of everything that counts, and its score out of the tallies. One
 * that is held already stays as it is.
 *
 * @returns whether it changed; null where there is no such response
 */
export function holdBack(
  scope: TxScope,
  placementId: string,
  responseId: string,
  starts: ScaleStarts,
): Promise<boolean | null> {
  const held = sql.raw(heldJson('score', 'words', 'comment', 'follow_ups'));
  return moveInOrOut(scope, placementId, responseId, starts, {
    set: sql`suspect = 'marked', released_at = NULL, held = ${held}, score = NULL, words = NULL, comment = NULL,
      follow_ups = NULL`,
    where: sql`suspect IS NULL`,
    change: sql`(held ->> 'score')::smallint AS score, -1 AS step`,
  });
}

/**
 * Lets one response count that was held back, for good: no later snapshot of it is judged again.
 *
 * @returns whether it changed; null where there is no such response
 */
export function letCount(
  scope: TxScope,
  placementId: string,
  responseId: string,
  now: Date,
  starts: ScaleStarts,
): Promise<boolean | null> {
  return moveInOrOut(scope, placementId, responseId, starts, {
    set: sql`suspect = NULL, released_at = ${now.toISOString()}::timestamptz, held = NULL,
      score = (held ->> 'score')::smallint, words = ${sql.raw(wordsOf('held'))}, comment = held ->> 'comment',
      follow_ups = ${sql.raw(followUpsOf('held'))}`,
    where: sql`suspect IS NOT NULL`,
    change: sql`score, 1 AS step`,
  });
}

/** The row is locked by its update, so whoever else writes it comes before or after: what moves is what it has then. */
async function moveInOrOut(
  scope: TxScope,
  placementId: string,
  responseId: string,
  starts: ScaleStarts,
  how: { set: SQL; where: SQL; change: SQL },
): Promise<boolean | null> {
  const key = sql.raw(CHANGE);
  const own = sql`workspace_id = ${scope.workspaceId} AND placement_id = ${placementId} AND id = ${responseId}`;
  const [found] = await scope.run((tx) =>
    rows<{ moved: number; known: boolean }>(
      tx,
      sql`WITH moved AS (
            UPDATE responses SET ${how.set} WHERE ${own} AND ${how.where}
            RETURNING ${key}, score, held
          ), own AS (
            SELECT ${key}, ${how.change} FROM moved
          ), change AS (
            SELECT * FROM own WHERE score IS NOT NULL
          ), unpacked AS (
            ${unpacked(scope, 'moved')}
          ), unmarked AS (
            ${unmarked(scope)}
          ), tallied AS (
            ${tallied(scope, starts)}
          ), told AS (
            SELECT pg_notify(${ANSWERS_CHANNEL}, json_build_object('w', ${scope.workspaceId}::text, 'l', json_agg(lineage_id))::text)
            FROM moved HAVING count(*) > 0
          )
          SELECT (SELECT count(*) FROM moved)::int AS moved, (SELECT count(*) FROM told) AS told,
            EXISTS (SELECT 1 FROM responses WHERE ${own}) AS known`,
    ),
  );
  return found?.known ? found.moved === 1 : null;
}

/** Lets one recount of this workspace run at a time, so that none undoes another with what it read before. */
export async function lockRecount(scope: TxScope): Promise<void> {
  await scope.run((tx) =>
    tx.execute(sql`SELECT pg_advisory_xact_lock(hashtextextended(${`recount:${scope.workspaceId}`}, 0))`),
  );
}

/**
 * Counts some responses for another persona, or for another segment: their rows and their share of the tallies move in
 * one statement. A response is locked before it is read, so that whatever score it has then is what moves, whoever writes
 * it at the moment.
 *
 * @returns how many moved, and the lineages whose tallies changed
 */
export async function moveFacet(
  scope: TxScope,
  facet: 'persona' | 'segment',
  wanted: readonly { placementId: string; id: string; value: string }[],
  starts: ScaleStarts,
): Promise<{ moved: number; lineageIds: string[] }> {
  if (wanted.length === 0) return { moved: 0, lineageIds: [] };
  const input = JSON.stringify(
    wanted.map(({ placementId, id, value }) => ({ p: placementId, i: id, g: value })),
  );
  const column = sql.raw(facet);
  const found = await scope.run((tx) =>
    rows<{ n: number; lineages: string[] | null }>(
      tx,
      sql`WITH wanted AS (
            SELECT * FROM jsonb_to_recordset(${input}::text::jsonb) AS x(p uuid, i uuid, g text)
          ), old AS (
            SELECT r.placement_id, r.id, r.${column} AS before, w.g
            FROM responses r JOIN wanted w ON w.p = r.placement_id AND w.i = r.id
            WHERE r.workspace_id = ${scope.workspaceId} AND r.${column} <> w.g
            ORDER BY r.placement_id, r.id
            FOR UPDATE OF r
          ), moved AS (
            UPDATE responses r SET ${column} = old.g FROM old
            WHERE r.workspace_id = ${scope.workspaceId} AND r.placement_id = old.placement_id AND r.id = old.id
            RETURNING r.lineage_id, r.day, r.metric, r.wording, r.score, old.g AS after, old.before
          ), change AS (
            SELECT lineage_id, day, metric, wording, ${facet} AS facet, after AS value, score, 1 AS step
            FROM moved WHERE score IS NOT NULL
            UNION ALL
            SELECT lineage_id, day, metric, wording, ${facet}, before, score, -1 FROM moved WHERE score IS NOT NULL
          ), unpacked AS (
            ${unpacked(scope, 'moved')}
          ), unmarked AS (
            ${unmarked(scope)}
          ), tallied AS (
            ${tallied(scope, starts, BY_OWN_FACET)}
          )
          SELECT count(*)::int AS n, to_json(array_agg(DISTINCT lineage_id)) AS lineages FROM moved`,
    ),
  );
  return { moved: found[0]?.n ?? 0, lineageIds: found[0]?.lineages ?? [] };
}

/** Recounts every tally of the workspace from its responses, in place, subject by subject. */
export async function rebuildTallies(scope: TxScope, starts: ScaleStarts): Promise<void> {
  await scope.run(async (tx) => {
    await tx.execute(sql`LOCK TABLE tallies IN SHARE ROW EXCLUSIVE MODE`);
    await tx.execute(sql`DELETE FROM tallies WHERE workspace_id = ${scope.workspaceId}`);
    await tx.execute(sql`DELETE FROM week_marks WHERE workspace_id = ${scope.workspaceId}`);
    const subjects = await rows<{ id: string }>(
      tx,
      sql`SELECT id FROM lineages WHERE workspace_id = ${scope.workspaceId} ORDER BY id`,
    );
    for (const { id } of subjects) {
      await tx.execute(sql`
        WITH change AS (
          SELECT ${sql.raw(CHANGE)}, score, 1 AS step FROM responses
          WHERE workspace_id = ${scope.workspaceId} AND lineage_id = ${id} AND score IS NOT NULL
        )
        ${tallied(scope, starts)}`);
    }
  });
}
