import { checkPage } from './hosts/check.mjs';
import { visitOf } from './hosts/engines/chromium.mjs';
import { startMilepost } from './hosts/gate.mjs';
import { HOSTILE, POLICIES, policies } from './hosts/sites/policies.mjs';
import { expect, test } from './test';

/** The part of `npm run test:hosts` that needs nothing but Chromium; the other sites and engines run on demand. */
type Milepost = Awaited<ReturnType<typeof startMilepost>>;
type Site = Awaited<ReturnType<typeof policies>>;

let milepost: Milepost;
let site: Site;

test.beforeAll(async () => {
  test.setTimeout(180_000);
  milepost = await startMilepost();
  site = await policies(milepost);
});

test.afterAll(async () => {
  await site?.stop();
  await milepost?.stop();
});

for (const name of [...Object.keys(POLICIES), ...Object.keys(HOSTILE)]) {
  test(`the widget takes an answer and leaves the page as it is: ${name}`, async ({ browser }) => {
    const page = site.pages.find((one) => one.name === name);
    if (!page) throw new Error(`There is no page “${name}”.`);
    const visit = async (url: string) => {
      const context = await browser.newContext();
      const tab = await context.newPage();
      const seen = await visitOf(tab);
      await tab.goto(url, { waitUntil: 'domcontentloaded' });
      return { ...seen, close: () => context.close() };
    };
    expect(await checkPage(visit, page, milepost)).toEqual([]);
  });
}
