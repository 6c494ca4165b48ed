import { env } from '../lib/env';

type Header = readonly [name: string, value: string];

/** What every reply carries. */
export const RESPONDENT_HEADERS: readonly Header[] = [
  ['x-content-type-options', 'nosniff'],
  ['referrer-policy', 'no-referrer'],
  ['permissions-policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()'],
  ...(env().secure ? [['strict-transport-security', 'max-age=31536000; includeSubDomains'] as const] : []),
];

/** Pages that show what customers see: only our own pages may frame them, nothing in them runs. */
const FRAMED = /^\/(preview\/.|outbox\/[^/]+\/body$)/;

/** The page that stands for a customer's site: its route says what may run, as a host would. */
const HOST_SITE = /^\/widget\/test(\/|$)/;

/**
 * What a member's page carries besides; the nonce admits the scripts that Next writes for this one reply. Where a route
 * adds a policy of its own, browsers hold the page to both, so the one from here says only what must hold anyway.
 */
export function membersHeaders(
  nonce: string,
  path: string,
  dev: boolean,
  secure: boolean,
): readonly Header[] {
  const framed = FRAMED.test(path);
  return [
    [
      'content-security-policy',
      [
        ...(framed ? FRAMED_POLICY : HOST_SITE.test(path) ? HOST_SITE_POLICY : pagePolicy(nonce, dev)),
        "base-uri 'none'",
        "object-src 'none'",
        `frame-ancestors ${framed ? "'self'" : "'none'"}`,
        ...(secure ? ['upgrade-insecure-requests'] : []),
      ].join('; '),
    ],
    ['cross-origin-opener-policy', 'same-origin'],
    ['cross-origin-resource-policy', 'same-origin'],
    ['referrer-policy', 'strict-origin-when-cross-origin'],
    ['x-frame-options', framed ? 'SAMEORIGIN' : 'DENY'],
    // Built files carry a hash in their names and set their own; everything else is a member's.
    ...(path.startsWith('/_next/static/') ? [] : [['cache-control', 'no-store'] as const]),
  ];
}

const FRAMED_POLICY = ["script-src 'none'", "frame-src 'none'", "form-action 'none'"];
const HOST_SITE_POLICY = ["form-action 'self'", "frame-src 'none'"];

const pagePolicy = (nonce: string, dev: boolean): string[] => [
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
];
