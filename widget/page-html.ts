import type { Answer, QuestionView } from '@/lib/survey/model';
import type { Language, QuestionTexts, UnsubscribeTexts } from '@/lib/survey/model/language';
import { escapeText, html } from './html';
import { type Branch, type Child, element } from './tree';
import { afterView, questionView, smallPrint, thanksView } from './view';

/** Where a page stands: on a shared screen that nobody may leave, or in a frame in another site; else by itself. */
export type Look = 'kiosk' | 'frame';

type Skin = {
  /** The manifest's `css` for this look; the page carries it as it is, so that its hash holds. */
  css: string;
  look?: Look;
  /** Says on the page that nothing is recorded; the script then sends nothing, and the form does not send either. */
  preview?: boolean;
};

/**
 * Everything the page that asks is made of. Its form posts `score`, `words`, `comment`, `reasons` (repeated),
 * `expectation`, `information`, `handoff`, `response`, `language` (what it was asked in) and `trap` (empty from people).
 */
export type AnswerPage = Skin & {
  question: QuestionView;
  /** What the page shows as given; empty for a first visit. */
  answer: Answer;
  /** Path the form posts to: the page's own path without its query. */
  action: string;
  /**
   * Path of the thank-you page, with a query where the language needs one, put in the address bar once the answer is
   * complete: the script adds `s=SCORE`, so that a reload thanks the same group. A kiosk's and a frame's stay put.
   */
  thanksPath: string;
  /** The manifest's `js` for this look; an empty string leaves the script out, for pictures of the page. */
  js: string;
  /** Lower-case UUID of the response, so that a doubled submit is one answer; the script makes one if absent. */
  responseId?: string;
  /** First sequence number the script may use, 1 if absent. */
  seq?: number;
  /** Invitation token, sent as X-Invitation-Token. */
  token?: string;
  /** Whether `answer.score` came from a mail link and still waits for a human sign. */
  confirm: boolean;
  /** Decides the order of words and reasons: the response id where it is known. */
  wordSeed: string;
  /** What was wrong with a posted form. */
  error?: string;
  /** Path of the list of languages; absent: no link. Shown where the survey is offered in more than one. */
  languagesPath?: string;
};

/** The page that asks. One request: style and script are inside; works as a plain form without the script. */
export function answerPage(page: AnswerPage): string {
  const { question, answer, confirm, error, look, preview } = page;
  const { texts } = question;
  const chosen = question.points.find((point) => point.value === answer.score);
  let note: Branch | null = null;
  if (error) note = element('p', { class: 'c x', role: 'alert' }, error);
  else if (confirm && chosen) {
    const said = texts.confirm.replace('{score}', () => chosen.short);
    note = element('p', { class: 'c' }, element('b', {}, said), texts.confirmMore);
  }
  const main = element(
    'main',
    {},
    questionView(question, answer, page.wordSeed, {
      heading: 'h1',
      alone: true,
      form: {
        // Sends nothing without our script either.
        method: preview ? 'dialog' : 'post',
        action: page.action,
        autocomplete: 'off',
        'data-responses': `/api/v1/placements/${question.key}/responses/`,
        'data-thanks': page.thanksPath,
        'data-seq': page.seq ?? 1,
        ...(page.token && { 'data-token': page.token }),
        ...(confirm && chosen && { 'data-confirm': '' }),
        ...(preview && { 'data-preview': '' }),
      },
      fields: [
        ...(page.responseId ? [hidden('response', page.responseId)] : []),
        hidden('language', question.language),
        element('input', { name: 'trap', tabindex: -1, autocomplete: 'off', 'aria-hidden': 'true' }),
      ],
      note,
      after: afterView(
        { ...question, texts: { ...texts, region: '' } },
        look !== 'kiosk',
        look === 'kiosk' ? texts.next : undefined,
      ),
    }),
  );
  const others = question.languages.length > 1 && page.languagesPath;
  const languages = others ? element('a', { href: others }, texts.languages) : null;
  return document(
    page,
    question,
    question.question,
    [brand(page, question), main, small(page, question, languages)],
    { js: page.js },
  );
}

