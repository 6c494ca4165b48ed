import { z } from 'zod';
import {
  findHook,
  insertHook,
  listHooks,
  renewHook as renew,
  retireHook as retire,
  updateDelivery,
  updateHook,
} from '@/db/queries/hooks';
import { getWorkspace } from '@/db/queries/workspaces';
import { command } from '../../command';
import { env } from '../../env';
import { AppError, notFound } from '../../errors';
import { newId } from '../../id';
import { sayIn } from '../../messages/say-in';
import { whyNeverCalled } from '../../outgoing';
import { DELIVERY_STATES, hookSchema } from '../model/hook';
import { changeRule } from './change-rule';
import { tellHooks } from './tell-hooks';

const MOST_HOOKS = 20;

/** Adds an address that is told of cases and alerts from now on. @throws AppError `conflict` where there are too many */
export const addHook = command('hook.add', hookSchema, async (tx, hook) => {
  refuseUncallable(hook.url);
  if ((await listHooks(tx)).length >= MOST_HOOKS) {
    throw new AppError('conflict', 'There are 20 hooks already. Remove one first.');
  }
  const id = newId();
  await insertHook(tx, { id, ...hook });
  return { id };
});

/** Changes where a hook sends what; what waits goes to the address as it is then. @throws AppError `not_found` */
export const editHook = command(
  'hook.edit',
  hookSchema.extend({ id: z.uuid() }),
  async (tx, { id, ...hook }) => {
    const before = await findHook(tx, id);
    if (!before) throw notFound();
    refuseUncallable(hook.url);
    return { id, changed: await changeRule(tx, id, before, hook, (fields) => updateHook(tx, id, fields)) };
  },
);

/** What would never be called is better refused where it is written than found out by the first message. */
function refuseUncallable(url: string): void {
  const message = whyNeverCalled(url);
  if (message === null) return;
  throw new AppError('invalid', 'Some fields need correcting.', { errors: [{ path: 'url', message }] });
}

/** Gives a hook another secret; what is sent from now on is signed with it. @throws AppError `not_found` */
export const renewHook = command('hook.renew', z.strictObject({ id: z.uuid() }), async (tx, { id }) => {
  if (!(await renew(tx, id))) throw notFound();
  return { id };
});

/** Ends a hook; what still waits for it is not sent. @throws AppError `not_found` */
export const retireHook = command('hook.retire', z.strictObject({ id: z.uuid() }), async (tx, { id }) => {
  if (!(await retire(tx, id, new Date()))) throw notFound();
  return { id };
});

/** Sends a hook a message that says it is a test. @throws AppError `not_found` */
export const testHook = command('hook.test', z.strictObject({ id: z.uuid() }), async (tx, { id }) => {
  const hook = await findHook(tx, id);
  if (!hook) throw notFound();
  const { name, language } = await getWorkspace(tx);
  const text = sayIn(language)('A test from {workspace}: this hook works.', { workspace: name });
  const url = new URL('/settings/hooks', env().APP_URL).href;
  await tellHooks(tx, [{ message: { event: 'test', text, url }, text }], [hook]);
  return { id };
});

/** Writes down how sending one message ended. Nothing changes where that is known already. */
export const settleHookDelivery = command(
  'hook.deliver',
  z.strictObject({
    deliveryId: z.uuid(),
    state: z.enum(DELIVERY_STATES),
    status: z.int().nullable(),
    failure: z.string().max(500).nullable(),
    attempted: z.boolean(),
  }),
  async (tx, { deliveryId, ...change }) => {
    const finishedAt = change.state === 'queued' ? null : new Date();
    return { id: deliveryId, changed: await updateDelivery(tx, deliveryId, { ...change, finishedAt }) };
  },
  'none',
);
