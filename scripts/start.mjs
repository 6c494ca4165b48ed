import './require-node.mjs';
import { prepare, serve } from './serve.mjs';
import { main } from './steps.mjs';

main(async () => {
  await prepare();
  await serve('server', { NODE_ENV: 'production' });
});