const hidden = (name: string, value: string) => element('input', { type: 'hidden', name, value });

/** The small print of a page; nothing leads away from a kiosk. */
function small({ look }: Skin, question: QuestionView, more?: Branch | null): Branch | null {
  return smallPrint(look === 'kiosk' ? { ...question, privacyUrl: null } : question, more);
}

/**
 * Where a sent form leads; survives a reload. `score` is what was given, null or absent where it is not known: it decides
 * which group is thanked. `change` is the path back to the question, if there is one. On a kiosk `next` is the path of
 * the question for the next person: the page goes there by itself.
 */
export function thanksPage(
  page: Skin & { question: QuestionView; score?: number | null; change?: string; next?: string },
): string {
  const { question, change, next } = page;
  const { texts } = question;
  return document(
    page,
    question,
    texts.thanks,
    [
      brand(page, question),
      element(
        'main',
        {},
        ...thanksView(question, 'h1', page.score ?? null, page.look !== 'kiosk'),
        change && element('p', {}, element('a', { href: change }, texts.change)),
        next && element('p', {}, element('a', { href: next }, texts.next)),
      ),
      small(page, question),
    ],
    { next },
  );
}

/** The languages that a survey is offered in, each under its own name; `pathOf` leads back to the question in one. */
export function languagesPage(
  page: Skin & { question: QuestionView; pathOf: (language: Language) => string },
): string {
  const { question } = page;
  const title = question.texts.languages;
  return document(page, question, title, [
    brand(page, question),
    element(
      'main',
      {},
      element('h1', {}, title),
      element(
        'ul',
        {},
        ...question.languages.map(({ tag, name }) =>
          element('li', {}, element('a', { href: page.pathOf(tag), lang: tag, hreflang: tag }, name)),
        ),
      ),
    ),
  ]);
}

/** What a customer finds when a survey takes no more answers. */
export function closedPage(page: Skin & { question: QuestionView }): string {
  const { question } = page;
  const { closed, closedMore } = question.texts;
  return document(page, question, closed, [
    brand(page, question),
    element('main', {}, element('h1', {}, closed), element('p', {}, closedMore)),
    small(page, question),
  ]);
}

/** What stands behind an unknown or mistyped link. */
export function missingPage(
  page: Skin &
    Pick<QuestionView, 'language' | 'dir'> & { texts: Pick<QuestionTexts, 'notFound'>; more?: string },
): string {
  return document(page, page, page.texts.notFound, [
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
  return document(page, page, title, [
    brand(page, { brand: page.brand }),
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

/** Who asks, and whether it is only looked at. In a frame the site around it says who asks. */
function brand(
  { look, preview }: Skin,
  { brand, texts }: Pick<QuestionView, 'brand'> & Badge,
): Branch | null {
  const badge = preview && texts?.preview ? element('p', { class: 'c' }, texts.preview) : null;
  if (look === 'frame') return badge;
  return element('header', { class: 'a' }, brand, badge);
}
type Badge = { texts?: Partial<Pick<QuestionTexts, 'preview'>> };

/** How long a kiosk thanks before it asks the next person, in seconds. */
export const KIOSK_THANKS_SECONDS = 8;

function document(
  { css }: Skin,
  { language, dir }: Pick<QuestionView, 'language' | 'dir'>,
  title: string,
  body: (Child | null)[],
  { js = '', next }: { js?: string; next?: string | undefined } = {},
): string {
  const refresh = next
    ? `<meta http-equiv="refresh" content="${KIOSK_THANKS_SECONDS};url=${escapeText(next)}">`
    : '';
  const written = html(element('body', { class: 'w' }, ...body));
  return (
    `<!doctype html><html lang="${language}" dir="${dir}"><head><meta charset="utf-8">` +
    `<title>${escapeText(title)}</title>` +
    '<meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex">' +
    `<meta name="referrer" content="no-referrer"><meta name="color-scheme" content="light dark">${refresh}` +
    `<link rel="icon" href="data:,"><style>${css}</style></head>` +
    `${written.slice(0, -'</body>'.length)}${js && `<script>${js}</script>`}</body></html>`
  );
}
