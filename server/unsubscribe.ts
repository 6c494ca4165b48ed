import type { IncomingMessage, ServerResponse } from 'node:http';
import { optOut } from '../lib/distribution/commands/opt-out';
import { ERROR_STATUS, isAppError } from '../lib/errors';
import { answeringOf, asked } from '../lib/gates/respondent';
import { LANGUAGES } from '../lib/survey/model/language';
import { chooseLanguage, packOf, wantedLanguages } from '../lib/survey/rules/languages';
import { missingPage, unsubscribePage } from '../widget/page-html';
import { readBody } from './body';
import { networkBehind, refuseFlood } from './rates';
import { sendPage, sendProblem } from './reply';
import { widgetFiles } from './widget-files';

/**
 * `/u/{token}`: GET shows one button and changes nothing, because scanners open links; POST opts the address out of
 * this sender's mail before it answers, also as a mail program's one click (RFC 8058).
 */
export async function serveUnsubscribe(
  req: IncomingMessage,
  res: ServerResponse,
  token: string,
): Promise<void> {
  const { css, cssHash } = widgetFiles().page;
  const headers = {
    'content-security-policy': `default-src 'none'; style-src ${cssHash}; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
    'referrer-policy': 'no-referrer',
    'x-robots-tag': 'noindex',
    vary: 'Accept-Encoding, Accept-Language',
  };
  const wanted = wantedLanguages(req.headers['accept-language']);
  const show = (html: string, status = 200) =>
    sendPage(res, html, req.headers['accept-encoding'] as string | undefined, headers, status);
  try {
    if (req.method !== 'GET' && req.method !== 'HEAD' && req.method !== 'POST') {
      res.writeHead(405, { allow: 'GET, HEAD, POST', 'content-length': 0 }).end();
      return;
    }
    const network = networkBehind(req);
    refuseFlood('network', network);
    if (network !== null) refuseFlood('token', token);
    const form = req.method === 'POST' ? new URLSearchParams(await readBody(req)) : null;
    const { scope, answering, question } = asked(await answeringOf(token), wanted);
    if (form) await optOut(scope, { invitationId: answering.invitationId });
    if (form?.get('List-Unsubscribe') === 'One-Click') {
      res.writeHead(200, { 'cache-control': 'no-store', 'content-length': 0 }).end();
      return;
    }
    show(
      unsubscribePage({
        css,
        brand: question.brand,
        language: question.language,
        dir: question.dir,
        action: `/u/${token}`,
        done: form !== null,
        texts: packOf(question.language).unsubscribe,
      }),
    );
  } catch (error) {
    if (!isAppError(error)) return sendProblem(res, error);
    const language = chooseLanguage(LANGUAGES, wanted);
    const { texts, dir } = packOf(language);
    const unknown = error.code === 'not_found';
    const title = unknown ? texts.notFound : texts.problem;
    if (error.retryAfterSeconds) res.setHeader('retry-after', error.retryAfterSeconds);
    const more = unknown ? '' : texts.retry;
    show(missingPage({ css, language, dir, texts: { notFound: title }, more }), ERROR_STATUS[error.code]);
  }
}
