import { lookup } from 'node:dns/promises';
import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { env } from './env';
import { isPublicAddress } from './public-address';
import { msg } from './translate';

/**
 * How handing a message to another system ended. taken: it answered 2xx. refused: it answered otherwise, or may not be
 * called at all; `status` null where no reply came.
 */
export type Handed =
  | { end: 'taken'; status: number }
  | { end: 'refused'; status: number | null; reason: string; mayRepeat: boolean };

const PATIENCE_MS = 10_000;

/**
 * Posts a message to an address that a member has named. Only public addresses are called, by https: the name is
 * resolved once, all its addresses are checked, and the connection goes to one that was, so that a name cannot lead
 * elsewhere between the check and the call. Redirects are not followed and the reply's body is not read. With
 * MILEPOST_ALLOW_PRIVATE_HOOKS=1 everything may be called, by http too.
 */
export async function postOut(
  address: string,
  message: { body: string; headers: Readonly<Record<string, string>> },
): Promise<Handed> {
  const never = whyNeverCalled(address);
  if (never !== null) return refused(never, false);
  const url = new URL(address);
  const host = hostOf(url);
  let found: { address: string; family: number }[];
  try {
    found = isIP(host)
      ? [{ address: host, family: isIP(host) }]
      : await within(lookup(host, { all: true }), PATIENCE_MS);
  } catch {
    return refused(msg('The name of the address could not be found.'), true);
  }
  const [pinned] = found;
  if (!pinned) return refused(msg('The name of the address could not be found.'), true);
  if (!isFree() && !found.every((one) => isPublicAddress(one.address))) return refused(PRIVATE, false);
  return send(url, pinned, message);
}

/**
 * Why an address would never be called, as far as it tells by itself; null where only its name can tell, once it is
 * looked up.
 */
export function whyNeverCalled(address: string): string | null {
  const url = new URL(address);
  if (url.protocol !== 'https:' && !(isFree() && url.protocol === 'http:')) {
    return msg('The address has to begin with https://.');
  }
  const host = hostOf(url);
  const own = /(^|\.)localhost\.?$/.test(host) || (isIP(host) !== 0 && !isPublicAddress(host));
  return own && !isFree() ? PRIVATE : null;
}

const PRIVATE = msg('The address leads into a private network, so it is not called.');

const isFree = (): boolean => env().MILEPOST_ALLOW_PRIVATE_HOOKS === '1';

const hostOf = (url: URL): string => url.hostname.replace(/^\[|\]$/g, '');

const refused = (reason: string, mayRepeat: boolean): Handed => ({
  end: 'refused',
  status: null,
  reason,
  mayRepeat,
});

function send(
  url: URL,
  pinned: { address: string; family: number },
  { body, headers }: { body: string; headers: Readonly<Record<string, string>> },
): Promise<Handed> {
  const request = url.protocol === 'https:' ? httpsRequest : httpRequest;
  const lookUp: LookupFunction = (_name, options, done) =>
    options.all
      ? done(null, [{ address: pinned.address, family: pinned.family }])
      : done(null, pinned.address, pinned.family);
  return new Promise((resolve) => {
    const asked = request(
      url,
      {
        method: 'POST',
        lookup: lookUp,
        // A connection of its own: one that was kept could lead where an earlier check let it.
        agent: false,
        signal: AbortSignal.timeout(PATIENCE_MS),
        headers: {
          'content-type': 'application/json; charset=utf-8',
          'content-length': Buffer.byteLength(body),
          'user-agent': 'Milepost-Hook/1',
          ...headers,
        },
      },
      (reply) => {
        const status = reply.statusCode ?? 0;
        reply.destroy();
        if (status >= 200 && status < 300) return resolve({ end: 'taken', status });
        const moved = status >= 300 && status < 400;
        resolve({
          end: 'refused',
          status,
          reason: moved
            ? `It answered ${status} and wants to lead elsewhere, which is not followed.`
            : `It answered ${status}.`,
          // 410 Gone says that nothing is to come any more; most other refusals are mended by somebody.
          mayRepeat: status !== 410,
        });
      },
    );
    asked.on('error', (error) => {
      const late = error.name === 'TimeoutError' || error.name === 'AbortError';
      resolve(
        refused(late ? msg('It did not answer within 10 seconds.') : msg('It could not be reached.'), true),
      );
    });
    asked.end(body);
  });
}

function within<T>(promise: Promise<T>, ms: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('late')), ms);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}
