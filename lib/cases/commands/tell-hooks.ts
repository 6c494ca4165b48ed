import { insertDeliveries, listHooks } from '@/db/queries/hooks';
import { insertJobs } from '@/db/queries/jobs';
import type { TxScope } from '@/db/scope';
import { newId } from '../../id';
import { HOOK_DELIVERY, type Hook, type HookMessage } from '../model/hook';
import { hookBody } from '../rules/hook-body';

/**
 * Writes what happened for every hook that wants to know, and enqueues the sending in the same transaction: a message
 * exists exactly if what it tells does.
 *
 * @param messages what happened, with a line for people
 */
export async function tellHooks(
  tx: TxScope,
  messages: readonly { message: HookMessage; text: string }[],
  hooks?: readonly Hook[],
): Promise<number> {
  if (messages.length === 0) return 0;
  const told = hooks ?? (await listHooks(tx));
  const now = new Date();
  const deliveries = told.flatMap((hook) =>
    messages
      .filter(({ message: { event } }) => event === 'test' || hook.events.includes(event))
      .map(({ message, text }) => {
        const id = newId();
        return {
          id,
          hookId: hook.id,
          event: message.event,
          body: hookBody(hook.shape, { id, sentAt: now, workspaceId: tx.workspaceId, message, text }),
        };
      }),
  );
  await insertDeliveries(tx, deliveries);
  if (deliveries.length > 0) {
    await insertJobs(
      tx,
      deliveries.map(({ id }) => ({ kind: HOOK_DELIVERY, dedupeKey: id, payload: { deliveryId: id } })),
    );
  }
  return deliveries.length;
}
