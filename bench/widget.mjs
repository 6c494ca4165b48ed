// What a survey costs the page that shows it: Milepost's loader, widget and answer page beside other products' code from
// npm, each with one question, in one browser and in the same rounds.
//   npm run bench:widget [-- --rounds 9]
import { chromium } from '@playwright/test';
import { ensureChromium } from '../scripts/chromium.mjs';
import { main } from '../scripts/steps.mjs';
import { servePeers } from './peers.mjs';
import { startRespondent } from './respondent.mjs';

const at = process.argv.indexOf('--rounds');
const ROUNDS = at < 0 ? 9 : Number(process.argv[at + 1]);
const MOST_MINUTES = 20;
const SETTLE_MS = 1500;
/** A mid-range phone on a mobile network, as page testers mean it. */
const SLOW_PHONE = {
  cpu: 4,
  network: { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 750e3 / 8 },
};
/** Frames and styles that only the maker's service has: answered with nothing and not counted. */
const CLOUD = /^https:\/\/[\w.]+\.typeform\.com\//;

main(async () => {
  const lifeline = setTimeout(() => {
    console.error(`Stopped after ${MOST_MINUTES} minutes.`);
    process.exit(1);
  }, MOST_MINUTES * 60_000);
  const milepost = await startRespondent();
  const peers = await servePeers();
  const browser = await chromium.launch({
    executablePath: await ensureChromium(),
    args: [
      ...[
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
      ],
      ...['--disable-component-update', '--disable-sync', '--disable-renderer-backgrounding'],
    ],
  });
  try {
    const subjects = subjectsOf(milepost, peers);
    const rows = await measureRounds(browser, subjects);
    const phone = subjects.filter(({ phone: wanted }) => wanted);
    const phoneRows = await measureRounds(browser, phone, SLOW_PHONE);
    return report(subjects, rows, phone, phoneRows);
  } finally {
    await browser.close();
    await peers.stop();
    await milepost.stop();
    clearTimeout(lifeline);
  }
});

/** The first is what the others are compared with. */
function subjectsOf({ url, keys }, peers) {
  const tag = (key) => `<script async src="${url}/v1/milepost.js?k=${key}"></script>`;
  peers.addPage('/quiet', tag(keys.quiet));
  peers.addPage('/shown', tag(keys.popover));
  const ours = 'milepost-survey [role=radiogroup]';
  return [
    { name: 'blank page', url: `${peers.url}/blank`, ready: 'h1', phone: true },
    { name: 'Milepost, nothing due', url: `${peers.url}/quiet`, ready: null },
    { name: 'Milepost, survey shown', url: `${peers.url}/shown`, ready: ours },
    { name: 'Milepost, answer page', url: `${url}/a/${keys.link}`, ready: '[role=radiogroup]', phone: true },
    { name: 'posthog-js 1.409.5, survey shown', url: `${peers.url}/posthog`, ready: '.ratings-number' },
    { name: 'survey-js-ui 2.5.35, inline', url: `${peers.url}/surveyjs`, ready: '.sd-rating__item' },
    {
      name: '@typeform/embed 6.0.0, without its form',
      url: `${peers.url}/typeform`,
      ready: 'iframe',
      cloud: true,
    },
  ];
}

/** One warm-up, then rounds in which everything is measured once, each round beginning with another subject. */
async function measureRounds(browser, subjects, profile = null) {
  const rows = new Map(subjects.map((subject) => [subject, []]));
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (let n = 0; n < subjects.length; n += 1) {
      const subject = subjects[(n + round) % subjects.length];
      const cost = await visit(browser, subject, profile, costOf);
      // Looking for the scale runs script in the page: it has a visit of its own.
      const visibleMs = subject.ready && (await visit(browser, subject, profile, visibleAfter));
      if (round > 0) rows.get(subject).push({ ...cost, visibleMs });
    }
    console.log(
      `${profile ? 'slow phone, ' : ''}round ${round} of ${ROUNDS}${round === 0 ? ' (warm-up)' : ''}`,
    );
  }
  return rows;
}

/** One visit with empty caches and storage. */
async function visit(browser, subject, profile, measure) {
  const context = await browser.newContext({
    viewport: profile ? { width: 390, height: 800 } : { width: 1280, height: 800 },
  });
  try {
    const page = await context.newPage();
    const cdp = await context.newCDPSession(page);
    if (subject.cloud) await context.route(CLOUD, (route) => route.fulfill({ body: '' }));
    await cdp.send('Network.enable');
    await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
    if (profile) {
      await cdp.send('Emulation.setCPUThrottlingRate', { rate: profile.cpu });
      await cdp.send('Network.emulateNetworkConditions', profile.network);
    }
    return await measure(page, cdp, subject);
  } finally {
    await context.close();
  }
}

