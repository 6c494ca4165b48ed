import './require-node.mjs';
import { prepare, serve } from './serve.mjs';
import { main } from './steps.mjs';

main(async () => {
  await prepare(['widget', 'server']);
  await serve('server', { NODE_ENV: 'development', MILEPOST_DEV: '1' });
});
