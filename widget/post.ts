/**
 * Sends snapshots of the response at `url`: by PUT, or, when the page may be gone before the reply, in the form
 * that browsers still deliver then. Never with credentials.
 */
export const post =
  (url: string, headers?: Record<string, string>) =>
  (body: string, leaving?: boolean): Promise<Response> =>
    fetch(url, {
      method: leaving ? 'POST' : 'PUT',
      // Without a type, a text is sent as text/plain, which needs no asking beforehand.
      headers: leaving ? { ...headers } : { 'Content-Type': 'application/json', ...headers },
      body,
      keepalive: !!leaving,
      credentials: 'omit',
    });
