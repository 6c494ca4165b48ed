import type { IncomingMessage } from 'node:http';

/**
 * The address of whoever sent the request. Forwarded addresses count only as far as the trusted proxies go: with n
 * hops, the n-th from the right; with none, the socket's own.
 */
export function peerOf(req: Pick<IncomingMessage, 'headers' | 'socket'>, trustedHops: number): string {
  const own = req.socket.remoteAddress ?? '';
  if (trustedHops === 0) return own;
  const header = req.headers['x-forwarded-for'];
  const forwarded = (Array.isArray(header) ? header.join(',') : (header ?? ''))
    .split(',')
    .map((one) => one.trim());
  return forwarded[forwarded.length - trustedHops] || own;
}
