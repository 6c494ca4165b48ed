type Header = readonly [name: string, value: string];

/** What every reply carries. */
export const respondentHeaders = (secure: boolean): readonly Header[] => [
  ['x-content-type-options', 'nosniff'],
  ['referrer-policy', 'no-referrer'],
  ['permissions-policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()'],
  ...(secure ? [['strict-transport-security', 'max-age=31536000; includeSubDomains'] as const] : []),
];

/** What shows a customer's page or a mail: only our own pages may frame it. */
const FRAMED = /^\/(preview\/(surveys|metrics)\/[^/]+|outbox\/[^/]+\/body)$/;

/** The pages that stand for a customer's site. */
const HOST_SITE = /^\/widget\/test(\/|$)/;

/** What whoever holds a link may look at; the token in the address is told to nobody and kept by no search engine. */
const SHARED = /^\/(share|embed)\//;

/** The shared maps that other sites may show in their pages. */
const EMBED = /^\/embed\//;

/**
 * What a member's page carries besides; the nonce admits the scripts that Next writes for this one reply. The routes of
 * {@link FRAMED} and {@link HOST_SITE} bring a whole policy of their own, which Next would drop if one was set here.
 */
export function membersHeaders(
  nonce: string,
  path: string,
  dev: boolean,
  secure: boolean,
): readonly Header[] {
  const framed = FRAMED.test(path);
  const embed = EMBED.test(path);
  return [
    ...(framed || HOST_SITE.test(path)
      ? []
      : [['content-security-policy', pagePolicy(nonce, dev, secure, embed)] as const]),
    ['cross-origin-opener-policy', 'same-origin'],
    ['cross-origin-resource-policy', 'same-origin'],
    ['referrer-policy', SHARED.test(path) ? 'no-referrer' : 'strict-origin-when-cross-origin'],
    ...(SHARED.test(path) ? [['x-robots-tag', 'noindex, nofollow'] as const] : []),
    ...(embed ? [] : [['x-frame-options', framed ? 'SAMEORIGIN' : 'DENY'] as const]),
    // Built files carry a hash in their names and set their own; everything else is a member's.
    ...(path.startsWith('/_next/static/') ? [] : [['cache-control', 'no-store'] as const]),
  ];
}

const pagePolicy = (nonce: string, dev: boolean, secure: boolean, embed: boolean): string =>
  [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'${dev ? " 'unsafe-eval'" : ''}`,
    `style-src 'self' 'nonce-${nonce}'`,
    `style-src-elem 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self'${dev ? ' ws:' : ''}`,
    "frame-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "object-src 'none'",
    embed ? 'frame-ancestors *' : "frame-ancestors 'none'",
    ...(secure ? ['upgrade-insecure-requests'] : []),
  ].join('; ');
