import type { IncomingMessage, ServerResponse } from 'node:http';
import { env } from '../lib/env';
import { AppError, type ErrorCode, isAppError, notFound } from '../lib/errors';
import {
  type Answering,
  type Asking,
  answeringOf,
  askingOf,
  recordingOf,
  type Sent,
  stateOf,
} from '../lib/gates/respondent';
import { recordResponse } from '../lib/response/commands/record-response';
import type { Outcome, Receipt } from '../lib/response/model';
import { originAllowed } from '../lib/survey/rules/origins';
import { mediaType, parseJson, readBody } from './body';
import { countBegun, networkBehind, refuseFlood } from './rates';
import { ANY_ORIGIN, refuseMethod, sendJson, sendProblem, wantsNoBody } from './reply';

const PREFLIGHT = {
  'access-control-allow-headers': 'content-type, x-response-key, x-invitation-token',
  'access-control-max-age': '7200',
};

/** `PUT|POST|OPTIONS /api/v1/placements/{key}/responses/{responseId}`: one snapshot of one answer. */
export async function serveResponse(
  req: IncomingMessage,
  res: ServerResponse,
  key: string,
  responseId: string,
): Promise<void> {
  let cors: Cors = ANY_ORIGIN;
  try {
    const network = networkBehind(req);
    refuseFlood('network', network);
    if (req.method === 'OPTIONS') return await servePreflight(req, res, key, 'PUT');
    const expected = { PUT: 'application/json', POST: 'text/plain' }[req.method ?? ''];
    if (!expected) refuseMethod(res, 'PUT, POST, OPTIONS');
    if (mediaType(req) !== expected) throw new AppError('wrong_type', `Send Content-Type: ${expected}.`);
    const text = await readBody(req);
    const token = header(req, 'x-invitation-token');
    if (network !== null) refuseFlood('token', token);
    const asking = token === null ? await askingOf(key) : await invitedTo(key, token);
    cors = NO_ORIGIN;
    cors = corsFor(req, asking);
    const begun = countBegun(network, asking.placement.id);
    const outcome = await record(asking, begun, {
      responseId,
      body: parseJson(text),
      responseKey: header(req, 'x-response-key'),
      ...deviceHeaders(req),
    });
    const { status, receipt } = replyTo(outcome);
    if (wantsNoBody(req))
      res.writeHead(status, { ...cors, 'cache-control': 'no-store', 'content-length': 0 }).end();
    else sendJson(res, status, receipt, cors);
  } catch (error) {
    // A body that was refused half-read must not be taken for the next request.
    if (!req.complete) res.setHeader('connection', 'close');
    sendProblem(res, error, cors);
  }
}

/** Records one snapshot. Only a response that begins here counts as begun. */
export async function record(
  asking: Asking | Answering,
  begun: ReturnType<typeof countBegun>,
  sent: Omit<Sent, 'now' | 'flood'>,
): Promise<Outcome> {
  let fresh = false;
  try {
    const recording = await recordingOf(asking, { ...sent, now: new Date(), flood: begun.flood });
    const outcome = await recordResponse(asking.scope, recording);
    fresh = outcome.kind === 'created';
    return outcome;
  } finally {
    if (!fresh) begun.notBegun();
  }
}

/** What tells of the device, as far as browsers send it by themselves. */
export const deviceHeaders = ({ headers }: IncomingMessage): Pick<Sent, 'userAgent' | 'mobileHint'> => ({
  userAgent: headers['user-agent'],
  mobileHint: headers['sec-ch-ua-mobile'] as string | undefined,
});

/** `GET|OPTIONS /api/v1/placements/{key}`: what is asked there. */
export async function servePlacement(req: IncomingMessage, res: ServerResponse, key: string): Promise<void> {
  let cors: Cors = ANY_ORIGIN;
  try {
    refuseFlood('network', networkBehind(req));
    if (req.method === 'OPTIONS') return await servePreflight(req, res, key, 'GET');
    if (req.method !== 'GET' && req.method !== 'HEAD') refuseMethod(res, 'GET, OPTIONS');
    const asking = await askingOf(key);
    cors = NO_ORIGIN;
    cors = corsFor(req, asking);
    const { placement, question } = asking;
    const words = question.words ? [...question.words.options, question.words.none] : [];
    const { metric, min, max } = question;
    const state = stateOf(placement, new Date()) === 'open' ? 'open' : 'closed';
    sendJson(res, 200, { state, metric, min, max, question: question.question, words }, cors);
  } catch (error) {
    sendProblem(res, error, cors);
  }
}

type Cors = Record<string, string>;

/** What a browser is told whose page may not read the reply. */
const NO_ORIGIN: Cors = { vary: 'Origin' };

/**
 * Who may read the reply. A request without an origin comes from a server or from a form of our own page: an allow-list
 * is about other sites' pages, and no proof of who sends. @throws AppError `origin_not_allowed`
 */
function corsFor(req: IncomingMessage, { placement }: Asking): Cors {
  const { origins } = placement.site;
  if (origins.length === 0) return ANY_ORIGIN;
  const { origin } = req.headers;
  if (origin === undefined) return NO_ORIGIN;
  if (!originAllowed(origin, origins, new URL(env().APP_URL).origin)) {
    throw new AppError('origin_not_allowed', 'This site is not among those that may ask this survey.');
  }
  return { ...ANY_ORIGIN, ...NO_ORIGIN, 'access-control-allow-origin': origin };
}

/** What a browser asks before it sends; an unknown key is told by the request itself. */
async function servePreflight(
  req: IncomingMessage,
  res: ServerResponse,
  key: string,
  method: string,
): Promise<void> {
  const asking = await askingOf(key).catch((error) => {
    if (isAppError(error) && error.code === 'not_found') return null;
    throw error;
  });
  let cors: Cors;
  try {
    cors = asking ? corsFor(req, asking) : ANY_ORIGIN;
  } catch (error) {
    return sendProblem(res, error, NO_ORIGIN);
  }
  res.writeHead(204, { ...PREFLIGHT, ...cors, 'access-control-allow-methods': method }).end();
}

const REFUSALS: Record<Extract<Outcome, { kind: 'refused' }>['why'], [ErrorCode, string]> = {
  seq_conflict: ['seq_conflict', 'Another answer was stored under this seq. Send yours with a higher one.'],
  already_complete: ['already_complete', 'This answer is complete. Send changes with state "complete".'],
  invitation_answered: ['invitation_answered', 'This invitation was answered under another response id.'],
  not_found: ['not_found', notFound().message],
  closed: ['closed', 'This survey is closed and takes no more answers.'],
};

/** Status and body for a recording's outcome. @throws AppError where it was refused */
export function replyTo(outcome: Outcome): { status: 200 | 201; receipt: Receipt } {
  if (outcome.kind === 'refused') {
    const [code, message] = REFUSALS[outcome.why];
    if (!('stored' in outcome)) throw new AppError(code, message);
    const { seq, state } = outcome.stored;
    throw new AppError(code, message, { stored: { seq, state } });
  }
  return { status: outcome.kind === 'created' ? 201 : 200, receipt: outcome.stored };
}

async function invitedTo(key: string, token: string) {
  const answering = await answeringOf(token);
  if (answering.placement.key !== key) throw notFound();
  return answering;
}

/** One header's value; null where it is absent. Overlong ones are refused: they only cost hashing. */
function header(req: IncomingMessage, name: string): string | null {
  const value = req.headers[name];
  if (value === undefined) return null;
  if (typeof value !== 'string' || value.length > 200 || value === '') {
    throw new AppError('bad_request', `Send ${name} once, with 1 to 200 characters.`);
  }
  return value;
}
