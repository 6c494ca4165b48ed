import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import { apiKeys } from '../schema';
import type { Scope, TxScope } from '../scope';

/** An API key as it may be shown: `hint` is its last four characters; one that `writes` may also bring data in. */
export type ApiKey = { id: string; name: string; hint: string; writes: boolean; createdAt: Date };

/** The keys that work, the oldest first. */
export function listApiKeys(scope: Scope): Promise<ApiKey[]> {
  return scope.run((tx) =>
    tx
      .select({
        id: apiKeys.id,
        name: apiKeys.name,
        hint: apiKeys.hint,
        writes: apiKeys.writes,
        createdAt: apiKeys.createdAt,
      })
      .from(apiKeys)
      .where(and(eq(apiKeys.workspaceId, scope.workspaceId), isNull(apiKeys.revokedAt)))
      .orderBy(asc(apiKeys.createdAt)),
  );
}

/** Whether the bearer of a key may bring data in; null where there is no such key that works. */
export async function findKeyWrites(scope: Scope, id: string): Promise<boolean | null> {
  const found = await scope.read<{ writes: boolean }>(
    sql`SELECT writes FROM api_keys WHERE workspace_id = ${scope.workspaceId} AND id = ${id} AND revoked_at IS NULL`,
  );
  return found[0]?.writes ?? null;
}

/** Stores a key by its hash. */
export async function insertApiKey(
  scope: TxScope,
  key: { id: string; name: string; hint: string; writes: boolean; keyHash: Uint8Array },
): Promise<void> {
  await scope.run((tx) => tx.insert(apiKeys).values({ workspaceId: scope.workspaceId, ...key }));
}

/** Ends a key for good; false where there is no such working key. */
export async function updateApiKeyRevoked(scope: TxScope, id: string, at: Date): Promise<boolean> {
  const revoked = await scope.run((tx) =>
    tx
      .update(apiKeys)
      .set({ revokedAt: at })
      .where(and(eq(apiKeys.workspaceId, scope.workspaceId), eq(apiKeys.id, id), isNull(apiKeys.revokedAt)))
      .returning({ id: apiKeys.id }),
  );
  return revoked.length === 1;
}
