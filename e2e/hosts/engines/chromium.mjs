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
  const browser = await chromium.launch({ executablePath, args: ARGS });
  return {
    version: browser.version(),
    visit: async (url) => {
      const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
      const page = await context.newPage();
      const visit = visitOf(page);
      await page.goto(url);
      return { ...visit, close: () => context.close() };
    },
    close: () => browser.close(),
  };
}

/** A Playwright page as the checks use one; what it says before this call is not heard. */
export function visitOf(page) {
  const errors = [];
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  page.on('pageerror', (error) => errors.push(String(error)));
  return {
    run: (name, ...args) =>
      page.evaluate(([method, given]) => window.__probe[method](...given), [name, args]),
    type: (text) => page.keyboard.type(text),
    press: (key) => page.keyboard.press(key),
    click: (x, y) => page.mouse.click(x, y),
    errors: async () => errors,
    screenshot: (file) => page.screenshot({ path: file }),
  };
}
