import { env } from '../lib/env';
import { faultOf } from './fault';
import { openHouse, serve } from './house';
import { refuseOpenDemo } from './open-demo';

try {
  const handle = await openHouse();
  await refuseOpenDemo(handle, env().HOST);
  await serve(handle);
  console.log(`Milepost is at ${env().APP_URL}`);
} catch (error) {
  console.error(faultOf(error));
  process.exit(1);
}
