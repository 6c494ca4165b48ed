import { execFile, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../scripts/steps.mjs';

/** Everything that is fetched or made for the hosts; ignored by git, kept between runs. */
export const WORKSHOP = join(ROOT, '.milepost-hosts');

/** Newer versions ask for packages that a registry with a delay does not have yet. */
const BEFORE = '2026-08-01';
const MINUTE = 60_000;

/** Something that cannot be had on this machine: what depends on it did not run, and is not counted as passed. */
export class Missing extends Error {}

/** Runs a program to its end. Throws with the end of what it said. */
export function done(program, args, { minutes = 5, ...options } = {}) {
  return new Promise((resolve, reject) => {
    execFile(
      program,
      args,
      { timeout: minutes * MINUTE, maxBuffer: 64e6, encoding: 'utf8', ...options },
      (error, stdout, stderr) => {
        if (!error) return resolve(stdout);
        const said = `${stdout}${stderr}`.trim().split('\n').slice(-6).join('\n');
        reject(new Error(`${program} ${args[0] ?? ''} failed (${error.code ?? error.signal}): ${said}`));
      },
    );
  });
}

/** A folder of the workshop with these npm packages in it, fetched once. @throws Missing */
export async function npmFolder(name, packages) {
  const folder = join(WORKSHOP, name);
  const stamp = join(folder, 'installed');
  const wanted = packages.join(' ');
  if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== wanted) {
    console.log(`→ Fetching ${wanted}`);
    mkdirSync(folder, { recursive: true });
    // Without a field `type`: a build tool that is told CommonJS here stumbles over its own configuration.
    writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
    const flags = ['--no-audit', '--no-fund', '--ignore-scripts', `--before=${BEFORE}`];
    try {
      await done('npm', ['install', ...flags, '--prefix', folder, ...packages], { minutes: 8, cwd: folder });
    } catch (error) {
      throw new Missing(`npm could not fetch ${packages[0]}: ${lastLine(error)}`);
    }
    writeFileSync(stamp, wanted);
  }
  return folder;
}

/** Makes sure that programs are there, from Debian's packages where this process may. @throws Missing */
export async function programs(names, packages) {
  if (names.every(isProgram)) return;
  if (process.getuid?.() !== 0 || !isProgram('apt-get')) {
    throw new Missing(
      `needs ${names.filter((name) => !isProgram(name)).join(', ')}: apt-get install ${packages.join(' ')}`,
    );
  }
  console.log(`→ Installing ${packages.join(' ')}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  try {
    await done('apt-get', ['update', '-q'], { env });
    await done('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...packages], {
      env,
      minutes: 8,
    });
  } catch (error) {
    throw new Missing(`apt-get could not install ${packages.join(' ')}: ${lastLine(error)}`);
  }
}

/** Debian packages unpacked into a folder of the workshop: nothing is set up or started on this machine. @throws Missing */
export async function debianFolder(name, packages) {
  const folder = join(WORKSHOP, name);
  const stamp = join(folder, 'unpacked');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === packages.join(' ')) return folder;
  if (!isProgram('apt-get') || !isProgram('dpkg')) throw new Missing('needs the packages of Debian');
  console.log(`→ Fetching ${packages.join(' ')}`);
  mkdirSync(join(folder, 'packages'), { recursive: true });
  try {
    if (process.getuid?.() === 0) await done('apt-get', ['update', '-q']);
    await done('apt-get', ['download', '-o', 'APT::Sandbox::User=root', ...packages], {
      cwd: join(folder, 'packages'),
    });
    await done('sh', ['-c', 'for file in packages/*.deb; do dpkg -x "$file" .; done'], { cwd: folder });
  } catch (error) {
    throw new Missing(`the packages of Debian could not be had: ${lastLine(error)}`);
  }
  writeFileSync(stamp, packages.join(' '));
  return folder;
}

export function isProgram(name) {
  const folders = [...(process.env.PATH ?? '').split(':'), '/usr/sbin', '/sbin'];
  return folders.some((folder) => existsSync(join(folder, name)));
}

const lastLine = (error) => error.message.split('\n').at(-1);

const running = new Set();

/** Starts a program that runs until `end` is called, or until this process ends in whatever way it can tell. */
export function start(program, args, options = {}) {
  const child = spawn(program, args, { stdio: ['ignore', 'ignore', 'pipe'], ...options });
  let said = '';
  child.stderr?.on('data', (part) => {
    said = `${said}${part}`.slice(-2000);
  });
  child.on('error', () => {});
  running.add(child);
  child.once('exit', () => running.delete(child));
  return {
    pid: child.pid,
    said: () => said,
    hasEnded: () => child.pid === undefined || child.exitCode !== null || child.signalCode !== null,
    end: async () => {
      if (!running.has(child) || child.pid === undefined) return;
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      const impatience = setTimeout(() => child.kill('SIGKILL'), 5000);
      await ended;
      clearTimeout(impatience);
    },
  };
}

process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

/** Waits until `check` gives something true. */
export async function until(what, check, seconds = 30, everyMs = 100) {
  const givenUpAt = Date.now() + seconds * 1000;
  for (;;) {
    const found = await check();
    if (found) return found;
    if (Date.now() > givenUpAt) throw new Error(`${what} did not happen within ${seconds} s`);
    await new Promise((resolve) => setTimeout(resolve, everyMs));
  }
}
