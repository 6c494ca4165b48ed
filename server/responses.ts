import type { IncomingMessage, ServerResponse } from 'node:http';
import { AppError, type ErrorCode, notFound } from '../lib/errors';
import { answeringOf, askingOf, recordingOf } from '../lib/gates/respondent';
import { recordResponse } from '../lib/response/commands/record-response';
import type { Outcome, Receipt } from '../lib/response/model';
import { mediaType, parseJson, readBody } from './body';
import { ANY_ORIGIN, refuseMethod, sendJson, sendProblem } from './reply';

const PREFLIGHT = {
  ...ANY_ORIGIN,
  'access-control-allow-methods': 'PUT',
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
  if (req.method === 'OPTIONS') {
    res.writeHead(204, PREFLIGHT).end();
    return;
  }
  try {
    const expected = { PUT: 'application/json', POST: 'text/plain' }[req.method ?? ''];
    if (!expected) refuseMethod(res, 'PUT, POST, OPTIONS');
    if (mediaType(req) !== expected) throw new AppError('wrong_type', `Send Content-Type: ${expected}.`);
    const text = await readBody(req);
    const token = header(req, 'x-invitation-token');
    const asking = token === null ? await askingOf(key) : await invitedTo(key, token);
    const recording = recordingOf(asking, {
      responseId,
      body: parseJson(text),
      responseKey: header(req, 'x-response-key'),
      now: new Date(),
    });
    const { status, receipt } = replyTo(await recordResponse(asking.scope, recording));
    sendJson(res, status, receipt, ANY_ORIGIN);
  } catch (error) {
    // A body that was refused half-read must not be taken for the next request.
    if (!req.complete) res.setHeader('connection', 'close');
    sendProblem(res, error, ANY_ORIGIN);
  }
}

/** `GET|OPTIONS /api/v1/placements/{key}`: what is asked there. */
export async function servePlacement(req: IncomingMessage, res: ServerResponse, key: string): Promise<void> {
  if (req.method === 'OPTIONS') {
    res.writeHead(204, { ...PREFLIGHT, 'access-control-allow-methods': 'GET' }).end();
    return;
  }
  try {
    if (req.method !== 'GET' && req.method !== 'HEAD') refuseMethod(res, 'GET, OPTIONS');
    const { placement, question } = await askingOf(key);
    const words = question.words ? [...question.words.options, question.words.none] : [];
    const { metric, min, max } = question;
    sendJson(
      res,
      200,
      { state: placement.closedAt ? 'closed' : 'open', metric, min, max, question: question.question, words },
      ANY_ORIGIN,
    );
  } catch (error) {
    sendProblem(res, error, ANY_ORIGIN);
  }
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
