import { writeFileSync } from 'node:fs';
import { freePort } from '../../../bench/processes.mjs';
import { programs, start, until } from '../workshop.mjs';

const KEYS = { Tab: '\uE004', Escape: '\uE00C', Enter: '\uE007', ArrowLeft: '\uE012' };

/** Debian's WebKitGTK: its small browser on a screen of memory, by WebDriver. @throws Missing */
export async function openWebkit() {
  await programs(['WebKitWebDriver', 'Xvfb'], ['webkit2gtk-driver', 'xvfb']);
  const display = `:${90 + (process.pid % 900)}`;
  const screen = start('Xvfb', [display, '-screen', '0', '1400x1000x24', '-nolisten', 'tcp']);
  // A driver holds one session at a time, and two pages are compared: each visit has a driver of its own.
  const openSession = async () => {
    const port = await freePort();
    const driver = start('WebKitWebDriver', [`--port=${port}`, '--host=127.0.0.1'], {
      env: {
        ...process.env,
        DISPLAY: display,
        WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
        LIBGL_ALWAYS_SOFTWARE: '1',
      },
    });
    const origin = `http://127.0.0.1:${port}`;
    try {
      await until('the start of the WebKit driver', () => ask(origin, 'GET', '/status').catch(() => null));
      const { sessionId, capabilities } = await ask(origin, 'POST', '/session', {
        capabilities: {
          alwaysMatch: {
            // An import on its way holds the load event up here, and the gate holds the import: nothing waits for it.
            pageLoadStrategy: 'none',
            'webkitgtk:browserOptions': { args: ['--automation'] },
          },
        },
      });
      return {
        version: capabilities.browserVersion,
        ask: (path, body) => ask(origin, 'POST', `/session/${sessionId}${path}`, body),
        get: (path) => ask(origin, 'GET', `/session/${sessionId}${path}`),
        end: async () => {
          await ask(origin, 'DELETE', `/session/${sessionId}`).catch(() => {});
          await driver.end();
        },
      };
    } catch (error) {
      await driver.end();
      throw error;
    }
  };
  try {
    const first = await openSession();
    await first.end();
    return { version: first.version, visit, close: screen.end };
  } catch (error) {
    await screen.end();
    throw error;
  }

  async function visit(url) {
    const session = await openSession();
    await session.ask('/window/rect', { x: 0, y: 0, width: 1280, height: 880 });
    await session.ask('/url', { url });
    const isThere = `return location.href !== 'about:blank' && document.readyState !== 'loading' && !!window.__probe`;
    await until('the page', () => session.ask('/execute/sync', { script: isThere, args: [] }));
    const keys = (pressed) =>
      session.ask('/actions', {
        actions: [
          {
            type: 'key',
            id: 'keyboard',
            actions: pressed.flatMap((value) => [
              { type: 'keyDown', value },
              { type: 'keyUp', value },
            ]),
          },
        ],
      });
    return {
      run: (name, ...args) =>
        session.ask('/execute/sync', {
          script: 'return window.__probe[arguments[0]](...arguments[1])',
          args: [name, args],
        }),
      type: (text) => keys([...text]),
      press: (key) => keys([KEYS[key]]),
      click: (x, y) =>
        session.ask('/actions', {
          actions: [
            {
              type: 'pointer',
              id: 'mouse',
              parameters: { pointerType: 'mouse' },
              actions: [
                { type: 'pointerMove', x, y, duration: 0 },
                { type: 'pointerDown', button: 0 },
                { type: 'pointerUp', button: 0 },
              ],
            },
          ],
        }),
      // The driver tells nothing of the console; the probe hears errors, refusals and faults by itself.
      errors: async () => [],
      scriptMs: async () => null,
      screenshot: async (file) =>
        writeFileSync(file, Buffer.from(await session.get('/screenshot'), 'base64')),
      close: session.end,
    };
  }
}

async function ask(origin, method, path, body) {
  const reply = await fetch(`${origin}${path}`, {
    method,
    ...(method === 'POST' && { body: JSON.stringify(body ?? {}) }),
    signal: AbortSignal.timeout(60_000),
  });
  const { value } = await reply.json();
  if (!reply.ok) throw new Error(`WebKit: ${value?.error}: ${value?.message}`);
  return value;
}
