import { auditLines } from '../schema';
import type { TxScope } from '../scope';

/** Leaves the line that says who did what to which object. */
export async function insertAuditLine(
  scope: TxScope,
  line: { id: string; action: string; objectId: string | null },
): Promise<void> {
  const { actor } = scope;
  const who =
    actor.kind === 'member'
      ? `member:${actor.userId}`
      : actor.kind === 'key'
        ? `key:${actor.keyId}`
        : actor.kind;
  await scope.run((tx) =>
    tx.insert(auditLines).values({ workspaceId: scope.workspaceId, actor: who, ...line }),
  );
}
