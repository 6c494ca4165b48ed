import { sql } from 'drizzle-orm';
import type { Attributes } from '@/lib/journey/model/segment';
import { rows, type Scope } from '../scope';

/** An invitation with what recording its answer needs. `stored` is the answer that was already given. */
export type AnsweringRow = {
  invitationId: string;
  placementId: string;
  contactId: string | null;
  personaId: string | null;
  /** What is known about the contact; null where it was erased. */
  attributes: Attributes | null;
  stored: { id: string; seq: number; score: number | null; state: string } | null;
};

/** The invitation as its holder answers it; null where this workspace has none of that id. */
export async function findAnswering(scope: Scope, invitationId: string): Promise<AnsweringRow | null> {
  const found = await scope.run((tx) =>
    rows<Record<string, unknown>>(
      tx,
      sql`SELECT i.id, i.placement_id, i.contact_id, c.persona_id, c.attributes, r.id AS response_id, r.seq, r.score, r.state
          FROM invitations i
          LEFT JOIN contacts c ON c.workspace_id = i.workspace_id AND c.id = i.contact_id
          LEFT JOIN responses r ON r.workspace_id = i.workspace_id AND r.invitation_id = i.id
          WHERE i.workspace_id = ${scope.workspaceId} AND i.id = ${invitationId}`,
    ),
  );
  const row = found[0];
  if (!row) return null;
  return {
    invitationId: row.id as string,
    placementId: row.placement_id as string,
    contactId: row.contact_id as string | null,
    personaId: row.persona_id as string | null,
    attributes: row.attributes as Attributes | null,
    stored: row.response_id
      ? {
          id: row.response_id as string,
          seq: Number(row.seq),
          score: row.score as number | null,
          state: row.state as string,
        }
      : null,
  };
}

/** A response about whose giver something is known, with the persona it is counted for ('' for none). */
export type KnownRow = {
  placementId: string;
  id: string;
  segment: string;
  /** Given to the contact by hand. */
  personaId: string | null;
  attributes: Attributes;
};

/** Where a reading of `listKnown` stopped. */
export type KnownCursor = { placementId: string; id: string };

/**
 * Responses whose giver is a contact, or that carry attributes of their own, in the order of their keys. A contact's
 * attributes come before the response's.
 *
 * @param after null: from the first
 */
export function listKnown(scope: Scope, after: KnownCursor | null, limit: number): Promise<KnownRow[]> {
  const later =
    after === null ? sql`` : sql`AND (r.placement_id, r.id) > (${after.placementId}, ${after.id})`;
  return scope.run((tx) =>
    rows<KnownRow>(
      tx,
      sql`SELECT r.placement_id AS "placementId", r.id, r.segment, c.persona_id AS "personaId",
            coalesce(c.attributes, r.attributes, '{}') AS attributes
          FROM responses r
          LEFT JOIN contacts c ON c.workspace_id = r.workspace_id AND c.id = r.contact_id
          WHERE r.workspace_id = ${scope.workspaceId} AND (c.id IS NOT NULL OR r.attributes IS NOT NULL) ${later}
          ORDER BY r.placement_id, r.id LIMIT ${limit}`,
    ),
  );
}
