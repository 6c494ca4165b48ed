import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A hash of the content of files and folders, tests left out; what does not exist counts as empty. */
export function stampOf(root, inputs) {
  const hash = createHash('sha256');
  for (const path of inputs.flatMap((input) => filesUnder(root, input)).sort()) {
    const content = readFileSync(join(root, path));
    hash.update(`${path}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}

function filesUnder(root, path) {
  let stat;
  try {
    stat = statSync(join(root, path));
  } catch (_absent) {
    return [];
  }
  if (stat.isFile()) return /\.test\.tsx?$/.test(path) ? [] : [path];
  return readdirSync(join(root, path))
    .filter((name) => name !== 'node_modules')
    .flatMap((name) => filesUnder(root, `${path}/${name}`));
}

/** Remembers of which inputs a part was last built. It is forgotten while the part is being built. */
export class BuildRecord {
  constructor(file) {
    this.file = file;
  }

  matches(stamp) {
    try {
      return readFileSync(this.file, 'utf8') === stamp;
    } catch (_neverBuilt) {
      return false;
    }
  }

  forget() {
    rmSync(this.file, { force: true });
  }

  write(stamp) {
    mkdirSync(dirname(this.file), { recursive: true });
    writeFileSync(this.file, stamp);
  }
}
