/**
 * Whether a write that carries cookies comes from our own pages. Browsers say so in `Sec-Fetch-Site`; where one does
 * not send it (plain http on a name other than localhost), its `Origin` must be ours. Neither: refused.
 */
export function isOwnOrigin(headers: { get(name: string): string | null }, appUrl: string): boolean {
  const site = headers.get('sec-fetch-site');
  if (site !== null) return site === 'same-origin';
  return headers.get('origin') === new URL(appUrl).origin;
}
