import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Refusal, ROOT, run, runNode, step } from './steps.mjs';

/** Installs the locked packages where node_modules is missing or differs from package-lock.json. */
export async function install() {
  const lock = readLock('package-lock.json');
  if (!lock)
    throw new Refusal('package-lock.json is missing or unreadable: run this in a complete checkout.');
  if (isInstalled(lock, readLock('node_modules/.package-lock.json'))) return;
  const code = await step('Installing packages (one to three minutes)', () =>
    npm(['ci', '--include=dev', '--no-audit', '--no-fund']),
  );
  if (code !== 0)
    throw new Refusal('npm ci failed: the reason stands above. Fix it and run the command again.');
}

/**
 * Whether what npm last installed is what the lock file asks for. Packages made for other machines may be absent.
 * @param {{ packages: Record<string, { version?: string, optional?: boolean }> }} lock
 * @param {{ packages: Record<string, { version?: string }> } | null} installed null: nothing is installed
 */
export function isInstalled(lock, installed) {
  if (!installed) return false;
  const wanted = Object.keys(lock.packages).filter((path) => path !== '');
  return (
    wanted.every((path) => {
      const found = installed.packages[path];
      return found ? found.version === lock.packages[path].version : lock.packages[path].optional === true;
    }) && Object.keys(installed.packages).every((path) => path in lock.packages)
  );
}

function readLock(path) {
  try {
    return JSON.parse(readFileSync(join(ROOT, path), 'utf8'));
  } catch (_absentOrBroken) {
    return null;
  }
}

function npm(args) {
  const running = process.env.npm_execpath;
  return running && basename(running) === 'npm-cli.js' ? runNode(running, args) : run('npm', args);
}
