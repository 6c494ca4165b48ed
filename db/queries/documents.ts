import { type SQL, sql } from 'drizzle-orm';
import { DOCUMENT_FORMAT, DOCUMENT_VERSION, type JourneyDocument } from '@/lib/journey/model/document';
import { STATEMENT_KINDS, type StatementKind } from '@/lib/journey/model/statement';
import { rows, type Scope, type TxScope } from '../scope';
import { findTree, updateJourney } from './journeys';
import { insertLineages } from './lineages';
import { replacePersonas } from './personas';
import { listContaining, lockSubJourneys } from './sub-journeys';

/**
 * One journey as a whole, as its map shows it now: what a version keeps and an export holds. Of one of our own answers
 * it names only the ids, so that an erased answer is nowhere else. Edits that happen meanwhile are in it as a whole or
 * not at all. null where this workspace has no such journey.
 */
export function findDocument(scope: Scope, journeyId: string): Promise<JourneyDocument | null> {
  return scope.snapshot((still) => readDocument(still, journeyId));
}

async function readDocument(scope: Scope, journeyId: string): Promise<JourneyDocument | null> {
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
    stages: stages.map((one) => pick(one, OF_STAGE)),
    touchpoints: touchpoints.map((one) => {
      const instants = splits.get(one.id);
      return {
        ...pick(one, OF_TOUCHPOINT),
        moment: one.momentPolarity && { polarity: one.momentPolarity, reason: one.momentReason },
        splitAt: instants?.splitAt ?? null,
        absorbed: instants?.absorbed ?? [],
      };
    }),
    statements: bySubject(
      tree.statements
        .filter(
          (one) =>
            (one.touchpointId === null || ids.has(one.touchpointId)) &&
            (one.stageId === null || stageIds.has(one.stageId)),
        )
        .map((one) => ({ ...pick(one, OF_STATEMENT), evidence: evidence.get(one.id) ?? [] })),
      stages,
      touchpoints,
    ),
    links: tree.links
      .filter(({ fromId, toId }) => (fromId === null || ids.has(fromId)) && (toId === null || ids.has(toId)))
      .map((one) => pick(one, ['id', 'kind', 'fromId', 'toId', 'label', 'shareRatio'])),
    handoffs: tree.handoffs
      .filter(({ fromId, toId }) => ids.has(fromId) && ids.has(toId))
      .map((one) =>
        pick(one, ['id', 'fromId', 'toId', 'passes', 'promisedMinutes', 'recovery', 'lineageId']),
      ),
    researchQuestions: tree.researchQuestions.map((one) => pick(one, ['id', 'text', 'answer', 'answered'])),
  };
}

/** What a document named that this workspace no longer has, or never had; it was left out of the map. Ids, each once. */
export type Lost = {
  members: string[];
  teams: string[];
  personas: string[];
  /** Also those that are this journey or meanwhile have it below themselves: they would close a circle. */
  subJourneys: string[];
  /** Own answers that were evidence. */
  responses: string[];
};

/**
 * Makes a journey's map equal to the document: what it holds is put back or added under its own id, the rest of the map
 * is retired. Answers, markers, decisions, remarks, reviews and versions stay. Teams, channels and personas belong to the
 * workspace and are only referred to; so does the journey's own lineage, which never changes. What was already hidden
 * with a retired stage or touchpoint stays with it, so that restoring that one still brings it back.
 *
 * The caller holds the journey's lock and has checked the document's ids against each other. null where an id of the
 * document belongs to another journey, or a touchpoint has the lineage that another one of this journey has: refuse then,
 * so that the transaction ends without a trace.
 */
