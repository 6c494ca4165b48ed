import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { openHouse } from './house';

/** Writes the whole embedded database into one file; the product must be stopped, because it has one opener. */
try {
  const file = resolve(process.argv[2] ?? `milepost-${new Date().toISOString().slice(0, 10)}.tar.gz`);
  const handle = await openHouse();
  const dump = await handle.backup();
  writeFileSync(file, Buffer.from(await dump.arrayBuffer()), { mode: 0o600, flag: 'wx' });
  await handle.close();
  console.log(
    `Saved ${file}. To restore: stop Milepost, move .milepost/db away, unpack the file into an empty .milepost/db.`,
  );
  process.exit(0);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
