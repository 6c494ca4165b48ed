import './require-node.mjs';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { lint, typeCheck, vitest } from './checks.mjs';
import { ensureChromium } from './chromium.mjs';
import { install } from './install.mjs';
import { startPostgres } from './postgres.mjs';
import { addTotals, playwrightTotals, suiteTotals, vitestTotals } from './reports.mjs';
import { main, Refusal, ROOT, runNode, step } from './steps.mjs';

const PASS = { passed: 1, failed: 0 };
const FAIL = { passed: 0, failed: 1 };

// No test may reach a mail provider or a database that the person at the keyboard has in the environment.
const ALONE = {
  APP_URL: undefined,
  DATABASE_URL: undefined,
  HOST: undefined,
  MILEPOST_DATA_DIR: undefined,
  MILEPOST_DEV: undefined,
  MILEPOST_ROLE: undefined,
  MILEPOST_TEST_DB: undefined,
  NODE_ENV: undefined,
  PORT: undefined,
  RESEND_API_KEY: undefined,
  SMTP_URL: undefined,
};

const SUITES = {
  check: async () => [await checked('Types', typeCheck), await checked('Style and lint', lint)],
  unit: async () => [await vitestSuite('Pure tests', 'unit', 'unit', ALONE)],
  db: async () => [await vitestSuite('Database tests on the embedded database', 'db', 'db-embedded', ALONE)],
  server: async () => [await serverSuite()],
  e2e: async () => [await browserSuite()],
};

main(async () => {
  const named = process.argv.slice(2);
  const unknown = named.find((name) => !(name in SUITES));
  if (unknown) {
    throw new Refusal(
      `There is no suite "${unknown}": name some of ${Object.keys(SUITES).join(', ')}, or none.`,
    );
  }
  const chosen = Object.keys(SUITES).filter((name) => named.length === 0 || named.includes(name));
  const { passed, failed } = addTotals(await runSuites(chosen));
  console.log(`\n${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
});

async function runSuites(chosen) {
  const totals = [];
  try {
    await install();
    mkdirSync(reportPath(''), { recursive: true });
    // First, so that a missing browser is known at once and not after ten minutes of other tests.
    if (chosen.includes('e2e')) process.env.CHROMIUM_PATH = await ensureChromium();
    for (const name of chosen) totals.push(...(await SUITES[name]()));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    console.error(`\n${error.message}`);
    totals.push(FAIL);
  }
  return totals;
}

async function checked(title, check) {
  return (await step(title, check)) === 0 ? PASS : FAIL;
}

async function vitestSuite(title, project, name, env) {
  const report = freshReport(name);
  const args = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const code = await step(title, () => vitest(project, args, env));
  return told(title, suiteTotals(read(report, vitestTotals), code));
}

async function serverSuite() {
  let server;
  try {
    // What a power failure would cost is no matter here, and the tests run twice as fast.
    server = await step('Starting PostgreSQL', () => startPostgres({ fsync: false }));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    console.error(`\n${error.message}`);
    return FAIL;
  }
  try {
    const env = { ...ALONE, DATABASE_URL: server.url, MILEPOST_TEST_DB: 'server' };
    return await vitestSuite(`Database tests on PostgreSQL ${server.version}`, 'db', 'db-server', env);
  } finally {
    await server.stop();
  }
}

async function browserSuite() {
  if ((await step('Building for the browser tests', () => runNode('scripts/build.mjs', [], ALONE))) !== 0) {
    console.error('The browser tests did not run, because the build failed.');
    return FAIL;
  }
  const report = freshReport('e2e');
  const env = { ...ALONE, CHROMIUM_PATH: process.env.CHROMIUM_PATH };
  const code = await step('Browser tests', () =>
    runNode('node_modules/@playwright/test/cli.js', ['test'], env),
  );
  return told('Browser tests', suiteTotals(read(report, playwrightTotals), code));
}

function told(title, totals) {
  console.log(`  ${title}: ${totals.passed} passed, ${totals.failed} failed`);
  return totals;
}

function reportPath(name) {
  return join(ROOT, '.milepost-test', name);
}

function freshReport(name) {
  const path = reportPath(`${name}.json`);
  rmSync(path, { force: true });
  return path;
}

function read(path, totalsOf) {
  try {
    return totalsOf(JSON.parse(readFileSync(path, 'utf8')));
  } catch (_noReport) {
    return null;
  }
}
