import './require-node.mjs';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { install } from './install.mjs';
import { BuildRecord, stampOf } from './stamp.mjs';
import { main, Refusal, ROOT, runNode, step } from './steps.mjs';

const ALWAYS = ['package-lock.json', 'tsconfig.json', 'scripts/build.mjs'];

const PARTS = {
  widget: {
    title: 'Building the widget',
    inputs: [
      'widget',
      'lib',
      'scripts/build-widget.mjs',
      'scripts/build-loader.mjs',
      'scripts/build-shown.mjs',
      'scripts/smallest.mjs',
      'scripts/widget-names.mjs',
    ],
    output: 'dist/widget',
    build: () => runNode('scripts/build-widget.mjs'),
  },
  server: {
    title: 'Bundling the server',
    inputs: ['server', 'lib', 'db', 'emails', 'widget'],
    output: 'dist/server.mjs',
    build: bundleServer,
  },
  next: {
    title: 'Building the pages (about a minute on two cores)',
    inputs: [
      'app',
      'components',
      'lib',
      'db',
      'emails',
      'widget',
      'public',
      'proxy.ts',
      'next.config.mjs',
      'postcss.config.mjs',
    ],
    output: '.next/BUILD_ID',
    build: () =>
      runNode('node_modules/next/dist/bin/next', ['build'], {
        NEXT_TELEMETRY_DISABLED: '1',
        NODE_ENV: 'production',
      }),
  },
};

main(async () => {
  const args = process.argv.slice(2);
  const force = args.includes('--force');
  const named = args.filter((arg) => arg !== '--force');
  const unknown = named.find((name) => !(name in PARTS));
  if (unknown) {
    throw new Refusal(
      `There is no part "${unknown}" to build: name some of ${Object.keys(PARTS).join(', ')}.`,
    );
  }
  await install();
  for (const name of Object.keys(PARTS)) {
    if (named.length === 0 || named.includes(name)) await buildPart(name, force);
  }
});

async function buildPart(name, force) {
  const part = PARTS[name];
  const record = new BuildRecord(join(ROOT, 'dist', `${name}.stamp`));
  const stamp = stampOf(ROOT, [...ALWAYS, ...part.inputs]);
  if (!force && record.matches(stamp) && existsSync(join(ROOT, part.output))) {
    console.log(`→ ${part.title}: up to date`);
    return;
  }
  record.forget();
  const code = await step(part.title, part.build);
  if (code !== 0) throw new Refusal(`${part.title} failed: the reason stands above.`);
  record.write(stamp);
}

async function bundleServer() {
  const { build } = await import('esbuild');
  try {
    await build({
      absWorkingDir: ROOT,
      entryPoints: {
        server: 'server/main.ts',
        demo: 'server/demo.ts',
        migrate: 'server/migrate.ts',
        backup: 'server/backup.ts',
      },
      outdir: 'dist',
      outExtension: { '.js': '.mjs' },
      bundle: true,
      packages: 'external',
      platform: 'node',
      format: 'esm',
      target: 'node20',
      tsconfig: 'tsconfig.json',
      sourcemap: true,
      logLevel: 'warning',
    });
    return 0;
  } catch (error) {
    // esbuild has already shown what its own errors are about.
    if (!error.errors) throw error;
    return 1;
  }
}
