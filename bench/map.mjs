// How fast a map of 60 and of 300 touchpoints opens, scrolls and takes keys, beside a plain table of the same cells in
// the same browser and the same rounds.
//   npm run bench:map [-- --rounds 5] [-- --sizes 60,300]
//   npm run bench:map -- --url http://localhost:3000 --email E --password P --journey ID   (a server that runs already)
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { build } from 'esbuild';
import { ensureChromium } from '../scripts/chromium.mjs';
import { ROOT } from '../scripts/steps.mjs';

const said = (name, otherwise) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? otherwise : process.argv[at + 1];
};
const ROUNDS = Number(said('rounds', 5));
const SIZES = said('sizes', '60,300').split(',').map(Number);
const KEYS = 40;
const VIEWPORT = { width: 1440, height: 900 };
/** The bench ends by itself, whatever hangs. */
const MOST_MS = 15 * 60_000;

const lifeline = setTimeout(() => {
  console.error('The bench took too long.');
  process.exit(1);
}, MOST_MS);
const served = said('url', null) ? await alreadyServed() : await serveOwn();
const browser = await chromium.launch({
  executablePath: await ensureChromium(),
  args: [
    ...['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
    ...['--disable-renderer-backgrounding', '--disable-backgrounding-occluded-windows'],
  ],
});
const tables = await tableServer();
try {
  const signedIn = await signIn();
  const results = [];
  for (const [size, id] of Object.entries(served.journeys)) {
    tables.pages.set(size, tableOf(await cellsOf(signedIn, id)));
    for (let round = 1; round <= ROUNDS; round += 1) {
      const map = await measure(signedIn, `${served.url}/journeys/${id}`, '[role="grid"]');
      const table = await measure(undefined, `${tables.url}/${size}`, 'table');
      results.push({ size, round, map, table });
      console.log(
        `round ${round}  ${size.padStart(3)} touchpoints  map ${line(map)}  |  table ${line(table)}`,
      );
    }
  }
  report(results);
} finally {
  await browser.close();
  tables.server.close();
  await served.stop();
  clearTimeout(lifeline);
}

/** Our own server on a throw-away data directory, filled by the product's own commands. Needs a build. */
async function serveOwn() {
  const directory = mkdtempSync(join(tmpdir(), 'milepost-bench-map-'));
  await build({
    entryPoints: ['bench/map-setup.ts'],
    outfile: 'dist/bench-map-setup.mjs',
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    logLevel: 'error',
  });
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const { DATABASE_URL: _, ...rest } = process.env;
  const settings = {
    ...rest,
    MILEPOST_DATA_DIR: directory,
    NODE_ENV: 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    NEXT_MANUAL_SIG_HANDLE: 'true',
    HOST: '127.0.0.1',
    PORT: String(port),
    APP_URL: url,
  };
  const printed = execFileSync('node', ['dist/bench-map-setup.mjs', ...SIZES.map(String)], {
    cwd: ROOT,
    env: settings,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const made = JSON.parse(printed.trim().split('\n').at(-1));
  const server = spawn('node', ['dist/server.mjs'], {
    cwd: ROOT,
    env: settings,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  for (let attempt = 0; ; attempt += 1) {
    if ((await fetch(`${url}/api/ready`).catch(() => null))?.ok) break;
    if (attempt > 300 || server.exitCode !== null) throw new Error('The server did not start.');
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  const stop = async () => {
    server.kill('SIGTERM');
    await new Promise((resolve) => (server.exitCode === null ? server.once('exit', resolve) : resolve()));
    rmSync(directory, { recursive: true, force: true });
  };
  return { url, ...made, stop };
}

async function alreadyServed() {
  const journeys = { given: said('journey', '') };
  return {
    url: said('url'),
    email: said('email'),
    password: said('password'),
    journeys,
    stop: async () => {},
  };
}

async function signIn() {
  const context = await browser.newContext({ viewport: VIEWPORT });
  const page = await context.newPage();
  await page.goto(`${served.url}/sign-in`);
  await page.getByLabel('E-mail address').fill(served.email);
  await page.getByLabel('Password', { exact: true }).fill(served.password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.waitForURL(/\/journeys/);
  const state = await context.storageState();
  await context.close();
  return state;
}

/** Every cell's text, row by row, gathered while the map is scrolled from end to end. */
async function cellsOf(storageState, id) {
  const context = await browser.newContext({ viewport: VIEWPORT, storageState });
  const page = await context.newPage();
  await page.goto(`${served.url}/journeys/${id}`);
  await page.waitForSelector('[role="grid"]');
  const rows = await page.evaluate(async () => {
    const grid = document.querySelector('[role="grid"]');
    const scroller = grid.parentElement;
    const found = [];
    const gather = () => {
      for (const cell of grid.querySelectorAll('[data-cell]')) {
        const [row, column] = cell.dataset.cell.split('-').map(Number);
        found[row] ??= [];
        found[row][column] = cell.textContent.slice(0, 400);
      }
    };
    for (let left = 0; ; left += scroller.clientWidth / 2) {
      scroller.scrollLeft = left;
      await new Promise((resolve) => setTimeout(resolve, 80));
      gather();
      if (left >= scroller.scrollWidth) return found;
    }
  });
  await context.close();
  return rows;
}

function tableOf(rows) {
  const columns = Math.max(...rows.map((row) => row.length));
  const plain = (text) => text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  const body = rows.map((row) => {
    const cells = Array.from({ length: columns }, (_, column) => `<td>${plain(row[column] ?? '')}</td>`);
    return `<tr>${cells.join('')}</tr>`;
  });
  return `<!doctype html><meta charset="utf-8"><title>Table</title>
<style>div{overflow-x:auto}td{min-width:160px;max-width:160px;vertical-align:top;padding:6px;font:12px sans-serif}</style>
<div><table>${body.join('')}</table></div>`;
}

async function tableServer() {
  const pages = new Map();
  const server = createServer((request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(pages.get(request.url.slice(1)) ?? '');
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, pages, url: `http://127.0.0.1:${server.address().port}` };
}

/** One visit with an empty cache: opening, scrolling from end to end, and going on by key. Milliseconds. */
async function measure(storageState, url, selector) {
  const context = await browser.newContext({ viewport: VIEWPORT, ...(storageState ? { storageState } : {}) });
  const page = await context.newPage();
  await page.addInitScript((target) => {
    const bench = { first: null, tasks: [], events: [] };
    window.bench = bench;
    new PerformanceObserver((list) => {
      for (const { startTime, duration } of list.getEntries()) bench.tasks.push({ startTime, duration });
    }).observe({ type: 'longtask', buffered: true });
    new PerformanceObserver((list) => {
      for (const { name, duration } of list.getEntries()) if (name === 'keydown') bench.events.push(duration);
    }).observe({ type: 'event', durationThreshold: 16, buffered: true });
    // A score is on the screen once a frame with it has been painted.
    const look = () => {
      const root = document.querySelector(target);
      const cell = [...(root?.querySelectorAll('[data-cell] .tabular, td') ?? [])].find(
        (one) => /\d/.test(one.textContent) && one.getBoundingClientRect().width > 0,
      );
      if (cell)
        requestAnimationFrame(() =>
          setTimeout(() => {
            bench.first = performance.now();
          }),
        );
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  }, selector);
  await page.goto(url, { waitUntil: 'load' });
  await page.waitForFunction(() => window.bench.first !== null);
  await page.waitForTimeout(1_500);
  const opened = await page.evaluate(() => {
    const { first, tasks } = window.bench;
    return { first, openTask: Math.max(0, ...tasks.map(({ duration }) => duration)) };
  });
  const scrolled = await page.evaluate(async (target) => {
    const scroller = document.querySelector(target).parentElement;
    const from = performance.now();
    let last = from;
    let frame = 0;
    const step = Math.max(120, scroller.scrollWidth / 300);
    for (;;) {
      const before = scroller.scrollLeft;
      scroller.scrollLeft += step;
      if (scroller.scrollLeft === before) break;
      // Chromium without a screen now and then draws no frame until something else happens.
      await new Promise((resolve) => {
        requestAnimationFrame(resolve);
        setTimeout(resolve, 1_000);
      });
      frame = Math.max(frame, performance.now() - last);
      last = performance.now();
    }
    await new Promise((resolve) => setTimeout(resolve, 300));
    const tasks = window.bench.tasks.filter(({ startTime }) => startTime >= from);
    return { scrollTask: Math.max(0, ...tasks.map(({ duration }) => duration)), frame };
  }, selector);
  let key = null;
  if (storageState) {
    await page.evaluate((target) => {
      window.bench.events.length = 0;
      document.querySelector(target).parentElement.scrollLeft = 0;
      document.querySelector(`${target} [data-cell][tabindex="0"]`).focus();
    }, selector);
    await page.keyboard.press('ArrowDown');
    for (let pressed = 0; pressed < KEYS; pressed += 1) await page.keyboard.press('ArrowRight');
    await page.waitForTimeout(300);
    // What took less than the 16 ms that the browser reports from is not in the list.
    key = await page.evaluate(() => Math.max(16, ...window.bench.events));
  }
  await context.close();
  return { ...opened, ...scrolled, key };
}

function line({ first, scrollTask, key }) {
  return `first score ${first.toFixed(0)} ms, longest task ${scrollTask.toFixed(0)} ms${key === null ? '' : `, slowest key ${key.toFixed(0)} ms`}`;
}

function report(results) {
  const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
  const rows = {};
  for (const size of new Set(results.map((one) => one.size))) {
    for (const what of ['map', 'table']) {
      const own = results.filter((one) => one.size === size).map((one) => one[what]);
      const of = (name) => `${median(own.map((one) => one[name])).toFixed(0)} ms`;
      rows[`${what}, ${size} touchpoints`] = {
        'first score on screen': of('first'),
        'longest task while opening': of('openTask'),
        'longest task while scrolling': of('scrollTask'),
        'longest frame while scrolling': of('frame'),
        'slowest of 40 keys': what === 'map' ? of('key') : '–',
      };
    }
  }
  console.log(
    `\nMedians of ${ROUNDS} rounds, ${VIEWPORT.width} × ${VIEWPORT.height}, empty cache. No long task: 0 ms.`,
  );
  console.table(rows);
}

function freePort() {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}
