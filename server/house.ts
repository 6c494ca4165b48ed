import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Handle, open } from '../db/client';
import { forgetSecret, isSecretOf, remembersSecret } from '../db/prove-secret';
import { proveTenancy } from '../db/prove-tenancy';
import { MAPS_CHANNEL, PRESENCE_CHANNEL } from '../db/queries/notices';
import { ANSWERS_CHANNEL } from '../db/queries/record';
import { dataDirectory, env, makeSecret, secret, secretFile, secretFingerprint } from '../lib/env';
import { hearAnswers, hearMap } from '../lib/live';
import { hearPresence } from '../lib/presence';
import { frontDoor, type House } from './front-door';
import { startRateExchange } from './rates';
import { startWorker } from './worker';

/**
 * Opens the database of this process, migrates it, proves that workspaces are apart and that the secret is the one it
 * was made with.
 *
 * @param newSecret takes the present secret for the database's own from now on
 */
export async function openHouse({ newSecret = false } = {}): Promise<Handle> {
  const { DATABASE_URL, MILEPOST_ROLE } = env();
  if (!DATABASE_URL && MILEPOST_ROLE !== 'all') {
    throw new Error(
      'Without DATABASE_URL one process does everything: leave MILEPOST_ROLE unset, or set DATABASE_URL.',
    );
  }
  const handle = await open(DATABASE_URL ? { url: DATABASE_URL } : { directory: dataDirectory() });
  try {
    await handle.migrate();
    await proveTenancy(handle);
    if (newSecret) {
      makeSecret();
      secret();
      await forgetSecret(handle);
    }
    await proveSecret(handle);
  } catch (error) {
    await handle.close().catch(() => {});
    throw error;
  }
  return handle;
}

async function proveSecret(handle: Handle): Promise<void> {
  const file = secretFile();
  const lost = `If it is lost for good, npm run migrate -- --new-secret accepts a new one: everybody signs in again, links in sent mail end, and people who unsubscribed are no longer known.`;
  if (!(await remembersSecret(handle))) makeSecret();
  else if (file !== null && !existsSync(file)) {
    throw new Error(
      `The secret of this database is missing: put its file back at ${file}, or set AUTH_SECRET to what it was. ${lost}`,
    );
  }
  if (await isSecretOf(handle, secretFingerprint())) return;
  throw new Error(
    file === null
      ? `AUTH_SECRET is not the one this database was made with: set it to what it was${env().DATABASE_URL ? '' : ', or unset it if the database kept its own'}. ${lost}`
      : `The secret in ${file} is not the one this database was made with: put back the file that belongs to it, or set AUTH_SECRET to what it was. ${lost}`,
  );
}

/** Serves until the process is told to stop; resolves when requests are answered. */
export async function serve(handle: Handle): Promise<void> {
  const { PORT, HOST, MILEPOST_ROLE, MILEPOST_DEV } = env();
  const house: House = { ready: false, next: null };
  const server = frontDoor(house);
  const ends = [
    await handle.listen(ANSWERS_CHANNEL, hearAnswers),
    await handle.listen(MAPS_CHANNEL, hearMap),
    await handle.listen(PRESENCE_CHANNEL, hearPresence),
  ];
  const works = MILEPOST_ROLE === 'all' || MILEPOST_ROLE === 'worker';
  const worker = works ? startWorker() : null;
  const rates = MILEPOST_ROLE === 'worker' ? null : startRateExchange();
  stopOnSignal(async () => {
    house.ready = false;
    rates?.stop();
    server.close();
    server.closeIdleConnections();
    await worker?.stop();
    // Live maps hold their connection open for ever: answers in flight get this long, then all are closed.
    const done = setTimeout(() => server.closeAllConnections(), 1500);
    await new Promise((resolve) => (server.listening ? server.once('close', resolve) : resolve(null)));
    clearTimeout(done);
    for (const end of ends) await end().catch(() => {});
    await handle.close();
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(listenFault(error)));
    server.listen(PORT, HOST, resolve);
  });
  if (MILEPOST_ROLE === 'all' || MILEPOST_ROLE === 'studio') {
    // Next would otherwise end the process by itself, before answers in flight are committed.
    process.env.NEXT_MANUAL_SIG_HANDLE = 'true';
    const { default: next } = await import('next');
    const app = next({
      dev: MILEPOST_DEV === '1',
      dir: resolve(process.cwd()),
      hostname: 'localhost',
      port: PORT,
      httpServer: server,
    });
    await app.prepare();
    const handler = app.getRequestHandler();
    house.next = (req, res) => handler(req, res);
  }
  if (MILEPOST_DEV !== '1') {
    server.removeAllListeners('upgrade');
    server.on('upgrade', (_, socket) => socket.destroy());
  }
  house.ready = true;
}

function listenFault(error: NodeJS.ErrnoException): Error {
  const { PORT, HOST } = env();
  if (error.code === 'EADDRINUSE') {
    return new Error(`Port ${PORT} is taken. Stop what uses it, or choose another: PORT=3001.`);
  }
  if (error.code === 'EACCES')
    return new Error(`Port ${PORT} may not be opened by this user: choose another.`);
  if (/^(EADDRNOTAVAIL|ENOTFOUND|EAI_AGAIN|EINVAL)$/.test(error.code ?? '')) {
    return new Error(`HOST=${HOST} is not an address of this machine.`);
  }
  return error;
}

function stopOnSignal(stop: () => Promise<void>): void {
  let stopping = false;
  const leave = () => {
    if (stopping) return;
    stopping = true;
    // Whatever hangs, the process ends; an acknowledged answer was committed before.
    setTimeout(() => process.exit(1), 10_000).unref();
    stop().then(
      () => process.exit(0),
      (error) => {
        console.error(error);
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', leave);
  process.on('SIGINT', leave);
}
