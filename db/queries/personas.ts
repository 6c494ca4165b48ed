import { and, asc, eq, getTableColumns, inArray, isNull, sql } from 'drizzle-orm';
import type { Attributes, RuledPersona, SegmentRule } from '@/lib/journey/model/segment';
import { journeyPersonas, personas } from '../schema';
import { rows, type Scope, type TxScope } from '../scope';

/** A persona as it is stored. */
export type PersonaRow = {
  id: string;
  name: string;
  summary: string;
  role: string;
  goals: string;
  needs: string;
  expectations: string;
  preferences: string;
  quote: string;
  /** Which people it is; null: only those it was given to by hand. */
  rule: SegmentRule | null;
  retiredAt: Date | null;
};

/** What a new persona has to say of itself; the rest starts empty. */
export type NewPersona = Pick<PersonaRow, 'id' | 'name'> & Partial<Omit<PersonaRow, 'retiredAt'>>;

const { workspaceId: _, createdAt: __, ...columns } = getTableColumns(personas);

/** The rules by which answers are counted for personas, as one JSON array by name; its WHERE follows. */
export const RULED_PERSONAS = sql.raw(
  `SELECT coalesce(json_agg(json_build_object('id', p.id, 'rule', p.rule) ORDER BY p.name, p.id), '[]') FROM personas p`,
);

/** The personas of the workspace that may be chosen, by name; retired ones are not among them. */
export function listPersonas(scope: Scope): Promise<PersonaRow[]> {
  return list(scope, isNull(personas.retiredAt));
}

/** Every persona of the workspace by name, retired ones included. */
export function listAllPersonas(scope: Scope): Promise<PersonaRow[]> {
  return list(scope, undefined);
}

async function list(scope: Scope, which: ReturnType<typeof and>): Promise<PersonaRow[]> {
  const found = await scope.run((tx) =>
    tx
      .select(columns)
      .from(personas)
      .where(and(eq(personas.workspaceId, scope.workspaceId), which))
      .orderBy(asc(personas.name), asc(personas.id)),
  );
  return found as PersonaRow[];
}

/** The personas whose rules count answers: those with a rule that are not retired, by name. */
export async function listRuledPersonas(scope: Scope): Promise<RuledPersona[]> {
  const found = await scope.run((tx) =>
    rows<{ personas: RuledPersona[] }>(
      tx,
      sql`SELECT (${RULED_PERSONAS} WHERE p.workspace_id = ${scope.workspaceId} AND p.rule IS NOT NULL AND p.retired_at IS NULL) AS personas`,
    ),
  );
  return found[0]?.personas ?? [];
}

/** One persona, retired or not; null where this workspace has none of that id. */
export async function findPersona(scope: Scope, id: string): Promise<PersonaRow | null> {
  const found = await scope.run((tx) =>
    tx
      .select(columns)
      .from(personas)
      .where(and(eq(personas.workspaceId, scope.workspaceId), eq(personas.id, id))),
  );
  return (found[0] as PersonaRow | undefined) ?? null;
}

/** As `findPersona`, and makes others who change it wait until this transaction ends. */
export async function lockPersona(scope: TxScope, id: string): Promise<PersonaRow | null> {
  const found = await scope.run((tx) =>
    tx
      .select(columns)
      .from(personas)
      .where(and(eq(personas.workspaceId, scope.workspaceId), eq(personas.id, id)))
      .for('update'),
  );
  return (found[0] as PersonaRow | undefined) ?? null;
}

/** The persona of a name; null where there is none. */
export async function findPersonaOfName(scope: Scope, name: string): Promise<PersonaRow | null> {
  const found = await scope.run((tx) =>
    tx
      .select(columns)
      .from(personas)
      .where(and(eq(personas.workspaceId, scope.workspaceId), eq(personas.name, name))),
  );
  return (found[0] as PersonaRow | undefined) ?? null;
}

/** Adds a persona; false where the name is taken. */
export async function insertPersona(scope: TxScope, persona: NewPersona): Promise<boolean> {
  const added = await scope.run((tx) =>
    tx
      .insert(personas)
      .values({ workspaceId: scope.workspaceId, ...persona })
      .onConflictDoNothing()
      .returning({ id: personas.id }),
  );
  return added.length === 1;
}

export async function updatePersona(
  scope: TxScope,
  id: string,
  change: Partial<Omit<PersonaRow, 'id'>>,
): Promise<void> {
  await scope.run((tx) =>
    tx
      .update(personas)
      .set(change)
      .where(and(eq(personas.workspaceId, scope.workspaceId), eq(personas.id, id))),
  );
}

