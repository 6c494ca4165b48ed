// Whether tallies and packs are exact after concurrent answers with repeats, changes and erasures: cell by cell the same
// as when they are counted anew.
//   npm run bench:rebuild [-- --answers 100000 --processes 2]
import { spawn } from 'node:child_process';
import { cpus } from 'node:os';
import postgres from 'postgres';
import { startPostgres } from '../scripts/postgres.mjs';
import { bundle } from './processes.mjs';

const option = (name, otherwise) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? otherwise : Number(process.argv[at + 1]);
};
const ANSWERS = option('answers', 100_000);
const PROCESSES = option('processes', 2);
const EARLIER = Math.round(ANSWERS * 0.6);
const MOST_SECONDS = 180;

const POINTS = Array.from({ length: 11 }, (_, point) => `p${point}`).join(', ');
/** One line per cell that is not 0. */
const CELLS = `SELECT lineage_id, facet, value, day, metric, wording, point - 1 AS point, n
  FROM tallies CROSS JOIN LATERAL unnest(ARRAY[${POINTS}]) WITH ORDINALITY u(n, point) WHERE n <> 0`;
const LOWEST = `CASE metric WHEN 'emotion' THEN -2 WHEN 'nps' THEN 0 ELSE 1 END`;
const ONE_BY_ONE = `SELECT lineage_id, facet, f.value, day, metric, wording, score - ${LOWEST} AS point, count(*)::int AS n
  FROM responses CROSS JOIN LATERAL (VALUES ('', ''), ('source', source), ('persona', persona), ('segment', segment),
    ('channel', channel)) f(facet, value)
  WHERE score IS NOT NULL AND (facet = '' OR f.value <> '') GROUP BY 1, 2, 3, 4, 5, 6, 7`;

const children = new Set();
const pg = await startPostgres({ fsync: false });
const sql = postgres(pg.url, { max: 1, onnotice: () => {} });
const tooLong = setTimeout(() => {
  console.error(`This takes longer than ${MOST_SECONDS} seconds: try fewer answers.`);
  for (const child of children) child.kill();
}, MOST_SECONDS * 1000);
try {
  await bundle('bench/rebuild-run.ts', 'dist/bench-rebuild-run.mjs');
  const made = await run({ do: 'found' });
  const [first, firstSeconds] = await written(made, 0, EARLIER);
  const early = await run({ do: 'pack', made });
  const packer = start({ do: 'keepPacking', made });
  const [second, secondSeconds] = await written(made, EARLIER, ANSWERS);
  packer.child.kill();
  const meanwhile = await packer.printed;
  const seen = {};
  for (const [what, n] of [...first, ...second].flatMap(Object.entries)) seen[what] = (seen[what] ?? 0) + n;
  console.log(
    `${PROCESSES} processes in ${firstSeconds.toFixed(1)} + ${secondSeconds.toFixed(1)} s: ${JSON.stringify(seen)}`,
  );
  await sql.unsafe(`CREATE TABLE bench_kept AS ${CELLS}`);
  const [{ n: cells }] = await sql`SELECT count(*)::int AS n FROM bench_kept`;
  const apart = await differing('SELECT * FROM bench_kept', ONE_BY_ONE);
  const some = await run({ do: 'check', made });
  await run({ do: 'rebuild', made });
  const rebuilt = await differing('SELECT * FROM bench_kept', CELLS);
  await run({ do: 'pack', made });
  const all = await run({ do: 'check', made });
  const differ = (check) => check.counted.reduce((sum, one) => sum + one.differ, 0);
  const said = ({ counted, days, weeks }) =>
    `${days} days and ${weeks} weeks packed; ${counted.map((one) => `${one.answers} answers in ${one.cells} cells, ${one.differ} differ`).join('; ')}`;
  const kept = some.days > 0 && some.weeks > 0 && early.days > 0 && early.weeks > 0;
  const goals = [
    ['the tallies are those of a rebuild', cells > 0 && rebuilt === 0, `${cells} cells, ${rebuilt} differ`],
    ['and those of counting one by one', apart === 0, `${apart} differ`],
    ['five filters count right over packs and what is not packed', kept && differ(some) === 0, said(some)],
    [
      'and over packs alone',
      all.days >= early.days && all.weeks >= early.weeks && differ(all) === 0,
      said(all),
    ],
    [
      'while packs were filled beside the second writing',
      meanwhile.days > 0 && meanwhile.weeks > 0,
      `${meanwhile.days} days, and weeks ${meanwhile.weeks} times`,
    ],
    [
      'what nobody erased is stored as it was sent last',
      some.stored > 0 && some.notAsSent === 0,
      `${some.stored} stored, ${some.notAsSent} otherwise`,
    ],
  ];
  for (const [goal, met, found] of goals) console.log(`${met ? 'met   ' : 'MISSED'} ${goal}: ${found}`);
  console.log(`\n${cpus().length} cores, Node ${process.version}, PostgreSQL ${pg.version}, fsync off.`);
  if (goals.some(([, met]) => !met)) process.exitCode = 1;
} finally {
  clearTimeout(tooLong);
  for (const child of children) child.kill();
  await sql.end();
  await pg.stop();
}

/** What every process saw of the same answers, and how long they took. */
async function written(made, from, to) {
  const began = performance.now();
  const seen = await Promise.all(
    Array.from({ length: PROCESSES }, (_, process) => run({ do: 'write', made, from, to, process })),
  );
  return [seen, (performance.now() - began) / 1000];
}

/** Cells that are in one and not in the other, or with another count. */
async function differing(one, other) {
  const [{ n }] = await sql.unsafe(`SELECT count(*)::int AS n FROM (
    ((${one}) EXCEPT (${other})) UNION ALL ((${other}) EXCEPT (${one}))) differing`);
  return n;
}

/** Resolves to what a step printed. */
function run(step) {
  return start(step).printed;
}

/** Begins one step in a process of its own. */
function start(step) {
  const asked = { processes: PROCESSES, earlier: EARLIER, from: 0, to: ANSWERS, ...step };
  const child = spawn('node', ['dist/bench-rebuild-run.mjs', JSON.stringify(asked)], {
    env: { ...process.env, DATABASE_URL: pg.url, AUTH_SECRET: 'b'.repeat(40) },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.add(child);
  const printed = new Promise((resolve, reject) => {
    let text = '';
    child.stdout.on('data', (part) => {
      text += part;
    });
    child.on('close', (code) => {
      children.delete(child);
      if (code === 0) resolve(JSON.parse(text));
      else reject(new Error(`The step "${step.do}" ended with ${code}.`));
    });
  });
  return { child, printed };
}
