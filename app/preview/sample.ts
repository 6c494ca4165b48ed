import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { shared } from '@/lib/registry';
import type { QuestionView } from '@/lib/survey/model';
import type { WidgetManifest } from '@/widget/manifest';
import { answerPage } from '@/widget/page-html';

/**
 * The customer's page as it is, without its script: nothing can be sent from it, and a sandboxed frame shows it.
 * `scheme` light or dark holds it there whatever the browser prefers; anything else leaves it to the browser.
 */
export function sampleReply(question: QuestionView, scheme: string | null): Response {
  const css = inScheme(skin().css, scheme);
  const html = answerPage({
    css,
    js: '',
    question,
    answer: {},
    action: '/preview',
    thanksPath: '/preview',
    confirm: false,
    wordSeed: 'preview',
  });
  const hash = createHash('sha256').update(css).digest('base64');
  // Inside a member's page this is a second main part: screen readers have to tell the two apart.
  return new Response(html.replace('<main>', '<main aria-label="Preview">'), {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': `default-src 'none'; style-src 'sha256-${hash}'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'`,
    },
  });
}

/** Answers the page's one question about colours in its place. */
function inScheme(css: string, scheme: string | null): string {
  if (scheme !== 'light' && scheme !== 'dark') return css;
  const met = scheme === 'dark' ? 'all' : 'not all';
  const held = css.replace(/@media\s*\(prefers-color-scheme:\s*dark\)/g, `@media ${met}`);
  return `${held}:root{color-scheme:${scheme}}`;
}

/** The front door keeps the built files under the same name; whoever asks first reads them. */
function skin(): WidgetManifest['page'] {
  return shared('widget-files', () => {
    const file = resolve(/* turbopackIgnore: true */ process.cwd(), 'dist/widget/manifest.json');
    return JSON.parse(readFileSync(file, 'utf8')) as WidgetManifest;
  }).page;
}