/** How many of these personas the workspace has. */
export async function countPersonas(scope: Scope, ids: readonly string[]): Promise<number> {
  if (ids.length === 0) return 0;
  const found = await scope.run((tx) =>
    tx
      .select({ id: personas.id })
      .from(personas)
      .where(and(eq(personas.workspaceId, scope.workspaceId), inArray(personas.id, [...ids]))),
  );
  return found.length;
}

/** The personas a journey is drawn for. */
export async function listPersonaIds(scope: Scope, journeyId: string): Promise<string[]> {
  const found = await scope.run((tx) =>
    tx
      .select({ id: journeyPersonas.personaId })
      .from(journeyPersonas)
      .where(
        and(eq(journeyPersonas.workspaceId, scope.workspaceId), eq(journeyPersonas.journeyId, journeyId)),
      )
      .orderBy(asc(journeyPersonas.personaId)),
  );
  return found.map((row) => row.id);
}

/** Makes these, and no others, the personas of a journey. */
export async function replacePersonas(
  scope: TxScope,
  journeyId: string,
  ids: readonly string[],
): Promise<void> {
  const { workspaceId } = scope;
  await scope.run(async (tx) => {
    await tx
      .delete(journeyPersonas)
      .where(and(eq(journeyPersonas.workspaceId, workspaceId), eq(journeyPersonas.journeyId, journeyId)));
    if (ids.length > 0) {
      await tx
        .insert(journeyPersonas)
        .values(ids.map((personaId) => ({ workspaceId, journeyId, personaId })));
    }
  });
}

/** Where a persona is used. Journeys are those not retired; answers are counted ones, ever. */
export type PersonaUse = {
  id: string;
  journeys: { id: string; title: string }[];
  answers: number;
};

/** The use of every persona of the workspace. */
export function listPersonaUse(scope: Scope): Promise<PersonaUse[]> {
  const sum = Array.from({ length: 11 }, (_, point) => `p${point}`).join(' + ');
  return scope.run((tx) =>
    rows<PersonaUse>(
      tx,
      sql`
        SELECT p.id, coalesce(a.n, 0)::int AS answers, (
          SELECT coalesce(json_agg(json_build_object('id', j.id, 'title', j.title) ORDER BY j.title, j.id), '[]')
          FROM journey_personas x JOIN journeys j ON j.workspace_id = x.workspace_id AND j.id = x.journey_id
          WHERE x.workspace_id = p.workspace_id AND x.persona_id = p.id AND j.retired_at IS NULL) AS journeys
        FROM personas p
        LEFT JOIN (
          SELECT value, sum(${sql.raw(sum)}) AS n FROM tallies
          WHERE workspace_id = ${scope.workspaceId} AND facet = 'persona' GROUP BY value
        ) a ON a.value = p.id::text
        WHERE p.workspace_id = ${scope.workspaceId}
        ORDER BY p.name, p.id`,
    ),
  );
}

/** Contacts that are alike to a segment rule, with how many they are. */
export type KnownPeople = { personaId: string | null; attributes: Attributes; people: number };

/** What is known about the contacts of the workspace: equal ones are counted together. */
export function listKnownPeople(scope: Scope): Promise<KnownPeople[]> {
  return scope.run((tx) =>
    rows<KnownPeople>(
      tx,
      sql`SELECT persona_id AS "personaId", attributes, count(*)::int AS people FROM contacts
          WHERE workspace_id = ${scope.workspaceId} GROUP BY persona_id, attributes`,
    ),
  );
}

/** The newest recount of answers that is noted, and whether one is due or running now. */
export async function findRecount(
  scope: Scope,
): Promise<{ last: { personaId: string | null; at: Date } | null; pending: boolean }> {
  const found = await scope.run((tx) =>
    rows<{ personaId: string | null; atMs: number | null; pending: boolean }>(
      tx,
      sql`SELECT l.object_id AS "personaId", (extract(epoch FROM l.happened_at) * 1000)::float8 AS "atMs",
            EXISTS (
              SELECT FROM jobs j
              WHERE j.workspace_id = ${scope.workspaceId} AND j.kind = 'recountSegments' AND j.finished_at IS NULL
                AND j.payload ->> 'late' = 'false') AS pending
          FROM (SELECT 1) one
          LEFT JOIN LATERAL (
            SELECT object_id, happened_at FROM audit_lines
            WHERE workspace_id = ${scope.workspaceId} AND action = 'response.recount'
            ORDER BY happened_at DESC, id DESC LIMIT 1) l ON true`,
    ),
  );
  const row = found[0];
  return {
    last: row?.atMs == null ? null : { personaId: row.personaId, at: new Date(row.atMs) },
    pending: row?.pending ?? false,
  };
}
