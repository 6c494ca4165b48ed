import { execFileSync, spawn } from 'node:child_process';
import { join } from 'node:path';
import { build } from 'esbuild';
import postgres from 'postgres';
import { startPostgres } from '../scripts/postgres.mjs';
import { prepare } from '../scripts/serve.mjs';
import { ROOT } from '../scripts/steps.mjs';
import { freePort } from './processes.mjs';

/**
 * Milepost's respondent side on a throwaway PostgreSQL and on loopback, built as it is shipped, with the placements of
 * bench/widget-setup.ts. Needs no build of the pages.
 * @param {{ publicUrl?: string }} [options] publicUrl is where browsers find it, if something stands before it
 * @returns {Promise<{ url: string, keys: Record<'popover' | 'inline' | 'quiet' | 'link', string>, answers: () => Promise<{ partial: number, complete: number }>, stop: () => Promise<void> }>}
 */
export async function startRespondent({ publicUrl } = {}) {
  await prepare(['widget', 'server']);
  await build({
    absWorkingDir: ROOT,
    entryPoints: ['bench/widget-setup.ts'],
    outfile: 'dist/bench-widget-setup.mjs',
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    logLevel: 'error',
  });
  const pg = await startPostgres({ fsync: false });
  const sql = postgres(pg.url, { max: 1, onnotice: () => {} });
  let server = null;
  const stop = async () => {
    if (server && server.exitCode === null) {
      server.kill('SIGTERM');
      await new Promise((resolve) => server.once('exit', resolve));
    }
    await sql.end();
    await pg.stop();
  };
  try {
    const port = await freePort();
    const url = `http://localhost:${port}`;
    const settings = {
      ...process.env,
      DATABASE_URL: pg.url,
      AUTH_SECRET: 'h'.repeat(40),
      MILEPOST_ROLE: 'respondent',
      APP_URL: publicUrl ?? url,
      PORT: String(port),
      HOST: '127.0.0.1',
      NODE_ENV: 'production',
    };
    const keys = JSON.parse(
      execFileSync(process.execPath, ['dist/bench-widget-setup.mjs'], {
        cwd: ROOT,
        env: settings,
        encoding: 'utf8',
      }),
    );
    server = spawn(process.execPath, [join(ROOT, 'dist/server.mjs')], {
      cwd: ROOT,
      env: settings,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    process.once('exit', () => server.kill('SIGKILL'));
    await untilReady(`${url}/api/ready`, server);
    const answers = async () => {
      const rows = await sql`SELECT state, count(*)::int AS n FROM responses GROUP BY state`;
      const of = (state) => rows.find((row) => row.state === state)?.n ?? 0;
      return { partial: of('partial'), complete: of('complete') };
    };
    return { url, keys, answers, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function untilReady(url, server) {
  for (let waited = 0; waited < 60_000; waited += 200) {
    if (server.exitCode !== null) throw new Error('Milepost ended before it was ready.');
    const reply = await fetch(url).catch(() => null);
    if (reply?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error('Milepost was not ready in a minute.');
}
