import type { QuestionView } from '@/lib/survey/model';
import { answerPage, thanksPage } from '@/widget/page-html';
import { frameReply, inScheme, type Scheme, widgetManifest } from './frame-reply';

/** How far a customer has come: `score` is chosen, null for nothing yet; `sent` shows the thanks. */
export type Moment = { score: number | null; sent: boolean };

export const FIRST_LOOK: Moment = { score: null, sent: false };

/**
 * The customer's page as it is, without its script: nothing can be sent from it, and a sandboxed frame shows it.
 * `scheme` light or dark holds it there whatever the browser prefers; null leaves it to the browser.
 */
export function sampleReply(question: QuestionView, scheme: Scheme, moment = FIRST_LOOK): Response {
  const css = `${inScheme(widgetManifest().page.css, scheme)}${scheme ? `:root{color-scheme:${scheme}}` : ''}`;
  const { score, sent } = moment;
  const html = sent
    ? thanksPage({ css, question, score })
    : answerPage({
        css,
        js: '',
        question,
        answer: score === null ? {} : { score },
        action: '/preview',
        thanksPath: '/preview',
        confirm: false,
        wordSeed: 'preview',
      });
  // Inside a member's page this is a second main part: screen readers have to tell the two apart.
  return frameReply(html.replace('<main>', '<main aria-label="Preview">'), { css });
}
