// What the map's scores cost over many answers, beside the naive query, a covering index and loading the answers.
//   npm run bench:insight [-- --answers 10000000 --requests 300]
// Needs a production build (npm run build) for the requests over HTTP, and some 8 GB of disk for ten million answers.
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { cpus } from 'node:os';
import postgres from 'postgres';
import { startPostgres } from '../scripts/postgres.mjs';
import { bundle, freePort, parentOf, treeCpuUs, untilReady } from './processes.mjs';

const option = (name, otherwise) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? otherwise : Number(process.argv[at + 1]);
};
const ANSWERS = option('answers', 10_000_000);
const REQUESTS = option('requests', 300);
const SMALL = Math.max(1, Math.round(ANSWERS / 10));
const ROUNDS = 5;
const DAYS = 730;
const LOADING = 'loading the answers of these days';
const LOADING_ALL = 'loading every answer';
const PERIOD = { from: '2026-08-24', to: '2026-11-21' };

if (!existsSync('.next/BUILD_ID')) {
  console.error('There is no production build: run "npm run build" first.');
  process.exit(1);
}
const pg = await startPostgres({ fsync: false });
const sql = postgres(pg.url, {
  max: 1,
  onnotice: () => {},
  connection: { max_parallel_workers_per_gather: 0 },
});
const settings = {
  ...process.env,
  DATABASE_URL: pg.url,
  AUTH_SECRET: 'b'.repeat(40),
  MILEPOST_ROLE: 'studio',
};
let server = null;
try {
  await bundle('server/main.ts', 'dist/server.mjs');
  await bundle('bench/insight-setup.ts', 'dist/bench-insight-setup.mjs');
  const made = JSON.parse(setup('found'));
  const [{ pid: backend }] = await sql`SELECT pg_backend_pid() AS pid`;
  const database = parentOf(backend);
  const port = await freePort();
  server = spawn('node', ['dist/server.mjs'], {
    env: { ...settings, NODE_ENV: 'production', PORT: String(port), APP_URL: `http://127.0.0.1:${port}` },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  await untilReady(port);
  const measured = [];
  for (const [from, to] of [
    [1, SMALL],
    [SMALL + 1, ANSWERS],
  ]) {
    await fill(made, from, to);
    await sql`VACUUM (ANALYZE) responses`;
    console.log(`${to.toLocaleString('en')} answers are there; counting and packing them`);
    setup('count', made.userId, made.workspaceId);
    await tidied();
    measured.push({ answers: to, ...(await measure(made, port, database)) });
  }
  const peers = await naive(made, backend);
  report(measured, peers);
} finally {
  if (server) {
    server.kill('SIGTERM');
    await new Promise((resolve) => (server.exitCode === null ? server.once('exit', resolve) : resolve()));
  }
  await sql.end();
  await pg.stop();
}

/** Lets the database do all that it would do at leisure after so much was written, before anything is measured. */
async function tidied() {
  for (const table of ['responses', 'tallies', 'packs', 'week_packs', 'week_marks'])
    await sql.unsafe(`VACUUM (ANALYZE) ${table}`);
  await sql`CHECKPOINT`;
  for (let quiet = 0, waited = 0; quiet < 5 && waited < 120; waited += 1) {
    const [{ n }] =
      await sql`SELECT count(*)::int AS n FROM pg_stat_activity WHERE backend_type = 'autovacuum worker'`;
    quiet = n === 0 ? quiet + 1 : 0;
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
}

function setup(...args) {
  return execFileSync('node', ['dist/bench-insight-setup.mjs', ...args], {
    env: settings,
    encoding: 'utf8',
    maxBuffer: 1e8,
  });
}

/**
 * Writes answers number `from` to `to` straight into the table, spread evenly over two years and all touchpoints, in the order
 * of time, as answers come.
 */
async function fill({ workspaceId, personas }, from, to) {
  await sql.unsafe(
    `SET session_replication_role = replica; SET synchronous_commit = off; SET work_mem = '64MB'`,
  );
  const own = personas.map((id) => `'${id}'`).join(',');
  for (let start = from; start <= to; start += 500_000) {
    const end = Math.min(to, start + 499_999);
    await sql.unsafe(`
      WITH places AS (
        SELECT (row_number() OVER (ORDER BY id) - 1)::int AS place, id, lineage_id, metric, wording
        FROM placements WHERE workspace_id = '${workspaceId}'
      ), drawn AS (
        SELECT number, hash, day, day + time '08:00' + make_interval(secs => hash % 40000) AS at
        FROM (
          SELECT number, ('x' || substr(md5(number::text), 1, 7))::bit(28)::int AS hash,
            date '2026-11-21' - ((${to} - number)::bigint * ${DAYS} / ${to - from + 1})::int AS day
          FROM generate_series(${start}, ${end}) number
        ) numbers
      )
      INSERT INTO responses (workspace_id, placement_id, id, lineage_id, metric, wording, survey_version, source, persona,
        segment, channel, day, seq, state, score, language, device, received_at, changed_at)
      SELECT '${workspaceId}', p.id, gen_random_uuid(), p.lineage_id, p.metric, p.wording, 1,
        (ARRAY['widget', 'email', 'link'])[1 + hash % 3], (ARRAY['', ${own}])[1 + (hash >> 8) % 5],
        (ARRAY['', 'free', 'pro', 'team'])[1 + (hash >> 12) % 4],
        (ARRAY['website', 'phone', 'store'])[1 + (hash >> 16) % 3], day, 1, 'complete',
        CASE p.metric WHEN 'nps' THEN (hash >> 3) % 11 WHEN 'emotion' THEN (hash >> 3) % 5 - 2
          WHEN 'csat' THEN 1 + (hash >> 3) % 5 ELSE 1 + (hash >> 3) % 7 END,
        (ARRAY['en', 'de', 'fr'])[1 + (hash >> 20) % 3], (ARRAY['phone', 'desktop', 'tablet'])[1 + (hash >> 24) % 3],
        at, at
      FROM drawn JOIN places p ON p.place = (hash % 97 + number) % 40`);
  }
  await sql.unsafe('SET session_replication_role = DEFAULT');
}

/**
 * Each question over HTTP, one after the other on one connection, in rounds: the CPU of each is that of its middle round, so
 * that what else the machine does for a moment is told of nobody.
 */
async function measure({ journeyId, apiKey, personas }, port, database) {
  const period = `from=${PERIOD.from}&to=${PERIOD.to}`;
  const questions = {
    'all answers': period,
    'one persona': `${period}&persona=${personas[0]}`,
    'one segment': `${period}&segment=pro`,
    'one channel': `${period}&channel=phone`,
    'segment, source and device': `${period}&segment=pro&source=widget&device=phone`,
    'persona, channel and language': `${period}&persona=${personas[1]}&channel=store&language=de`,
    '24 months': `from=2024-11-23&to=2026-11-21`,
    '24 months week by week': `from=2024-11-25&to=2026-11-21&by=week`,
  };
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const get = (query) =>
    new Promise((resolve, reject) => {
      const began = performance.now();
      request(
        {
          ...{ agent, port, host: '127.0.0.1', path: `/api/v1/journeys/${journeyId}/scores?${query}` },
          headers: { authorization: `Bearer ${apiKey}` },
        },
        (reply) => {
          let body = '';
          reply.on('data', (part) => {
            body += part;
          });
          reply.on('end', () =>
            reply.statusCode === 200
              ? resolve({ ms: performance.now() - began, n: total(JSON.parse(body)) })
              : reject(new Error(`${reply.statusCode}: ${body.slice(0, 300)}`)),
          );
        },
      )
        .on('error', reject)
        .end();
    });
  const asked = Object.entries(questions).map(([name, query]) => {
    const count = Math.ceil((name.includes(' and ') ? REQUESTS / 10 : REQUESTS) / ROUNDS);
    return { name, query, count, replies: [], cpu: [] };
  });
  // Enough for the compiler of the server's code to have done its work.
  for (const { query, count } of asked) {
    for (let warm = 0; warm < count * ROUNDS; warm += 1) await get(query);
  }
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const { query, count, replies, cpu } of asked) {
      const used = () => treeCpuUs(server.pid) + treeCpuUs(database);
      const before = used();
      for (let at = 0; at < count; at += 1) replies.push(await get(query));
      cpu.push((used() - before) / count / 1000);
    }
  }
  const result = {};
  for (const { name, replies, cpu } of asked) {
    const times = replies.map(({ ms }) => ms).sort((a, b) => a - b);
    result[name] = {
      n: replies[0].n,
      p50: times[Math.floor(times.length / 2)],
      p99: times[Math.min(times.length - 1, Math.floor(times.length * 0.99))],
      cpu: cpu.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)],
    };
  }
  agent.destroy();
  return result;
}