export async function writeDocument(
  tx: TxScope,
  journeyId: string,
  document: JourneyDocument,
): Promise<Lost | null> {
  if (await hasLineagesElsewhere(tx, journeyId, document)) return null;
  const known = await findKnown(tx, document);
  if (known.subJourneys.size > 0) {
    await lockSubJourneys(tx);
    for (const id of await listContaining(tx, [...known.subJourneys], journeyId))
      known.subJourneys.delete(id);
  }
  const lost = { members: [], teams: [], personas: [], subJourneys: [], responses: [] } as Lost;
  const keep = (list: keyof Lost, id: string | null): string | null => {
    if (id === null || known[list].has(id)) return id;
    if (!lost[list].includes(id)) lost[list].push(id);
    return null;
  };
  const kept = (list: keyof Lost, ids: readonly string[]) => ids.flatMap((id) => keep(list, id) ?? []);

  const { lineageId: _, ownerUserId, ...journey } = document.journey;
  await updateJourney(tx, journeyId, { ...journey, ownerUserId: keep('members', ownerUserId) });
  const personas = document.personas.map(({ id }) => id);
  await replacePersonas(tx, journeyId, kept('personas', personas));

  await insertLineages(
    tx,
    'touchpoint',
    document.touchpoints.flatMap((one) => [one.lineageId, ...one.absorbed.map(({ lineageId }) => lineageId)]),
  );
  await insertLineages(
    tx,
    'handoff',
    document.handoffs.flatMap(({ lineageId }) => lineageId ?? []),
  );

  const stages = document.stages.map(({ contributorTeamIds: __, ownerTeamId, ...one }, position) => ({
    ...one,
    ownerTeamId: keep('teams', ownerTeamId),
    position,
  }));
  const places = new Map<string, number>();
  const next = (place: string) => {
    const position = places.get(place) ?? 0;
    places.set(place, position + 1);
    return position;
  };
  const touchpoints = document.touchpoints.map(
    ({ contributorTeamIds: __, absorbed: ___, moment, ...one }) => ({
      ...one,
      ownerTeamId: keep('teams', one.ownerTeamId),
      ownerUserId: keep('members', one.ownerUserId),
      subJourneyId: keep('subJourneys', one.subJourneyId),
      momentPolarity: moment?.polarity ?? null,
      momentReason: moment?.reason ?? null,
      position: next(one.stageId),
    }),
  );
  const statements = document.statements.map(({ evidence: __, ...one }) => ({
    ...one,
    personaId: keep('personas', one.personaId),
    position: next(`${one.stageId} ${one.touchpointId} ${one.kind}`),
  }));
  const evidence = document.statements.flatMap((statement) =>
    statement.evidence
      .filter(({ responseId }) => responseId === null || keep('responses', responseId) !== null)
      .map((one) => ({
        ...one,
        statementId: statement.id,
        quote: one.responseId === null ? one.quote : '',
      })),
  );

  const written = [
    await upsert(tx, journeyId, STAGES, stages),
    await upsert(tx, journeyId, TOUCHPOINTS, touchpoints),
    await upsert(tx, journeyId, STATEMENTS, statements),
  ];
  await retireOthers(tx, journeyId, document);
  await deleteOthers(tx, journeyId, document);
  written.push(
    await upsert(tx, journeyId, LINKS, document.links),
    await upsert(tx, journeyId, HANDOFFS, document.handoffs),
    await upsert(
      tx,
      journeyId,
      QUESTIONS,
      document.researchQuestions.map((one, position) => ({ ...one, position })),
    ),
  );
  if (written.includes(false)) return null;
  if (!(await upsertEvidence(tx, journeyId, evidence))) return null;
  const memberOf = (list: { id: string; contributorTeamIds: string[] }[]) =>
    list.flatMap(({ id, contributorTeamIds }) =>
      kept('teams', contributorTeamIds).map((teamId) => ({ id, teamId })),
    );
  await insertContributors(tx, 'stage', memberOf(document.stages));
  await insertContributors(tx, 'touchpoint', memberOf(document.touchpoints));
  await insertAbsorptions(tx, journeyId, document);
  return lost;
}

/** A table of a journey whose rows carry their own id: its columns by the document's names, with their SQL types. */
type Shape = {
  table: string;
  columns: Readonly<Record<string, string>>;
  /** Columns that the document does not hold: what a new row has, and what becomes of an old one. */
  also?: readonly { column: string; added: SQL; changed: SQL }[];
  /** What must not differ in an old row. */
  fixed?: string;
};

const BACK = { column: 'retired_at', added: sql`NULL::timestamptz`, changed: sql`NULL` };

const STAGES: Shape = {
  table: 'stages',
  columns: {
    title: 'text',
    goal: 'text',
    successCriterion: 'text',
    targetMetric: 'text',
    targetValue: 'float8',
    ownerTeamId: 'uuid',
    position: 'int',
  },
  also: [BACK],
};

