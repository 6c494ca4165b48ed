import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { buildLoader } from './build-loader.mjs';
import { buildShown } from './build-shown.mjs';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');

/**
 * Builds everything a customer's browser runs.
 * @returns {Promise<import('../widget/manifest').WidgetManifest>}
 */
export async function buildWidget() {
  const [shown, loader] = await Promise.all([buildShown(), buildLoader()]);
  return { ...shown, ...loader };
}

/** Builds and writes `dist/widget/manifest.json`. */
export async function writeWidget(directory = join(ROOT, 'dist/widget')) {
  const manifest = await buildWidget();
  await rm(directory, { recursive: true, force: true });
  await mkdir(directory, { recursive: true });
  await writeFile(join(directory, 'manifest.json'), JSON.stringify(manifest));
  return manifest;
}

/** Vitest calls this before the database tests, whose server hands out what the build made. */
export const setup = async () => void (await writeWidget());

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await writeWidget();
  console.log('dist/widget/manifest.json');
}
