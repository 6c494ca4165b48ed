import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, transform } from 'esbuild';
import { smallest } from './smallest.mjs';
import { requireListed, shortNames } from './widget-names.mjs';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
const TARGET = 'es2021';

/** What each letter of a loader's name stands for in widget/able.ts; the order is that of `LOADER_LETTERS`. */
const ABLE = { p: 'share', d: 'dwell', s: 'scroll', v: 'seen', x: 'exit', c: 'click' };

/** What is loaded when it is needed, as `GET /v1/p/NAME.js`. */
const PARTS = ['api', 'debug', 'preview', 'resend', 'locale', 'stage'];

/**
 * Builds the loader in each of its variants, the one whose bytes never change, and the parts.
 * @returns {Promise<Pick<import('../widget/manifest').WidgetManifest, 'loaders' | 'fixed' | 'parts'>>}
 */
export async function buildLoader() {
  const { version } = JSON.parse(await readFile(join(ROOT, 'widget/package/package.json'), 'utf8'));
  const debugCss = await readFile(join(ROOT, 'widget/styles/debug.css'), 'utf8');
  const texts = {
    __VERSION__: JSON.stringify(version),
    __DEBUG_CSS__: JSON.stringify((await transform(debugCss, { loader: 'css', minify: true })).code.trim()),
  };
  const loaders = {};
  const letters = Object.keys(ABLE);
  for (let chosen = 0; chosen < 2 ** letters.length; chosen++) {
    const name = letters.filter((_, place) => chosen & (2 ** place)).join('');
    loaders[name] = await variant(name, false);
  }
  const script = await variant(letters.join(''), true);
  const parts = {};
  for (const part of PARTS) parts[part] = await bundle(`${part}.ts`, 'esm', { minify: true, define: texts });
  const integrity = `sha384-${createHash('sha384').update(script).digest('base64')}`;
  return { loaders, fixed: { version, script, integrity }, parts };
}

/** The loader with what its letters stand for, and nothing else. */
async function variant(name, fixed) {
  const define = { 'able.fixed': `${fixed}` };
  for (const [letter, what] of Object.entries(ABLE)) define[`able.${what}`] = `${name.includes(letter)}`;
  return smallest(await bundle('loader.ts', 'iife', { minifySyntax: true, define }), { target: TARGET });
}

async function bundle(entry, format, options) {
  const result = await build({
    entryPoints: [join(ROOT, 'widget', entry)],
    bundle: true,
    write: false,
    format,
    target: TARGET,
    charset: 'utf8',
    legalComments: 'none',
    tsconfigRaw: { compilerOptions: { verbatimModuleSyntax: true, target: 'ES2022' } },
    ...shortNames(),
    ...options,
  });
  requireListed(result.mangleCache);
  return result.outputFiles[0].text.trim();
}
