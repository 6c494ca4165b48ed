import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { noteOpened } from '../lib/distribution/commands/note-opened';
import { AppError, ERROR_STATUS, type ErrorCode, isAppError } from '../lib/errors';
import { logFault } from '../lib/gates/reply';
import { type Answering, type Asking, answeringOf, askingOf, recordingOf } from '../lib/gates/respondent';
import { isUuid, newRequestId } from '../lib/id';
import { recordResponse } from '../lib/response/commands/record-response';
import type { Answer, QuestionView } from '../lib/survey/model';
import { packOf } from '../lib/survey/rules/languages';
import { answerPage, closedPage, missingPage, thanksPage } from '../widget/page-html';
import { readBody } from './body';
import { sendPage } from './reply';
import { replyTo } from './responses';
import { widgetFiles } from './widget-files';

/** `/a/{placementKey}` and `/a/{placementKey}/thanks`: the public page of a placement. */
export function serveLinkPage(
  req: IncomingMessage,
  res: ServerResponse,
  key: string,
  rest: string,
): Promise<void> {
  return servePage(req, res, { path: `/a/${key}`, rest, load: () => linkAsking(key) });
}

/** `/r/{token}` and `/r/{token}/thanks`: the page of one invitation. */
export function serveInvitationPage(
  req: IncomingMessage,
  res: ServerResponse,
  token: string,
  rest: string,
): Promise<void> {
  return servePage(req, res, { path: `/r/${token}`, rest, load: () => answeringOf(token) });
}

type Page = { path: string; rest: string; load: () => Promise<Asking | Answering> };

async function servePage(req: IncomingMessage, res: ServerResponse, page: Page): Promise<void> {
  try {
    if (page.rest !== '' && page.rest !== '/thanks') throw new AppError('not_found', '');
    if (req.method === 'GET' || req.method === 'HEAD') return await showPage(req, res, page);
    if (req.method === 'POST' && page.rest === '') return await takeForm(req, res, page);
    res.setHeader('allow', page.rest === '' ? 'GET, HEAD, POST' : 'GET, HEAD');
    throw new AppError('method_not_allowed', '');
  } catch (error) {
    sendFault(req, res, error);
  }
}

async function showPage(req: IncomingMessage, res: ServerResponse, page: Page): Promise<void> {
  const asking = await page.load();
  const { question, placement } = asking;
  if (page.rest === '/thanks') {
    return send(
      req,
      res,
      thanksPage({ css: css(), question, ...(placement.closedAt ? {} : { change: page.path }) }),
    );
  }
  if (placement.closedAt) return send(req, res, closedPage({ css: css(), question }), 410);
  const chosen = scoreOf(new URL(req.url ?? '', 'http://page').searchParams.get('s'), question);
  const invited = 'answering' in asking ? asking.answering : null;
  if (invited && req.method === 'GET') await noteOpened(asking.scope, { invitationId: invited.invitationId });
  const stored = invited?.stored ?? null;
  // A choice that differs from what is stored waits for the person, as a first choice does.
  const waits = chosen !== null && chosen !== stored?.score;
  const score = chosen ?? stored?.score ?? null;
  send(req, res, formPage(asking, page, { ...(score === null ? {} : { score }) }, { confirm: waits }));
}

async function takeForm(req: IncomingMessage, res: ServerResponse, page: Page): Promise<void> {
  if (!/^application\/x-www-form-urlencoded\b/i.test(req.headers['content-type'] ?? '')) {
    throw new AppError('wrong_type', '');
  }
  const form = new URLSearchParams(await readBody(req));
  const asking = await page.load();
  const { question } = asking;
  if (asking.placement.closedAt) return send(req, res, closedPage({ css: css(), question }), 410);
  const score = scoreOf(form.get('score'), question);
  const answer: Answer = {
    ...(score === null ? {} : { score }),
    words: form.getAll('words').filter((word) => word !== ''),
    comment: form.get('comment') ?? '',
  };
  const responseId = responseIdOf(form.get('response'), asking);
  if (score === null) {
    return send(
      req,
      res,
      formPage(asking, page, answer, { error: question.texts.chooseFirst, responseId }),
      422,
    );
  }
  try {
    const recording = recordingOf(asking, {
      responseId,
      body: { seq: formSeq(asking), state: 'complete', answer },
      responseKey: null,
      now: new Date(),
    });
    const outcome = await recordResponse(asking.scope, recording);
    // Thanking for what was not stored would be a lie.
    if (outcome.kind === 'stale') throw new AppError('seq_conflict', 'A newer answer was stored meanwhile.');
    replyTo(outcome);
  } catch (error) {
    if (!isAppError(error) || error.code !== 'invalid') throw error;
    const reason = error.errors?.map((one) => one.message).join(' ') ?? error.message;
    return send(req, res, formPage(asking, page, answer, { error: reason, responseId }), 422);
  }
  res
    .writeHead(303, { location: `${page.path}/thanks`, 'cache-control': 'no-store', 'content-length': 0 })
    .end();
}

