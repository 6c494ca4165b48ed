import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, transform } from 'esbuild';
import { smallest } from './smallest.mjs';
import { requireListed, shortNames } from './widget-names.mjs';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
const TARGET = 'es2021';

/** The parts of the style sheet; see `cardStyle` in widget/widget-module.ts. */
const PARTS = {
  all: ['reset', 'base', 'widget'],
  frame: ['reset', 'widget', 'framed'],
  inline: ['inline'],
  popover: ['popover'],
  modal: ['modal'],
  tab: ['popover', 'tab'],
  n5: ['numbers'],
  n7: ['numbers'],
  n11: ['numbers', 'eleven'],
  f: ['faces'],
  fives: ['fives'],
  words: ['words'],
  preview: ['preview'],
};

const MODES = ['popover', 'inline', 'modal', 'tab'];
const LOOKS = ['page', 'kiosk', 'frame'];

/**
 * Builds what a customer sees: the pages, and the modules that show one survey in a site.
 * @returns {Promise<Pick<import('../widget/manifest').WidgetManifest, 'page' | 'kiosk' | 'frame' | 'widget'>>}
 */
export async function buildShown() {
  const styles = {};
  for (const [part, names] of Object.entries(PARTS)) styles[part] = await css(...names);
  const [page, question] = await Promise.all([bundle('page.ts'), bundle('show.ts')]);
  const scripts = {};
  for (const mode of MODES) {
    for (const preview of [false, true]) {
      const framed = { mode, emotion: false, pipes: false, preview, framed: true };
      scripts[name(framed)] = await minified(question, framed);
      for (const emotion of [false, true])
        for (const pipes of [false, true]) {
          const chosen = { mode, emotion, pipes, preview, framed: false };
          scripts[name(chosen)] = await minified(question, chosen);
        }
    }
  }
  const pages = {};
  for (const look of LOOKS) {
    const js = await minified(page, { mode: 'inline', emotion: true, look }, 'iife');
    const style = await css(
      'reset',
      'base',
      'numbers',
      'eleven',
      'faces',
      'words',
      'fives',
      'page',
      ...(look === 'page' ? [] : [look]),
    );
    pages[look] = { js, css: style, jsHash: cspHash(js), cssHash: cspHash(style) };
  }
  return { ...pages, widget: { scripts, styles } };
}

/** As `variantName` in widget/widget-module.ts. */
function name({ mode, ...flags }) {
  return [mode, ...Object.keys(flags).filter((flag) => flags[flag])].join(' ');
}

/** One of our own files of `widget/` with all it imports. */
async function bundle(entry) {
  const result = await build({
    entryPoints: [join(ROOT, 'widget', entry)],
    bundle: true,
    write: false,
    format: 'esm',
    target: TARGET,
    charset: 'utf8',
    legalComments: 'none',
    ...shortNames(),
    tsconfigRaw: { compilerOptions: { verbatimModuleSyntax: true, target: 'ES2022' } },
  });
  requireListed(result.mangleCache);
  return result.outputFiles[0].text;
}

/** What a variant needs of a bundle, and nothing else; see widget/variant.ts. */
function minified(code, chosen, format = 'esm') {
  const flags = { look: '', ...chosen, quiet: /inline|tab/.test(chosen.mode) };
  const define = Object.fromEntries(
    Object.entries(flags).map(([flag, value]) => [`variant.${flag}`, JSON.stringify(value)]),
  );
  return smallest(code, { define: { ...define, __MILEPOST_CARD__: '$' }, format, target: TARGET });
}

async function css(...names) {
  const texts = await Promise.all(
    names.map((name) => readFile(join(ROOT, `widget/styles/${name}.css`), 'utf8')),
  );
  const target = ['chrome105', 'safari15.4', 'firefox121'];
  return (await transform(texts.join(''), { loader: 'css', minify: true, target })).code.trim();
}

const cspHash = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
