import { env } from '../lib/env';
import { openHouse, serve } from './house';

try {
  const handle = await openHouse();
  await serve(handle);
  console.log(`Milepost is at ${env().APP_URL}`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