function formPage(
  asking: Asking | Answering,
  page: Page,
  answer: Answer,
  more: { confirm?: boolean; error?: string; responseId?: string },
): string {
  const invited = 'answering' in asking ? asking : null;
  const responseId = more.responseId ?? responseIdOf(null, asking);
  const files = widgetFiles();
  return answerPage({
    css: files.page.css,
    js: files.page.js,
    question: asking.question,
    answer,
    action: page.path,
    thanksPath: `${page.path}/thanks`,
    responseId,
    seq: (invited?.answering.stored?.seq ?? 0) + 1,
    ...(invited ? { token: invited.token } : {}),
    confirm: more.confirm ?? false,
    wordSeed: responseId,
    ...(more.error ? { error: more.error } : {}),
  });
}

/** One invitation has one response: every device that opens its link writes to the same one. */
function responseIdOf(sent: string | null, asking: Asking | Answering): string {
  if ('answering' in asking) return asking.answering.stored?.id ?? asking.answering.invitationId;
  return sent !== null && isUuid(sent) ? sent : randomUUID();
}

/** Above every number that the page's script counts to and above what is stored: a posted form comes last. */
function formSeq(asking: Asking | Answering): number {
  const stored = 'answering' in asking ? (asking.answering.stored?.seq ?? 0) : 0;
  return Math.min(Math.max(Math.floor(Date.now() / 1000) - 1_700_000_000, stored + 1), 2_147_483_647);
}

/** A whole number of the scale, spelled plainly; anything else is no choice. */
function scoreOf(text: string | null, question: QuestionView): number | null {
  if (text === null || !/^-?\d{1,2}$/.test(text)) return null;
  const score = Number(text);
  return score >= question.min && score <= question.max ? score : null;
}

async function linkAsking(key: string): Promise<Asking> {
  const asking = await askingOf(key);
  // A mail placement is answered with an invitation only; without one it is not there.
  if (asking.placement.kind === 'email') throw new AppError('not_found', '');
  return asking;
}

const css = () => widgetFiles().page.css;

function send(req: IncomingMessage, res: ServerResponse, html: string, status = 200): void {
  const { jsHash, cssHash } = widgetFiles().page;
  sendPage(
    res,
    html,
    req.headers['accept-encoding'] as string | undefined,
    {
      'content-security-policy': `default-src 'none'; script-src ${jsHash}; style-src ${cssHash}; connect-src 'self'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
      'referrer-policy': 'no-referrer',
      'x-robots-tag': 'noindex',
    },
    status,
  );
}

/** What a page says to a person, where the words for a program would not help them. */
const PLAIN: Partial<Record<ErrorCode, string>> = {
  not_found: '',
  closed: '',
  method_not_allowed: 'Open this page with your browser.',
  wrong_type: 'Send the form from this page.',
  too_large: 'Your text is too long. Shorten it and send it again.',
  bad_request: 'The form did not arrive whole. Send it again.',
  busy: 'Too many answers at this moment. Send yours again in a few seconds.',
  seq_conflict: 'A newer answer was stored at the same moment. Send yours again.',
  invitation_answered:
    'This invitation was answered at the same moment. Open its link again to change the answer.',
};

/** A refusal as a page: what happened and what to do, for a person without a script. */
function sendFault(req: IncomingMessage, res: ServerResponse, error: unknown): void {
  if (!isAppError(error)) logFault(error, newRequestId());
  const status = isAppError(error) ? ERROR_STATUS[error.code] : 500;
  const more = isAppError(error)
    ? (PLAIN[error.code] ?? error.message)
    : 'Something failed on our side. Send your answer again.';
  const texts = packOf('en').texts;
  const title = status === 404 ? texts.notFound : status === 410 ? texts.closed : 'That did not work.';
  if (status === 503) res.setHeader('retry-after', '2');
  send(
    req,
    res,
    missingPage({ css: css(), language: 'en', dir: 'ltr', texts: { notFound: title }, more }),
    status,
  );
}
