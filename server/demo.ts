import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Handle } from '../db/client';
import { demoState } from '../db/seed/demo-mark';
import { DEMO_ANSWERS, DEMO_EMAIL, type DemoFile, describeDemo, seedDemo } from '../db/seed/seed-demo';
import { dataDirectory, env } from '../lib/env';
import { ownDirectory } from '../lib/own-directory';
import { faultOf } from './fault';
import { openHouse, serve } from './house';
import { NOT_THE_DEMOS, resetDemo } from './reset-demo';

try {
  // Its sign-in is public knowledge: nobody but this machine may reach it.
  Object.assign(process.env, { MILEPOST_DEMO: '1', HOST: '127.0.0.1' });
  await runDemo(readArguments(process.argv.slice(2)));
} catch (error) {
  console.error(faultOf(error));
  process.exit(1);
}

async function runDemo({ reset }: { reset: boolean }): Promise<void> {
  const known = readKnownKey();
  if (reset) {
    await resetDemo();
    rmSync(demoFile(), { force: true });
  }
  console.log('→ Opening the database');
  const handle = await openHouse();
  const workspaceId = await seededWorkspace(handle);
  const demo = await describeDemo(workspaceId, env().APP_URL, known);
  console.log('→ Starting the server');
  await serve(handle);
  writeDemoFile(demo);
  console.log(welcome(demo));
}

function readArguments(given: string[]): { reset: boolean } {
  const unknown = given.find((argument) => argument !== '--reset');
  if (unknown !== undefined)
    throw new Error(`The demo does not know ${unknown}. It takes --reset, or nothing.`);
  return { reset: given.includes('--reset') };
}

/** The demo's workspace, with its story told. */
async function seededWorkspace(handle: Handle): Promise<string> {
  let state = await demoState(handle, DEMO_EMAIL);
  if (state.kind === 'foreign') throw new Error(NOT_THE_DEMOS);
  if (state.kind === 'unfinished') {
    console.log('  The story is told from its beginning.');
  }
  if (state.kind !== 'seeded') {
    const startedAt = Date.now();
    const seconds = () => `${Math.round((Date.now() - startedAt) / 1000)} s`;
    console.log(`→ Telling the story: ${DEMO_ANSWERS.toLocaleString('en')} answers`);
    let shown = 0;
    await seedDemo(handle, new Date(), (share) => {
      const tenths = Math.floor(share * 10);
      if (tenths > shown) console.log(`  … ${tenths * 10} % (${seconds()})`);
      shown = Math.max(shown, tenths);
    });
    console.log(`  Told in ${seconds()}`);
    state = await demoState(handle, DEMO_EMAIL);
  }
  if (state.kind !== 'seeded') throw new Error('The story was told and is not there.');
  return state.workspaceId;
}

function demoFile(): string {
  return join(dataDirectory(), 'demo.json');
}

/** The API key of the last start; null where there was none that can be read. */
function readKnownKey(): string | null {
  const file = demoFile();
  if (!existsSync(file)) return null;
  try {
    const known = JSON.parse(readFileSync(file, 'utf8')) as { apiKey?: unknown } | null;
    return typeof known?.apiKey === 'string' ? known.apiKey : null;
  } catch {
    return null;
  }
}

/** Written aside and renamed, so that a reader finds all of it or nothing. */
function writeDemoFile(demo: DemoFile): void {
  ownDirectory(dataDirectory());
  const draft = `${demoFile()}.${process.pid}`;
  writeFileSync(draft, `${JSON.stringify(demo, null, 2)}\n`, { mode: 0o600 });
  renameSync(draft, demoFile());
}

function welcome({ url, email, password, journeyId, answerUrl, siteKey }: DemoFile): string {
  return `
Milepost is at ${url}

  Sign in         ${email}  ${password}
  The map         ${url}/journeys/${journeyId}
  Answer a survey ${answerUrl}
  The widget      paste this into any page, before </body>:
                  <script async src="${url}/v1/milepost.js?k=${siteKey}"></script>
                  or try it at ${url}/widget

The same stands in ${demoFile()}. Stop with Ctrl+C; npm run demo -- --reset starts over.`;
}
