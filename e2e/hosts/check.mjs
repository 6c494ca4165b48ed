import { until } from './workshop.mjs';

const TYPED = 'a street of 7';
const SETTLE_MS = 700;
const LONG_MS = 50;
const OUR_NAME = 'milepost';

/**
 * @typedef {object} Visit one page open in one engine, with nothing kept from earlier visits
 * @property {(name: string, ...args: unknown[]) => Promise<any>} run one method of the probe
 * @property {(text: string) => Promise<unknown>} type
 * @property {(key: string) => Promise<unknown>} press
 * @property {(x: number, y: number) => Promise<unknown>} click
 * @property {() => Promise<string[]>} errors what the console said so far
 * @property {() => Promise<number | null>} scriptMs CPU time of the page's scripts so far; null where the engine does not tell
 * @property {(file: string) => Promise<unknown>} screenshot
 * @property {() => Promise<unknown>} close
 */

/**
 * Opens a page without and with Milepost and compares what a person and the page's own author would notice.
 *
 * @param {(url: string) => Promise<Visit>} visit
 * @param {{ plain: string, withUs: string, inline?: boolean, typing?: boolean, spa?: { there: string, back: string } }} page
 * @param {{ url: string, hold: () => void, release: () => void, answers: () => Promise<{ partial: number, complete: number }> }} milepost
 * @param {string | null} picture where a picture of the shown survey goes
 * @returns {Promise<string[]>} what was wrong; empty: nothing
 */
export async function checkPage(visit, page, milepost, picture = null) {
  const faults = [];
  const expect = (holds, fault) => {
    if (!holds) faults.push(fault);
  };
  const plain = await visit(page.plain);
  try {
    const before = await watchPlain(plain, page);
    milepost.hold();
    const withUs = await visit(page.withUs);
    try {
      await watchWithUs(withUs, plain, before, page, milepost, expect, picture);
    } catch (error) {
      expect(false, error.message.split('\n')[0]);
    } finally {
      await withUs.close();
    }
  } finally {
    milepost.release();
    await plain.close();
  }
  return faults;
}

/** Waits until the page rests, and tells what its scripts took so far. */
async function begin(visit, typing) {
  await until('the page with its styles and pictures', () => visit.run('isDressed'));
  await pause(SETTLE_MS);
  const loadedMs = await visit.scriptMs();
  await visit.run('begin');
  await visit.run('occupy', Boolean(typing));
  return loadedMs;
}

/** The page by itself, twice looked at: what moves without us is not held against us. */
async function watchPlain(visit, { typing }) {
  const loadedMs = await begin(visit, typing);
  await visit.run('snapshot', 'early');
  await pause(1500);
  await visit.run('snapshot', 'late');
  return {
    restless: await visit.run('pathsThatDiffer', 'early', 'late'),
    globals: await visit.run('globals'),
    keys: await pressKeys(visit),
    tabs: await pressTabs(visit),
    faults: await faultsOf(visit),
    loadedMs,
  };
}

async function watchWithUs(visit, plain, before, page, milepost, expect, picture) {
  const { inline, typing, spa } = page;
  const spentMs = [(await begin(visit, typing)) - before.loadedMs];
  const size = await visit.run('snapshot', 'early');
  const since = await visit.run('now');
  const occupied = await visit.run('state');
  expect((await visit.run('survey')) === null, 'it was there before it could be watched coming');

  const comingMs = await visit.scriptMs();
  milepost.release();
  let typed = '';
  await until('the survey', async () => {
    if (typing && typed.length < TYPED.length) {
      await visit.type(TYPED[typed.length]);
      typed += TYPED[typed.length];
    }
    return visit.run('survey');
  });
  await pause(300);
  spentMs.push((await visit.scriptMs()) - comingMs);
  const state = await visit.run('state');
  if (typing) {
    expect(state.value === typed, `of “${typed}”, typed while it came, “${state.value}” arrived`);
    expect(state.active === occupied.active, `the focus went from ${occupied.active} to ${state.active}`);
  } else {
    same('focus, selection or scrolling', occupied, state, expect);
  }
  await visit.run('snapshot', 'shown');
  const ignored = before.restless;
  const geometry = !inline;
  if (!inline) {
    listed(
      'style or box changed when it came',
      await visit.run('compare', 'early', 'shown', { ignored }),
      expect,
    );
    listed('layout shift', await visit.run('shifts', since), expect);
  }
  listed(
    'style or box differs from the page without it',
    await differences(plain, 'late', visit, 'shown', { ignored, geometry }),
    expect,
  );
  expect(size > 3, 'the page has no content to compare');

  const survey = await visit.run('survey');
  const { box, view } = survey;
  expect(survey.count === 1, `${survey.count} surveys stand on the page`);
  expect(survey.state === 'shown', `the survey is ${survey.state}`);
  expect(survey.scales === 1 && survey.values.length === 11, `it has ${survey.values.length} points`);
  expect(box.width > 200 && box.height > 60, `its box is ${box.width} × ${box.height}`);
  if (!inline) {
    const inView = box.left >= 0 && box.top >= 0 && box.right <= view[0] + 1 && box.bottom <= view[1] + 1;
    expect(inView, `its box ${JSON.stringify(box)} leaves the window of ${view.join(' × ')}`);
  }
  if (picture) await visit.screenshot(picture);

  const globals = (await visit.run('globals')).filter((name) => !before.globals.includes(name));
  expect(globals.join() === OUR_NAME, `new globals: ${globals.join(', ') || 'none'}`);
  const keys = await pressKeys(visit);
  same('keys', before.keys, keys, expect);
  if (!inline) same('Tab order', before.tabs, await pressTabs(visit), expect);
  expect((await visit.run('survey')).state === 'shown', 'Escape outside of it closed it');

  if (spa) await navigate(visit, spa, expect);
  const answeringMs = await visit.scriptMs();
  await answer(visit, milepost, expect);
  spentMs.push((await visit.scriptMs()) - answeringMs);
  if (!inline) {
    const close = await aim(visit, 'aimAtClose');
    expect(close?.hit, 'its button to close cannot be reached');
    if (close?.hit) {
      await visit.click(close.x, close.y);
      const isClosed = async () => !(await visit.run('survey'))?.scales;
      await until('closing by its button', isClosed, 5).catch(({ message }) => expect(false, message));
    }
  }

  const caused = added(before.faults, await faultsOf(visit), [page.plain, page.withUs]);
  listed('console error', caused, expect);
  const long = await visit.run('longScripts', milepost.url);
  // A busy machine stretches the shortest script: only one that also had the processor for so long was long.
  if (Math.max(...spentMs) > LONG_MS) {
    const each = long.map(({ invoker, duration }) => `${invoker}: ${Math.round(duration)} ms`);
    listed(`script ran for more than ${LONG_MS} ms`, each, expect);
  }
}

