import { and, desc, eq, isNull, sql } from 'drizzle-orm';
import type { Hook, HookDelivery, HookInput } from '@/lib/cases/model/hook';
import { hookDeliveries, hooks } from '../schema';
import type { Scope, TxScope } from '../scope';

const columns = {
  id: hooks.id,
  name: hooks.name,
  url: hooks.url,
  shape: hooks.shape,
  events: hooks.events,
  secretVersion: hooks.secretVersion,
  createdAt: hooks.createdAt,
};

/** The hooks that work now, the oldest first. */
export async function listHooks(scope: Scope): Promise<Hook[]> {
  const found = await scope.run((tx) =>
    tx.select(columns).from(hooks).where(working(scope)).orderBy(hooks.createdAt, hooks.id),
  );
  return found as Hook[];
}

/** One hook that works; null where this workspace has none of that id. */
export async function findHook(scope: Scope, id: string): Promise<Hook | null> {
  const found = await scope.run((tx) =>
    tx
      .select(columns)
      .from(hooks)
      .where(and(working(scope), eq(hooks.id, id))),
  );
  return (found[0] as Hook | undefined) ?? null;
}

export async function insertHook(scope: TxScope, hook: HookInput & { id: string }): Promise<void> {
  await scope.run((tx) => tx.insert(hooks).values({ workspaceId: scope.workspaceId, ...hook }));
}

export async function updateHook(scope: TxScope, id: string, hook: HookInput): Promise<void> {
  await scope.run((tx) =>
    tx
      .update(hooks)
      .set(hook)
      .where(and(working(scope), eq(hooks.id, id))),
  );
}

/** Gives a hook another secret; false where none of that id works. */
export async function renewHook(scope: TxScope, id: string): Promise<boolean> {
  const changed = await scope.run((tx) =>
    tx
      .update(hooks)
      .set({ secretVersion: sql`${hooks.secretVersion} + 1` })
      .where(and(working(scope), eq(hooks.id, id)))
      .returning({ id: hooks.id }),
  );
  return changed.length === 1;
}

/** Ends a hook; false where none of that id works. What waits for it is not sent any more. */
export async function retireHook(scope: TxScope, id: string, now: Date): Promise<boolean> {
  const changed = await scope.run((tx) =>
    tx
      .update(hooks)
      .set({ retiredAt: now })
      .where(and(working(scope), eq(hooks.id, id)))
      .returning({ id: hooks.id }),
  );
  return changed.length === 1;
}

const working = (scope: Scope) => and(eq(hooks.workspaceId, scope.workspaceId), isNull(hooks.retiredAt));

export async function insertDeliveries(
  scope: TxScope,
  added: readonly { id: string; hookId: string; event: string; body: string }[],
): Promise<void> {
  if (added.length === 0) return;
  await scope.run((tx) =>
    tx.insert(hookDeliveries).values(added.map((one) => ({ workspaceId: scope.workspaceId, ...one }))),
  );
}

/** One message; null where this workspace has none of that id. */
export async function findDelivery(scope: Scope, id: string): Promise<HookDelivery | null> {
  const found = await scope.run((tx) =>
    tx
      .select()
      .from(hookDeliveries)
      .where(and(eq(hookDeliveries.workspaceId, scope.workspaceId), eq(hookDeliveries.id, id))),
  );
  return (found[0] as HookDelivery | undefined) ?? null;
}

/** The newest messages to one hook. */
export async function listDeliveries(scope: Scope, hookId: string, most: number): Promise<HookDelivery[]> {
  const found = await scope.run((tx) =>
    tx
      .select()
      .from(hookDeliveries)
      .where(and(eq(hookDeliveries.workspaceId, scope.workspaceId), eq(hookDeliveries.hookId, hookId)))
      .orderBy(desc(hookDeliveries.createdAt), desc(hookDeliveries.id))
      .limit(most),
  );
  return found as HookDelivery[];
}

/** Writes down how an attempt ended; one that is finished already stays as it is. */
export async function updateDelivery(
  scope: TxScope,
  id: string,
  change: {
    state: HookDelivery['state'];
    status: number | null;
    failure: string | null;
    finishedAt: Date | null;
    attempted: boolean;
  },
): Promise<boolean> {
  const { attempted, ...set } = change;
  const changed = await scope.run((tx) =>
    tx
      .update(hookDeliveries)
      .set({ ...set, ...(attempted ? { attempts: sql`${hookDeliveries.attempts} + 1` } : {}) })
      .where(
        and(
          eq(hookDeliveries.workspaceId, scope.workspaceId),
          eq(hookDeliveries.id, id),
          eq(hookDeliveries.state, 'queued'),
        ),
      )
      .returning({ id: hookDeliveries.id }),
  );
  return changed.length === 1;
}
