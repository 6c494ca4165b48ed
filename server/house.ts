import { resolve } from 'node:path';
import { type Handle, open } from '../db/client';
import { proveTenancy } from '../db/prove-tenancy';
import { ANSWERS_CHANNEL } from '../db/queries/record';
import { dataDirectory, env, secret } from '../lib/env';
import { announce } from '../lib/live';
import { frontDoor, type House } from './front-door';
import { startWorker } from './worker';

/** Opens the database of this process, migrates it and proves that workspaces are apart. */
export async function openHouse(): Promise<Handle> {
  const { DATABASE_URL, MILEPOST_ROLE } = env();
  if (!DATABASE_URL && MILEPOST_ROLE !== 'all') {
    throw new Error(
      'Without DATABASE_URL one process does everything: leave MILEPOST_ROLE unset, or set DATABASE_URL.',
    );
  }
  const handle = await open(DATABASE_URL ? { url: DATABASE_URL } : { directory: dataDirectory() });
  await handle.migrate();
  await proveTenancy(handle);
  secret();
  return handle;
}

/** Serves until the process is told to stop; resolves when requests are answered. */
export async function serve(handle: Handle): Promise<void> {
  const { PORT, HOST, MILEPOST_ROLE, MILEPOST_DEV } = env();
  const house: House = { ready: false, next: null };
  const server = frontDoor(house);
  const unlisten = await handle.listen(ANSWERS_CHANNEL, announce);
  const works = MILEPOST_ROLE === 'all' || MILEPOST_ROLE === 'worker';
  const worker = works ? startWorker() : null;
  stopOnSignal(async () => {
    house.ready = false;
    server.close();
    server.closeIdleConnections();
    await worker?.stop();
    // Live maps hold their connection open for ever: answers in flight get this long, then all are closed.
    const done = setTimeout(() => server.closeAllConnections(), 1500);
    await new Promise((resolve) => (server.listening ? server.once('close', resolve) : resolve(null)));
    clearTimeout(done);
    await unlisten().catch(() => {});
    await handle.close();
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE'
          ? new Error(`Port ${PORT} is taken. Stop what uses it, or choose another: PORT=3001.`)
          : error,
      ),
    );
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
