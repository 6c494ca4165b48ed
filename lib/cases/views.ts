import { listCaseNotes, type NoteRow } from '@/db/queries/case-notes';
import { type CaseFilter, type CaseLine, findCase, listCaseTimes } from '@/db/queries/cases';
import { listDeliveries, listHooks } from '@/db/queries/hooks';
import { findStopCause } from '@/db/queries/opt-outs';
import type { Scope } from '@/db/scope';
import { addressHash } from '../distribution/rules/secrets';
import { secret } from '../env';
import { notFound } from '../errors';
import { isUuid } from '../id';
import { may } from '../identity/rules';
import type { NoReply } from './model';
import type { Hook, HookDelivery } from './model/hook';
import { type ClosedLoop, closedLoop } from './rules/closed-loop';
import { whyNoReply } from './rules/reply';
import { hookKey } from './rules/signature';

/** The figures of the loop are those of cases that were opened in so many days. */
export const LOOP_DAYS = 90;

/** How well the loop is closed, over the cases that are meant and were opened in the last 90 days. */
export async function loadClosedLoop(
  scope: Scope,
  filter: Pick<CaseFilter, 'assigneeUserId' | 'lineageIds'>,
  now: Date,
): Promise<ClosedLoop> {
  const openedSince = new Date(now.getTime() - LOOP_DAYS * 86_400_000);
  return closedLoop(await listCaseTimes(scope, { ...filter, openedSince }), now);
}

export type CaseView = CaseLine & {
  notes: NoteRow[];
  /** Why nobody can be written to; null where somebody can. */
  noReply: NoReply | null;
};

/** One case with all that happened to it. @throws AppError `not_found` */
export async function loadCase(scope: Scope, id: string): Promise<CaseView> {
  const line = isUuid(id) ? await findCase(scope, id) : null;
  if (!line) throw notFound();
  const hash =
    line.contactEmail === null ? null : addressHash(secret(), scope.workspaceId, line.contactEmail);
  const stopped = hash && (await findStopCause(scope, hash));
  return { ...line, notes: await listCaseNotes(scope, id), noReply: whyNoReply({ ...line, stopped }) };
}

/** A hook with its newest messages. `key` signs them; only owners get it. */
export type HookView = Hook & { key: string | null; deliveries: HookDelivery[] };

/** The hooks that work, each with its last ten messages. */
export async function loadHooks(scope: Scope): Promise<HookView[]> {
  const hooks = await listHooks(scope);
  return Promise.all(
    hooks.map(async (hook) => ({
      ...hook,
      key: may(scope.actor, 'hook.add') ? hookKey(secret(), hook.id, hook.secretVersion) : null,
      deliveries: await listDeliveries(scope, hook.id, 10),
    })),
  );
}
