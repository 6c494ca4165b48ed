import { FRAMED_TYPE, type Frame, LINES_HEADER, unframed } from '@/lib/insights/rules/tables/frames';

/** A file that is on its way. */
export type Coming = {
  name: string;
  type: string;
  /** How many lines it will have about; they may change while it is made. */
  lines: number;
  frames: AsyncGenerator<Frame>;
};

/** Pieces in memory are handed to the browser in blocks of so many bytes; it may put those aside. */
const BLOCK = 8_000_000;

/** Asks for a file of answers in frames. @throws Error where it is refused; what `signal` ends throws too */
export async function openFile(href: string, signal: AbortSignal): Promise<Coming> {
  const reply = await fetch(href, { headers: { accept: FRAMED_TYPE }, signal });
  if (!reply.ok || reply.body === null || reply.headers.get('content-type') !== FRAMED_TYPE) {
    throw new Error(`the file was answered with ${reply.status}`);
  }
  const told = /filename\*=UTF-8''([^;]+)/.exec(reply.headers.get('content-disposition') ?? '')?.[1];
  const name = decodeURIComponent(told ?? 'answers');
  return {
    name,
    type: TYPES[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream',
    lines: Number(reply.headers.get(LINES_HEADER) ?? 0),
    frames: unframed(partsOf(reply.body)),
  };
}

const TYPES: Readonly<Record<string, string>> = {
  csv: 'text/csv',
  jsonl: 'application/jsonl',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** Not every browser lets a stream be read by `for await`. */
async function* partsOf(
  body: ReadableStream<Uint8Array<ArrayBuffer>>,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const reader = body.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    await reader.cancel().catch(() => {});
  }
}

/** Takes a file in whole, to be saved when it is complete. */
export async function intoBlob(
  { frames, type }: Coming,
  heard: (progress: { lines: number; bytes: number }) => void,
): Promise<Blob> {
  const blocks: Blob[] = [];
  let open: Uint8Array<ArrayBuffer>[] = [];
  let [openBytes, bytes] = [0, 0];
  for await (const frame of frames) {
    open.push(frame.bytes);
    openBytes += frame.bytes.length;
    bytes += frame.bytes.length;
    if (openBytes > BLOCK) {
      blocks.push(new Blob(open));
      [open, openBytes] = [[], 0];
    }
    heard({ lines: frame.lines, bytes });
  }
  return new Blob([...blocks, ...open], { type });
}

/** Where a browser lets a page write a file of its user's choosing. */
type FileTarget = { createWritable: () => Promise<WritableStream<Uint8Array<ArrayBuffer>>> };
type Picker = (options: { suggestedName: string }) => Promise<FileTarget>;

/** Lets the user choose where to save; null where this browser has no such thing. */
export function filePicker(): Picker | null {
  const picker = (window as { showSaveFilePicker?: Picker }).showSaveFilePicker;
  return picker ? (options) => picker.call(window, options) : null;
}

/** Writes a file to the disk as it arrives. What is not complete is thrown away by the browser. */
export async function intoFile(
  { frames }: Coming,
  target: FileTarget,
  heard: (progress: { lines: number; bytes: number }) => void,
): Promise<void> {
  const writer = (await target.createWritable()).getWriter();
  let bytes = 0;
  try {
    for await (const frame of frames) {
      await writer.write(frame.bytes);
      bytes += frame.bytes.length;
      heard({ lines: frame.lines, bytes });
    }
    await writer.close();
  } catch (error) {
    await writer.abort(error).catch(() => {});
    throw error;
  }
}
