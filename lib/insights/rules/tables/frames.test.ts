import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Frame, framed, unframed } from './frames';
import type { Cell, Table } from './table';
import { filesOf } from './testing/archive';
import { csvOf } from './text';
import { xlsxOf } from './xlsx';

const tableOf = (pages: Cell[][][]): Table => ({
  about: [],
  columns: ['a'],
  pages: (async function* () {
    yield* pages;
  })(),
});
const pagesOf = (sizes: readonly number[]) =>
  sizes.map((size) => Array.from({ length: size }, (_, place): Cell[] => [`Zeile ${place} ü`]));

async function bytesOf(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array<ArrayBuffer>> {
  const list: Uint8Array[] = [];
  for await (const chunk of chunks) list.push(chunk);
  return new Uint8Array(Buffer.concat(list));
}

/** As a network would: in parts of some length. */
async function* cut(bytes: Uint8Array<ArrayBuffer>, length: number) {
  for (let at = 0; at < bytes.length; at += length) yield bytes.slice(at, at + length);
}

async function read(parts: AsyncIterable<Uint8Array<ArrayBuffer>>): Promise<Frame[]> {
  const frames: Frame[] = [];
  for await (const { bytes, lines } of unframed(parts)) frames.push({ bytes: bytes.slice(), lines });
  return frames;
}

test('a file comes out of its frames as it went in, however it is cut, and the lines only grow', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.nat({ max: 30 }), { maxLength: 6 }),
      fc.integer({ min: 1, max: 700 }),
      async (sizes, length) => {
        const plain = await bytesOf(textBytes(csvOf(tableOf(pagesOf(sizes)))));
        const frames = await read(cut(await bytesOf(framed(tableOf(pagesOf(sizes)), csvOf)), length));
        expect(Buffer.concat(frames.map(({ bytes }) => bytes))).toEqual(Buffer.from(plain));
        const lines = frames.map((frame) => frame.lines);
        expect(lines).toEqual(lines.toSorted((a, b) => a - b));
        expect(lines.at(-1)).toBe(sizes.reduce((sum, size) => sum + size, 0));
      },
    ),
    { numRuns: 60 },
  );
});

test('a workbook in frames is the workbook', async () => {
  const framedBytes = await bytesOf(framed(tableOf(pagesOf([3, 4])), (table) => xlsxOf(table, 'answers')));
  const frames = await read(cut(framedBytes, 100));
  const sheet = filesOf(Buffer.concat(frames.map(({ bytes }) => bytes))).get('xl/worksheets/sheet1.xml');
  expect(sheet?.match(/<row /g)).toHaveLength(8);
});

test('what breaks off is not taken for the whole, wherever it breaks', async () => {
  const whole = await bytesOf(framed(tableOf(pagesOf([2, 2])), csvOf));
  for (let length = 0; length < whole.length; length += 7) {
    await expect(read(cut(whole.slice(0, length), 50)), `${length}`).rejects.toThrow('broke off');
  }
});

async function* textBytes(chunks: AsyncIterable<string>) {
  for await (const chunk of chunks) yield Buffer.from(chunk);
}
