import { and, desc, eq, isNull } from 'drizzle-orm';
import type { PgUpdateSetSource } from 'drizzle-orm/pg-core';
import { shares, users } from '../schema';
import type { Scope, TxScope } from '../scope';

/** The right to look at one map, for whoever holds the link. */
export type ShareRow = {
  id: string;
  journeyId: string;
  name: string;
  /** null: the link is enough. */
  passwordHash: string | null;
  /** null: until it is revoked. */
  expiresAt: Date | null;
  /** Whether customers' own words are shown too. */
  showsComments: boolean;
  /** Whether pages of other sites may show it. */
  embeddable: boolean;
};

/** A share as its list shows it; the password only as a fact, the token never. */
export type ShareLine = Omit<ShareRow, 'passwordHash' | 'journeyId'> & {
  locked: boolean;
  createdAt: Date;
  /** Who made it; null where they are gone. */
  author: string | null;
};

const columns = {
  id: shares.id,
  journeyId: shares.journeyId,
  name: shares.name,
  passwordHash: shares.passwordHash,
  expiresAt: shares.expiresAt,
  showsComments: shares.showsComments,
  embeddable: shares.embeddable,
};

/** The links to a journey that were not revoked, expired ones included, the newest first. */
export async function listShares(scope: Scope, journeyId: string): Promise<ShareLine[]> {
  const found = await scope.run((tx) =>
    tx
      .select({ ...columns, createdAt: shares.createdAt, author: users.name })
      .from(shares)
      .leftJoin(users, eq(users.id, shares.createdBy))
      .where(
        and(
          eq(shares.workspaceId, scope.workspaceId),
          eq(shares.journeyId, journeyId),
          isNull(shares.revokedAt),
        ),
      )
      .orderBy(desc(shares.createdAt), desc(shares.id)),
  );
  return found.map(({ passwordHash, journeyId: _, ...share }) => ({
    ...share,
    locked: passwordHash !== null,
  }));
}

/** One share that was not revoked; null where this workspace has none of that id. */
export async function findShare(scope: Scope, id: string): Promise<ShareRow | null> {
  const found = await scope.run((tx) =>
    tx
      .select(columns)
      .from(shares)
      .where(and(eq(shares.workspaceId, scope.workspaceId), eq(shares.id, id), isNull(shares.revokedAt))),
  );
  return found[0] ?? null;
}

/** Adds a share. */
export async function insertShare(
  scope: TxScope,
  added: ShareRow & { tokenHash: Uint8Array; createdBy: string | null },
): Promise<void> {
  await scope.run((tx) => tx.insert(shares).values({ workspaceId: scope.workspaceId, ...added }));
}

/** Changes a share that is known to be this workspace's. */
export async function updateShare(
  scope: TxScope,
  id: string,
  change: PgUpdateSetSource<typeof shares>,
): Promise<void> {
  await scope.run((tx) =>
    tx
      .update(shares)
      .set(change)
      .where(and(eq(shares.workspaceId, scope.workspaceId), eq(shares.id, id))),
  );
}
