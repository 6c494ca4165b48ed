import { z } from 'zod';
import { beginPacks, fillPack, listPackable, lockBegunPacks } from '@/db/queries/packs';
import { getWorkspace } from '@/db/queries/workspaces';
import { addDays, dayOf } from '../../clock';
import { command } from '../../command';
import { packOf } from '../../scoring/pack';

/** Longer than any statement may run. */
export const PACK_REST_SECONDS = 120;
const BEGUN_AT_ONCE = 2000;
/** Days whose answers one transaction reads: some 15 ms on the embedded database, where each question of a page waits. */
const FILLED_AT_ONCE = 5;

/** Begins packs of days that ended before yesterday: hardly anything of theirs changes any more. */
export const beginDayPacks = command(
  'response.pack',
  z.strictObject({ now: z.date() }),
  async (tx, { now }) => {
    const { timeZone } = await getWorkspace(tx);
    return { begun: await beginPacks(tx, addDays(dayOf(now, timeZone), -1), BEGUN_AT_ONCE) };
  },
  'none',
);

/** Fills some packs that have rested for so many seconds since they were begun. */
export const fillDayPacks = command(
  'response.pack',
  z.strictObject({ rest: z.number().min(0) }),
  async (tx, { rest }) => {
    const begun = await lockBegunPacks(tx, rest, FILLED_AT_ONCE);
    for (const one of begun) await fillPack(tx, one, packOf(await listPackable(tx, one)));
    return { filled: begun.length };
  },
  'none',
);
