import { createHash } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
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
 * Builds everything a customer's browser runs.
 * @returns {Promise<import('../widget/manifest').WidgetManifest>}
 */
export async function buildWidget() {
  const styles = { all: await css('base', 'widget') };
  for (const [kind, parts] of Object.entries(KINDS)) styles[kind] = await css(...parts);
  const pageCss = await css('base', ...new Set(Object.values(KINDS).flat()), 'page');
  const [pageJs, loader, show] = await Promise.all([
    script('page.ts', 'iife'),
    script('loader.ts', 'iife'),
    script('show.ts', 'esm'),
  ]);
  return {
    page: { js: pageJs, css: pageCss, jsHash: cspHash(pageJs), cssHash: cspHash(pageCss) },
    loader,
    widget: { script: show, styles },
  };
}

/** Builds and writes `dist/widget/manifest.json`. */
export async function writeWidget(directory = join(ROOT, 'dist/widget')) {
  const manifest = await buildWidget();
  await rm(directory, { recursive: true, force: true });
  await mkdir(directory, { recursive: true });
  await writeFile(join(directory, 'manifest.json'), JSON.stringify(manifest));
  return manifest;
}

async function script(entry, format) {
  const result = await build({
    entryPoints: [join(ROOT, 'widget', entry)],
    bundle: true,
    minify: true,
    write: false,
    format,
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

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await writeWidget();
  console.log('dist/widget/manifest.json');
}
