import { and, asc, count, eq, inArray, sql } from 'drizzle-orm';
import type { Contact, NewContact, Recipients, StopCause } from '@/lib/distribution/model';
import { contacts, personas } from '../schema';
import type { Scope, TxScope } from '../scope';
import { listLastAsked } from './invitations';
import { listOptOuts } from './opt-outs';

const columns = {
  id: contacts.id,
  email: contacts.email,
  name: contacts.name,
  personaId: contacts.personaId,
  persona: personas.name,
  attributes: contacts.attributes,
  createdAt: contacts.createdAt,
};

const persona = and(eq(personas.workspaceId, contacts.workspaceId), eq(personas.id, contacts.personaId));

/**
 * One page of contacts by address.
 *
 * @param search part of an address or a name, in any case; '' for all
 * @returns `total` counts all that match, on every page
 */
export async function listContacts(
  scope: Scope,
  asked: { search: string; offset: number; limit: number },
): Promise<{ contacts: Contact[]; total: number }> {
  const pattern = `%${asked.search.replace(/[\\%_]/g, '\\$&')}%`;
  const where = and(
    eq(contacts.workspaceId, scope.workspaceId),
    asked.search === ''
      ? undefined
      : sql`(${contacts.email} ILIKE ${pattern} OR ${contacts.name} ILIKE ${pattern})`,
  );
  return scope.run(async (tx) => {
    const found = await tx
      .select(columns)
      .from(contacts)
      .leftJoin(personas, persona)
      .where(where)
      .orderBy(asc(contacts.email))
      .limit(asked.limit)
      .offset(asked.offset);
    const total = await tx.select({ n: count() }).from(contacts).where(where);
    return { contacts: found as Contact[], total: total[0]?.n ?? 0 };
  });
}

/** One contact; null where this workspace has none of that id. */
export async function findContact(scope: Scope, id: string): Promise<Contact | null> {
  const found = await scope.run((tx) =>
    tx
      .select(columns)
      .from(contacts)
      .leftJoin(personas, persona)
      .where(and(eq(contacts.workspaceId, scope.workspaceId), eq(contacts.id, id))),
  );
  return (found[0] as Contact | undefined) ?? null;
}

async function listRecipients(
  scope: Scope,
  recipients: Recipients,
): Promise<{ id: string; email: string; name: string }[]> {
  const which =
    recipients === 'all'
      ? undefined
      : 'personaId' in recipients
        ? eq(contacts.personaId, recipients.personaId)
        : inArray(contacts.id, recipients.contactIds);
  return scope.run((tx) =>
    tx
      .select({ id: contacts.id, email: contacts.email, name: contacts.name })
      .from(contacts)
      .where(and(eq(contacts.workspaceId, scope.workspaceId), which))
      .orderBy(asc(contacts.email)),
  );
}

/** All that decides who of some contacts may be asked. `optOuts` has the cause by the address's hash in hex. */
export type Candidates = {
  contacts: { id: string; email: string; name: string }[];
  optOuts: Map<string, StopCause>;
  lastAskedAt: Map<string, Date>;
};

/**
 * The contacts that were asked for, with what is known about asking them since an instant; null where a persona or a
 * contact that was named is not of this workspace.
 */
export async function findCandidates(
  scope: Scope,
  recipients: Recipients,
  since: Date,
): Promise<Candidates | null> {
  const found = await listRecipients(scope, recipients);
  if (recipients !== 'all') {
    const complete =
      'personaId' in recipients
        ? (await listPersonaNames(scope)).some(({ id }) => id === recipients.personaId)
        : found.length === new Set(recipients.contactIds).size;
    if (!complete) return null;
  }
  return {
    contacts: found,
    optOuts: await listOptOuts(scope),
    lastAskedAt: await listLastAsked(scope, since),
  };
}

/** Which of these addresses are contacts already. */
export async function listKnownAddresses(scope: Scope, emails: readonly string[]): Promise<Set<string>> {
  const known = new Set<string>();
  await scope.run(async (tx) => {
    for (const some of inSlices(emails, 1000)) {
      const found = await tx
        .select({ email: contacts.email })
        .from(contacts)
        .where(and(eq(contacts.workspaceId, scope.workspaceId), inArray(contacts.email, some)));
      for (const { email } of found) known.add(email);
    }
  });
  return known;
}

/** The personas of this workspace, by name. */
export function listPersonaNames(scope: Scope): Promise<{ id: string; name: string }[]> {
  return scope.run((tx) =>
    tx
      .select({ id: personas.id, name: personas.name })
      .from(personas)
      .where(eq(personas.workspaceId, scope.workspaceId))
      .orderBy(asc(personas.name)),
  );
}

/**
 * Adds contacts, or where the address is known updates them: what the new row leaves empty stays as it was, and new
 * attributes are laid over the old.
 *
 * @returns how many were new and how many were known
 */
export async function upsertContacts(
  scope: TxScope,
  added: readonly (NewContact & { id: string })[],
): Promise<{ added: number; updated: number }> {
  const result = { added: 0, updated: 0 };
  await scope.run(async (tx) => {
    for (const some of inSlices(added, 500)) {
      const written = await tx
        .insert(contacts)
        .values(some.map((contact) => ({ workspaceId: scope.workspaceId, ...contact })))
        .onConflictDoUpdate({
          target: [contacts.workspaceId, contacts.email],
          set: {
            name: sql`CASE WHEN excluded.name = '' THEN ${contacts.name} ELSE excluded.name END`,
            personaId: sql`coalesce(excluded.persona_id, ${contacts.personaId})`,
            attributes: sql`${contacts.attributes} || excluded.attributes`,
          },
        })
        // xmax is 0 exactly for a row that this statement made.
        .returning({ fresh: sql<boolean>`(xmax = 0)` });
      for (const { fresh } of written) result[fresh ? 'added' : 'updated'] += 1;
    }
  });
  return result;
}

/** Removes a contact; false where there is no such contact. */
export async function deleteContact(scope: TxScope, id: string): Promise<boolean> {
  const gone = await scope.run((tx) =>
    tx
      .delete(contacts)
      .where(and(eq(contacts.workspaceId, scope.workspaceId), eq(contacts.id, id)))
      .returning({ id: contacts.id }),
  );
  return gone.length === 1;
}

function* inSlices<T>(all: readonly T[], size: number): Generator<T[]> {
  for (let at = 0; at < all.length; at += size) yield all.slice(at, at + size);
}
