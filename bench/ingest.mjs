// How many answers a second Milepost acknowledges, what one costs, and whether the tallies are exact afterwards, beside
// pgbench's durable single-row inserts on the same server in the same rounds.
//   npm run bench:ingest [-- --rounds 5 --seconds 5]
import { execFileSync, fork, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import { startPostgres } from '../scripts/postgres.mjs';
import { bundle, freePort, parentOf, treeCpuUs, untilReady } from './processes.mjs';

const option = (name, otherwise) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? otherwise : Number(process.argv[at + 1]);
};
const ROUNDS = option('rounds', 5);
const SECONDS = option('seconds', 5);
const CONNECTIONS = [1, 16, 64];
const OVERLOAD = { connections: 256, seconds: option('overload', 15) };

const pgbench = findPgbench();
const pg = await startPostgres({ fsync: true });
const sql = postgres(pg.url, { max: 1, onnotice: () => {} });
let server = null;
try {
  await bundle('server/main.ts', 'dist/server.mjs');
  await bundle('bench/setup.ts', 'dist/bench-setup.mjs');
  if (!existsSync('dist/widget/manifest.json'))
    execFileSync('node', ['scripts/build-widget.mjs'], { stdio: 'inherit' });
  const settings = {
    ...process.env,
    DATABASE_URL: pg.url,
    AUTH_SECRET: 'b'.repeat(40),
    MILEPOST_ROLE: 'respondent',
  };
  const keys = JSON.parse(
    execFileSync('node', ['dist/bench-setup.mjs'], { env: settings, encoding: 'utf8' }),
  );
  await sql.unsafe(`CREATE TABLE bench_row (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, owner_id int NOT NULL, touchpoint_id int NOT NULL,
    score smallint NOT NULL, answered_at timestamptz NOT NULL DEFAULT now(), key uuid NOT NULL UNIQUE,
    attributes jsonb NOT NULL, comment text);
    CREATE INDEX ON bench_row (owner_id, touchpoint_id, answered_at)`);
  const port = await freePort();
  server = spawn('node', ['dist/server.mjs'], {
    env: { ...settings, NODE_ENV: 'production', PORT: String(port) },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  await untilReady(port);
  const database = parentOf((await sql`SELECT pg_backend_pid() AS pid`)[0].pid);

  const rounds = [];
  let acknowledged = 0;
  for (let round = 1; round <= ROUNDS; round += 1) {
    for (const connections of CONNECTIONS) {
      const row = rowsPerSecond(connections);
      const http = await load(
        { port, keys, connections, seconds: SECONDS, warmupSeconds: 1 },
        server.pid,
        database,
      );
      acknowledged += http.acknowledged;
      rounds.push({ round, connections, row, ratio: http.perSecond / row, ...http });
      console.log(
        `round ${round}  ${String(connections).padStart(3)} connections  ${http.perSecond.toFixed(0)} answers/s  ratio ${(http.perSecond / row).toFixed(2)}  p99 ${http.p99.toFixed(1)} ms  ${http.cpu.server + http.cpu.database} µs`,
      );
    }
  }
  const overload = await load({ port, keys, ...OVERLOAD, warmupSeconds: 1 }, server.pid, database);
  acknowledged += overload.acknowledged;
  const exact = await exactness(acknowledged);
  report(rounds, overload, exact);
} finally {
  if (server) {
    server.kill('SIGTERM');
    await new Promise((resolve) => (server.exitCode === null ? server.once('exit', resolve) : resolve()));
  }
  await sql.end();
  await pg.stop();
}

function findPgbench() {
  const places = [
    ...(process.env.PATH ?? '').split(':'),
    ...(existsSync('/usr/lib/postgresql')
      ? readdirSync('/usr/lib/postgresql').map((version) => `/usr/lib/postgresql/${version}/bin`)
      : []),
  ];
  const found = places.map((place) => join(place, 'pgbench')).find((file) => existsSync(file));
  if (found) return found;
  console.error(
    'pgbench is missing, and without it there is nothing to compare with. Install it: "apt-get install -y postgresql" on Debian and Ubuntu (package postgresql-contrib on Fedora), "brew install postgresql" on macOS.',
  );
  process.exit(1);
}

/** Durable single-row inserts a second by as many clients, for four seconds. */
function rowsPerSecond(clients) {
  const printed = execFileSync(
    pgbench,
    [
      '-n',
      '-M',
      'prepared',
      '-c',
      clients,
      '-j',
      Math.min(2, clients),
      '-T',
      4,
      '-f',
      'bench/pgbench-row.sql',
      pg.url,
    ].map(String),
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] },
  );
  return Number(/tps = ([\d.]+)/.exec(printed)[1]);
}

