// The demo on a database of its own, made afresh for every run of the browser tests.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { serve } from '../scripts/serve.mjs';
import { main, ROOT } from '../scripts/steps.mjs';

main(async () => {
  const data = join(ROOT, '.milepost-test/e2e-data');
  rmSync(data, { recursive: true, force: true });
  const port = process.env.PORT ?? '3210';
  delete process.env.DATABASE_URL;
  await serve('demo', {
    NODE_ENV: 'production',
    MILEPOST_DATA_DIR: data,
    PORT: port,
    HOST: '127.0.0.1',
    APP_URL: `http://localhost:${port}`,
  });
});
