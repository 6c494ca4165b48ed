import { sql } from 'drizzle-orm';
import { rows, type Scope } from '../scope';

/** An invitation with what recording its answer needs. `stored` is the answer that was already given. */
export type AnsweringRow = {
  invitationId: string;
  placementId: string;
  contactId: string | null;
  personaId: string | null;
  stored: { id: string; seq: number; score: number | null; state: string } | null;
};

/** The invitation as its holder answers it; null where this workspace has none of that id. */
export async function findAnswering(scope: Scope, invitationId: string): Promise<AnsweringRow | null> {
  const found = await scope.run((tx) =>
    rows<Record<string, unknown>>(
      tx,
      sql`SELECT i.id, i.placement_id, i.contact_id, c.persona_id, r.id AS response_id, r.seq, r.score, r.state
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
