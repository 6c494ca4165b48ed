import type { ServerResponse } from 'node:http';
import { sql } from 'drizzle-orm';
import { database } from '../db/client';
import { env } from '../lib/env';
import { sendJson } from './reply';

/** `GET /api/health`: this process answers. Asks nothing else, so that a slow database does not restart it. */
export function serveHealth(res: ServerResponse): void {
  sendJson(res, 200, { status: 'ok', role: env().MILEPOST_ROLE });
}

/** `GET /api/ready`: this process can do its work: one round trip to the database within two seconds. */
export async function serveReady(res: ServerResponse, state: { ready: boolean }): Promise<void> {
  const { kind } = database();
  const answered = state.ready && (await withinMs(2000, database().orm.execute(sql`SELECT 1`)));
  sendJson(res, answered ? 200 : 503, {
    status: answered ? 'ready' : 'not ready',
    database: kind,
    survives: kind === 'embedded' ? 'a crash of the process, not a loss of power' : 'a loss of power',
  });
}

async function withinMs(ms: number, work: PromiseLike<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), ms);
  });
  try {
    return await Promise.race([Promise.resolve(work).then(() => true), late]);
  } catch {
    return false;
  } finally {
    clearTimeout(timer);
  }
}
