import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { noteOpened } from '../lib/distribution/commands/note-opened';
import { AppError, ERROR_STATUS, type ErrorCode, isAppError } from '../lib/errors';
import { logFault } from '../lib/gates/reply';
import { type Answering, type Asking, answeringOf, asked, askingOf, stateOf } from '../lib/gates/respondent';
import { isUuid, newRequestId } from '../lib/id';
import type { Answer, QuestionView } from '../lib/survey/model';
import { FOLLOW_UP_SCALES } from '../lib/survey/model/follow-up';
import { LANGUAGES, type Language, type QuestionTexts } from '../lib/survey/model/language';
import { chooseLanguage, packOf, wantedLanguages } from '../lib/survey/rules/languages';
import { frameAncestors } from '../lib/survey/rules/origins';
import type { PageFiles } from '../widget/manifest';
import {
  answerPage,
  closedPage,
  type Look,
  languagesPage,
  missingPage,
  thanksPage,
} from '../widget/page-html';
import { readBody } from './body';
import { countBegun, networkBehind, refuseFlood } from './rates';
import { sendPage } from './reply';
import { deviceHeaders, record, replyTo } from './responses';
import { widgetFiles } from './widget-files';

/**
 * The public page of a placement: `/a/{placementKey}`, and the same for a shared screen below `/kiosk` and for a frame in
 * another site below `/frame`; each with its `/thanks` and `/languages`.
 */
export function serveLinkPage(
  req: IncomingMessage,
  res: ServerResponse,
  key: string,
  rest: string,
): Promise<void> {
  const [, look, part = ''] = /^(?:\/(kiosk|frame))?(\/.*)?$/.exec(rest) ?? [];
  const path = `/a/${key}${look ? `/${look}` : ''}`;
  return servePage(req, res, {
    path,
    part,
    ...(look && { look: look as Look }),
    load: () => linkAsking(key),
  });
}

/** `/r/{token}` with its `/thanks` and `/languages`: the page of one invitation. */
export function serveInvitationPage(
  req: IncomingMessage,
  res: ServerResponse,
  token: string,
  rest: string,
): Promise<void> {
  const load = () => {
    if (networkBehind(req) !== null) refuseFlood('token', token);
    return answeringOf(token);
  };
  return servePage(req, res, { path: `/r/${token}`, part: rest, load });
}

/** One of a survey's pages: `path` is where it asks, `part` what is shown of it. */
type Page = { path: string; part: string; look?: Look; load: () => Promise<Asking | Answering> };

/** A page with what is asked there, in the language of whoever reads it. */
type Open = Page & {
  asking: Asking | Answering;
  files: PageFiles;
  /** Goes behind a path, so that the next page is in the same language; empty where the browser's own leads to it. */
  query: string;
};

const PARTS: Record<string, readonly string[]> = {
  '': ['GET', 'HEAD', 'POST'],
  '/thanks': ['GET', 'HEAD'],
  '/languages': ['GET', 'HEAD'],
};

async function servePage(req: IncomingMessage, res: ServerResponse, page: Page): Promise<void> {
  try {
    const methods = PARTS[page.part];
    if (!methods) throw new AppError('not_found', '');
    const { method = '' } = req;
    if (!methods.includes(method)) {
      res.setHeader('allow', methods.join(', '));
      throw new AppError('method_not_allowed', '');
    }
    const network = networkBehind(req);
    refuseFlood('network', network);
    if (method === 'POST') return await takeForm(req, res, page, network);
    const said = new URL(req.url ?? '', 'http://page').searchParams;
    const open = await openPage(req, page, said.get('l'));
    if (page.part === '/thanks') return showThanks(req, res, open, scoreOf(said.get('s'), open));
    if (page.part === '/languages') return showLanguages(req, res, open);
    await showForm(req, res, open, scoreOf(said.get('s'), open));
  } catch (error) {
    sendFault(req, res, page, error);
  }
}

/** @param chosen a language that was chosen on the page itself; it goes before the browser's */
async function openPage(req: IncomingMessage, page: Page, chosen: string | null): Promise<Open> {
  const asking = await page.load();
  const own = asked(asking, wantedBy(req));
  const said = chosen === null ? own : asked(asking, [chosen, ...wantedBy(req)]);
  const { language } = said.question;
  const files = widgetFiles();
  return {
    ...page,
    asking: said,
    files: page.look ? files[page.look] : files.page,
    query: language === own.question.language ? '' : `?l=${language}`,
  };
}

