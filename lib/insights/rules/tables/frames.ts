import type { Table } from './table';

/**
 * A file in frames that say how far it is: eight bytes before each piece, its length and how many lines are made by then,
 * both as 32 bits with the highest byte first. A frame without a piece is the end: what stops before it is not whole.
 */
export const FRAMED_TYPE = 'application/vnd.milepost.framed';

/** Under which the reply says how many lines there will be, as far as that is known when it begins. */
export const LINES_HEADER = 'x-lines';

const HEAD = 8;
const MOST = 0xffff_ffff;

/** What of a file has arrived, and how many lines were made by then. */
export type Frame = { bytes: Uint8Array<ArrayBuffer>; lines: number };

/** A table written by `body`, in frames. */
export async function* framed(
  table: Table,
  body: (table: Table) => AsyncGenerator<string | Uint8Array>,
): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  let lines = 0;
  async function* counted() {
    for await (const page of table.pages) {
      lines += page.length;
      yield page;
    }
  }
  for await (const chunk of body({ ...table, pages: counted() })) {
    const bytes = typeof chunk === 'string' ? encoder.encode(chunk) : chunk;
    if (bytes.length === 0) continue;
    yield headOf(bytes.length, lines);
    yield bytes;
  }
  yield headOf(0, lines);
}

function headOf(length: number, lines: number): Uint8Array {
  const head = new Uint8Array(HEAD);
  const view = new DataView(head.buffer);
  view.setUint32(0, length);
  view.setUint32(4, Math.min(lines, MOST));
  return head;
}

/**
 * The frames of a file as they arrive, cut however the network cut them.
 *
 * @throws Error where it ends before its end
 */
export async function* unframed(parts: AsyncIterable<Uint8Array<ArrayBuffer>>): AsyncGenerator<Frame> {
  const head = new Uint8Array(HEAD);
  let known = 0;
  let [left, lines] = [0, 0];
  let ended = false;
  for await (const part of parts) {
    let at = 0;
    while (at < part.length && !ended) {
      if (left > 0) {
        const bytes = part.subarray(at, at + left);
        at += bytes.length;
        left -= bytes.length;
        yield { bytes, lines };
        continue;
      }
      const piece = part.subarray(at, at + HEAD - known);
      head.set(piece, known);
      known += piece.length;
      at += piece.length;
      if (known < HEAD) continue;
      known = 0;
      const view = new DataView(head.buffer);
      [left, lines] = [view.getUint32(0), view.getUint32(4)];
      ended = left === 0;
      if (ended) yield { bytes: new Uint8Array(0), lines };
    }
  }
  if (!ended) throw new Error('the file broke off before its end');
}
