import type { Scope } from '@/db/scope';
import { proveKey } from '../identity/prove';
import { problemReply, requestIdOf, stamped, unauthorized } from './reply';

const REMEDY =
  'Send a working API key as "Authorization: Bearer mp_…". An owner makes one under Settings, API keys.';

/**
 * Wraps a route handler of the management API: lets the bearer of an API key in, and turns what the handler throws into
 * a problem. Cookies mean nothing here, so neither does the page that a request came from.
 */
export function keyRoute<P = unknown>(
  handler: (scope: Scope, request: Request, params: P) => Promise<Response>,
): (request: Request, params: P) => Promise<Response> {
  return async (request, params) => {
    const requestId = requestIdOf(request.headers);
    try {
      const scope = await scopeOf(request.headers.get('authorization'));
      return stamped(await handler(scope, request, params), requestId);
    } catch (error) {
      return problemReply(error, requestId);
    }
  };
}

async function scopeOf(authorization: string | null): Promise<Scope> {
  const key = /^Bearer +(\S+) *$/i.exec(authorization ?? '')?.[1];
  const scope = key ? await proveKey(key) : null;
  if (!scope) throw unauthorized(REMEDY);
  return scope;
}
