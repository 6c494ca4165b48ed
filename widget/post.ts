import type { Reply } from './form';

/**
 * Sends one snapshot of the response at `url`: by PUT, or, when the page may be gone before the reply, in the form that
 * browsers still deliver then and that needs no asking beforehand, a text. No reply is an empty one.
 */
export const post = (url: string, body: string, leaving?: unknown, init?: RequestInit): Promise<Reply> =>
  fetch(url, {
    method: leaving ? 'POST' : 'PUT',
    body: leaving ? body : new Blob([body], { type: 'application/json' }),
    keepalive: !!leaving,
    ...init,
  }).catch(() => ({}));
