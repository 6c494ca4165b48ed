import type { QuestionView } from '@/lib/survey/model';
import type { WidgetMode } from '@/lib/survey/model/widget-rules';
import type { WidgetManifest } from './manifest';
import { type Branch, type Child, element } from './tree';
import type { Variant } from './variant';
import { afterView, questionView, scaleKind, smallPrint } from './view';

/** One question as the widget draws it: the card, and before it the button of a side tab. */
export function widgetTrees(question: QuestionView, options: CardOptions): Branch[] {
  const { texts, language, dir } = question;
  const { mode, framed, preview } = options;
  const { saving: _, ...shown } = texts;
  const own = {
    class: 'w',
    'aria-label': texts.region,
    lang: language,
    ...(dir === 'rtl' && { dir }),
    ...(mode === 'tab' && { hidden: '' }),
  };
  const close = element('button', { class: 'x', type: 'button', 'aria-label': texts.close }, '×');
  const before = mode === 'inline' ? null : close;
  const badge = preview && element('p', { class: 'p' }, texts.preview);
  const alone = framed || mode === 'modal';
  const content = framed
    ? element('iframe', { title: texts.region })
    : questionView(question, {}, options.wordSeed, {
        ...(!alone && { form: own, before }),
        note: badge || null,
        after: [...afterView({ ...question, texts: shown }), smallPrint(question, null, 'small')],
      });
  const card = alone
    ? element(
        mode === 'modal' ? 'dialog' : 'section',
        { ...own, open: mode === 'modal' },
        before,
        framed && badge,
        content,
      )
    : content;
  return mode === 'tab'
    ? [element('button', { class: 'w t', lang: language, dir: dir === 'rtl' && dir }, texts.feedback), card]
    : [card];
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
  options: CardOptions,
): string {
  const { mode, framed, preview } = options;
  const trees = widgetTrees(question, options).map(literal);
  const [card, tab] = [trees.at(-1) as string, trees.length > 1 ? `,${trees[0]}` : ''];
  const variant = variantName({
    mode,
    emotion: !framed && question.words !== null,
    pipes: card.includes('{contact.'),
    preview: preview ?? false,
    framed: framed ?? false,
  });
  const style = JSON.stringify(cardStyle(widget, question, options));
  // Before the code: it compresses better there.
  return `export var $=(h,c,f,s)=>[${style},${card},f,s${tab}];${widget.scripts[variant]}`;
}

/** The name of the code that shows a card; scripts/build-shown.mjs builds one for each. */
export function variantName({ mode, ...flags }: Omit<Variant, 'look' | 'quiet'>): string {
  return [mode, ...Object.entries(flags).flatMap(([name, on]) => (on ? [name] : []))].join(' ');
}

/** The style sheet of one card. */
export function cardStyle(
  { styles }: WidgetManifest['widget'],
  question: QuestionView,
  { mode, framed, preview }: Omit<CardOptions, 'wordSeed'>,
): string {
  const { faces, words, followUps } = question;
  const chips = words || followUps.some(({ kind }) => kind === 'reasons');
  const fives = faces || followUps.some(({ kind }) => kind !== 'reasons' && kind !== 'text');
  const asked = [scaleKind(question), chips && 'words', fives && 'fives'];
  const parts = framed ? ['frame', mode] : ['all', mode, ...asked];
  return [...parts, preview && 'preview'].map((part) => (part && styles[part]) || '').join('');
}

/** Names of properties where they are not those of attributes; what is noted for our own script is one of our own. */
const PROPERTIES: Record<string, string> = {
  class: 'className',
  'aria-label': 'ariaLabel',
  tabindex: 'tabIndex',
  maxlength: 'maxLength',
};

/** What the module's code needs of the tree by itself. */
const REFERENCES: Record<string, string> = { form: 'f=', iframe: 'f=', status: 's=' };

/** A tree as the JavaScript that makes it with `h`, and its fields with `c`; see dom.ts. */
export function literal([tag, attributes, ...children]: Branch): string {
  const named = Object.entries(attributes)
    .filter(([name]) => name !== 'rel')
    .map(
      ([name, value]) =>
        `${PROPERTIES[name] ?? name.replace('data-', '')}:${value === '' ? 1 : name === 'data-up' ? `[${value}]` : JSON.stringify(value)}`,
    );
  const written = [
    JSON.stringify(tag),
    ...(named.length ? [`{${named.join()}}`] : children.length ? ['0'] : []),
  ];
  for (let at = 0; at < children.length; at++) {
    const child = children[at] as Child;
    const first = choiceOf(child);
    if (!first) {
      written.push(typeof child === 'string' ? JSON.stringify(child) : literal(child));
      continue;
    }
    const lines = [];
    for (let next = first; next?.field === first.field; next = choiceOf(children[++at]) as typeof first)
      lines.push(next.line);
    at--;
    written.push(`...c(${first.field},\`${lines.join('\n').replace(/[\\`$]/g, '\\$&')}\`)`);
  }
  return `${REFERENCES[attributes.role ?? tag] ?? ''}h(${written.join()})`;
}

/** What `c` needs to make this element, if it is a box or point. */
function choiceOf(child: Child | undefined): { field: string; line: string } | null {
  if (!Array.isArray(child) || child[0] !== 'label') return null;
  const [, , input, span] = child as unknown as [string, object, Branch, Branch];
  if (input[0] !== 'input') return null;
  const { type, name, value, 'aria-label': label } = input[1];
  const text = span.at(-1);
  const line = [value, text, ...(label ? [label] : [])].join('\t');
  return { field: JSON.stringify([type, name]).slice(1, -1), line };
}
