import './require-node.mjs';
import { prepare, serve } from './serve.mjs';
import { main } from './steps.mjs';

main(async () => {
  await prepare();
  await serve('demo', { NODE_ENV: 'production' });
});
