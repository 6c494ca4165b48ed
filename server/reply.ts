import type { IncomingMessage, ServerResponse } from 'node:http';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { AppError, isAppError, problemOf } from '../lib/errors';
import { logFault } from '../lib/gates/reply';
import { newRequestId } from '../lib/id';

/** A body that is sent as it is to many: compressed once, kept by whoever made it. */
export type Packed = { identity: Buffer; gzip: Buffer; brotli: Buffer };

/** Compresses as strongly as there is; for bodies that are made once and sent often. */
export function pack(text: string): Packed {
  const identity = Buffer.from(text);
  return {
    identity,
    gzip: gzipSync(identity, { level: 9 }),
    brotli: brotliCompressSync(identity, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }),
  };
}

type Headers = Record<string, string | number>;

/** Sends a packed body in the best encoding that the client takes. */
export function sendPacked(
  res: ServerResponse,
  packed: Packed,
  acceptEncoding: string | undefined,
  headers: Headers,
  status = 200,
): void {
  const accepted = acceptEncoding ?? '';
  const [encoding, body] = /\bbr\b/.test(accepted)
    ? ['br', packed.brotli]
    : /\bgzip\b/.test(accepted)
      ? ['gzip', packed.gzip]
      : ['', packed.identity];
  res.writeHead(status, {
    ...headers,
    vary: headers.vary ? `${headers.vary}, Accept-Encoding` : 'Accept-Encoding',
    ...(encoding ? { 'content-encoding': encoding } : {}),
    'content-length': body.length,
  });
  res.end(body);
}

/** A page made for one reader: compressed lightly, because it is used once. */
export function sendPage(
  res: ServerResponse,
  html: string,
  acceptEncoding: string | undefined,
  headers: Headers,
  status = 200,
): void {
  const identity = Buffer.from(html);
  const brotli = /\bbr\b/.test(acceptEncoding ?? '');
  const body = brotli
    ? brotliCompressSync(identity, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } })
    : identity;
  res.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    vary: 'Accept-Encoding',
    ...headers,
    ...(brotli ? { 'content-encoding': 'br' } : {}),
    'content-length': body.length,
  });
  res.end(body);
}

/** Sends a JSON value. */
export function sendJson(res: ServerResponse, status: number, value: unknown, headers: Headers = {}): void {
  const body = JSON.stringify(value);
  res.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
    ...headers,
    'content-length': Buffer.byteLength(body),
  });
  res.end(body);
}

/**
 * Whether the client takes a body of no type, so that a reply that went well needs none. Of all headers that could say so
 * this is the one that browsers send to other origins without asking.
 */
export const wantsNoBody = ({ headers }: IncomingMessage): boolean =>
  /^\s*\*\/\*\s*;\s*q=0(\.0*)?\s*$/.test(headers.accept ?? '');

/** Sends what went wrong as `application/problem+json`; an unexpected fault is logged with its request's id. */
export function sendProblem(res: ServerResponse, error: unknown, headers: Headers = {}): void {
  if (res.headersSent) {
    res.destroy();
    return;
  }
  const requestId = newRequestId();
  const problem = problemOf(error, requestId);
  if (problem.status >= 500 && !isAppError(error)) logFault(error, requestId);
  const body = JSON.stringify(problem);
  const retry = isAppError(error) && error.retryAfterSeconds;
  res.writeHead(problem.status, {
    'content-type': 'application/problem+json; charset=utf-8',
    'cache-control': 'no-store',
    'x-request-id': requestId,
    ...headers,
    ...(retry ? { 'retry-after': String(retry) } : {}),
    'content-length': Buffer.byteLength(body),
  });
  res.end(body);
}

/** What lets pages of any origin read a reply, and when to come back, or run a script. */
export const ANY_ORIGIN = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'Retry-After',
  'cross-origin-resource-policy': 'cross-origin',
};

/** Refuses the method and says which are allowed, the one to use first. */
export function refuseMethod(res: ServerResponse, allowed: string): never {
  res.setHeader('allow', allowed);
  throw new AppError('method_not_allowed', `Use ${allowed.split(', ')[0]}.`);
}
