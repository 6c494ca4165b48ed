import { z } from 'zod';
import { insertJobs } from '@/db/queries/jobs';
import { listOwners } from '@/db/queries/reviews';
import { getWorkspace, updateDigestWeekday } from '@/db/queries/workspaces';
import type { TxScope } from '@/db/scope';
import { dayOf, instantAt } from '../clock';
import { command } from '../command';
import { DIGEST_LETTER, DIGEST_ROUND, daySchema } from './model/digest';
import { nextDigestOn } from './rules/digest';

/** Owners read it when their day begins. */
const DIGEST_HOUR = 7;

/** Says on which day of the week owners get their digest, 1 is Monday; null: nobody gets one. */
export const settleDigest = command(
  'workspace.settle',
  z.strictObject({ weekday: z.number().int().min(1).max(7).nullable() }),
  async (tx, { weekday }) => {
    await updateDigestWeekday(tx, weekday);
    if (weekday !== null) await planRound(tx, weekday, new Date());
    return { id: tx.workspaceId };
  },
);

/**
 * Enqueues one letter for everybody who owns something, and the next round. Does nothing where the digest was ended or
 * moved to another day meanwhile.
 */
export const planDigest = command('digest.plan', z.strictObject({ on: daySchema }), async (tx, { on }) => {
  const { digestWeekday } = await getWorkspace(tx);
  if (digestWeekday === null || nextDigestOn(on, digestWeekday, 'today counts') !== on) return { letters: 0 };
  const owners = await listOwners(tx);
  await insertJobs(
    tx,
    owners.map(({ userId }) => ({
      kind: DIGEST_LETTER,
      dedupeKey: `${on} ${userId}`,
      payload: { userId, on },
    })),
  );
  await planRound(tx, digestWeekday, new Date());
  return { letters: owners.length };
});

async function planRound(tx: TxScope, weekday: number, now: Date): Promise<void> {
  const { timeZone } = await getWorkspace(tx);
  const today = dayOf(now, timeZone);
  const early = now < instantAt(today, DIGEST_HOUR, timeZone);
  const on = nextDigestOn(today, weekday, early ? 'today counts' : 'after today');
  await insertJobs(tx, [
    { kind: DIGEST_ROUND, dedupeKey: on, payload: { on }, runAt: instantAt(on, DIGEST_HOUR, timeZone) },
  ]);
}