/** Elements that differ between two pages, each with the first property that does. */
async function differences(one, oneName, two, twoName, { ignored, geometry }) {
  const [a, b] = [await one.run('hashes', oneName, geometry), await two.run('hashes', twoName, geometry)];
  const paths = [...new Set([...Object.keys(a), ...Object.keys(b)])].filter(
    (path) => a[path] !== b[path] && !ignored.includes(path),
  );
  const found = [];
  for (const path of paths.slice(0, 5)) {
    const left = await one.run('valuesOf', oneName, path, geometry);
    const right = await two.run('valuesOf', twoName, path, geometry);
    if (!left || !right) found.push(`${path} is ${left ? 'gone' : 'new'}`);
    else {
      const name = Object.keys(left).find((each) => left[each] !== right[each]);
      if (name) found.push(`${path} ${name}: ${left[name]} → ${right[name]}`);
    }
  }
  if (paths.length > 5) found.push(`and ${paths.length - 5} more`);
  return found;
}

/** What a person types into the page's own field, with keys that a guest might want for itself. */
async function pressKeys(visit) {
  await visit.run('focusField');
  await visit.run('keys');
  const was = (await visit.run('state')).value;
  await visit.type('7 x');
  await visit.press('Escape');
  await visit.press('ArrowLeft');
  const { value, active } = await visit.run('state');
  return { keys: await visit.run('keys'), added: value.slice(was.length), active };
}

async function pressTabs(visit) {
  const stops = [];
  await visit.run('focusFirst');
  for (let n = 0; n < 5; n += 1) {
    stops.push(await visit.run('active'));
    if (stops.at(-1) === 'the probe') break;
    await visit.press('Tab');
  }
  await visit.run('keys');
  return stops;
}

async function navigate(visit, { there, back }, expect) {
  const id = await visit.run('identity');
  for (const selector of [there, back]) {
    const from = await visit.run('address');
    await visit.run('follow', selector);
    await until('navigation in the page', async () => (await visit.run('address')) !== from, 10);
    await pause(600);
    const survey = await visit.run('survey');
    expect((await visit.run('identity')) === id, 'the page was loaded again, so navigation was not tested');
    expect(survey?.count === 1, `${survey?.count ?? 0} surveys after navigation in the page`);
  }
}

async function answer(visit, milepost, expect) {
  const before = await milepost.answers();
  const point = await aim(visit, 'aimAtScore', 7);
  if (!point?.hit) {
    expect(false, point ? 'something lies over the scale' : 'there is no point 7');
    return;
  }
  expect(point.width >= 24 && point.height >= 24, `a point is ${point.width} × ${point.height}`);
  await visit.click(point.x, point.y);
  try {
    await until('data-state=answered', async () => (await visit.run('survey'))?.state === 'answered', 10);
    const send = await until('the button', () => aim(visit, 'aimAtSend'), 5);
    await visit.click(send.x, send.y);
    await until(
      'the whole answer on the server',
      async () => (await milepost.answers()).complete === before.complete + 1,
      10,
    );
    const after = await milepost.answers();
    expect(after.partial === before.partial, 'one answer left more than one record');
  } catch (error) {
    expect(false, error.message);
  }
}

/** Where to click, once it stays there: what was just answered may still be changing places. */
async function aim(visit, method, ...args) {
  let last = '';
  return until(
    'a place to click',
    async () => {
      const found = await visit.run(method, ...args);
      const now = JSON.stringify(found);
      if (now === last) return { found };
      last = now;
      return null;
    },
    10,
    200,
  ).then(({ found }) => found);
}

async function faultsOf(visit) {
  return [...(await visit.errors()), ...(await visit.run('faults'))];
}

/** What is in the second list and not in the first, each as often as it is more. */
function added(first, second, addresses) {
  const plain = (text) =>
    addresses.reduce(
      (all, one) => all.split(one).join('the page').split(new URL(one).origin).join('the site'),
      text,
    );
  const known = first.map(plain);
  return second.map(plain).filter((fault) => {
    const at = known.indexOf(fault);
    if (at >= 0) known.splice(at, 1);
    return at < 0;
  });
}

function same(what, one, two, expect) {
  const [a, b] = [JSON.stringify(one), JSON.stringify(two)];
  expect(a === b, `${what}: ${a} became ${b}`);
}

function listed(what, found, expect) {
  for (const one of found.slice(0, 5)) expect(false, `${what}: ${one}`);
  if (found.length > 5) expect(false, `${what}: ${found.length - 5} more`);
}

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
