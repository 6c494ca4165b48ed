import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { npmFolder, programs } from '../workshop.mjs';

/** Debian's Firefox ESR, unchanged, by WebDriver BiDi. @throws Missing */
export async function openFirefox() {
  await programs(['firefox-esr'], ['firefox-esr']);
  const folder = await npmFolder('drivers', ['puppeteer-core@24.43.1']);
  const entry = createRequire(join(folder, 'package.json')).resolve('puppeteer-core');
  const { default: puppeteer } = await import(pathToFileURL(entry).href);
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: '/usr/bin/firefox-esr',
    headless: true,
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    args: ['--width=1280', '--height=880'],
    extraPrefsFirefox: {
      'app.update.enabled': false,
      'browser.search.update': false,
      'datareporting.policy.dataSubmissionEnabled': false,
      'network.captive-portal-service.enabled': false,
      'network.connectivity-service.enabled': false,
      'browser.safebrowsing.update.enabled': false,
      'services.settings.server': 'http://127.0.0.1:1/',
    },
  });
  return {
    version: (await browser.version()).replace(/^\D*/, ''),
    visit: async (url) => {
      const context = await browser.createBrowserContext();
      const page = await context.newPage();
      await page.setViewport({ width: 1280, height: 800 });
      const errors = [];
      page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
      page.on('pageerror', (error) => errors.push(String(error)));
      await page.goto(url, { waitUntil: 'domcontentloaded' });
      return {
        run: (name, ...args) =>
          page.evaluate((method, given) => window.__probe[method](...given), name, args),
        type: (text) => page.keyboard.type(text),
        press: (key) => page.keyboard.press(key),
        click: (x, y) => page.mouse.click(x, y),
        errors: async () => errors,
        scriptMs: async () => null,
        screenshot: (file) => page.screenshot({ path: file }),
        close: () => context.close(),
      };
    },
    close: () => browser.close(),
  };
}
