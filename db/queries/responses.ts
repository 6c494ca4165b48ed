import { type SQL, sql } from 'drizzle-orm';
import type { Attributes } from '@/lib/journey/model/segment';
import type { HeldAnswer } from '@/lib/response/model';
import type { SuspectFilter, SuspectView } from '@/lib/response/model/suspect';
import { rows, type Scope } from '../scope';
import { subjectTitleOf } from './subjects';

/** An invitation with what recording its answer needs. `stored` is the answer that was already given. */
export type AnsweringRow = {
  invitationId: string;
  placementId: string;
  contactId: string | null;
  personaId: string | null;
  /** null where the contact was erased. */
  name: string | null;
  /** What is known about the contact; null where it was erased. */
  attributes: Attributes | null;
  stored: { id: string; seq: number; score: number | null; state: string } | null;
};

/** The invitation as its holder answers it; null where this workspace has none of that id. */
export async function findAnswering(scope: Scope, invitationId: string): Promise<AnsweringRow | null> {
  const found = await scope.run((tx) =>
    rows<Record<string, unknown>>(
      tx,
      sql`SELECT i.id, i.placement_id, i.contact_id, c.persona_id, c.name, c.attributes,
            r.id AS response_id, r.seq, r.score, r.state
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
    name: row.name as string | null,
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
  persona: string;
  segment: string;
  /** Given to the contact by hand. */
  personaId: string | null;
  attributes: Attributes;
};

/** Where a reading of `listKnown` stopped. */
export type KnownCursor = { placementId: string; id: string };

/**
 * Responses whose giver is a contact, or that carry attributes of their own, in the order of their keys. A contact's
 * attributes come before the response's; what an unsigned visitor said of themselves decides nothing.
 *
 * @param after null: from the first
 */
export function listKnown(scope: Scope, after: KnownCursor | null, limit: number): Promise<KnownRow[]> {
  const later =
    after === null ? sql`` : sql`AND (r.placement_id, r.id) > (${after.placementId}, ${after.id})`;
  return scope.run((tx) =>
    rows<KnownRow>(
      tx,
      sql`SELECT r.placement_id AS "placementId", r.id, r.persona, r.segment,
            c.persona_id AS "personaId",
            coalesce(c.attributes, r.attributes, '{}') AS attributes
          FROM responses r
          LEFT JOIN contacts c ON c.workspace_id = r.workspace_id AND c.id = r.contact_id
          WHERE r.workspace_id = ${scope.workspaceId}
            AND (c.id IS NOT NULL OR (r.attributes IS NOT NULL AND r.identity IS DISTINCT FROM 'unverified')) ${later}
          ORDER BY r.placement_id, r.id LIMIT ${limit}`,
    ),
  );
}

/** How many responses are held back. */
export async function countHeld(scope: Scope, filter: SuspectFilter): Promise<number> {
  const found = await scope.run((tx) =>
    rows<{ n: number }>(tx, sql`SELECT count(*)::int AS n ${heldWhere(scope, filter)}`),
  );
  return found[0]?.n ?? 0;
}

/** Responses that are held back, the newest first, at most `most`. */
export async function listHeld(scope: Scope, filter: SuspectFilter, most: number): Promise<SuspectView[]> {
  const found = await scope.run((tx) =>
    rows<Omit<SuspectView, keyof HeldAnswer | 'receivedAt'> & { held: HeldAnswer; receivedMs: number }>(
      tx,
      sql`SELECT r.placement_id AS "placementId", r.id, r.suspect AS reason, p.survey_id AS "surveyId",
            s.title AS "surveyTitle", r.metric, r.lineage_id AS "lineageId", r.source, r.state, r.held, r.language,
            r.device, r.page, (extract(epoch FROM r.received_at) * 1000)::float8 AS "receivedMs",
            ${subjectTitleOf(sql`r.workspace_id`, sql`r.lineage_id`)} AS "subjectTitle"
          ${heldWhere(scope, filter)}
          ORDER BY r.received_at DESC, r.placement_id, r.id LIMIT ${most}`,
    ),
  );
  return found.map(({ held, receivedMs, ...row }) => ({ ...row, ...held, receivedAt: new Date(receivedMs) }));
}

function heldWhere(scope: Scope, { surveyId, lineageId, reason }: SuspectFilter): SQL {
  return sql`FROM responses r
    JOIN placements p ON p.workspace_id = r.workspace_id AND p.id = r.placement_id
    JOIN surveys s ON s.workspace_id = p.workspace_id AND s.id = p.survey_id
    WHERE r.workspace_id = ${scope.workspaceId} AND r.suspect IS NOT NULL
      ${surveyId === undefined ? sql`` : sql`AND p.survey_id = ${surveyId}`}
      ${lineageId === undefined ? sql`` : sql`AND r.lineage_id = ${lineageId}`}
      ${reason === undefined ? sql`` : sql`AND r.suspect = ${reason}`}`;
}