function total({ touchpoints, measures }) {
  return [...touchpoints, ...measures].reduce((sum, { n }) => sum + n, 0);
}

/** The same scores as others compute them, in the same database and the same run: CPU of the database and of this process. */
async function naive({ workspaceId }, backend) {
  const when = `workspace_id = '${workspaceId}' AND day BETWEEN '${PERIOD.from}' AND '${PERIOD.to}'`;
  const grouped = `SELECT lineage_id, metric, wording, score, count(*)::int AS n FROM responses
    WHERE ${when} AND score IS NOT NULL GROUP BY 1, 2, 3, 4`;
  const sum = (rows) => rows.reduce((n, row) => n + row.n, 0);
  const timed = async (work, times, warm = true) => {
    if (warm) await work();
    const own = process.cpuUsage();
    const [began, database] = [performance.now(), treeCpuUs(backend)];
    let n = 0;
    for (let at = 0; at < times; at += 1) n = await work();
    const { user, system } = process.cpuUsage(own);
    return {
      n,
      ms: (performance.now() - began) / times,
      cpu: (treeCpuUs(backend) - database + user + system) / times / 1000,
    };
  };
  const results = { 'GROUP BY over the answers': await timed(async () => sum(await sql.unsafe(grouped)), 3) };
  await sql.unsafe(
    'CREATE INDEX bench_covering ON responses (workspace_id, day) INCLUDE (lineage_id, metric, wording, score)',
  );
  await sql`VACUUM (ANALYZE) responses`;
  results['the same with a covering index'] = await timed(async () => sum(await sql.unsafe(grouped)), 3);
  await sql.unsafe('DROP INDEX bench_covering');
  const load = async (which) => {
    let n = 0;
    const query = sql`SELECT lineage_id, metric, wording, score, attributes, comment, received_at FROM responses
      WHERE ${which} AND score IS NOT NULL`;
    const counts = new Map();
    for await (const rows of query.cursor(5000)) {
      for (const row of rows) {
        const key = `${row.lineage_id} ${row.metric} ${row.score}`;
        counts.set(key, (counts.get(key) ?? 0) + 1);
        n += 1;
      }
    }
    return n;
  };
  const own = sql`workspace_id = ${workspaceId}`;
  results[LOADING] = await timed(() => load(sql`${own} AND day BETWEEN ${PERIOD.from} AND ${PERIOD.to}`), 1);
  results[LOADING_ALL] = await timed(() => load(own), 1, false);
  return results;
}

