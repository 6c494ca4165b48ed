import { inflateRawSync } from 'node:zlib';

/**
 * The files of an archive, read by its directory as spreadsheets do.
 *
 * @throws Error where directory, heads, sizes and sums do not say the same
 */
export function filesOf(archive: Uint8Array): Map<string, string> {
  const bytes = Buffer.from(archive);
  const agree = (found: number, wanted: number) => {
    if (found !== wanted) throw new Error(`the archive has ${found} where ${wanted} has to be`);
  };
  const end = bytes.length - 22;
  agree(bytes.readUInt32LE(end), 0x06054b50);
  const files = new Map<string, string>();
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    agree(bytes.readUInt32LE(at), 0x02014b50);
    const [packed, plain] = [bytes.readUInt32LE(at + 20), bytes.readUInt32LE(at + 24)];
    const nameLength = bytes.readUInt16LE(at + 28);
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength);
    const head = bytes.readUInt32LE(at + 42);
    agree(bytes.readUInt32LE(head), 0x04034b50);
    const start = head + 30 + nameLength;
    const text = inflateRawSync(bytes.subarray(start, start + packed));
    agree(text.length, plain);
    agree(bytes.readUInt32LE(start + packed), 0x08074b50);
    agree(bytes.readUInt32LE(start + packed + 4), bytes.readUInt32LE(at + 16));
    files.set(name, text.toString('utf8'));
    at += 46 + nameLength;
  }
  return files;
}
