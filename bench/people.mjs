// What it costs to follow people through their answers, how it grows with how many there are, and beside that what one
// plain pass over the same answers costs.
//   npm run bench:people [-- --people 100000 --times 3]
import { spawn } from 'node:child_process';
import postgres from 'postgres';
import { startPostgres } from '../scripts/postgres.mjs';
import { bundle } from './processes.mjs';

const option = (name, otherwise) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? otherwise : Number(process.argv[at + 1]);
};
const PEOPLE = option('people', 100_000);
const TIMES = option('times', 3);
const NOW = '2026-11-22T12:00:00Z';
const PLACES = 11;
const ANSWERS_EACH = 6;

const pg = await startPostgres({ fsync: false });
const sql = postgres(pg.url, { max: 1, onnotice: () => {} });
try {
  await bundle('bench/people-run.ts', 'dist/bench-people-run.mjs');
  const made = await run({ do: 'found' });
  await fill(made, 0, PEOPLE / 4);
  const few = await run({ do: 'ask', made });
  await fill(made, PEOPLE / 4, PEOPLE);
  const many = await run({ do: 'ask', made });
  const cells = (name, ...values) =>
    console.log(name.padEnd(22) + values.map((v) => v.padStart(12)).join(''));
  cells('', `${PEOPLE / 4}`, `${PEOPLE}`, 'times');
  for (const [name, took] of Object.entries(many)) {
    cells(name, `${few[name].toFixed(0)} ms`, `${took.toFixed(0)} ms`, (took / few[name]).toFixed(1));
  }
} finally {
  await sql.end();
  await pg.stop();
}

/** Six answers of each person at places and days by chance, and as many again of people whom nobody knows. */
async function fill({ workspaceId }, from, to) {
  await sql.unsafe('SET session_replication_role = replica');
  await sql.unsafe(`
    WITH places AS (
      SELECT id, lineage_id, metric, wording, (row_number() OVER (ORDER BY id) - 1)::int AS place
      FROM placements WHERE workspace_id = '${workspaceId}'
    ), drawn AS (
      SELECT person, number, hashint4(person * 64 + number) & 2147483647 AS hash
      FROM generate_series(${from}, ${to - 1}) person CROSS JOIN generate_series(0, ${2 * ANSWERS_EACH - 1}) number
    ), dated AS (
      SELECT *, timestamptz '${NOW}' - interval '1 second' * (hash % (88 * 86400)) AS at FROM drawn
    )
    INSERT INTO responses (workspace_id, placement_id, id, lineage_id, metric, wording, survey_version, source, persona,
      segment, channel, day, seq, state, score, language, device, received_at, changed_at, respondent_key)
    SELECT '${workspaceId}', p.id, gen_random_uuid(), p.lineage_id, p.metric, p.wording, 1, 'email', '', '', '',
      (at AT TIME ZONE 'Europe/Berlin')::date, 1, 'complete',
      CASE p.metric WHEN 'nps' THEN (hash >> 3) % 11 WHEN 'emotion' THEN (hash >> 3) % 5 - 2
        WHEN 'csat' THEN 1 + (hash >> 3) % 5 ELSE 1 + (hash >> 3) % 7 END,
      'en', 'desktop', at, at, CASE WHEN number < ${ANSWERS_EACH} THEN 'person-' || person END
    FROM dated JOIN places p ON p.place = (hash >> 7) % ${PLACES}`);
  await sql.unsafe('SET session_replication_role = DEFAULT');
  await sql.unsafe('VACUUM ANALYZE responses');
}

/** One step in a process of its own; resolves to what it printed. */
function run(step) {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, DATABASE_URL: pg.url };
    const asked = JSON.stringify({ now: NOW, times: TIMES, ...step });
    const child = spawn(process.execPath, ['dist/bench-people-run.mjs', asked], {
      env,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let printed = '';
    child.stdout.on('data', (part) => {
      printed += part;
    });
    child.on('error', reject);
    child.on('exit', (code) =>
      code === 0 ? resolve(JSON.parse(printed)) : reject(new Error(`${step.do} failed.`)),
    );
  });
}
