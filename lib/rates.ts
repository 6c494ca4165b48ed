import { createHmac } from 'node:crypto';
import type { RateChange, RateTotal } from './response/model/rate';

/** How many a minute one key may do. */
export type Rate = { most: number };

/**
 * The limits of the customers' side. Beyond `begin` answers are still taken, and held back; beyond the others a client
 * has to wait.
 */
export const RATES = {
  /** Everything that one network asks for or sends. */
  network: { most: 1200 },
  /** What is sent with one invitation's token. */
  token: { most: 240 },
  /** Responses that one network begins at one placement. */
  begin: { most: 120 },
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

const MINUTE_MS = 60_000;

/** Below this share of its limit a process keeps a key to itself: the table holds only who is busy. */
const TOLD_FROM_SHARE = 0.1;

/** Keys that are remembered at most; the one used longest ago goes first. */
const MOST_KEYS = 50_000;

type Counted = {
  slot: number;
  /** Counted here in this minute, and in the one before. */
  own: number;
  ownBefore: number;
  /** How much of `own` the table was told. */
  told: number;
  /** Counted by the others in this minute, and in the one before. */
  others: number;
  othersBefore: number;
  most: number;
};

/**
 * Counts per key and minute; the rate of now is this minute's count and as much of the last one's as the last sixty
 * seconds reach into it. Counting never waits for the table: what others counted is learned about once a second.
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

  function countedAt(key: string, most: number): Counted {
    const slot = Math.floor(now() / MINUTE_MS);
    const old = known.get(key);
    // Taken out first: a map lists its keys by insertion, so the first is the one used longest ago.
    known.delete(key);
    const next = old?.slot === slot - 1;
    const counted =
      old?.slot === slot
        ? old
        : {
            ...{ slot, own: 0, told: 0, others: 0, most },
            ownBefore: next ? old.own : 0,
            othersBefore: next ? old.others : 0,
          };
    known.set(key, counted);
    if (known.size > MOST_KEYS) known.delete(known.keys().next().value as string);
    return counted;
  }

  return {
    take(name, value) {
      const { most } = RATES[name];
      const counted = countedAt(keyOf(name, value), most);
      const into = (now() % MINUTE_MS) / MINUTE_MS;
      const before = counted.ownBefore + counted.othersBefore;
      const within = counted.own + counted.others;
      if (within + before * (1 - into) < most) {
        counted.own += 1;
        return null;
      }
      // In the next minute this one's count fades; until then the one before does.
      const wait =
        within >= most ? 1 - into + (1 - most / (within + 1)) : 1 - into - (most - within) / before;
      return Math.max(1, Math.ceil(wait * 60));
    },
    giveBack(name, value) {
      const counted = known.get(keyOf(name, value));
      if (counted && counted.own > 0) counted.own -= 1;
    },
    drain() {
      const slot = Math.floor(now() / MINUTE_MS);
      const changes: RateChange[] = [];
      for (const [key, counted] of known) {
        const count = counted.own - counted.told;
        if (counted.slot !== slot || count <= 0 || counted.own < counted.most * TOLD_FROM_SHARE) continue;
        counted.told = counted.own;
        changes.push({ key, slot, count });
      }
      return changes;
    },
    learn(totals) {
      for (const { key, slot, count, before } of totals) {
        const counted = known.get(key);
        if (counted?.slot !== slot) continue;
        counted.others = Math.max(0, count - counted.told);
        counted.othersBefore = Math.max(counted.othersBefore, before - counted.ownBefore);
      }
    },
    restore(changes) {
      for (const { key, slot, count } of changes) {
        const counted = known.get(key);
        if (counted?.slot === slot) counted.told -= count;
      }
    },
  };
}
