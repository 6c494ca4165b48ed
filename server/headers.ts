import { env } from '../lib/env';

type Header = readonly [name: string, value: string];

/** What every reply carries. */
export const RESPONDENT_HEADERS: readonly Header[] = [
  ['x-content-type-options', 'nosniff'],
  ['referrer-policy', 'no-referrer'],
  ['permissions-policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()'],
  ...(env().secure ? [['strict-transport-security', 'max-age=31536000; includeSubDomains'] as const] : []),
];

/** What a member's page carries besides; the nonce admits the scripts that Next writes for this one reply. */
export function membersHeaders(
  nonce: string,
  path: string,
  dev: boolean,
  secure: boolean,
): readonly Header[] {
  return [
    [
      'content-security-policy',
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
        "frame-ancestors 'none'",
        ...(secure ? ['upgrade-insecure-requests'] : []),
      ].join('; '),
    ],
    ['cross-origin-opener-policy', 'same-origin'],
    ['cross-origin-resource-policy', 'same-origin'],
    ['referrer-policy', 'strict-origin-when-cross-origin'],
    ['x-frame-options', 'DENY'],
    // Built files carry a hash in their names and set their own; everything else is a member's.
    ...(path.startsWith('/_next/static/') ? [] : [['cache-control', 'no-store'] as const]),
  ];
}