const wantedBy = ({ headers }: IncomingMessage): string[] => wantedLanguages(headers['accept-language']);

function showThanks(req: IncomingMessage, res: ServerResponse, open: Open, score: number | null): void {
  const { asking, path, query, files, look } = open;
  const { question } = asking;
  const change = stateOf(asking.placement, new Date()) === 'open' && look !== 'kiosk' ? path + query : null;
  send(
    req,
    res,
    open,
    thanksPage({
      ...skin(open),
      css: files.css,
      question,
      score,
      ...(change !== null && { change }),
      // The next person may want another language: the kiosk's own comes first again.
      ...(look === 'kiosk' && { next: path }),
    }),
  );
}

function showLanguages(req: IncomingMessage, res: ServerResponse, open: Open): void {
  const { path } = open;
  const pathOf = (language: Language) => `${path}?l=${language}`;
  send(req, res, open, languagesPage({ ...skin(open), question: open.asking.question, pathOf }));
}

const skin = ({ look, files }: Open) => ({ css: files.css, ...(look && { look }) });

async function showForm(
  req: IncomingMessage,
  res: ServerResponse,
  open: Open,
  chosen: number | null,
): Promise<void> {
  const { asking } = open;
  const { question, placement } = asking;
  const invited = 'answering' in asking ? asking.answering : null;
  const stored = invited?.stored ?? null;
  const state = stateOf(placement, new Date());
  if (state !== 'open' && !(state === 'full' && stored)) {
    return send(req, res, open, closedPage({ ...skin(open), question }), 410);
  }
  if (invited && req.method === 'GET') await noteOpened(asking.scope, { invitationId: invited.invitationId });
  // A choice that differs from what is stored waits for the person, as a first choice does.
  const waits = chosen !== null && chosen !== stored?.score;
  const score = chosen ?? stored?.score ?? null;
  const answer: Answer = { ...(score === null ? {} : { score }) };
  send(req, res, open, formPage(open, answer, { confirm: waits }));
}

async function takeForm(
  req: IncomingMessage,
  res: ServerResponse,
  page: Page,
  network: string | null,
): Promise<void> {
  if (!/^application\/x-www-form-urlencoded\b/i.test(req.headers['content-type'] ?? '')) {
    throw new AppError('wrong_type', '');
  }
  const form = new URLSearchParams(await readBody(req));
  const open = await openPage(req, page, form.get('language'));
  const { asking, path, query } = open;
  const { question, placement } = asking;
  const answer = answerOf(form, open);
  const responseId = responseIdOf(form.get('response'), asking);
  const again = (error: string) => send(req, res, open, formPage(open, answer, { error, responseId }), 422);
  if (answer.score === undefined) return again(question.texts.chooseFirst);
  try {
    const trap = form.get('trap')?.slice(0, 200) ?? '';
    const outcome = await record(asking, countBegun(network, placement.id), {
      responseId,
      body: {
        ...{ seq: formSeq(asking), state: 'complete', answer },
        ...(trap !== '' && { signals: { trap } }),
        context: { language: question.language },
      },
      responseKey: null,
      ...deviceHeaders(req),
    });
    // Thanking for what was not stored would be a lie.
    if (outcome.kind === 'stale') throw new AppError('seq_conflict', 'A newer answer was stored meanwhile.');
    replyTo(outcome);
  } catch (error) {
    if (!isAppError(error) || error.code !== 'invalid') throw error;
    return again(error.errors?.map((one) => one.message).join(' ') ?? error.message);
  }
  const group = `${query === '' ? '?' : '&'}s=${answer.score}`;
  const location = `${path}/thanks${query}${group}`;
  res.writeHead(303, { location, 'cache-control': 'no-store', 'content-length': 0 }).end();
}

