import { createHmac } from 'node:crypto';
import { secret } from './env';
import { shared } from './registry';
import type { RateChange, RateTotal } from './response/model/rate';

/** How many one key may do within so many minutes. */
export type Rate = { most: number; minutes: number };

/**
 * The limits that hold across processes. Beyond `begin` answers are still taken, and held back; beyond the others whoever
 * asks has to wait.
 */
export const RATES = {
  /** Everything that one network asks for or sends. */
  network: { most: 1200, minutes: 1 },
  /** What is sent with one invitation's token. */
  token: { most: 240, minutes: 1 },
  /** Responses that one network begins at one placement. */
  begin: { most: 120, minutes: 1 },
  /** Wrong passwords of a shared map, from one network and from everywhere. */
  sharePair: { most: 10, minutes: 15 },
  shareLink: { most: 300, minutes: 60 },
} as const satisfies Record<string, Rate>;
export type RateName = keyof typeof RATES;

export type Rates = {
  /** Counts one. null lets it pass; a number says in how many seconds the next would. */
  take: (name: RateName, value: string) => number | null;
  /** Takes one back that turned out not to be what is counted. */
  giveBack: (name: RateName, value: string) => void;
  /** What is new since the last call, and worth telling other processes. */
  drain: () => RateChange[];
  /** What the table holds, with this process's own share in it. */
  learn: (totals: readonly RateTotal[]) => void;
  /** Takes back what was drained and could not be told. */
  restore: (changes: readonly RateChange[]) => void;
};

/** The one counter of this process; `server/rates.ts` exchanges what it counts with the others. */
export const rates = (): Rates => shared('rates', () => countRates(secret()));

const MINUTE_MS = 60_000;

/** Below this share of its limit a process keeps a key to itself: the table holds only who is busy. */
const TOLD_FROM_SHARE = 0.1;

/** Keys that are remembered at most; the one used longest ago goes first. */
const MOST_KEYS = 50_000;

type Counted = {
  /** Which window since 1970. */
  slot: number;
  minutes: number;
  /** Counted here in this window, and in the one before. */
  own: number;
  ownBefore: number;
  /** How much of `own` the table was told. */
  told: number;
  /** Counted by the others in this window, and in the one before. */
  others: number;
  othersBefore: number;
  most: number;
};

/**
 * Counts per key and window, which for most limits is a minute; the rate of now is this window's count and as much of the
 * last one's as a window that ends now reaches into it. Counting never waits for the table: what others counted is learned about once a second.
 *
 * Keys are keyed hashes whose key changes daily: what the table holds tells no address, and links no two days.
 */
export function countRates(secret: string, now: () => number = Date.now): Rates {
  const known = new Map<string, Counted>();
  let daily = { day: -1, key: '' };

  function keyOf(name: RateName, value: string): string {
    const day = Math.floor(now() / 86_400_000);
    if (daily.day !== day)
      daily = { day, key: createHmac('sha256', secret).update(`rates:${day}`).digest('base64') };
    return createHmac('sha256', daily.key).update(`${name}:${value}`).digest('hex').slice(0, 32);
  }

  const slotOf = (minutes: number) => Math.floor(now() / (minutes * MINUTE_MS));

  function countedAt(key: string, { most, minutes }: Rate): Counted {
    const slot = slotOf(minutes);
    const old = known.get(key);
    // Taken out first: a map lists its keys by insertion, so the first is the one used longest ago.
    known.delete(key);
    const next = old?.slot === slot - 1;
    const counted =
      old?.slot === slot
        ? old
        : {
            ...{ slot, minutes, own: 0, told: 0, others: 0, most },
            ownBefore: next ? old.own : 0,
            othersBefore: next ? old.others : 0,
          };
    known.set(key, counted);
    if (known.size > MOST_KEYS) known.delete(known.keys().next().value as string);
    return counted;
  }

  return {
    take(name, value) {
      const { most, minutes } = RATES[name];
      const counted = countedAt(keyOf(name, value), RATES[name]);
      const windowMs = minutes * MINUTE_MS;
      const into = (now() % windowMs) / windowMs;
      const before = counted.ownBefore + counted.othersBefore;
      const within = counted.own + counted.others;
      if (within + before * (1 - into) < most) {
        counted.own += 1;
        return null;
      }
      // In the next window this one's count fades; until then the one before does.
      const wait =
        within >= most ? 1 - into + (1 - most / (within + 1)) : 1 - into - (most - within) / before;
      return Math.max(1, Math.ceil(wait * minutes * 60));
    },
    giveBack(name, value) {
      const counted = known.get(keyOf(name, value));
      if (counted && counted.own > 0) counted.own -= 1;
    },
    drain() {
      const changes: RateChange[] = [];
      for (const [key, counted] of known) {
        const { slot, minutes, own, told, most } = counted;
        const count = own - told;
        if (slot !== slotOf(minutes) || count <= 0 || own < most * TOLD_FROM_SHARE) continue;
        counted.told = own;
        changes.push({ key, minutes, until: untilOf(counted), count });
      }
      return changes;
    },
    learn(totals) {
      for (const { key, until, count, before } of totals) {
        const counted = known.get(key);
        if (!counted || untilOf(counted) !== until) continue;
        counted.others = Math.max(0, count - counted.told);
        counted.othersBefore = Math.max(counted.othersBefore, before - counted.ownBefore);
      }
    },
    restore(changes) {
      for (const { key, until, count } of changes) {
        const counted = known.get(key);
        if (counted && untilOf(counted) === until) counted.told -= count;
      }
    },
  };
}

/** The last minute that a window's count reaches into: that of the end of the next one. */
const untilOf = ({ slot, minutes }: Counted): number => (slot + 2) * minutes - 1;
