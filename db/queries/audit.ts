import { auditLines } from '../schema';
import type { TxScope } from '../scope';

/** Leaves the line that says who did what to which object. */
export async function insertAuditLine(
  scope: TxScope,
  line: {
    id: string;
    action: string;
    objectId: string | null;
    /** The map that was changed; null for everything else. */
    journeyId: string | null;
    detail: unknown;
  },
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
