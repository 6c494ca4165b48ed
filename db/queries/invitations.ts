import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { InvitationState } from '@/lib/distribution/model';
import { contacts, invitations } from '../schema';
import { rows, type Scope, type TxScope } from '../scope';

export type InvitationRow = {
  id: string;
  campaignId: string;
  placementId: string;
  /** null once the contact was erased. */
  contactId: string | null;
  email: string | null;
  name: string | null;
  /** What the contact's list says besides; null once it was erased. */
  attributes: Record<string, string> | null;
  state: InvitationState;
  reason: string | null;
  queuedAt: Date;
  sentAt: Date | null;
  openedAt: Date | null;
};

const columns = {
  id: invitations.id,
  campaignId: invitations.campaignId,
  placementId: invitations.placementId,
  contactId: invitations.contactId,
  email: contacts.email,
  name: contacts.name,
  attributes: contacts.attributes,
  state: invitations.state,
  reason: invitations.reason,
  queuedAt: invitations.queuedAt,
  sentAt: invitations.sentAt,
  openedAt: invitations.openedAt,
};

const contact = and(
  eq(contacts.workspaceId, invitations.workspaceId),
  eq(contacts.id, invitations.contactId),
);

/** One invitation with its contact's address; null where this workspace has none of that id. */
export async function findInvitation(scope: Scope, id: string): Promise<InvitationRow | null> {
  const found = await scope.run((tx) =>
    tx
      .select(columns)
      .from(invitations)
      .leftJoin(contacts, contact)
      .where(and(eq(invitations.workspaceId, scope.workspaceId), eq(invitations.id, id))),
  );
  return (found[0] as InvitationRow | undefined) ?? null;
}

/** The same, holding the invitation and its contact until the transaction ends. */
export async function lockInvitation(scope: TxScope, id: string): Promise<InvitationRow | null> {
  await scope.run((tx) =>
    rows(
      tx,
      sql`SELECT i.id FROM invitations i WHERE i.workspace_id = ${scope.workspaceId} AND i.id = ${id} FOR UPDATE`,
    ),
  );
  return findInvitation(scope, id);
}

/** One page of a campaign's invitations by address; those of erased contacts come last. */
export async function listInvitations(
  scope: Scope,
  asked: { campaignId: string; state: InvitationState | null; offset: number; limit: number },
): Promise<(InvitationRow & { letterId: string | null; answeredAt: Date | null })[]> {
  const found = await scope.run((tx) =>
    tx
      .select({
        ...columns,
        letterId: sql<string | null>`(SELECT l.id FROM letters l
          WHERE l.workspace_id = ${invitations.workspaceId} AND l.invitation_id = ${invitations.id})`,
        answeredAt: sql<Date | string | null>`(SELECT r.received_at FROM responses r
          WHERE r.workspace_id = ${invitations.workspaceId} AND r.invitation_id = ${invitations.id} AND r.score IS NOT NULL)`,
      })
      .from(invitations)
      .leftJoin(contacts, contact)
      .where(
        and(
          eq(invitations.workspaceId, scope.workspaceId),
          eq(invitations.campaignId, asked.campaignId),
          asked.state === null ? undefined : eq(invitations.state, asked.state),
        ),
      )
      .orderBy(sql`${contacts.email} NULLS LAST`, asc(invitations.id))
      .limit(asked.limit)
      .offset(asked.offset),
  );
  return found.map((row) => ({
    ...row,
    attributes: row.attributes as Record<string, string> | null,
    state: row.state as InvitationState,
    answeredAt: row.answeredAt === null ? null : new Date(row.answeredAt),
  }));
}

/** Reasons of a campaign's invitations in a state, the most frequent first. */
export function countReasons(
  scope: Scope,
  campaignId: string,
): Promise<{ state: InvitationState; reason: string; n: number }[]> {
  return scope.run((tx) =>
    rows(
      tx,
      sql`SELECT state, reason, count(*)::int AS n FROM invitations
          WHERE workspace_id = ${scope.workspaceId} AND campaign_id = ${campaignId} AND reason IS NOT NULL
          GROUP BY state, reason ORDER BY n DESC, reason`,
    ),
  );
}