/** What a posted form says; a choice that is none of the offered ones counts as none. */
function answerOf(form: URLSearchParams, open: Open): Answer {
  const score = scoreOf(form.get('score'), open);
  const filled = (name: string) => form.getAll(name).filter((one) => one !== '');
  const answer: Answer = {
    ...(score === null ? {} : { score }),
    words: filled('words'),
    comment: form.get('comment') ?? '',
  };
  const reasons = filled('reasons');
  if (reasons.length > 0) answer.reasons = reasons;
  for (const kind of ['expectation', 'information', 'handoff'] as const) {
    const point = wholeIn(form.get(kind), FOLLOW_UP_SCALES[kind]);
    if (point !== null) answer[kind] = point;
  }
  return answer;
}

function formPage(
  { asking, path, query, files, look }: Open,
  answer: Answer,
  more: { confirm?: boolean; error?: string; responseId?: string },
): string {
  const invited = 'answering' in asking ? asking : null;
  const responseId = more.responseId ?? responseIdOf(null, asking);
  return answerPage({
    css: files.css,
    js: files.js,
    ...(look && { look }),
    question: asking.question,
    answer,
    action: path,
    thanksPath: `${path}/thanks${query}`,
    languagesPath: `${path}/languages${query}`,
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

const scoreOf = (text: string | null, { asking }: Open): number | null => wholeIn(text, asking.question);

/** A whole number of the scale, spelled plainly; anything else is no choice. */
function wholeIn(text: string | null, { min, max }: Pick<QuestionView, 'min' | 'max'>): number | null {
  if (text === null || !/^-?\d{1,2}$/.test(text)) return null;
  const score = Number(text);
  return score >= min && score <= max ? score : null;
}

async function linkAsking(key: string): Promise<Asking> {
  const asking = await askingOf(key);
  // A mail placement is answered with an invitation only; without one it is not there.
  if (asking.placement.kind === 'email') throw new AppError('not_found', '');
  return asking;
}

/** Sends one of a survey's pages; only the frame's may stand in other sites, in those that the workspace allows. */
function send(req: IncomingMessage, res: ServerResponse, open: Open, html: string, status = 200): void {
  const { origins } = open.asking.placement.site;
  sendOwn(req, res, open.files, html, status, open.look === 'frame' ? frameAncestors(origins) : "'none'");
}

function sendOwn(
  req: IncomingMessage,
  res: ServerResponse,
  { jsHash, cssHash }: PageFiles,
  html: string,
  status: number,
  ancestors: string,
): void {
  sendPage(
    res,
    html,
    req.headers['accept-encoding'] as string | undefined,
    {
      'content-security-policy': `default-src 'none'; script-src ${jsHash}; style-src ${cssHash}; connect-src 'self'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors ${ancestors}`,
      'referrer-policy': 'no-referrer',
      'x-robots-tag': 'noindex',
      vary: 'Accept-Encoding, Accept-Language',
    },
    status,
  );
}

/** Which of a language's texts says what to do about a refusal. */
const SAID: Partial<Record<ErrorCode, keyof QuestionTexts>> = {
  closed: 'closedMore',
  too_large: 'tooLong',
  busy: 'busy',
  too_many: 'busy',
};

/** A refusal as a page: what happened and what to do, for a person without a script. */
function sendFault(req: IncomingMessage, res: ServerResponse, page: Page, error: unknown): void {
  if (!isAppError(error)) logFault(error, newRequestId());
  const code = isAppError(error) ? error.code : 'internal';
  const status = ERROR_STATUS[code];
  const language = chooseLanguage(LANGUAGES, wantedBy(req));
  const { texts, dir } = packOf(language);
  const title = code === 'not_found' ? texts.notFound : code === 'closed' ? texts.closed : texts.problem;
  const more = code === 'not_found' ? '' : texts[SAID[code] ?? 'retry'];
  const wait = isAppError(error) ? error.retryAfterSeconds : undefined;
  if (wait || status === 503) res.setHeader('retry-after', wait ?? 2);
  const files = widgetFiles();
  const own = page.look ? files[page.look] : files.page;
  const html = missingPage({
    css: own.css,
    ...(page.look && { look: page.look }),
    ...{ language, dir, texts: { notFound: title }, more },
  });
  // Which sites may frame it is not known where the survey is not; a frame shows a fault in any of them.
  sendOwn(req, res, own, html, status, page.look === 'frame' ? '*' : "'none'");
}