const TOUCHPOINTS: Shape = {
  table: 'touchpoints',
  columns: {
    stageId: 'uuid',
    lineageId: 'uuid',
    title: 'text',
    channels: 'text[]',
    kind: 'text',
    visibility: 'text',
    trigger: 'text',
    delayMinutes: 'int',
    durationMinutes: 'int',
    motivation: 'text',
    promise: 'text',
    toldNext: 'text',
    contactRole: 'text',
    importanceCustomer: 'int',
    importanceBusiness: 'int',
    importanceSource: 'text',
    importanceReason: 'text',
    decision: 'text',
    decisionReason: 'text',
    information: 'jsonb',
    playbook: 'text',
    reviewCadenceDays: 'int',
    subJourneyId: 'uuid',
    splitFromId: 'uuid',
    splitAt: 'timestamptz',
    ownerUserId: 'uuid',
    ownerTeamId: 'uuid',
    momentPolarity: 'text',
    momentReason: 'text',
    expectedEmotion: 'numeric',
    position: 'int',
  },
  also: [BACK],
  fixed: 'lineage_id',
};

const STATEMENTS: Shape = {
  table: 'statements',
  columns: {
    stageId: 'uuid',
    touchpointId: 'uuid',
    kind: 'text',
    effect: 'text',
    text: 'text',
    state: 'text',
    personaId: 'uuid',
    expiresOn: 'date',
    position: 'int',
  },
  also: [
    BACK,
    {
      column: 'state_changed_at',
      added: sql`now()`,
      changed: sql`CASE WHEN o.state = excluded.state THEN o.state_changed_at ELSE now() END`,
    },
  ],
};

const LINKS: Shape = {
  table: 'links',
  columns: { kind: 'text', fromId: 'uuid', toId: 'uuid', label: 'text', shareRatio: 'float8' },
};

const HANDOFFS: Shape = {
  table: 'handoffs',
  columns: {
    fromId: 'uuid',
    toId: 'uuid',
    passes: 'text',
    promisedMinutes: 'int',
    recovery: 'text',
    lineageId: 'uuid',
  },
};

const QUESTIONS: Shape = {
  table: 'research_questions',
  columns: { text: 'text', answer: 'text', position: 'int' },
  also: [
    {
      column: 'answered_at',
      added: sql`CASE WHEN (d.item ->> 'answered')::boolean THEN now() END`,
      changed: sql`CASE WHEN excluded.answered_at IS NOT NULL THEN coalesce(o.answered_at, now()) END`,
    },
  ],
};

/** Adds the rows, or makes those of the same id equal; false where one of them belongs to another journey. */
async function upsert(
  tx: TxScope,
  journeyId: string,
  { table, columns, also = [], fixed }: Shape,
  list: readonly { id: string }[],
): Promise<boolean> {
  if (list.length === 0) return true;
  const names = Object.keys(columns);
  const inTable = names.map(snake);
  const written = await tx.run((t) =>
    rows<{ id: string }>(
      t,
      sql`
        INSERT INTO ${sql.identifier(table)} AS o
          (${sql.raw(['workspace_id', 'journey_id', 'id', ...inTable, ...also.map(({ column }) => column)].join(', '))})
        SELECT ${tx.workspaceId}::uuid, ${journeyId}::uuid, r.id${sql.raw(names.map((name) => `, r."${name}"`).join(''))}
          ${sql.join(also.map(({ added }) => sql`, ${added}`))}
        FROM jsonb_array_elements(${JSON.stringify(list)}::text::jsonb) AS d (item)
        CROSS JOIN LATERAL jsonb_to_record(d.item) AS r
          (id uuid${sql.raw(names.map((name) => `, "${name}" ${columns[name]}`).join(''))})
        ON CONFLICT (workspace_id, id) DO UPDATE SET
          ${sql.raw(inTable.map((name) => `${name} = excluded.${name}`).join(', '))}
          ${sql.join(also.map(({ column, changed }) => sql`, ${sql.identifier(column)} = ${changed}`))}
        WHERE o.journey_id = excluded.journey_id
          ${fixed ? sql.raw(`AND o.${fixed} = excluded.${fixed}`) : sql``}
        RETURNING o.id`,
    ),
  );
  return written.length === list.length;
}