/**
 * When contacts were last asked by mail: what went out, may have gone out, waits to go out, or stands in the outbox,
 * where links can be tried as if it had been sent.
 */
export async function listLastAsked(scope: Scope, since: Date): Promise<Map<string, Date>> {
  const found = await scope.run((tx) =>
    rows<{ contactId: string; at: number }>(
      tx,
      sql`SELECT contact_id AS "contactId",
                 (extract(epoch FROM max(coalesce(sent_at, queued_at))) * 1000)::float8 AS at
          FROM invitations
          WHERE workspace_id = ${scope.workspaceId} AND contact_id IS NOT NULL
            AND state IN ('queued', 'sending', 'sent', 'written', 'complained', 'unknown')
            AND coalesce(sent_at, queued_at) >= ${since.toISOString()}::timestamptz
          GROUP BY contact_id`,
    ),
  );
  return new Map(found.map(({ contactId, at }) => [contactId, new Date(at)]));
}

export type NewInvitation = {
  id: string;
  campaignId: string;
  placementId: string;
  contactId: string;
  tokenHash: Uint8Array;
  state: 'queued' | 'left_out';
  reason: string | null;
  queuedAt: Date;
};

export async function insertInvitations(scope: TxScope, added: readonly NewInvitation[]): Promise<void> {
  await scope.run(async (tx) => {
    for (let at = 0; at < added.length; at += 500) {
      await tx
        .insert(invitations)
        .values(added.slice(at, at + 500).map((one) => ({ workspaceId: scope.workspaceId, ...one })));
    }
  });
}

/** Moves an invitation on; false, and nothing changed, where it is in none of the `from` states (any more). */
export async function moveInvitation(
  scope: TxScope,
  id: string,
  move: { from: InvitationState[]; to: InvitationState; reason?: string | null; sentAt?: Date },
): Promise<boolean> {
  const changed = await scope.run((tx) =>
    tx
      .update(invitations)
      .set({
        state: move.to,
        reason: move.reason ?? null,
        ...(move.sentAt ? { sentAt: move.sentAt } : {}),
      })
      .where(
        and(
          eq(invitations.workspaceId, scope.workspaceId),
          eq(invitations.id, id),
          inArray(invitations.state, move.from),
        ),
      )
      .returning({ id: invitations.id }),
  );
  return changed.length === 1;
}

/** Leaves the untrusted mark that a link was opened, once. */
export async function markOpened(scope: TxScope, id: string): Promise<void> {
  await scope.run((tx) =>
    tx
      .update(invitations)
      .set({ openedAt: sql`now()` })
      .where(
        and(
          eq(invitations.workspaceId, scope.workspaceId),
          eq(invitations.id, id),
          isNull(invitations.openedAt),
        ),
      ),
  );
}

/** Cuts the tie between a contact and its invitations, erases the letters, and takes those not sent yet back. */
export async function forgetContact(scope: TxScope, contactId: string): Promise<void> {
  await scope.run(async (tx) => {
    // Waits for a delivery that is just beginning, whose letter would otherwise appear after this.
    await rows(
      tx,
      sql`SELECT id FROM invitations WHERE workspace_id = ${scope.workspaceId} AND contact_id = ${contactId} FOR UPDATE`,
    );
    await rows(
      tx,
      sql`DELETE FROM letters l USING invitations i
          WHERE l.workspace_id = ${scope.workspaceId} AND i.workspace_id = l.workspace_id
            AND i.id = l.invitation_id AND i.contact_id = ${contactId}`,
    );
    await rows(
      tx,
      sql`UPDATE invitations
          SET contact_id = NULL,
              state = CASE WHEN state = 'queued' THEN 'left_out' ELSE state END,
              reason = CASE WHEN state = 'queued' THEN 'erased' ELSE reason END
          WHERE workspace_id = ${scope.workspaceId} AND contact_id = ${contactId}`,
    );
  });
}
