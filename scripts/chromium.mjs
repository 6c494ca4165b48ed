import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { Refusal, run, step } from './steps.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const MAC_APPLICATIONS = [
  'Chromium.app/Contents/MacOS/Chromium',
  'Google Chrome.app/Contents/MacOS/Google Chrome',
];

/**
 * The path of a Chromium that runs, installed from the system's packages where it is missing and this process may.
 * Throws a Refusal that says how to get one.
 */
export async function ensureChromium() {
  const chosen = process.env.CHROMIUM_PATH;
  if (chosen) {
    if (!runs(chosen)) throw new Refusal(`CHROMIUM_PATH is ${chosen}, and no browser starts from there.`);
    return chosen;
  }
  const found = findChromium();
  if (found) return found;
  if (process.platform === 'linux' && process.getuid() === 0 && existsSync('/usr/bin/apt-get')) {
    await step('Installing Chromium for the browser tests', installFromPackages);
    const installed = findChromium();
    if (installed) return installed;
  }
  throw new Refusal(
    'The browser tests need Chromium and found none: install it (Debian: "sudo apt-get install -y chromium", macOS: "brew install --cask chromium") or set CHROMIUM_PATH to a Chromium or Chrome.',
  );
}

function findChromium() {
  const onPath = (process.env.PATH || '')
    .split(delimiter)
    .flatMap((folder) => NAMES.map((name) => join(folder, name)));
  const inApplications = ['/Applications', join(homedir(), 'Applications')].flatMap((folder) =>
    MAC_APPLICATIONS.map((application) => join(folder, application)),
  );
  return [...onPath, ...(process.platform === 'darwin' ? inApplications : [])].find(runs);
}

/** Ubuntu's chromium-browser exists without a browser behind it, so a file that is there proves nothing. */
function runs(path) {
  return existsSync(path) && spawnSync(path, ['--version'], { timeout: 30_000 }).status === 0;
}

async function installFromPackages() {
  const quiet = { DEBIAN_FRONTEND: 'noninteractive' };
  const listed = await run('apt-get', ['update', '-q'], quiet);
  if (listed === 0) {
    await run('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium'], quiet);
  }
}