async function costOf(page, cdp, { url }) {
  const counted = new Map();
  const bytes = { page: 0, rest: 0 };
  cdp.on('Network.requestWillBeSent', ({ requestId, request, type }) => {
    if (CLOUD.test(request.url) || !/^https?:/.test(request.url)) return;
    counted.set(requestId, { part: type === 'Document' ? 'page' : 'rest', headerBytes: 0 });
  });
  cdp.on('Network.responseReceived', ({ requestId, response }) => {
    const found = counted.get(requestId);
    if (found) found.headerBytes = response.encodedDataLength;
  });
  cdp.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const found = counted.get(requestId);
    if (found) bytes[found.part] += encodedDataLength - found.headerBytes;
  });
  await page.addInitScript(() => {
    window.longTasks = [];
    const note = (list) => window.longTasks.push(...list.getEntries().map(({ duration }) => duration));
    new PerformanceObserver(note).observe({ type: 'longtask', buffered: true });
  });
  await page.goto(url, { waitUntil: 'load' });
  await page.waitForTimeout(SETTLE_MS);
  const { metrics } = await cdp.send('Performance.getMetrics');
  const of = (name) => metrics.find((metric) => metric.name === name).value * 1000;
  const { longTasks, paintedMs } = await page.evaluate(() => ({
    longTasks: window.longTasks,
    paintedMs: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? null,
  }));
  return {
    requests: counted.size,
    bodyBytes: bytes.page + bytes.rest,
    restBytes: bytes.rest,
    scriptMs: of('ScriptDuration'),
    taskMs: of('TaskDuration'),
    longTasks: longTasks.length,
    blockedMs: longTasks.reduce((sum, ms) => sum + Math.max(0, ms - 50), 0),
    paintedMs,
  };
}

async function visibleAfter(page, _, { url, ready }) {
  await page.goto(url, { waitUntil: 'commit' });
  await page.locator(ready).first().waitFor({ state: 'visible', timeout: 20_000 });
  return page.evaluate(() => performance.now());
}

function report(subjects, rows, phone, phoneRows) {
  const [blank] = subjects;
  const found = (name) => rows.get(subjects.find((subject) => subject.name.includes(name)));
  const summary = subjects.map((subject) => {
    const own = rows.get(subject);
    const paired = (key) => median(own.map((row, round) => row[key] - rows.get(blank)[round][key]));
    return {
      '': subject.name,
      requests: median(own.map(({ requests }) => requests)),
      'bytes (brotli)': median(own.map(({ bodyBytes }) => bodyBytes)),
      'script CPU': ms(median(own.map(({ scriptMs }) => scriptMs))),
      'more than blank': subject === blank ? '–' : ms(paired('scriptMs')),
      'task CPU': ms(median(own.map(({ taskMs }) => taskMs))),
      'long tasks': median(own.map(({ longTasks }) => longTasks)),
      visible: subject.ready ? `${Math.round(median(own.map(({ visibleMs }) => visibleMs)))} ms` : '–',
    };
  });
  console.log(
    `\nMedians of ${ROUNDS} rounds; CPU of the page's main thread; bytes are bodies, the page's own included.`,
  );
  table(summary);

  const [bare, answerPage] = phone.map((subject) => phoneRows.get(subject));
  const apart = (key) => median(answerPage.map((row, round) => row[key] - bare[round][key]));
  console.log('\nOn the profile of a slow phone (CPU 4 times slower, 150 ms and 1.6 Mbit/s):');
  table(
    phone.map((subject) => {
      const own = phoneRows.get(subject);
      return {
        '': subject.name,
        requests: median(own.map(({ requests }) => requests)),
        'bytes (brotli)': median(own.map(({ bodyBytes }) => bodyBytes)),
        'first paint': ms(median(own.map(({ paintedMs }) => paintedMs))),
        blocked: ms(median(own.map(({ blockedMs }) => blockedMs))),
        'script CPU': ms(median(own.map(({ scriptMs }) => scriptMs))),
        'task CPU': ms(median(own.map(({ taskMs }) => taskMs))),
      };
    }),
  );
  console.log(
    `First paint of the answer page is ${ms(apart('paintedMs'))} after the blank page's (median of pairs).`,
  );

  const base = rows.get(blank);
  const more = (name, key) => median(found(name).map((row, round) => row[key] - base[round][key]));
  const middle = (name, key) => median(found(name).map((row) => row[key]));
  const goals = [
    ['a page view in which nothing is due: one request more', more('nothing due', 'requests') === 1],
    ['… and at most 1,200 bytes', middle('nothing due', 'restBytes') <= 1200],
    ['a shown survey: at most two requests more', more('Milepost, survey shown', 'requests') <= 2],
    ['… and at most 4,000 bytes', middle('Milepost, survey shown', 'restBytes') <= 4000],
    ['… at most 12 ms of script', more('Milepost, survey shown', 'scriptMs') <= 12],
    ['… and no long task', more('Milepost, survey shown', 'longTasks') <= 0],
    ['the answer page: one request', middle('answer page', 'requests') === 1],
    ['… of at most 6,000 bytes', middle('answer page', 'bodyBytes') <= 6000],
    ['… on a slow phone its first paint within 50 ms of a blank page', apart('paintedMs') <= 50],
    ['… and blocked no longer than it, give or take 5 ms', apart('blockedMs') <= 5],
  ];
  console.log('');
  for (const [goal, met] of goals) console.log(`${met ? 'met   ' : 'MISSED'}  ${goal}`);
  return goals.every(([, met]) => met) ? 0 : 1;
}

function median(values) {
  const sorted = values.filter((value) => value !== null).sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

const ms = (value) => `${value.toFixed(1)} ms`;

function table(lines) {
  const columns = Object.keys(lines[0]);
  console.log(`| ${columns.join(' | ')} |\n|${columns.map(() => '---').join('|')}|`);
  for (const line of lines) console.log(`| ${columns.map((column) => show(line[column])).join(' | ')} |`);
}

const show = (value) => (typeof value === 'number' ? value.toLocaleString('en') : value);
