import type { IncomingMessage } from 'node:http';
import { AppError } from '../lib/errors';

/** The most that an answer may weigh. */
export const LARGEST_BODY = 65_536;

/**
 * The most that a member's page may send, the same as `bodySizeLimit` of `next.config.mjs`. The largest files, of 5 MiB,
 * travel as JSON text, where each quote and line end takes two bytes: all of them fit, so that a file that is too large
 * is refused by who reads it, with a sentence about the file.
 */
export const LARGEST_MEMBERS_BODY = 11_000_000;

/**
 * Reads a request's body as text.
 *
 * @throws AppError `too_large` as soon as the limit is passed, `bad_request` where it is not UTF-8
 */
export async function readBody(req: IncomingMessage, limit = LARGEST_BODY): Promise<string> {
  const body = await readBytes(req, limit);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body);
  } catch (cause) {
    throw new AppError('bad_request', 'Send the body as UTF-8 text.', { cause });
  }
}

/** Reads a request's body as it is. @throws AppError `too_large` as soon as the limit is passed */
export function readBytes(req: IncomingMessage, limit: number): Promise<Buffer> {
  const tooLarge = () => new AppError('too_large', `Send at most ${limit.toLocaleString('en')} bytes.`);
  if (Number(req.headers['content-length'] ?? 0) > limit) {
    req.resume();
    return Promise.reject(tooLarge());
  }
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    req.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > limit) {
        chunks.length = 0;
        reject(tooLarge());
      } else chunks.push(chunk);
    });
    req.on('end', () => resolve(Buffer.concat(chunks)));
    req.on('error', reject);
    req.on('aborted', () => reject(new AppError('bad_request', 'The body ended early. Send it again.')));
  });
}

/** The JSON value of a body. @throws AppError `not_json` */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new AppError('not_json', 'Send the body as one JSON object.', { cause });
  }
}

/** The media type of a request, lower-case, without parameters; '' where none is given. */
export const mediaType = (req: IncomingMessage): string =>
  (req.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
