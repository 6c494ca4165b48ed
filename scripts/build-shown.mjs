import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, transform } from 'esbuild';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
const TARGET = 'es2020';

/** The parts of the style sheet that a kind of scale needs; see `scaleKind` in widget/view.ts. */
const KINDS = {
  n5: ['anchors'],
  n7: ['anchors', 'seven'],
  n11: ['anchors', 'eleven'],
  r: ['rows'],
  f: ['faces'],
  words: ['words'],
};

/**
 * Builds what a customer sees: the pages, and the modules that show one survey in a site.
 * @returns {Promise<Pick<import('../widget/manifest').WidgetManifest, 'page' | 'kiosk' | 'frame' | 'widget'>>}
 */
export async function buildShown() {
  const styles = { all: await css('base', 'widget') };
  for (const [kind, parts] of Object.entries(KINDS)) styles[kind] = await css(...parts);
  const pageCss = await css('base', ...new Set(Object.values(KINDS).flat()), 'page');
  const [pageJs, show] = await Promise.all([script('page.ts', 'iife'), script('show.ts', 'esm')]);
  const page = { js: pageJs, css: pageCss, jsHash: cspHash(pageJs), cssHash: cspHash(pageCss) };
  return { page, kiosk: page, frame: page, widget: { script: show, styles } };
}

/** One of our own files of `widget/`, bundled and small; `define` decides what a variant leaves out. */
export async function script(entry, format, define = {}) {
  const result = await build({
    entryPoints: [join(ROOT, 'widget', entry)],
    bundle: true,
    minify: true,
    write: false,
    format,
    define,
    target: TARGET,
    charset: 'utf8',
    legalComments: 'none',
    tsconfigRaw: { compilerOptions: { verbatimModuleSyntax: true, target: 'ES2022' } },
  });
  return result.outputFiles[0].text.trim();
}

async function css(...names) {
  const texts = await Promise.all(
    names.map((name) => readFile(join(ROOT, `widget/styles/${name}.css`), 'utf8')),
  );
  const target = ['chrome90', 'safari15', 'firefox100'];
  return (await transform(texts.join(''), { loader: 'css', minify: true, target })).code.trim();
}

const cspHash = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
