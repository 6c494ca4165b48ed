import { z } from 'zod';
import {
  beginWeekPacks,
  fillWeekPacks,
  listTallyDays,
  lockOpenWeeks,
  type TallyDay,
  type WeekPack,
} from '@/db/queries/week-packs';
import { getWorkspace } from '@/db/queries/workspaces';
import { addDays, dayOf, mondayOf } from '../../clock';
import { command } from '../../command';
import { COUNTS, dayNumber } from '../../scoring/day-slices';
import { packWeeks } from '../../scoring/week-pack';

/** Weeks of one subject that one transaction packs: some 20 ms on the embedded database, where each question of a page waits. */
const WEEKS_AT_ONCE = 13;

/** Begins to pack the weeks that ended before yesterday: hardly anything of theirs changes any more. */
export const beginWeeks = command(
  'response.pack',
  z.strictObject({ now: z.date() }),
  async (tx, { now }) => {
    const { timeZone } = await getWorkspace(tx);
    return { begun: await beginWeekPacks(tx, mondayOf(addDays(dayOf(now, timeZone), -1))) };
  },
  'none',
);

/** Packs some weeks of one subject that have rested for so many seconds since they were begun. */
export const fillWeeks = command(
  'response.pack',
  z.strictObject({ rest: z.number().min(0) }),
  async (tx, { rest }) => {
    const open = await lockOpenWeeks(tx, rest, WEEKS_AT_ONCE);
    if (open) await fillWeekPacks(tx, open, packed(await listTallyDays(tx, open)));
    return { filled: open ? 1 : 0 };
  },
  'none',
);

/** One pack for each facet, value and week, of every series that was counted there. */
function packed(days: readonly TallyDay[]): WeekPack[] {
  const packs = new Map<string, Omit<WeekPack, 'counts'> & { series: Map<string, number[]> }>();
  for (const { facet, value, week, series, weekday, counts } of days) {
    const key = JSON.stringify([facet, value, week]);
    const pack = packs.get(key) ?? { facet, value, week, series: new Map<string, number[]>() };
    packs.set(key, pack);
    const own = pack.series.get(series) ?? new Array<number>(7 * COUNTS).fill(0);
    pack.series.set(series, own);
    own.splice(weekday * COUNTS, COUNTS, ...counts);
  }
  return [...packs.values()].map(({ series, ...pack }) => {
    const monday = dayNumber(pack.week);
    return {
      ...pack,
      counts: packWeeks([...series].map(([name, counts]) => ({ series: name, monday, counts }))),
    };
  });
}
