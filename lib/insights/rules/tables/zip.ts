import { pipeline, Readable } from 'node:stream';
import { crc32, createDeflateRaw } from 'node:zlib';

/** One file of an archive; its text is made while it is read. */
export type Entry = { name: string; chunks: AsyncIterable<string> | Iterable<string> };

/** Sizes are written after the data, and names are UTF-8. */
const FLAGS = 0x0808;
const DEFLATED = 8;
const VERSION = 20;
/** 1 January 1980: an archive of equal content is equal. */
const FIRST_DAY = 0x21;
const MOST_BYTES = 0xffff_ffff;

type Written = { name: Buffer; crc: number; packed: number; plain: number; at: number };

/**
 * A ZIP archive (PKWARE APPNOTE 6.3, without ZIP64), handed out while its entries are made; entries are asked for one after
 * the other, each when the one before it has ended.
 *
 * @throws Error where an entry or the archive would be larger than 4 GiB
 */
export async function* zipOf(entries: AsyncIterable<Entry>): AsyncGenerator<Uint8Array> {
  const written: Written[] = [];
  let at = 0;
  for await (const { name, chunks } of entries) {
    const entry: Written = { name: Buffer.from(name), crc: 0, packed: 0, plain: 0, at };
    const head = fields(
      ...[4, 0x04034b50, 2, VERSION, 2, FLAGS, 2, DEFLATED, 2, 0, 2, FIRST_DAY],
      ...[4, 0, 4, 0, 4, 0, 2, entry.name.length, 2, 0],
    );
    yield Buffer.concat([head, entry.name]);
    for await (const chunk of deflated(chunks, entry)) {
      entry.packed += chunk.length;
      yield chunk;
    }
    yield fields(4, 0x08074b50, 4, entry.crc, 4, fitting(entry.packed), 4, fitting(entry.plain));
    at = fitting(at + head.length + entry.name.length + entry.packed + 16);
    written.push(entry);
  }
  const directory = Buffer.concat(written.flatMap((entry) => [listed(entry), entry.name]));
  yield directory;
  const count = written.length;
  yield fields(4, 0x06054b50, 2, 0, 2, 0, 2, count, 2, count, 4, directory.length, 4, at, 2, 0);
}

function deflated(chunks: Entry['chunks'], entry: Written): AsyncIterable<Buffer> {
  async function* measured() {
    for await (const text of chunks) {
      const bytes = Buffer.from(text);
      entry.crc = crc32(bytes, entry.crc);
      entry.plain += bytes.length;
      yield bytes;
    }
  }
  const packer = createDeflateRaw();
  // What goes wrong in the source ends the packer, and whoever reads that is told.
  pipeline(Readable.from(measured()), packer, () => {});
  return packer;
}

function listed({ name, crc, packed, plain, at }: Written): Buffer {
  return fields(
    ...[4, 0x02014b50, 2, VERSION, 2, VERSION, 2, FLAGS, 2, DEFLATED, 2, 0, 2, FIRST_DAY],
    ...[4, crc, 4, packed, 4, plain, 2, name.length, 2, 0, 2, 0, 2, 0, 2, 0, 4, 0, 4, at],
  );
}

/** Little-endian whole numbers, each after its length in bytes. */
function fields(...pairs: number[]): Buffer {
  const parts: Buffer[] = [];
  for (let place = 0; place < pairs.length; place += 2) {
    const length = pairs[place] ?? 0;
    const part = Buffer.alloc(length);
    part.writeUIntLE(pairs[place + 1] ?? 0, 0, length);
    parts.push(part);
  }
  return Buffer.concat(parts);
}

function fitting(bytes: number): number {
  if (bytes > MOST_BYTES) throw new Error('an archive without ZIP64 holds at most 4 GiB');
  return bytes;
}
