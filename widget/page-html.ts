import type { Answer, QuestionView } from '@/lib/survey/model';
import type { QuestionTexts, UnsubscribeTexts } from '@/lib/survey/model/language';
import { escapeText, html } from './html';
import { type Branch, type Child, element } from './tree';
import { afterView, questionView, smallPrint, thanksView } from './view';

type Skin = {
  /** The manifest's `page.css`; the page carries it as it is, so that its hash holds. */
  css: string;
};

export type AnswerPage = Skin & {
  question: QuestionView;
  /** What the page shows as given; empty for a first visit. */
  answer: Answer;
  /** Path the form posts to: the page's own path without its query. */
  action: string;
  /** Path of the thank-you page, put in the address bar once the answer is complete. */
  thanksPath: string;
  /** The manifest's `page.js`; an empty string leaves the script out, for previews. */
  js: string;
  /** Lower-case UUID of the response, so that a doubled submit is one answer; the script makes one if absent. */
  responseId?: string;
  /** First sequence number the script may use, 1 if absent. */
  seq?: number;
  /** Invitation token, sent as X-Invitation-Token. */
  token?: string;
  /** Whether `answer.score` came from a mail link and still waits for a human sign. */
  confirm: boolean;
  /** Decides the order of the words: the response id where it is known. */
  wordSeed: string;
  /** What was wrong with a posted form. */
  error?: string;
};

/** The page that asks. One request: style and script are inside; works as a plain form without the script. */
export function answerPage(page: AnswerPage): string {
  const { question, answer, confirm, error, responseId } = page;
  const { texts } = question;
  const chosen = question.points.find((point) => point.value === answer.score);
  let note: Branch | null = null;
  if (error) note = element('p', { class: 'c e', role: 'alert' }, error);
  else if (confirm && chosen) {
    const said = texts.confirm.replace('{score}', () => chosen.short);
    note = element('p', { class: 'c' }, element('b', {}, said), texts.confirmMore);
  }

  const main = element(
    'main',
    {},
    questionView(question, answer, page.wordSeed, {
      heading: 'h1',
      form: {
        method: 'post',
        action: page.action,
        autocomplete: 'off',
        'data-responses': `/api/v1/placements/${question.key}/responses/`,
        'data-thanks': page.thanksPath,
        'data-seq': page.seq ?? 1,
        ...(page.token && { 'data-token': page.token }),
        ...(confirm && chosen && { 'data-confirm': '' }),
      },
      fields: responseId ? [element('input', { type: 'hidden', name: 'response', value: responseId })] : [],
      note,
    }),
    ...afterView(texts, 'h1'),
  );
  return document(
    page.css,
    question,
    question.question,
    [brand(question), main, smallPrint(question)],
    page.js,
  );
}

/** Where a sent form leads; survives a reload. `change` is the path back to the question, if there is one. */
export function thanksPage(page: Skin & { question: QuestionView; change?: string }): string {
  const { question, change } = page;
  const { texts } = question;
  return document(page.css, question, texts.thanks, [
    brand(question),
    element(
      'main',
      {},
      ...thanksView(texts, 'h1'),
      change && element('p', {}, element('a', { href: change }, texts.change)),
    ),
    smallPrint(question),
  ]);
}

/** What a customer finds when a survey takes no more answers. */
export function closedPage(page: Skin & { question: QuestionView }): string {
  const { question } = page;
  const { closed, closedMore } = question.texts;
  return document(page.css, question, closed, [
    brand(question),
    element('main', {}, element('h1', {}, closed), element('p', {}, closedMore)),
    smallPrint(question),
  ]);
}

/** What stands behind an unknown or mistyped link. */
export function missingPage(
  page: Skin &
    Pick<QuestionView, 'language' | 'dir'> & { texts: Pick<QuestionTexts, 'notFound'>; more?: string },
): string {
  return document(page.css, page, page.texts.notFound, [
    element('main', {}, element('h1', {}, page.texts.notFound), page.more && element('p', {}, page.more)),
  ]);
}

/** Leaves the mailing by one button, because opening the link must not; after it, says what happened. */
export function unsubscribePage(
  page: Skin &
    Pick<QuestionView, 'brand' | 'language' | 'dir'> & {
      action: string;
      done: boolean;
      texts: UnsubscribeTexts;
    },
): string {
  const { texts, done } = page;
  const title = done ? texts.done : texts.title;
  return document(page.css, page, title, [
    brand(page),
    element(
      'main',
      {},
      element('h1', {}, title),
      element('p', {}, done ? texts.doneMore : texts.more),
      !done &&
        element(
          'form',
          { method: 'post', action: page.action, class: 'm' },
          element('button', {}, texts.button),
        ),
    ),
  ]);
}

const brand = (question: Pick<QuestionView, 'brand'>) => element('header', { class: 'a' }, question.brand);

function document(
  css: string,
  { language, dir }: Pick<QuestionView, 'language' | 'dir'>,
  title: string,
  body: (Child | null)[],
  js = '',
): string {
  return (
    `<!doctype html><html lang="${language}" dir="${dir}"><head><meta charset="utf-8">` +
    `<title>${escapeText(title)}</title>` +
    '<meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex">' +
    '<meta name="referrer" content="no-referrer"><meta name="color-scheme" content="light dark">' +
    `<link rel="icon" href="data:,"><style>${css}</style></head>` +
    `${html(element('body', { class: 'w' }, ...body)).slice(0, -'</body>'.length)}` +
    `${js && `<script>${js}</script>`}</body></html>`
  );
}
