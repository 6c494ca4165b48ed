import { hash, verify } from '@node-rs/argon2';
import { shared } from './registry';

/** OWASP's first choice for Argon2id (the package's default algorithm): 19 MiB, two passes, one lane. */
const COST = { memoryCost: 19 * 1024, timeCost: 2, parallelism: 1 };

/** The hash that is stored of a password. */
export function hashPassword(password: string): Promise<string> {
  return twoAtOnce(() => hash(password, COST));
}

/**
 * Whether the password is the one of that hash. Without a hash it works as long and says no, so that the time does not
 * tell whether an account exists.
 */
export async function isPassword(password: string, stored: string | null): Promise<boolean> {
  const against = stored ?? (await shared('dummy-password', () => hash('nobody has this password', COST)));
  const same = await twoAtOnce(() => verify(against, password));
  return same && stored !== null;
}

/** A hash takes 19 MiB and a core: more than two at once would let sign-ins starve the answers of customers. */
async function twoAtOnce<T>(work: () => Promise<T>): Promise<T> {
  const gate = shared('password-gate', () => ({ free: 2, waiting: [] as (() => void)[] }));
  if (gate.free > 0) gate.free -= 1;
  else await new Promise<void>((admit) => gate.waiting.push(admit));
  try {
    return await work();
  } finally {
    const next = gate.waiting.shift();
    if (next) next();
    else gate.free += 1;
  }
}
