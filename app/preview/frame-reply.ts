import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { shared } from '@/lib/registry';
import type { WidgetManifest } from '@/widget/manifest';

export type Scheme = 'light' | 'dark' | null;

/** What the address asks for; anything else leaves the colours to the browser. */
export const schemeOf = (text: string | null): Scheme => (text === 'light' || text === 'dark' ? text : null);

/** Answers a style sheet's one question about colours in its place, whatever the browser prefers. */
export function inScheme(css: string, scheme: Scheme): string {
  if (scheme === null) return css;
  const met = scheme === 'dark' ? 'all' : 'not all';
  return css
    .replace(/@media\s*\(prefers-color-scheme:\s*dark\)/g, `@media ${met}`)
    .replace(/color-scheme:\s*light dark/g, `color-scheme:${scheme}`);
}

/** A page for a sandboxed frame of ours: it can send nothing, and runs no script but the one that is given. */
export function frameReply(html: string, about: { css: string; js?: string }): Response {
  const script = about.js === undefined ? '' : ` script-src ${hashOf(about.js)} blob:;`;
  return new Response(html, {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': `default-src 'none';${script} style-src ${hashOf(about.css)}; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'`,
      'cache-control': 'no-store',
    },
  });
}

const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** The front door keeps the built files under the same name; whoever asks first reads them. */
export function widgetManifest(): WidgetManifest {
  return shared('widget-files', () => {
    const file = resolve(/* turbopackIgnore: true */ process.cwd(), 'dist/widget/manifest.json');
    return JSON.parse(readFileSync(file, 'utf8')) as WidgetManifest;
  });
}
