import type { IncomingMessage } from 'node:http';
import { exchangeRates } from '../db/queries/rates';
import { env } from '../lib/env';
import { AppError } from '../lib/errors';
import { networkOf } from '../lib/limits';
import { type RateName, rates } from '../lib/rates';
import { peerOf } from './peer';

/** How often a busy process tells what it counted and learns what others did. */
const EXCHANGE_MS = 1000;

/** How long a count is kept that no limit reaches into any more, for processes whose clocks differ. */
const SPARE_MINUTES = 1;

/** What is counted of a request; null exempts a loopback peer, which is a proxy or a test and says nothing of a person. */
export function networkBehind(req: IncomingMessage): string | null {
  const peer = peerOf(req, env().TRUSTED_PROXY_HOPS);
  return isLoopback(peer) ? null : networkOf(peer);
}

/** Refuses a network, or a token, that asks more often than people do. @throws AppError `too_many` */
export function refuseFlood(name: 'network' | 'token', value: string | null): void {
  if (value === null) return;
  const wait = rates().take(name, value);
  if (wait === null) return;
  throw new AppError('too_many', `Too many requests. Wait ${wait} seconds and send this again.`, {
    retryAfterSeconds: wait,
  });
}

/**
 * Counts a response that may begin; `flood` where its network has begun too many at that place. `notBegun` takes it back
 * where it was refused, or had begun before.
 */
export function countBegun(
  network: string | null,
  placementId: string,
): { flood: boolean; notBegun(): void } {
  if (network === null) return { flood: false, notBegun: () => {} };
  const value = `${network} ${placementId}`;
  const flood = rates().take('begin' satisfies RateName, value) !== null;
  return { flood, notBegun: () => !flood && rates().giveBack('begin', value) };
}

/**
 * Exchanges what is counted with the other processes, about once a second while somebody is busy. Where the table cannot
 * be reached, each process goes on by what it knows, because answers must not be lost for it.
 */
export function startRateExchange(): { stop(): void } {
  let running = false;
  let failing = false;
  const timer = setInterval(async () => {
    const changes = running ? [] : rates().drain();
    if (changes.length === 0) return;
    running = true;
    try {
      const minute = Math.floor(Date.now() / 60_000);
      rates().learn(await exchangeRates(changes, minute - SPARE_MINUTES));
      failing = false;
    } catch (error) {
      rates().restore(changes);
      if (!failing) console.error('Limits hold for this process alone until the database answers:', error);
      failing = true;
    } finally {
      running = false;
    }
  }, EXCHANGE_MS);
  timer.unref();
  return { stop: () => clearInterval(timer) };
}

const isLoopback = (address: string): boolean =>
  /^(127\.|::1$|::ffff:127\.)/i.test(address) || address === '';
