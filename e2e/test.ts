import { randomUUID } from 'node:crypto';
import AxeBuilder from '@axe-core/playwright';
import { type BrowserContext, test as base, expect, type Locator, type Page } from '@playwright/test';
import { demo } from './demo';

export { expect };

/** A page on which any console error or uncaught fault fails the test. */
export const test = base.extend({
  context: async ({ context }, use) => {
    const faults = faultsOf(context);
    await use(context);
    expect(faults).toEqual([]);
  },
});

/** Every console error and uncaught fault on the context's pages from now on, as they come. */
export function faultsOf(context: BrowserContext): string[] {
  const faults: string[] = [];
  context.on('console', (message) => {
    // The browser's own words for a test that cuts the network on purpose.
    if (message.text().includes('ERR_INTERNET_DISCONNECTED')) return;
    if (message.type() === 'error') faults.push(`${message.page()?.url()}: ${message.text()}`);
  });
  context.on('weberror', (fault) => faults.push(String(fault.error())));
  return faults;
}

/** Signs in as the demo's owner, or as somebody else. */
export async function signIn(page: Page, who: { email: string; password: string } = demo()): Promise<void> {
  await page.goto('/sign-in');
  await page.getByRole('textbox', { name: 'E-mail' }).first().fill(who.email);
  await page.getByRole('textbox', { name: 'Password', exact: true }).fill(who.password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.waitForURL(/\/(journeys|welcome)/);
}

/**
 * Makes an account and a workspace that are nobody else's, so that the demo's story stays as it is, and stops where the
 * first journey is made. `look` is told of each page on the way.
 */
export async function signUp(
  page: Page,
  workspace: { name: string; brand: string },
  look: (page: Page) => Promise<void> = async () => {},
): Promise<{ email: string; password: string }> {
  const who = { email: `${randomUUID()}@example.com`, password: 'a long enough password' };
  await page.goto('/sign-up');
  await look(page);
  await page.getByRole('textbox', { name: 'Your name' }).fill('Ines');
  await page.getByRole('textbox', { name: 'E-mail address' }).fill(who.email);
  await page.getByRole('textbox', { name: 'Password', exact: true }).fill(who.password);
  await page.getByRole('button', { name: /Create|Sign up/ }).click();
  await page.waitForURL(/\/welcome/);
  await look(page);
  await page.getByRole('textbox', { name: 'Workspace name' }).fill(workspace.name);
  await page.getByRole('textbox', { name: 'Brand' }).fill(workspace.brand);
  await page.getByRole('button', { name: /Create|Continue|Set up|Start/ }).click();
  await page.waitForURL(/\/journeys\/new/);
  return who;
}

/** Reads a page again until it shows that; jobs take a moment. */
export async function reloadUntil(page: Page, path: string, shown: Locator): Promise<void> {
  await expect
    .poll(
      async () => {
        await page.goto(path);
        return shown.count();
      },
      { timeout: 90_000 },
    )
    .toBeGreaterThan(0);
}

/** No violation of WCAG 2.2 A and AA that axe can see. */
export async function expectAccessible(page: Page): Promise<void> {
  // What is still loading has no heading yet.
  await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
  const { violations } = await new AxeBuilder({ page })
    // A preview's frame runs no script, so nothing can be injected into it.
    .setLegacyMode(true)
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  expect(
    violations.map(
      ({ id, nodes }) =>
        `${id}: ${nodes.map((node) => `${node.target.join(' ')} ${node.failureSummary ?? ''}`).join(' | ')}`,
    ),
  ).toEqual([]);
}

/** Nothing has to be scrolled sideways. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const [wide, room] = await page.evaluate(() => [
    document.documentElement.scrollWidth,
    document.documentElement.clientWidth,
  ]);
  expect(wide).toBeLessThanOrEqual(room as number);
}

type ScoreEntry = {
  id: string;
  title: string;
  metric: string | null;
  n: number;
  value: number | null;
  counts: Record<string, number>;
};

/** The scores that the public API gives for the demo's journey. */
export async function scores(
  query = '',
): Promise<{ touchpoints: ScoreEntry[]; handoffs?: ScoreEntry[]; measures: ScoreEntry[] }> {
  const { url, journeyId, apiKey } = demo();
  const reply = await fetch(`${url}/api/v1/journeys/${journeyId}/scores${query}`, {
    headers: { authorization: `Bearer ${apiKey}` },
  });
  expect(reply.status).toBe(200);
  return (await reply.json()) as Awaited<ReturnType<typeof scores>>;
}

/** Answers counted at the touchpoint and metric of one of the demo's placements. */
export async function answersAt(kind: 'link' | 'email' | 'widget'): Promise<number> {
  const info = demo().placementInfo[kind];
  const entry = (await scores()).touchpoints.find(
    (one) => one.id === info?.touchpointId && one.metric === info?.metric,
  );
  if (!entry) throw new Error(`The scores hold no entry for the ${kind} placement.`);
  return entry.n;
}