function report(measured, peers) {
  const [small, large] = measured;
  const line = (cells) => console.log(`| ${cells.join(' | ')} |`);
  console.log(`\nScores of 40 touchpoints over HTTP, ${large.answers.toLocaleString('en')} answers`);
  line([
    'asked for',
    'answers counted',
    'p50 ms',
    'p99 ms',
    'CPU ms',
    `CPU at ${small.answers.toLocaleString('en')}`,
  ]);
  for (const [name, of] of Object.entries(large)) {
    if (name === 'answers') continue;
    const before = small[name].cpu.toFixed(1);
    line([name, of.n.toLocaleString('en'), of.p50.toFixed(1), of.p99.toFixed(1), of.cpu.toFixed(1), before]);
  }
  console.log('\nThe same 90 days otherwise, in the same database');
  line(['how', 'answers counted', 'ms', 'CPU ms']);
  for (const [name, of] of Object.entries(peers))
    line([name, of.n.toLocaleString('en'), of.ms.toFixed(0), of.cpu.toFixed(0)]);
  const all = large['all answers'];
  const threes = Object.keys(large).filter((name) => name.includes(' and '));
  const timesLess = (how) => peers[how].cpu / all.cpu;
  const goals = [
    ['90 days over HTTP: p50 ≤ 10 ms', all.p50 <= 10, `${all.p50.toFixed(1)} ms`],
    ['90 days over HTTP: p99 ≤ 25 ms', all.p99 <= 25, `${all.p99.toFixed(1)} ms`],
    [
      'one persona, segment or channel costs the same (within a quarter)',
      ['one persona', 'one segment', 'one channel'].every((name) => large[name].cpu <= all.cpu * 1.25),
      ['one persona', 'one segment', 'one channel'].map((name) => large[name].cpu.toFixed(1)).join(', '),
    ],
    [
      'any three filters ≤ 150 ms of CPU',
      threes.every((name) => large[name].cpu <= 150),
      threes.map((name) => large[name].cpu.toFixed(0)).join(', '),
    ],
    [
      '24 months of weekly trend ≤ 40 ms',
      large['24 months week by week'].p50 <= 40,
      `${large['24 months week by week'].p50.toFixed(1)} ms`,
    ],
    [
      `growth of CPU from ${small.answers.toLocaleString('en')} to ${large.answers.toLocaleString('en')} ≤ 1.1`,
      all.cpu <= small['all answers'].cpu * 1.1,
      (all.cpu / small['all answers'].cpu).toFixed(2),
    ],
    ...[LOADING, LOADING_ALL].map((how) => [
      `at least 1,000 times less CPU than ${how}`,
      timesLess(how) >= 1000,
      `${Math.round(timesLess(how))} times`,
    ]),
    [
      'every way counts the same answers',
      Object.entries(peers).every(([how, { n }]) => n === (how === LOADING_ALL ? ANSWERS : all.n)),
      all.n.toLocaleString('en'),
    ],
  ];
  console.log('');
  for (const [goal, met, seen] of goals) console.log(`${met ? 'met   ' : 'MISSED'} ${goal}: ${seen}`);
  console.log(`\n${cpus().length} cores, Node ${process.version}, PostgreSQL ${pg.version}.`);
  mkdirSync('.milepost-bench', { recursive: true });
  writeFileSync('.milepost-bench/insight.json', JSON.stringify({ measured, peers }, null, 2));
  if (goals.some(([, met]) => !met)) process.exitCode = 1;
}
