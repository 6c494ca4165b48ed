import { and, eq, inArray, sql } from 'drizzle-orm';
import type { StopCause } from '@/lib/distribution/model';
import { optOuts } from '../schema';
import type { Scope, TxScope } from '../scope';

/** Every address of this workspace that may not be written to, as its hash (hex), with the cause. */
export function listOptOuts(scope: Scope): Promise<Map<string, StopCause>> {
  return find(scope, undefined);
}

/** Which of some address hashes may not be written to, as hex, with the cause. */
export async function findOptOuts(
  scope: Scope,
  hashes: readonly Uint8Array[],
): Promise<Map<string, StopCause>> {
  return hashes.length === 0 ? new Map() : find(scope, inArray(optOuts.addressHash, [...hashes]));
}

/** Why an address may not be written to; null where it may. */
export async function findStopCause(scope: Scope, addressHash: Uint8Array): Promise<StopCause | null> {
  const [found] = (await findOptOuts(scope, [addressHash])).values();
  return found ?? null;
}

async function find(
  scope: Scope,
  which: ReturnType<typeof inArray> | undefined,
): Promise<Map<string, StopCause>> {
  const found = await scope.run((tx) =>
    tx
      .select({ hash: sql<string>`encode(${optOuts.addressHash}, 'hex')`, cause: optOuts.cause })
      .from(optOuts)
      .where(and(eq(optOuts.workspaceId, scope.workspaceId), which)),
  );
  return new Map(found.map(({ hash, cause }) => [hash, cause as StopCause]));
}

/** Notes that an address may not be written to; what its person said stands above that mail comes back. */
export async function insertOptOut(
  scope: TxScope,
  addressHash: Uint8Array,
  cause: StopCause = 'opted_out',
): Promise<void> {
  await scope.run((tx) =>
    tx
      .insert(optOuts)
      .values({ workspaceId: scope.workspaceId, addressHash, cause })
      .onConflictDoUpdate({
        target: [optOuts.workspaceId, optOuts.addressHash],
        set: { cause },
        setWhere: eq(optOuts.cause, 'bounced'),
      }),
  );
}
