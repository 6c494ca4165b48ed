import { defineConfig } from '@playwright/test';

const port = process.env.E2E_PORT ?? '3210';

export default defineConfig({
  testDir: 'e2e',
  outputDir: '.milepost-test/e2e-output',
  globalSetup: './e2e/story-ready.ts',
  // Two cores are shared by the server, its database and the browser.
  workers: 1,
  fullyParallel: false,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: [['list'], ['json', { outputFile: '.milepost-test/e2e.json' }]],
  use: {
    // Not 127.0.0.1: the sign-in library turns it into localhost, and the session cookie would be lost on the way.
    baseURL: `http://localhost:${port}`,
    video: 'off',
    screenshot: 'only-on-failure',
    trace: 'off',
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  webServer: {
    command: 'node e2e/serve.mjs',
    env: { PORT: port },
    url: `http://localhost:${port}/api/ready`,
    reuseExistingServer: false,
    timeout: 240_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 10_000 },
    stdout: 'pipe',
    stderr: 'pipe',
  },
});