async function upsertEvidence(
  tx: TxScope,
  journeyId: string,
  list: readonly (Evidence & { statementId: string })[],
): Promise<boolean> {
  if (list.length === 0) return true;
  const createdBy = tx.actor.kind === 'member' ? tx.actor.userId : null;
  const written = await tx.run((t) =>
    rows<{ id: string }>(
      t,
      sql`
        INSERT INTO evidence AS o (workspace_id, id, statement_id, kind, stance, method, gathered_on, n, quote, link,
          placement_id, response_id, expires_on, created_by)
        SELECT ${tx.workspaceId}::uuid, r.id, r."statementId", r.kind, r.stance, r.method, r."gatheredOn", r.n, r.quote,
          r.link, r."placementId", r."responseId", r."expiresOn", ${createdBy}::uuid
        FROM jsonb_to_recordset(${JSON.stringify(list)}::text::jsonb) AS r
          (id uuid, "statementId" uuid, kind text, stance text, method text, "gatheredOn" date, n int, quote text,
           link text, "placementId" uuid, "responseId" uuid, "expiresOn" date)
        ON CONFLICT (workspace_id, id) DO UPDATE SET
          statement_id = excluded.statement_id, kind = excluded.kind, stance = excluded.stance,
          method = excluded.method, gathered_on = excluded.gathered_on, n = excluded.n, quote = excluded.quote,
          link = excluded.link, placement_id = excluded.placement_id, response_id = excluded.response_id,
          expires_on = excluded.expires_on
        WHERE EXISTS (
          SELECT FROM statements s
          WHERE s.workspace_id = o.workspace_id AND s.id = o.statement_id AND s.journey_id = ${journeyId}::uuid)
        RETURNING o.id`,
    ),
  );
  return written.length === list.length;
}

/** Retires what the document leaves out and the map would show. */
async function retireOthers(tx: TxScope, journeyId: string, document: JourneyDocument): Promise<void> {
  const { stages, touchpoints, statements } = idsOf(document);
  const here = sql`workspace_id = ${tx.workspaceId} AND journey_id = ${journeyId} AND retired_at IS NULL`;
  await tx.run(async (t) => {
    await t.execute(sql`UPDATE stages SET retired_at = now() WHERE ${here} AND NOT ${among('id', stages)}`);
    await t.execute(sql`
      UPDATE touchpoints SET retired_at = now()
      WHERE ${here} AND ${among('stage_id', stages)} AND NOT ${among('id', touchpoints)}`);
    await t.execute(sql`
      UPDATE statements SET retired_at = now()
      WHERE ${here} AND NOT ${among('id', statements)}
        AND (stage_id IS NULL OR ${among('stage_id', stages)})
        AND (touchpoint_id IS NULL OR ${among('touchpoint_id', touchpoints)})`);
  });
}

/** Deletes what the document leaves out, or says anew, of that which is not retired but deleted. */
async function deleteOthers(tx: TxScope, journeyId: string, document: JourneyDocument): Promise<void> {
  const { stages, touchpoints, statements, evidence, links, handoffs, questions } = idsOf(document);
  const { workspaceId } = tx;
  const here = sql`workspace_id = ${workspaceId} AND journey_id = ${journeyId}`;
  const lineageIds = document.touchpoints.flatMap((one) => [
    one.lineageId,
    ...one.absorbed.map(({ lineageId }) => lineageId),
  ]);
  await tx.run(async (t) => {
    await t.execute(sql`
      DELETE FROM links WHERE ${here} AND NOT ${among('id', links)}
        AND (from_id IS NULL OR ${among('from_id', touchpoints)}) AND (to_id IS NULL OR ${among('to_id', touchpoints)})`);
    // Two that swap their ends would meet while the one is written and the other is not yet.
    await t.execute(sql`
      DELETE FROM handoffs WHERE ${here} AND (${among('id', handoffs)}
        OR (${among('from_id', touchpoints)} AND ${among('to_id', touchpoints)}))`);
    await t.execute(sql`DELETE FROM research_questions WHERE ${here} AND NOT ${among('id', questions)}`);
    await t.execute(sql`
      DELETE FROM evidence WHERE workspace_id = ${workspaceId} AND NOT ${among('id', evidence)}
        AND statement_id IN (SELECT id FROM statements WHERE ${here} AND ${among('id', statements)})`);
    await t.execute(
      sql`DELETE FROM stage_teams WHERE workspace_id = ${workspaceId} AND ${among('stage_id', stages)}`,
    );
    await t.execute(
      sql`DELETE FROM touchpoint_teams WHERE workspace_id = ${workspaceId} AND ${among('touchpoint_id', touchpoints)}`,
    );
    await t.execute(sql`
      DELETE FROM absorptions
      WHERE ${here} AND (${among('touchpoint_id', touchpoints)} OR ${among('lineage_id', lineageIds)})`);
  });
}

