import { IncomingMessage } from 'node:http';
import { AppError } from '../lib/errors';
import { LARGEST_MEMBERS_BODY, mediaType, readBytes } from './body';

/** Deeper than any page of ours nests what it sends, and not as deep as React refuses with a fault. */
const DEEPEST = 200;

/** Whether Next would try to decode the request's body as a call of a server action. */
export const callsAction = (req: IncomingMessage): boolean =>
  req.method === 'POST' &&
  (req.headers['next-action'] !== undefined || mediaType(req) === 'multipart/form-data');

/**
 * The request again, after its body was found to be one that can be decoded. Next answers any other with a bare 500 and
 * logs it as a fault of ours, though whoever sent it is at fault.
 *
 * @throws AppError `bad_request`, `too_large`
 */
export async function decodable(req: IncomingMessage): Promise<IncomingMessage> {
  const body = await readBytes(req, LARGEST_MEMBERS_BODY);
  const multipart = mediaType(req) === 'multipart/form-data';
  const parts = multipart ? await partsOf(req, body) : new Map([['0', body.toString('utf8')]]);
  if (req.headers['next-action'] !== undefined) refuseBrokenCall(parts);
  return again(req, body);
}

/** The parts of a form by name; null in place of a file. */
async function partsOf(req: IncomingMessage, body: Buffer): Promise<Map<string, string | null>> {
  try {
    const headers = { 'content-type': req.headers['content-type'] ?? '' };
    const form = await new Response(new Uint8Array(body), { headers }).formData();
    return new Map([...form].map(([name, value]) => [name, typeof value === 'string' ? value : null]));
  } catch (cause) {
    throw undecodable(cause);
  }
}

/** What React writes of a call: a list in part 0, whose texts may refer to the other parts. */
function refuseBrokenCall(parts: ReadonlyMap<string, string | null>): void {
  const call = jsonOf(parts.get('0'));
  if (!Array.isArray(call)) throw undecodable();
  const known = new Set<string>();
  const open: { value: unknown; depth: number }[] = [{ value: call, depth: 0 }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { value, depth } = next;
    if (depth > DEEPEST) throw undecodable();
    if (typeof value === 'string') {
      const part = partNamedBy(value);
      if (part === null || known.has(part.name)) continue;
      known.add(part.name);
      const text = parts.get(part.name);
      if (text === undefined) throw undecodable();
      if (part.model) open.push({ value: jsonOf(text), depth: depth + 1 });
    } else if (value !== null && typeof value === 'object') {
      for (const inside of Object.values(value)) open.push({ value: inside, depth: depth + 1 });
    }
  }
}

/**
 * The part that a text of a call refers to, and whether that holds further values; null for a text that stands for
 * itself. The letter says what the part is, none a plain value; the number is hexadecimal here and decimal in its name.
 */
function partNamedBy(text: string): { name: string; model: boolean } | null {
  const letter = /^\$(?:([@hQWiAOoUSsLlGgMmVBRrXx])|(?![$TKHINuDn-]))/.exec(text);
  if (!letter) return null;
  const name = String(Number.parseInt(text.slice(letter[0].length), 16));
  return { name, model: letter[1] === undefined || '@hQWi'.includes(letter[1]) };
}

function jsonOf(text: string | null | undefined): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch (cause) {
    throw undecodable(cause);
  }
}

const undecodable = (cause?: unknown): AppError =>
  new AppError('bad_request', 'This form could not be read. Load the page again and send it once more.', {
    cause,
  });

/** A request like the one that was read, with its body still to be read. */
function again(req: IncomingMessage, body: Buffer): IncomingMessage {
  const fresh = new IncomingMessage(req.socket);
  fresh.method = req.method;
  fresh.url = req.url;
  fresh.headers = req.headers;
  fresh.rawHeaders = req.rawHeaders;
  fresh.httpVersion = req.httpVersion;
  fresh.httpVersionMajor = req.httpVersionMajor;
  fresh.httpVersionMinor = req.httpVersionMinor;
  fresh.complete = true;
  fresh.push(body);
  fresh.push(null);
  return fresh;
}