/** One run of the load generator with the CPU time per answer of server and database. */
function load(asked, serverPid, databasePid) {
  return new Promise((resolve, reject) => {
    const child = fork('bench/http-load.mjs', [JSON.stringify(asked)], {
      stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    });
    let before = null;
    let after = null;
    let printed = '';
    child.stdout.on('data', (part) => {
      printed += part;
    });
    child.on('message', (moment) => {
      const now = { server: treeCpuUs(serverPid), database: treeCpuUs(databasePid) };
      if (moment === 'measuring') before = now;
      else after = now;
    });
    child.on('close', () => {
      if (!printed || !before || !after)
        return reject(new Error('The load generator ended without a result.'));
      const result = JSON.parse(printed);
      const each = (which) => Math.round((after[which] - before[which]) / result.counted);
      resolve({ ...result, cpu: { server: each('server'), database: each('database') } });
    });
  });
}

/** Whether every acknowledged answer is stored once and counted once. */
async function exactness(acknowledged) {
  const points = Array.from({ length: 11 }, (_, i) => `p${i}`);
  const [row] = await sql.unsafe(`SELECT
    (SELECT count(*)::int FROM responses) AS stored,
    (SELECT coalesce(sum(${points.join(' + ')}), 0)::int FROM tallies WHERE facet = '') AS tallied,
    (SELECT count(*)::int FROM (
      SELECT lineage_id, score FROM responses GROUP BY 1, 2
      HAVING count(*) <> (SELECT coalesce(sum((array[${points.join(', ')}])[responses.score + 1]), 0) FROM tallies t WHERE t.lineage_id = responses.lineage_id AND t.facet = '')
    ) differing) AS "cellsThatDiffer"`);
  return {
    acknowledged,
    ...row,
    exact: acknowledged === row.stored && row.stored === row.tallied && row.cellsThatDiffer === 0,
  };
}

function report(rounds, overload, exact) {
  const median = (list) => list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)];
  console.log('\nMedians of the rounds');
  console.log('connections  answers/s  pgbench rows/s  ratio  p50 ms  p99 ms  CPU µs server + database');
  for (const connections of CONNECTIONS) {
    const own = rounds.filter((one) => one.connections === connections);
    const of = (pick) => median(own.map(pick));
    console.log(
      [
        String(connections).padStart(11),
        of((r) => r.perSecond)
          .toFixed(0)
          .padStart(9),
        of((r) => r.row)
          .toFixed(0)
          .padStart(14),
        of((r) => r.ratio)
          .toFixed(2)
          .padStart(5),
        of((r) => r.p50)
          .toFixed(1)
          .padStart(6),
        of((r) => r.p99)
          .toFixed(1)
          .padStart(6),
        `${of((r) => r.cpu.server)} + ${of((r) => r.cpu.database)}`.padStart(10),
      ].join('  '),
    );
  }
  const at64 = rounds.filter((one) => one.connections === 64);
  const ratio = median(at64.map((one) => one.ratio));
  const cpu = median(at64.map((one) => one.cpu.server + one.cpu.database));
  const foreign = Object.keys(overload.codes).filter((code) => !/^2/.test(code) && code !== '503');
  const goals = [
    [`ratio to pgbench at 64 connections ≥ 0.6`, ratio >= 0.6, ratio.toFixed(2)],
    ['CPU per answer at 64 connections ≤ 250 µs', cpu <= 250, `${cpu} µs`],
    [
      `at ${OVERLOAD.connections} connections only 2xx and 503 with Retry-After`,
      foreign.length === 0 && overload.bare503 === 0 && overload.broken === 0,
      `${JSON.stringify(overload.codes)}, ${overload.perSecond.toFixed(0)} answers/s, p99 ${overload.p99.toFixed(0)} ms`,
    ],
    ['every acknowledged answer stored and tallied once', exact.exact, JSON.stringify(exact)],
  ];
  console.log('');
  for (const [goal, met, seen] of goals) console.log(`${met ? 'met   ' : 'MISSED'} ${goal}: ${seen}`);
  console.log(
    `\n${cpus().length} cores, Node ${process.version}, PostgreSQL ${pg.version}, fsync on. Peers: bench/README.md.`,
  );
  mkdirSync('.milepost-bench', { recursive: true });
  writeFileSync('.milepost-bench/ingest.json', JSON.stringify({ rounds, overload, exact }, null, 2));
  if (goals.some(([, met]) => !met)) process.exitCode = 1;
}
