import { and, asc, eq, isNull } from 'drizzle-orm';
import type { PgUpdateSetSource } from 'drizzle-orm/pg-core';
import { journeys, remarks, touchpoints, users } from '../schema';
import type { Scope, TxScope } from '../scope';

/** What a member said about a journey, or about one of its touchpoints. */
export type RemarkRow = {
  id: string;
  journeyId: string;
  /** null: about the journey as a whole. */
  touchpointId: string | null;
  text: string;
  /** The members whom it names. */
  mentions: string[];
  createdBy: string;
  createdAt: Date;
  editedAt: Date | null;
  /** null: still open. */
  resolvedAt: Date | null;
};

/** A remark as it is shown: with its writer's name and its place. */
export type RemarkLine = RemarkRow & { author: string; touchpointTitle: string | null };

const columns = {
  id: remarks.id,
  journeyId: remarks.journeyId,
  touchpointId: remarks.touchpointId,
  text: remarks.text,
  mentions: remarks.mentions,
  createdBy: remarks.createdBy,
  createdAt: remarks.createdAt,
  editedAt: remarks.editedAt,
  resolvedAt: remarks.resolvedAt,
};

/** Everything said about a journey and its touchpoints, the oldest first; removed remarks are not. */
export function listRemarks(scope: Scope, journeyId: string): Promise<RemarkLine[]> {
  return scope.run((tx) =>
    tx
      .select({ ...columns, author: users.name, touchpointTitle: touchpoints.title })
      .from(remarks)
      .innerJoin(users, eq(users.id, remarks.createdBy))
      .leftJoin(
        touchpoints,
        and(eq(touchpoints.workspaceId, remarks.workspaceId), eq(touchpoints.id, remarks.touchpointId)),
      )
      .where(
        and(
          eq(remarks.workspaceId, scope.workspaceId),
          eq(remarks.journeyId, journeyId),
          isNull(remarks.retiredAt),
        ),
      )
      .orderBy(asc(remarks.createdAt), asc(remarks.id)),
  ) as Promise<RemarkLine[]>;
}

/** One remark; null where this workspace has none of that id, or it was removed. */
export async function findRemark(scope: Scope, id: string): Promise<RemarkRow | null> {
  const found = await scope.run((tx) =>
    tx
      .select(columns)
      .from(remarks)
      .where(and(eq(remarks.workspaceId, scope.workspaceId), eq(remarks.id, id), isNull(remarks.retiredAt))),
  );
  return found[0] ?? null;
}

/** What a mail about a remark says; null where it was removed. */
export async function findRemarkForMail(
  scope: Scope,
  id: string,
): Promise<{
  text: string;
  author: string;
  journeyId: string;
  journeyTitle: string;
  touchpointId: string | null;
  touchpointTitle: string | null;
  mentions: string[];
} | null> {
  const found = await scope.run((tx) =>
    tx
      .select({
        text: remarks.text,
        author: users.name,
        journeyId: remarks.journeyId,
        journeyTitle: journeys.title,
        touchpointId: remarks.touchpointId,
        touchpointTitle: touchpoints.title,
        mentions: remarks.mentions,
      })
      .from(remarks)
      .innerJoin(users, eq(users.id, remarks.createdBy))
      .innerJoin(
        journeys,
        and(eq(journeys.workspaceId, remarks.workspaceId), eq(journeys.id, remarks.journeyId)),
      )
      .leftJoin(
        touchpoints,
        and(eq(touchpoints.workspaceId, remarks.workspaceId), eq(touchpoints.id, remarks.touchpointId)),
      )
      .where(and(eq(remarks.workspaceId, scope.workspaceId), eq(remarks.id, id), isNull(remarks.retiredAt))),
  );
  const [row] = found;
  return row ? { ...row, author: row.author ?? '' } : null;
}

/** Adds a remark. */
export async function insertRemark(
  scope: TxScope,
  added: Pick<RemarkRow, 'id' | 'journeyId' | 'touchpointId' | 'text' | 'mentions' | 'createdBy'>,
): Promise<void> {
  await scope.run((tx) => tx.insert(remarks).values({ workspaceId: scope.workspaceId, ...added }));
}

/** Changes a remark that is known to be this workspace's. */
export async function updateRemark(
  scope: TxScope,
  id: string,
  change: PgUpdateSetSource<typeof remarks>,
): Promise<void> {
  await scope.run((tx) =>
    tx
      .update(remarks)
      .set(change)
      .where(and(eq(remarks.workspaceId, scope.workspaceId), eq(remarks.id, id))),
  );
}
