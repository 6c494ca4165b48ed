import { and, asc, eq, inArray } from 'drizzle-orm';
import { journeyPersonas, personas } from '../schema';
import type { Scope, TxScope } from '../scope';

export type PersonaRow = { id: string; name: string; summary: string };

const columns = { id: personas.id, name: personas.name, summary: personas.summary };

/** Every persona of the workspace, by name. */
export function listPersonas(scope: Scope): Promise<PersonaRow[]> {
  return scope.run((tx) =>
    tx
      .select(columns)
      .from(personas)
      .where(eq(personas.workspaceId, scope.workspaceId))
      .orderBy(asc(personas.name)),
  );
}

/** One persona; null where this workspace has none of that id. */
export async function findPersona(scope: Scope, id: string): Promise<PersonaRow | null> {
  const found = await scope.run((tx) =>
    tx
      .select(columns)
      .from(personas)
      .where(and(eq(personas.workspaceId, scope.workspaceId), eq(personas.id, id))),
  );
  return found[0] ?? null;
}

/** The persona of a name; null where there is none. */
export async function findPersonaOfName(scope: Scope, name: string): Promise<PersonaRow | null> {
  const found = await scope.run((tx) =>
    tx
      .select(columns)
      .from(personas)
      .where(and(eq(personas.workspaceId, scope.workspaceId), eq(personas.name, name))),
  );
  return found[0] ?? null;
}

/** Adds a persona; false where the name is taken. */
export async function insertPersona(scope: TxScope, persona: PersonaRow): Promise<boolean> {
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
