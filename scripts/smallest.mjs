import { transform } from 'esbuild';
// Its output compresses better than esbuild's by a twentieth, and here every byte counts.
import { minify } from 'terser';

/**
 * A script for customers' browsers as small as it gets: `define` decides what a variant leaves out, and the rest is
 * written so that it compresses well.
 * @param {string} code
 * @param {{ define?: Record<string, string>, format?: 'esm' | 'iife', target: string }} options
 */
export async function smallest(code, { define = {}, format, target }) {
  const chosen = await transform(code, {
    define,
    ...(format && { format }),
    target,
    charset: 'utf8',
    minifySyntax: true,
    treeShaking: true,
  });
  const ecma = 2020;
  const { code: small } = await minify(chosen.code, {
    ecma,
    module: format === 'esm',
    toplevel: true,
    compress: {
      ecma,
      passes: 3,
      inline: 1,
      sequences: false,
      unsafe: true,
      unsafe_arrows: true,
    },
    format: { ecma, wrap_func_args: false },
  });
  return small.trim();
}
