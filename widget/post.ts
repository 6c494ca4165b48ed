import type { Reply } from './form';

/**
 * Sends one snapshot of the response at `url`: by PUT, or, when the page may be gone before the reply, in the form that
 * browsers still deliver then and that needs no asking beforehand, a text. A widget asks for replies without a body, of
 * which it reads nothing. No reply is an empty one. Never with
 * credentials: from another site's page none are sent anyway, and our own page leaves them out.
 */
export function post(url: string, body: string, leaving?: unknown, token?: string): Promise<Reply> {
  const headers: Record<string, string> = leaving
    ? {}
    : { 'Content-Type': 'application/json', ...(!variant.look && { Accept: '*/*;q=0' }) };
  const init: RequestInit = { method: leaving ? 'POST' : 'PUT', headers, body, keepalive: !!leaving };
  if (variant.look) {
    init.credentials = 'omit';
    if (token) headers['X-Invitation-Token'] = token;
  }
  return fetch(url, init).catch(() => ({}));
}
