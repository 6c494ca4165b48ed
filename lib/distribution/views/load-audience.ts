import { findCandidates } from '@/db/queries/contacts';
import type { Scope } from '@/db/scope';
import { secret } from '../../env';
import { notFound } from '../../errors';
import type { LeftOutReason, Recipients } from '../model';
import { chooseRecipients, restingSince } from '../rules/choose-recipients';

/** Who a campaign would ask now. */
export type Audience = {
  asked: number;
  /** How many are left out for each kind of reason, the most frequent first. */
  leftOut: { kind: LeftOutReason['kind']; count: number }[];
  /** Somebody who would be asked, for the preview; null where nobody would. */
  sample: { name: string; email: string } | null;
};

/** @throws AppError `not_found` for a persona or contact that this workspace does not have */
export async function loadAudience(scope: Scope, recipients: Recipients, now: Date): Promise<Audience> {
  const candidates = await findCandidates(scope, recipients, restingSince(now));
  if (!candidates) throw notFound();
  const about = { secret: secret(), workspaceId: scope.workspaceId, now };
  const { asked, leftOut } = chooseRecipients(candidates, about);
  const counts = new Map<LeftOutReason['kind'], number>();
  for (const { reason } of leftOut) counts.set(reason.kind, (counts.get(reason.kind) ?? 0) + 1);
  return {
    asked: asked.length,
    leftOut: [...counts].map(([kind, count]) => ({ kind, count })).sort((a, b) => b.count - a.count),
    sample: asked[0] ? { name: asked[0].name, email: asked[0].email } : null,
  };
}
