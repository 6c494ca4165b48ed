import { resolve } from 'node:path';
import { faultOf } from './fault';
import { openHouse } from './house';
import { refuseBackup, saveBackup } from './save-backup';

/** Writes the whole embedded database into one file; the product must be stopped, because it has one opener. */
try {
  const file = resolve(process.argv[2] ?? `milepost-${new Date().toISOString().slice(0, 10)}.tar.gz`);
  refuseBackup(file);
  const handle = await openHouse();
  const said = await saveBackup(handle, file);
  await handle.close();
  console.log(said);
  process.exit(0);
} catch (error) {
  console.error(faultOf(error));
  process.exit(1);
}
