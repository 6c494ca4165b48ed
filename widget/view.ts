import type { Answer, FollowUpView, PointView, QuestionView } from '@/lib/survey/model';
import type { QuestionTexts } from '@/lib/survey/model/language';
import { face } from './face';
import { type Attributes, type Branch, type Child, element } from './tree';
import { wordOrder } from './word-order';

/** What the question itself shows. */
export type ShownQuestion = Pick<
  QuestionView,
  'question' | 'low' | 'high' | 'points' | 'faces' | 'words' | 'why' | 'followUps'
> & {
  texts: Pick<QuestionTexts, 'send' | 'optional'>;
};

/** What differs by place: the form's own attributes, the heading level, what stands before the scale and at the end. */
export type QuestionSlot = {
  form?: Attributes;
  heading?: 'h1' | 'h2';
  fields?: Branch[];
  note?: Child | null;
  /** Whether the browser itself refuses to send a form without a score. */
  required?: boolean;
};

/** How a scale is laid out, and the name of its part of the style sheet: faces, rows of words, or n points. */
export function scaleKind({ faces, points }: Pick<QuestionView, 'faces' | 'points'>): string {
  if (faces) return 'f';
  return points.some((point) => point.short.length > 2) ? 'r' : `n${points.length}`;
}

/**
 * One question as a form: heading, scale, then words, follow-ups and button, which show once a point is chosen.
 * `data-g` names the places of the groups of scores for which a part is there; a radio's class names its group's.
 * `seed` varies the order of words and reasons. Works as a plain form post under the names of the answer's fields.
 */
export function questionView(
  question: ShownQuestion,
  answer: Answer,
  seed: string,
  slot: QuestionSlot = {},
): Branch {
  const { low, high, points, faces, words, why, texts } = question;
  const group = (score: number) => why.findIndex((entry) => score <= entry.upTo);
  const point = ({ value, short, label }: PointView, step: number) =>
    choice(
      {
        type: 'radio',
        name: 'score',
        value,
        class: `g${group(value)}`,
        required: slot.required,
        checked: value === answer.score,
        'aria-label': label === short ? null : label,
      },
      faces && face(step),
      short,
    );

  return element(
    'form',
    slot.form ?? {},
    element(slot.heading ?? 'h2', { id: 'q' }, question.question),
    slot.note,
    element(
      'div',
      { class: `s ${scaleKind(question)}`, role: 'radiogroup', 'aria-labelledby': 'q' },
      ...points.map(point),
    ),
    low && high && element('p', { class: 'e' }, element('span', {}, low), element('span', {}, high)),
    element(
      'div',
      { class: 'm', 'data-g': '012' },
      words &&
        element(
          'fieldset',
          { 'data-most': words.most },
          element('legend', {}, words.prompt),
          ...[...wordOrder(words.options, seed), words.none].map(({ id, label }) =>
            choice(
              { type: 'checkbox', name: 'words', value: id, checked: answer.words?.includes(id) },
              label,
            ),
          ),
        ),
      ...question.followUps.flatMap((followUp) => followUpView(followUp, question, answer, seed)),
      element('button', {}, texts.send),
    ),
    ...(slot.fields ?? []),
  );
}

/** A box or point with its name beside it, as one target. */
function choice(input: Parameters<typeof element>[1], ...name: Parameters<typeof element>[2][]): Branch {
  return element('label', {}, element('input', input), element('span', {}, ...name));
}

