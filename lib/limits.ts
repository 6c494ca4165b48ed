import { AppError } from './errors';
import { shared } from './registry';

/** At most `most` within any `windowMs`. */
export type Limit = { most: number; windowMs: number };

/** Counts what happened lately under each key. */
export type Limiter = {
  /** Counts one under the key; null lets it in, a number says in how many seconds the next would be let in. */
  take: (key: string) => number | null;
  /** Takes back the newest one counted under the key, where it turned out harmless. */
  giveBack: (key: string) => void;
  /** How many were counted under the key within the window. */
  count: (key: string) => number;
};

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/**
 * The limits of signing in and of signs of presence, in each process on its own; `lib/rates.ts` has those that hold across
 * processes. Wrong passwords count for the peer address and for the account; a good one counts nowhere.
 * An account with too many wrong ones refuses every address that sent one of them, but an address without a failure
 * still has a try: nobody can lock another person out.
 */
export const SIGN_IN_LIMITS = {
  signInPeer: { most: 10, windowMs: 15 * MINUTE },
  signInPair: { most: 5, windowMs: 15 * MINUTE },
  signInAccount: { most: 5, windowMs: 15 * MINUTE },
  mailedLinkAddress: { most: 5, windowMs: HOUR },
  mailedLinkPeer: { most: 30, windowMs: HOUR },
  signUpPeer: { most: 30, windowMs: HOUR },
  // Saying where one is on a map: every sign goes to all processes and to everybody who has the map open.
  presencePerson: { most: 300, windowMs: MINUTE },
} as const satisfies Record<string, Limit>;

/** The one limiter of that name in this process; several processes each count on their own. */
export function limit(name: keyof typeof SIGN_IN_LIMITS): Limiter {
  return shared(`limit:${name}`, () => slidingWindow(SIGN_IN_LIMITS[name]));
}

/** Refused for now; the caller may come back after that many seconds. */
export function tooMany(retryAfterSeconds: number): AppError {
  const minutes = Math.ceil(retryAfterSeconds / 60);
  const message =
    minutes === 1
      ? 'Too many tries. Wait a minute and try again.'
      : `Too many tries. Wait ${minutes} minutes and try again.`;
  return new AppError('too_many', message, { retryAfterSeconds });
}

/**
 * An exact sliding window. Remembers at most `keys` keys and forgets the one used longest ago first, so its memory has
 * a bound whoever asks.
 */
export function slidingWindow(
  { most, windowMs }: Limit,
  now: () => number = Date.now,
  keys = 10_000,
): Limiter {
  const instantsOf = new Map<string, number[]>();

  function recent(key: string): number[] {
    const from = now() - windowMs;
    return (instantsOf.get(key) ?? []).filter((instant) => instant > from);
  }

  function keep(key: string, instants: number[]): void {
    // Taken out first: a map lists its keys by insertion, so the first is the one used longest ago.
    instantsOf.delete(key);
    if (instants.length > 0) instantsOf.set(key, instants);
    for (const oldest of instantsOf.keys()) {
      if (instantsOf.size <= keys) break;
      instantsOf.delete(oldest);
    }
  }

  return {
    take(key) {
      const instants = recent(key);
      const first = instants[0];
      if (first !== undefined && instants.length >= most) {
        keep(key, instants);
        return Math.max(1, Math.ceil((first + windowMs - now()) / 1000));
      }
      keep(key, [...instants, now()]);
      return null;
    },
    giveBack: (key) => keep(key, recent(key).slice(0, -1)),
    count: (key) => recent(key).length,
  };
}

/**
 * The network that an address belongs to, as the key of a limit: IPv4 whole, of IPv6 the first 64 bits, because one
 * customer of a provider has all the rest.
 *
 * @example networkOf('2001:db8:1::7') // '2001:db8:1:0'
 */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address);
  if (mapped?.[1]) return mapped[1];
  if (!address.includes(':')) return address;
  const [before = '', after] = address.split('::');
  const head = before === '' ? [] : before.split(':');
  const tail = after ? after.split(':') : [];
  const zeros =
    after === undefined ? [] : new Array<string>(Math.max(0, 8 - head.length - tail.length)).fill('0');
  return [...head, ...zeros, ...tail].slice(0, 4).join(':');
}