async function insertContributors(
  tx: TxScope,
  of: 'stage' | 'touchpoint',
  list: readonly { id: string; teamId: string }[],
): Promise<void> {
  if (list.length === 0) return;
  await tx.run((t) =>
    t.execute(sql`
      INSERT INTO ${sql.identifier(`${of}_teams`)} (workspace_id, ${sql.identifier(`${of}_id`)}, team_id)
      SELECT DISTINCT ${tx.workspaceId}::uuid, r.id, r."teamId"
      FROM jsonb_to_recordset(${JSON.stringify(list)}::text::jsonb) AS r (id uuid, "teamId" uuid)`),
  );
}

async function insertAbsorptions(tx: TxScope, journeyId: string, document: JourneyDocument): Promise<void> {
  const list = document.touchpoints.flatMap(({ id, absorbed }) =>
    absorbed.map((one) => ({ ...one, touchpointId: id })),
  );
  if (list.length === 0) return;
  await tx.run((t) =>
    t.execute(sql`
      INSERT INTO absorptions (workspace_id, journey_id, lineage_id, touchpoint_id, absorbed_at)
      SELECT ${tx.workspaceId}::uuid, ${journeyId}::uuid, r."lineageId", r."touchpointId", r."absorbedAt"
      FROM jsonb_to_recordset(${JSON.stringify(list)}::text::jsonb) AS r
        ("lineageId" uuid, "touchpointId" uuid, "absorbedAt" timestamptz)`),
  );
}

/** Whether a touchpoint of the journey that is another than the document's has the lineage of the document's. */
async function hasLineagesElsewhere(
  scope: Scope,
  journeyId: string,
  document: JourneyDocument,
): Promise<boolean> {
  const list = document.touchpoints.map(({ id, lineageId }) => ({ id, lineageId }));
  const found = await scope.run((tx) =>
    rows(
      tx,
      sql`
        SELECT FROM jsonb_to_recordset(${JSON.stringify(list)}::text::jsonb) AS r (id uuid, "lineageId" uuid)
        JOIN touchpoints t ON t.lineage_id = r."lineageId" AND t.id <> r.id
        WHERE t.workspace_id = ${scope.workspaceId} AND t.journey_id = ${journeyId} LIMIT 1`,
    ),
  );
  return found.length > 0;
}

