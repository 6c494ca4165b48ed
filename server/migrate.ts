import { openHouse } from './house';

try {
  const handle = await openHouse();
  await handle.close();
  console.log('The database is up to date.');
  process.exit(0);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
