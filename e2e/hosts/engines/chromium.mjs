import { chromium } from '@playwright/test';
import { ensureChromium } from '../../../scripts/chromium.mjs';
import { Refusal } from '../../../scripts/steps.mjs';
import { Missing } from '../workshop.mjs';

const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Debian's Chromium by Playwright. @throws Missing */
export async function openChromium() {
  const executablePath = await ensureChromium().catch((error) => {
    throw error instanceof Refusal ? new Missing(error.message) : error;
  });
  const browser = await chromium.launch({
    executablePath,
    args: ARGS,
    // Signals end the whole run, not the browser alone.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
  return {
    version: browser.version(),
    visit: async (url) => {
      const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
      const page = await context.newPage();
      const visit = await visitOf(page);
      await page.goto(url, { waitUntil: 'domcontentloaded' });
      return { ...visit, close: () => context.close() };
    },
    close: () => browser.close(),
  };
}

/** A Playwright page as the checks use one; what it says before this call is not heard. */
export async function visitOf(page) {
  const errors = [];
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  page.on('pageerror', (error) => errors.push(String(error)));
  return {
    run: (name, ...args) =>
      page.evaluate(([method, given]) => window.__probe[method](...given), [name, args]),
    type: (text) => page.keyboard.type(text),
    press: (key) => page.keyboard.press(key),
    click: (x, y) => page.mouse.click(x, y),
    errors: async () => errors,
    scriptMs: async () => {
      const { metrics } = await cdp.send('Performance.getMetrics');
      return metrics.find(({ name }) => name === 'ScriptDuration').value * 1000;
    },
    screenshot: (file) => page.screenshot({ path: file }),
  };
}