function followUpView(followUp: FollowUpView, question: ShownQuestion, answer: Answer, seed: string) {
  const { why, texts } = question;
  const after = (places: readonly number[]) => (places.length < why.length ? places.join('') : null);
  if (followUp.kind === 'text') {
    const prompts = perGroup(why.map(({ prompt }) => prompt));
    return [
      element(
        'label',
        { 'data-g': after(followUp.after) },
        ...prompts.map(({ value, places }) => element('b', { 'data-g': after(places) }, value)),
        element('small', {}, ` (${texts.optional})`),
        element('textarea', { name: 'comment', maxlength: 4000 }, answer.comment),
      ),
    ];
  }
  if (followUp.kind === 'reasons')
    return followUp.lists.map(({ after: places, prompt, options }) =>
      element(
        'fieldset',
        { 'data-g': after(places) },
        element('legend', {}, prompt),
        ...wordOrder(options, seed).map(({ id, label }) =>
          choice(
            { type: 'checkbox', name: 'reasons', value: id, checked: answer.reasons?.includes(id) },
            label,
          ),
        ),
      ),
    );
  const { kind } = followUp;
  return [
    element(
      'fieldset',
      { class: 's', 'data-g': after(followUp.after) },
      element('legend', {}, followUp.prompt),
      ...followUp.points.map(({ value, short }) =>
        choice({ type: 'radio', name: kind, value, checked: answer[kind] === value }, short),
      ),
    ),
  ];
}

/** Each different value with the places of the groups that share it. */
function perGroup<V>(values: readonly V[]): { value: V; places: number[] }[] {
  const found = new Map<string, { value: V; places: number[] }>();
  values.forEach((value, place) => {
    const key = JSON.stringify(value);
    const entry = found.get(key);
    if (entry) entry.places.push(place);
    else found.set(key, { value, places: [place] });
  });
  return [...found.values()];
}

/** What stands after the form: the thanks that takes its place, and the spoken and printed status. */
export function afterView(
  question: ThankedQuestion & {
    texts: Pick<QuestionTexts, 'saved' | 'failed' | 'change'> & { saving?: string };
  },
  heading: 'h1' | 'h2' = 'h2',
  links = true,
): Branch[] {
  const { saving, saved, failed, change } = question.texts;
  return [
    element(
      'div',
      { hidden: true },
      ...thanksView(question, heading, undefined, links),
      element('button', { class: 'l' }, change),
    ),
    element('p', { role: 'status', 'data-saving': saving, 'data-saved': saved, 'data-failed': failed }),
  ];
}

type ThankedQuestion = Pick<QuestionView, 'thanks' | 'contact'> & {
  texts: Pick<QuestionTexts, 'thanks' | 'thanksMore'>;
};

/**
 * Thanks: heading, the sentence and link of the score's group, and who looks after the customer. Without a `score` the
 * texts of all groups, marked by `data-g`; with null, where it is not known, the stock sentence.
 */
export function thanksView(
  { texts, thanks, contact }: ThankedQuestion,
  heading: 'h1' | 'h2',
  score?: number | null,
  links = true,
): Branch[] {
  const one = typeof score === 'number' ? thanks.find(({ upTo }) => score <= upTo) : undefined;
  const said =
    score === undefined
      ? perGroup(thanks.map(({ text, link }) => ({ text, link })))
      : [{ value: one ?? { text: texts.thanksMore, link: null }, places: thanks.map((_, place) => place) }];
  return [
    element(heading, { tabindex: -1 }, texts.thanks),
    ...said.map(({ value: { text, link }, places }) =>
      element(
        'p',
        { 'data-g': places.length < thanks.length ? places.join('') : null },
        text,
        links && link && ' ',
        links && link && element('a', { href: link.url, target: '_blank', rel: 'noopener' }, link.label),
      ),
    ),
    ...(contact ? [element('p', {}, contact)] : []),
  ];
}

/** The small print, if any: privacy link and the notice that has to stand with the question. */
export function smallPrint(
  question: Pick<QuestionView, 'privacyUrl' | 'notice'> & { texts: Pick<QuestionTexts, 'privacy'> },
  more?: Branch | null,
): Branch | null {
  const { privacyUrl, notice, texts } = question;
  if (!privacyUrl && !notice && !more) return null;
  return element(
    'footer',
    {},
    more,
    privacyUrl && element('a', { href: privacyUrl, target: '_blank', rel: 'noreferrer' }, texts.privacy),
    notice && element('p', {}, notice),
  );
}
