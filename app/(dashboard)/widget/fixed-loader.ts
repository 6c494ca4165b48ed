import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { shared } from '@/lib/registry';
import type { WidgetManifest } from '@/widget/manifest';

/** The version of the widget that this server has, and the hash of the loader that stays the same for it. */
export function fixedLoader(): Pick<WidgetManifest['fixed'], 'version' | 'integrity'> {
  // The front door reads the same file under the same name: what it serves is what is told here.
  const { fixed } = shared('widget-files', () => {
    const file = resolve(process.cwd(), 'dist/widget/manifest.json');
    return JSON.parse(readFileSync(file, 'utf8')) as WidgetManifest;
  });
  return { version: fixed.version, integrity: fixed.integrity };
}
