import type { QuestionView } from '@/lib/survey/model';
import type { WidgetMode } from '@/lib/survey/model/widget-rules';
import type { WidgetManifest } from './manifest';
import { type Branch, element } from './tree';
import { afterView, questionView, scaleKind, smallPrint } from './view';

/** Stands for style and tree in the module that shows a question; occurs there exactly once. */
const CARD_PLACEHOLDER = '__MILEPOST_CARD__';

/** One question as the widget draws it. */
export function widgetTree(question: QuestionView, wordSeed: string): Branch {
  const { texts, language, dir } = question;
  const { saving: _, ...shown } = texts;
  return element(
    'section',
    { class: 'w', 'aria-label': texts.region, lang: language, dir: dir === 'rtl' && dir },
    element('button', { class: 'x', 'aria-label': texts.close }, '✕'),
    questionView(question, {}, wordSeed),
    ...afterView({ ...question, texts: shown }),
    smallPrint(question),
  );
}

/**
 * How one survey is shown. `wordSeed` decides the order of words and reasons and should differ from one request to the
 * next; a few seeds with their compressed bodies kept will do. `framed`: in a frame of our own origin. `preview`:
 * nothing is sent and a badge says so; the loader asks for it (`&p=1`) where `ShowOptions.sandbox` is true.
 */
export type CardOptions = { mode: WidgetMode; wordSeed: string; framed?: boolean; preview?: boolean };

/**
 * Body of `GET /v1/q/{placementKey}.js?l=TAG&m=MODE`: code, the style it needs and the question's tree in one module,
 * because one compressed file is smaller than three. Contact fields in the question's texts are left for the widget:
 * draw it with `known.contact: 'later'`.
 */
export function widgetModule(
  widget: WidgetManifest['widget'],
  question: QuestionView,
  { wordSeed }: CardOptions,
): string {
  const { script, styles } = widget;
  const css = `${styles.all}${styles[scaleKind(question)] ?? ''}${question.words ? styles.words : ''}`;
  return script
    .split(CARD_PLACEHOLDER)
    .join(`[${JSON.stringify(css)},${literal(widgetTree(question, wordSeed))}]`);
}

/** A tree as JavaScript source, shorter than JSON by the quotes of plain names. */
function literal([tag, attributes, ...children]: Branch): string {
  const named = Object.entries(attributes).map(
    ([name, value]) => `${/^[a-z]+$/.test(name) ? name : JSON.stringify(name)}:${JSON.stringify(value)}`,
  );
  const written = children.map((child) =>
    typeof child === 'string' ? JSON.stringify(child) : literal(child),
  );
  return `[${[JSON.stringify(tag), `{${named.join()}}`, ...written].join()}]`;
}