/** Which of the document's references this workspace still has. */
async function findKnown(scope: Scope, document: JourneyDocument): Promise<Record<keyof Lost, Set<string>>> {
  const { journey, personas, stages, touchpoints, statements } = document;
  const asked: Record<keyof Lost, (string | null)[]> = {
    members: [journey.ownerUserId, ...touchpoints.map(({ ownerUserId }) => ownerUserId)],
    teams: [...stages, ...touchpoints].flatMap((one) => [one.ownerTeamId, ...one.contributorTeamIds]),
    personas: [...personas.map(({ id }) => id), ...statements.map(({ personaId }) => personaId)],
    subJourneys: touchpoints.map(({ subJourneyId }) => subJourneyId),
    responses: [],
  };
  const answers = statements.flatMap(({ evidence }) =>
    evidence.flatMap(({ placementId, responseId }) =>
      placementId && responseId ? [{ placementId, responseId }] : [],
    ),
  );
  const some = (table: string, column: string, ids: (string | null)[]) => sql`
    ARRAY(SELECT ${sql.identifier(column)} FROM ${sql.identifier(table)}
      WHERE workspace_id = ${scope.workspaceId}
        AND ${among(column, [...new Set(ids.filter((id) => id !== null))])})`;
  const [found] = await scope.run((tx) =>
    rows<Record<keyof Lost, string[]>>(
      tx,
      sql`
        SELECT ${some('members', 'user_id', asked.members)} AS members, ${some('teams', 'id', asked.teams)} AS teams,
          ${some('personas', 'id', asked.personas)} AS personas,
          ${some('journeys', 'id', asked.subJourneys)} AS "subJourneys",
          ARRAY(
            SELECT a.id FROM responses a
            JOIN jsonb_to_recordset(${JSON.stringify(answers)}::text::jsonb) AS r ("placementId" uuid, "responseId" uuid)
              ON a.placement_id = r."placementId" AND a.id = r."responseId"
            WHERE a.workspace_id = ${scope.workspaceId}) AS responses`,
    ),
  );
  const setOf = (list: keyof Lost) => new Set(found?.[list] ?? []);
  return {
    members: setOf('members'),
    teams: setOf('teams'),
    personas: setOf('personas'),
    subJourneys: setOf('subJourneys'),
    responses: setOf('responses'),
  };
}

function idsOf({ stages, touchpoints, statements, links, handoffs, researchQuestions }: JourneyDocument) {
  const of = (list: readonly { id: string }[]) => list.map(({ id }) => id);
  return {
    stages: of(stages),
    touchpoints: of(touchpoints),
    statements: of(statements),
    evidence: of(statements.flatMap((one) => one.evidence)),
    links: of(links),
    handoffs: of(handoffs),
    questions: of(researchQuestions),
  };
}

/** Whether a column is one of these ids; never null where the column is not. */
function among(column: string, ids: readonly string[]): SQL {
  return sql`(${sql.identifier(column)} IN (
    SELECT x::uuid FROM jsonb_array_elements_text(${JSON.stringify(ids)}::text::jsonb) AS x))`;
}

/** Only what a document holds: a map's tree says more. */
const OF_TOUCHPOINT = [
  'id',
  'stageId',
  'lineageId',
  'title',
  'channels',
  'kind',
  'visibility',
  'trigger',
  'delayMinutes',
  'durationMinutes',
  'motivation',
  'promise',
  'toldNext',
  'contactRole',
  'importanceCustomer',
  'importanceBusiness',
  'importanceSource',
  'importanceReason',
  'decision',
  'decisionReason',
  'information',
  'playbook',
  'reviewCadenceDays',
  'subJourneyId',
  'splitFromId',
  'ownerUserId',
  'ownerTeamId',
  'contributorTeamIds',
  'expectedEmotion',
] as const;
const OF_STAGE = [
  'id',
  'title',
  'goal',
  'successCriterion',
  'targetMetric',
  'targetValue',
  'ownerTeamId',
  'contributorTeamIds',
] as const;
const OF_STATEMENT = [
  'id',
  'stageId',
  'touchpointId',
  'kind',
  'effect',
  'text',
  'state',
  'personaId',
  'expiresOn',
] as const;

function pick<T, K extends keyof T>(one: T, keys: readonly K[]): Pick<T, K> {
  return Object.fromEntries(keys.map((key) => [key, one[key]])) as Pick<T, K>;
}

const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** Statements in the order of what they are about, and there of their kind, so that equal maps give equal documents. */
function bySubject<T extends { stageId: string | null; touchpointId: string | null; kind: StatementKind }>(
  list: T[],
  stages: readonly { id: string }[],
  touchpoints: readonly { id: string }[],
): T[] {
  const place = new Map([...stages, ...touchpoints].map(({ id }, index) => [id, index + 1]));
  const of = (one: T) => [
    place.get(one.touchpointId ?? one.stageId ?? '') ?? 0,
    STATEMENT_KINDS.indexOf(one.kind),
  ];
  const keyed = list.map((one) => ({ one, key: of(one) as [number, number] }));
  return keyed.sort((a, b) => a.key[0] - b.key[0] || a.key[1] - b.key[1]).map(({ one }) => one);
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
