import { and, eq, inArray, sql } from 'drizzle-orm';
import { optOuts } from '../schema';
import type { Scope, TxScope } from '../scope';

/** The hashes (hex) of every address of this workspace that may not be written to. */
export async function listOptOuts(scope: Scope): Promise<Set<string>> {
  const found = await scope.run((tx) =>
    tx
      .select({ hash: sql<string>`encode(${optOuts.addressHash}, 'hex')` })
      .from(optOuts)
      .where(eq(optOuts.workspaceId, scope.workspaceId)),
  );
  return new Set(found.map(({ hash }) => hash));
}

/** Which of some address hashes (hex) may not be written to. */
export async function findOptOuts(scope: Scope, hashes: readonly Uint8Array[]): Promise<Set<string>> {
  if (hashes.length === 0) return new Set();
  const found = await scope.run((tx) =>
    tx
      .select({ hash: sql<string>`encode(${optOuts.addressHash}, 'hex')` })
      .from(optOuts)
      .where(and(eq(optOuts.workspaceId, scope.workspaceId), inArray(optOuts.addressHash, [...hashes]))),
  );
  return new Set(found.map(({ hash }) => hash));
}

/** Notes that an address may not be written to; a second time changes nothing. */
export async function insertOptOut(scope: TxScope, addressHash: Uint8Array): Promise<void> {
  await scope.run((tx) =>
    tx.insert(optOuts).values({ workspaceId: scope.workspaceId, addressHash }).onConflictDoNothing(),
  );
}
