import { randomBytes } from 'node:crypto';
import http, { type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { env } from '../lib/env';
import { AppError } from '../lib/errors';
import { newRequestId } from '../lib/id';
import { serveInvitationPage, serveLinkPage } from './answer-pages';
import { membersHeaders, respondentHeaders } from './headers';
import { serveHealth, serveReady } from './health';
import { peerOf } from './peer';
import { sendProblem } from './reply';
import { servePlacement, serveResponse } from './responses';
import { serveUnsubscribe } from './unsubscribe';
import { serveLoader, serveQuestion } from './widget-files';

export type NextHandler = (req: IncomingMessage, res: ServerResponse) => Promise<void>;

/** `next` is null where this process serves no member's pages, or not yet. */
export type House = { ready: boolean; next: NextHandler | null };

/** The most a member's request may carry, files for import included. */
const LARGEST_MEMBERS_BODY = 6_000_000;

/** The one HTTP server. It answers the respondent's side itself and hands every other request to Next. */
export function frontDoor(house: House): Server {
  const server = http.createServer({ maxHeaderSize: 16_384 }, (req, res) => {
    answer(house, req, res).catch((error) => sendProblem(res, error));
  });
  server.headersTimeout = 15_000;
  server.requestTimeout = 30_000;
  server.keepAliveTimeout = 10_000;
  return server;
}

async function answer(house: House, req: IncomingMessage, res: ServerResponse): Promise<void> {
  const raw = req.url ?? '/';
  const mark = raw.indexOf('?');
  const path = mark < 0 ? raw : raw.slice(0, mark);
  for (const [name, value] of respondentHeaders(env().secure)) res.setHeader(name, value);

  if (path.startsWith('/api/v1/placements/')) {
    const [key = '', kind, responseId = '', ...more] = path.slice('/api/v1/placements/'.length).split('/');
    if (kind === undefined) return servePlacement(req, res, key);
    if (kind === 'responses' && more.length === 0) return serveResponse(req, res, key, responseId);
  }
  if (path.startsWith('/a/')) return serveLinkPage(req, res, ...keyAndRest(path));
  if (path.startsWith('/r/')) return serveInvitationPage(req, res, ...keyAndRest(path));
  if (path.startsWith('/u/')) return serveUnsubscribe(req, res, path.slice(3));
  if (path === '/v1/milepost.js') return serveLoader(req, res, new URLSearchParams(raw.slice(path.length)));
  const question = /^\/v1\/q\/([0-9A-Za-z]+)\.js$/.exec(path);
  if (question?.[1]) return serveQuestion(req, res, question[1]);
  if (path === '/api/health') return serveHealth(res);
  if (path === '/api/ready') return serveReady(res, house);

  if (!house.next) {
    const starting = env().MILEPOST_ROLE === 'all' || env().MILEPOST_ROLE === 'studio';
    throw starting
      ? new AppError('busy', 'Milepost is starting. Try again in a few seconds.', { retryAfterSeconds: 2 })
      : new AppError('not_found', 'There is nothing here under that address.');
  }
  return serveMember(house.next, req, res, path);
}

/** A member's request: cleaned of what only a proxy may say, checked for its origin, then given to Next. */
async function serveMember(
  next: NextHandler,
  req: IncomingMessage,
  res: ServerResponse,
  path: string,
): Promise<void> {
  if (!['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'].includes(req.method ?? '')) {
    res.setHeader('allow', 'GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS');
    throw new AppError('method_not_allowed', 'Use another method.');
  }
  const home = new URL(env().APP_URL);
  if (req.method === 'GET' && isOtherLoopback(req.headers.host, home)) {
    // Cookies and origins belong to one name: a newcomer who typed 127.0.0.1 is led to it.
    res.writeHead(307, { location: `${home.origin}${req.url ?? '/'}`, 'content-length': 0 }).end();
    return;
  }
  const peer = peerOf(req, env().TRUSTED_PROXY_HOPS);
  for (const name of Object.keys(req.headers)) {
    if (
      /^(x-forwarded-|forwarded$|x-real-ip$|cf-connecting-ip$|x-middleware-|x-milepost-|next-resume$)/.test(
        name,
      )
    ) {
      delete req.headers[name];
    }
  }
  refuseForeignWrite(req, home);
  refuseEndlessBody(req);
  const nonce = randomBytes(18).toString('base64');
  const headers = membersHeaders(nonce, path, env().MILEPOST_DEV === '1', env().secure);
  for (const [name, value] of headers) res.setHeader(name, value);
  req.headers['x-request-id'] = newRequestId();
  req.headers['x-milepost-peer'] = peer;
  req.headers['x-milepost-path'] = req.url ?? '/';
  req.headers['x-forwarded-for'] = peer;
  req.headers['x-forwarded-host'] = home.host;
  req.headers['x-forwarded-proto'] = home.protocol.slice(0, -1);
  // Next reads the nonce for its own scripts from the request's policy.
  req.headers['content-security-policy'] = String(res.getHeader('content-security-policy') ?? '');
  await next(req, res);
}

/** A write must come from our own pages: one that names another origin never does, and one with a cookie must prove it. */
function refuseForeignWrite(req: IncomingMessage, home: URL): void {
  if (req.method === 'GET' || req.method === 'HEAD' || req.method === 'OPTIONS') return;
  const { origin, cookie } = req.headers;
  const proven =
    origin === undefined ? req.headers['sec-fetch-site'] === 'same-origin' : origin === home.origin;
  if (!proven && (origin !== undefined || cookie !== undefined)) {
    throw new AppError('cross_site', `Send this from a page of ${home.origin}.`);
  }
}

function refuseEndlessBody(req: IncomingMessage): void {
  if (req.headers['transfer-encoding'] !== undefined) {
    throw new AppError('bad_request', 'Send the body with a Content-Length.');
  }
  if (Number(req.headers['content-length'] ?? 0) > LARGEST_MEMBERS_BODY) {
    throw new AppError('too_large', `Send at most ${LARGEST_MEMBERS_BODY.toLocaleString('en')} bytes.`);
  }
}

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

function isOtherLoopback(host: string | undefined, home: URL): boolean {
  const name = host?.replace(/:\d+$/, '');
  return name !== undefined && name !== home.hostname && LOOPBACK.has(name) && LOOPBACK.has(home.hostname);
}

function keyAndRest(path: string): [key: string, rest: string] {
  const slash = path.indexOf('/', 3);
  return slash < 0 ? [path.slice(3), ''] : [path.slice(3, slash), path.slice(slash)];
}
