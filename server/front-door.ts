import { randomBytes } from 'node:crypto';
import http, { type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { env } from '../lib/env';
import { AppError, notFound } from '../lib/errors';
import { newRequestId } from '../lib/id';
import { callsAction, decodable } from './action-body';
import { serveInvitationPage, serveLinkPage } from './answer-pages';
import { LARGEST_MEMBERS_BODY } from './body';
import { membersHeaders, respondentHeaders } from './headers';
import { serveHealth, serveReady } from './health';
import { hearsMailReports, serveMailReport } from './mail-reports';
import { peerOf } from './peer';
import { programOf, serveProgram } from './programs';
import { refuseMethod, sendProblem } from './reply';
import { servePlacement, serveResponse } from './responses';
import { serveUnsubscribe } from './unsubscribe';
import { serveFixedLoader, serveLoader, servePart, serveQuestion, serveSite } from './widget-files';

export type NextHandler = (req: IncomingMessage, res: ServerResponse) => Promise<void>;

/** `next` is null where this process serves no member's pages, or not yet. */
export type House = { ready: boolean; next: NextHandler | null };

/** The one HTTP server. It answers the respondent's side itself and hands every other request to Next. */
export function frontDoor(house: House): Server {
  const server = http.createServer({ maxHeaderSize: 16_384 }, (req, res) => {
    answer(house, req, res).catch((error) => sendProblem(res, error));
  });
  server.on('clientError', refuseUnreadable);
  server.on('checkExpectation', (_, res) =>
    sendProblem(res, new AppError('bad_request', 'Leave the Expect header out.'), { connection: 'close' }),
  );
  server.headersTimeout = 15_000;
  server.requestTimeout = 30_000;
  server.keepAliveTimeout = 10_000;
  return server;
}

/** What the parser could not read never becomes a request: its reply is written by hand. */
function refuseUnreadable(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (!socket.writable || error.code === 'ECONNRESET') {
    socket.destroy();
    return;
  }
  const [status, reason, title] =
    error.code === 'HPE_HEADER_OVERFLOW'
      ? [431, 'Request Header Fields Too Large', 'Send headers of at most 16 KiB.']
      : [400, 'Bad Request', 'Send a well-formed HTTP request.'];
  const body = JSON.stringify({
    type: 'about:blank',
    title,
    status,
    code: 'bad_request',
    requestId: newRequestId(),
  });
  socket.end(
    `HTTP/1.1 ${status} ${reason}\r\nContent-Type: application/problem+json; charset=utf-8\r\nContent-Length: ${Buffer.byteLength(body)}\r\nX-Content-Type-Options: nosniff\r\nConnection: close\r\n\r\n${body}`,
  );
}

async function answer(house: House, req: IncomingMessage, res: ServerResponse): Promise<void> {
  const raw = req.url ?? '/';
  const mark = raw.indexOf('?');
  const path = mark < 0 ? raw : raw.slice(0, mark);
  for (const [name, value] of respondentHeaders(env().secure)) res.setHeader(name, value);
  refuseBrokenPath(path);
  if (path === '/api/health' || path === '/api/ready') {
    if (req.method !== 'GET' && req.method !== 'HEAD') refuseMethod(res, 'GET, HEAD');
    return path === '/api/health' ? serveHealth(res) : serveReady(res, house);
  }
  const role = env().MILEPOST_ROLE;
  if ((role === 'all' || role === 'respondent') && serveCustomer(req, res, path, raw.slice(path.length)))
    return;
  if (role !== 'all' && role !== 'studio') throw notFound();
  const program = programOf(path);
  if (program) {
    refuseForeignWrite(req, new URL(env().APP_URL));
    refuseEndlessBody(req);
    return serveProgram(req, res, program);
  }
  if (!house.next) {
    throw new AppError('busy', 'Milepost is starting. Try again in a few seconds.', { retryAfterSeconds: 2 });
  }
  refuseUnknownApi(req, res, path);
  return serveMember(house.next, req, res, path);
}

/** Answers what belongs to the customer's side; false where the path does not. */
function serveCustomer(req: IncomingMessage, res: ServerResponse, path: string, query: string): boolean {
  const served = customerRoute(req, res, path, query);
  served?.catch((error) => sendProblem(res, error));
  return served !== null;
}

function customerRoute(
  req: IncomingMessage,
  res: ServerResponse,
  path: string,
  query: string,
): Promise<void> | null {
  if (path.startsWith('/api/v1/placements/')) {
    const [key = '', kind, responseId = '', ...more] = path.slice('/api/v1/placements/'.length).split('/');
    if (kind === undefined) return servePlacement(req, res, key);
    if (kind === 'responses' && more.length === 0) return serveResponse(req, res, key, responseId);
  }
  if (path.startsWith('/a/')) return serveLinkPage(req, res, ...keyAndRest(path));
  if (path.startsWith('/r/')) return serveInvitationPage(req, res, ...keyAndRest(path));
  if (path.startsWith('/u/')) return serveUnsubscribe(req, res, path.slice(3));
  if (hearsMailReports(path)) return serveMailReport(req, res);
  if (path === '/v1/milepost.js') return serveLoader(req, res, new URLSearchParams(query));
  const file = /^\/v1\/(q|p|site)\/([0-9A-Za-z]+)\.js(on)?$/.exec(path);
  if (file?.[2] && (file[1] === 'site') === Boolean(file[3])) {
    if (file[1] === 'q') return serveQuestion(req, res, file[2], new URLSearchParams(query));
    return file[1] === 'p' ? servePart(req, res, file[2]) : serveSite(req, res, file[2]);
  }
  const fixed = /^\/v(\d[\w.-]*)\/milepost\.js$/.exec(path);
  if (fixed?.[1]) return serveFixedLoader(req, res, fixed[1]);
  return null;
}

/** A path that cannot be decoded, or that is no path at all, would fail deep inside. */
function refuseBrokenPath(path: string): void {
  try {
    if (path.startsWith('/') && !decodeURIComponent(path).includes('\0')) return;
  } catch {
    // Refused below, like everything else that is no path.
  }
  throw new AppError('bad_request', 'Send a path that begins with / and is percent-encoded as UTF-8.');
}

/** Where an open map hears of answers and says at which place its reader is. */
const LIVE_API = /^\/api\/journeys\/[^/]+\/(live|presence)$/;

/** Programs are told in their own format what is not there. */
function refuseUnknownApi(req: IncomingMessage, res: ServerResponse, path: string): void {
  if (!/^\/(api|v1)(\/|$)/.test(path)) return;
  if (!LIVE_API.test(path)) throw notFound();
  if (path.endsWith('/presence')) {
    if (req.method !== 'POST') refuseMethod(res, 'POST');
    return;
  }
  if (req.method !== 'GET' && req.method !== 'HEAD') refuseMethod(res, 'GET, HEAD');
}

/** A member's request: cleaned of what only a proxy may say, checked for its origin, then given to Next. */
async function serveMember(
  next: NextHandler,
  req: IncomingMessage,
  res: ServerResponse,
  path: string,
): Promise<void> {
  if (!['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'].includes(req.method ?? '')) {
    refuseMethod(res, 'GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS');
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
  await next(callsAction(req) ? await decodable(req) : req, res);
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
