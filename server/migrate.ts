import { faultOf } from './fault';
import { openHouse } from './house';

try {
  const handle = await openHouse({ newSecret: wantsNewSecret(process.argv.slice(2)) });
  await handle.close();
  console.log('The database is up to date.');
  process.exit(0);
} catch (error) {
  console.error(faultOf(error));
  process.exit(1);
}

function wantsNewSecret(given: string[]): boolean {
  const unknown = given.find((argument) => argument !== '--new-secret');
  if (unknown !== undefined)
    throw new Error(`The migration does not know ${unknown}. It takes --new-secret, or nothing.`);
  return given.includes('--new-secret');
}
