import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import { answers } from './programs/answers';
import { outcomes } from './programs/outcomes';
import { scores } from './programs/scores';
import { refuseMethod } from './reply';

type Handler = (request: Request, params: { id: string }) => Promise<Response>;

/** What programs ask for with an API key. */
export type Program = { method: 'GET' | 'POST'; handler: Handler; id: string };

/** The program's route that a path names; null: none. */
export function programOf(path: string): Program | null {
  const journey = /^\/api\/v1\/journeys\/([^/]+)\/(scores|answers)$/.exec(path);
  if (journey) {
    const handler = journey[2] === 'scores' ? scores : answers;
    return { method: 'GET', handler, id: decodeURIComponent(journey[1] as string) };
  }
  return path === '/api/v1/outcomes' ? { method: 'POST', handler: outcomes, id: '' } : null;
}

/** Answers a program without Next, whose own part would cost as much as the answer. */
export async function serveProgram(
  req: IncomingMessage,
  res: ServerResponse,
  { method, handler, id }: Program,
): Promise<void> {
  const headOnly = method === 'GET' && req.method === 'HEAD';
  if (req.method !== method && !headOnly) refuseMethod(res, method === 'GET' ? 'GET, HEAD' : method);
  const reply = await handler(requestOf(req, method), { id });
  const headers = Object.fromEntries(reply.headers);
  if (!headOnly && /^application\/(problem\+)?json\b/.test(headers['content-type'] ?? '')) {
    // Made at once, so it goes out at once.
    const body = Buffer.from(await reply.arrayBuffer());
    res.writeHead(reply.status, { ...headers, 'content-length': body.length }).end(body);
    return;
  }
  res.writeHead(reply.status, headers);
  if (headOnly || reply.body === null) {
    await reply.body?.cancel();
    res.end();
    return;
  }
  try {
    await pipeline(Readable.fromWeb(reply.body as ReadableStream), res);
  } catch {
    // The reader has gone, or what makes the file failed and said so itself: the reply stays incomplete.
    res.destroy();
  }
}

function requestOf(req: IncomingMessage, method: Program['method']): Request {
  const headers = new Headers();
  for (const name of ['authorization', 'content-type'] as const) {
    const value = req.headers[name];
    if (value !== undefined) headers.set(name, value);
  }
  const url = new URL(req.url ?? '/', 'http://localhost');
  if (method === 'GET') return new Request(url, { headers });
  const body = { body: Readable.toWeb(req), duplex: 'half' } as unknown as RequestInit;
  return new Request(url, { method, headers, ...body });
}
