import type { Answer, PointView, QuestionView } from '@/lib/survey/model';
import type { QuestionTexts } from '@/lib/survey/model/language';
import { face } from './face';
import { type Attributes, type Branch, type Child, element } from './tree';
import { wordOrder } from './word-order';

/** What the question itself shows. */
export type ShownQuestion = Pick<
  QuestionView,
  'question' | 'low' | 'high' | 'points' | 'faces' | 'words' | 'why'
> & {
  texts: Pick<QuestionTexts, 'send' | 'optional'>;
};

/** What differs by place: the form's own attributes, the heading level, and what stands before the scale. */
export type QuestionSlot = {
  form?: Attributes;
  heading?: 'h1' | 'h2';
  fields?: Branch[];
  note?: Child | null;
};

/** How a scale is laid out, and the name of its part of the style sheet: faces, rows of words, or n points. */
export function scaleKind({ faces, points }: Pick<QuestionView, 'faces' | 'points'>): string {
  if (faces) return 'f';
  return points.some((point) => point.short.length > 2) ? 'r' : `n${points.length}`;
}

/**
 * One question as a form: heading, scale, then words, open question and button, which CSS shows once a point
 * is chosen. `wordSeed` varies the order of the words. Works as a plain form post with `score`, `words`, `comment`.
 */
export function questionView(
  question: ShownQuestion,
  answer: Answer,
  wordSeed: string,
  slot: QuestionSlot = {},
): Branch {
  const { low, high, points, faces, words, why, texts } = question;
  const group = (score: number) => why.findIndex((entry) => score <= entry.upTo);

  const scalePoint = (point: PointView, step: number) =>
    element(
      'label',
      {},
      element('input', {
        type: 'radio',
        name: 'score',
        value: point.value,
        class: `g${group(point.value)}`,
        required: true,
        checked: point.value === answer.score,
        'aria-label': point.label === point.short ? null : point.label,
      }),
      element('span', {}, faces && face(step), point.short),
    );

  const wordBox = (word: { id: string; label: string }) =>
    element(
      'label',
      {},
      element('input', {
        type: 'checkbox',
        name: 'words',
        value: word.id,
        checked: answer.words?.includes(word.id),
      }),
      element('span', {}, word.label),
    );

  return element(
    'form',
    { 'data-most': words?.most, ...slot.form },
    ...(slot.fields ?? []),
    element(slot.heading ?? 'h2', { id: 'q' }, question.question),
    slot.note,
    element(
      'div',
      { class: `s ${scaleKind(question)}`, role: 'radiogroup', 'aria-labelledby': 'q' },
      low && element('span', { class: 'lo' }, low),
      ...points.map(scalePoint),
      high && element('span', { class: 'hi' }, high),
    ),
    element(
      'div',
      { class: 'm' },
      words &&
        element(
          'fieldset',
          {},
          element('legend', {}, words.prompt),
          ...wordOrder(words.options, wordSeed).map(wordBox),
          wordBox(words.none),
        ),
      element(
        'label',
        {},
        ...why.map((entry, index) => element('b', { class: `y${index}` }, entry.prompt)),
        element('small', {}, ` (${texts.optional})`),
        element('textarea', { name: 'comment', maxlength: 4000 }, answer.comment),
      ),
      element('button', {}, texts.send),
    ),
  );
}

/** What stands after the form: the thanks that takes its place, and the spoken and printed status. */
export function afterView(
  texts: Pick<QuestionTexts, 'saved' | 'failed' | 'thanks' | 'thanksMore' | 'change'> & { saving?: string },
  heading: 'h1' | 'h2' = 'h2',
): Branch[] {
  const { saving, saved, failed, change } = texts;
  return [
    element(
      'div',
      { hidden: true },
      ...thanksView(texts, heading),
      element('button', { class: 'l' }, change),
    ),
    element('p', { role: 'status', 'data-saving': saving, 'data-saved': saved, 'data-failed': failed }),
  ];
}

/** Thanks, as heading and sentence. */
export function thanksView(
  texts: Pick<QuestionTexts, 'thanks' | 'thanksMore'>,
  heading: 'h1' | 'h2',
): Branch[] {
  return [element(heading, { tabindex: -1 }, texts.thanks), element('p', {}, texts.thanksMore)];
}

/** The small print, if any: privacy link and the notice that has to stand with the question. */
export function smallPrint(
  question: Pick<QuestionView, 'privacyUrl' | 'notice'> & { texts: Pick<QuestionTexts, 'privacy'> },
): Branch | null {
  const { privacyUrl, notice, texts } = question;
  if (!privacyUrl && !notice) return null;
  return element(
    'footer',
    {},
    privacyUrl && element('a', { href: privacyUrl, target: '_blank', rel: 'noreferrer' }, texts.privacy),
    notice && element('p', {}, notice),
  );
}
