import './require-node.mjs';
import { prepare, serve } from './serve.mjs';
import { main } from './steps.mjs';

main(async () => {
  await prepare(['server']);
  await serve('migrate', { NODE_ENV: 'production' });
});
