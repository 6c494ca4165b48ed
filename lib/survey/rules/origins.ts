/**
 * Whether a page of this origin may send answers and read what is asked. Our own pages always may; where no patterns are
 * set, everybody. `https://*.example.com` means every subdomain of any depth, not example.com itself.
 *
 * @param origin as a browser sends it in the header `Origin`; `null` of a page without one fits no pattern
 */
export function originAllowed(origin: string, patterns: readonly string[], own: string): boolean {
  if (patterns.length === 0 || origin === own) return true;
  return patterns.some((pattern) => fits(origin.toLowerCase(), pattern));
}

function fits(origin: string, pattern: string): boolean {
  const [scheme, host = ''] = pattern.split('://');
  if (!host.startsWith('*.')) return origin === withoutDefaultPort(pattern);
  const start = `${scheme}://`;
  if (!origin.startsWith(start)) return false;
  const end = withoutDefaultPort(`${start}${host.slice(1)}`).slice(start.length);
  const name = origin.slice(start.length);
  return name.endsWith(end) && /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/.test(name.slice(0, -end.length));
}

/** Browsers leave the scheme's own port out. */
const withoutDefaultPort = (origin: string): string =>
  origin.replace(/^(https:\/\/.*):443$|^(http:\/\/.*):80$/, '$1$2');

/** Which sites may show the question in a frame, as a CSP's `frame-ancestors` names them. */
export const frameAncestors = (patterns: readonly string[]): string =>
  patterns.length === 0 ? '*' : ["'self'", ...patterns].join(' ');
