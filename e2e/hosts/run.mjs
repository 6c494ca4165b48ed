// Milepost's widget in three browser engines on sites that others made: npm run test:hosts [-- --only next,wordpress] [-- --engine chromium]
// What is needed is fetched into .milepost-hosts/. A site or an engine that cannot be had here did not run, and is said so.
import '../../scripts/require-node.mjs';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { main } from '../../scripts/steps.mjs';
import { checkPage } from './check.mjs';
import { openChromium } from './engines/chromium.mjs';
import { openFirefox } from './engines/firefox.mjs';
import { openWebkit } from './engines/webkit.mjs';
import { startMilepost } from './gate.mjs';
import { next } from './sites/next.mjs';
import { npmPages } from './sites/npm-pages.mjs';
import { policies } from './sites/policies.mjs';
import { docusaurus, vitepress } from './sites/static-builds.mjs';
import { wordpress } from './sites/wordpress.mjs';
import { Missing, WORKSHOP } from './workshop.mjs';

const SITES = { policies, packages: npmPages, wordpress, vitepress, docusaurus, next };
const ENGINES = { chromium: openChromium, firefox: openFirefox, webkit: openWebkit };
const PICTURES = join(WORKSHOP, 'pictures');
const MOST_MINUTES = 45;

const said = (name) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? null : process.argv[at + 1];
};

// What was started is ended as this process ends: see workshop.mjs.
for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
]) {
  process.on(signal, () => process.exit(code));
}

main(async () => {
  const lifeline = setTimeout(() => {
    console.error(`Stopped after ${MOST_MINUTES} minutes.`);
    process.exit(1);
  }, MOST_MINUTES * 60_000);
  const only = said('only')?.split(',') ?? Object.keys(SITES);
  const chosen = said('engine')?.split(',') ?? Object.keys(ENGINES);
  rmSync(PICTURES, { recursive: true, force: true });
  mkdirSync(PICTURES, { recursive: true });
  const results = { rows: [], columns: {}, facts: [], absent: [] };
  const milepost = await startMilepost();
  const engines = {};
  try {
    for (const name of chosen) engines[name] = await openEngine(name, results);
    for (const [name, make] of Object.entries(SITES)) {
      if (!only.includes(name)) continue;
      await runSite(name, make, milepost, engines, results);
    }
  } finally {
    for (const engine of Object.values(engines)) await engine?.close().catch(() => {});
    await milepost.stop();
    clearTimeout(lifeline);
  }
  return report(results, chosen);
});

/** Null where the engine cannot be had here. */
async function openEngine(name, { columns }) {
  try {
    const engine = await ENGINES[name]();
    columns[name] = `${name} ${engine.version}`;
    return engine;
  } catch (error) {
    columns[name] = `${name}: not run: ${reasonOf(error)}`;
    return null;
  }
}

async function runSite(name, make, milepost, engines, results) {
  let site;
  try {
    site = await make(milepost);
  } catch (error) {
    results.absent.push(`${name}: not run: ${reasonOf(error)}`);
    console.log(`  ${results.absent.at(-1)}`);
    return;
  }
  try {
    console.log(`→ ${site.name}`);
    for (const { name: fact, holds, seen } of site.facts ?? []) {
      results.facts.push({ name: fact, holds });
      console.log(`  ${holds ? 'passed' : 'FAILED'}  ${fact}${holds ? '' : `: ${seen}`}`);
    }
    for (const page of site.pages) {
      const row = { name: page.name, cells: {} };
      results.rows.push(row);
      for (const [engineName, engine] of Object.entries(engines)) {
        if (!engine) continue;
        const picture = join(PICTURES, `${page.name} ${engineName}.png`.replace(/[^\w.]+/g, '-'));
        const faults = await checkPage(engine.visit, page, milepost, picture).catch((error) => [
          error.message,
        ]);
        row.cells[engineName] = faults;
        console.log(`  ${faults.length === 0 ? 'passed' : 'FAILED'}  ${engineName.padEnd(8)}  ${page.name}`);
        for (const fault of faults) console.log(`            ${fault.slice(0, 400)}`);
      }
    }
  } finally {
    await site.stop();
  }
}

const reasonOf = (error) =>
  error instanceof Missing ? error.message : `${error.message.split('\n')[0]} (${error.name})`;

function report({ rows, columns, facts, absent }, engines) {
  const cell = (faults) =>
    faults === undefined ? 'not run' : faults.length === 0 ? 'passed' : `FAILED (${faults.length})`;
  const width = Math.max(...rows.map(({ name }) => name.length), 10);
  console.log(`\n${'page'.padEnd(width)}  ${engines.map((name) => name.padEnd(12)).join('')}`);
  for (const { name, cells } of rows)
    console.log(`${name.padEnd(width)}  ${engines.map((engine) => cell(cells[engine]).padEnd(12)).join('')}`);
  console.log(`\n${engines.map((name) => columns[name]).join('\n')}`);
  for (const one of absent) console.log(one);
  const outcomes = [
    ...facts.map(({ holds }) => holds),
    ...rows.flatMap(({ cells }) => Object.values(cells).map((faults) => faults.length === 0)),
  ];
  const passed = outcomes.filter(Boolean).length;
  const failed = outcomes.length - passed;
  console.log(`\n${passed} passed, ${failed} failed`);
  return failed === 0 && passed > 0 ? 0 : 1;
}
