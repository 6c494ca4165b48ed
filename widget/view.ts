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
  /** What stands inside the form before and after everything else. */
  before?: Branch | null;
  after?: readonly (Branch | null)[];
  /** Whether it has to work without our script: a score is required, and its class names its group. */
  alone?: boolean;
};

/** How a scale is laid out, and the name of its part of the style sheet: faces, rows of words, or n points. */
export function scaleKind({ faces, points }: Pick<QuestionView, 'faces' | 'points'>): string {
  if (faces) return 'f';
  return points.some((point) => point.short.length > 2) ? 'r' : `n${points.length}`;
}

/**
 * One question as a form: heading, scale, then words, follow-ups and button, which show once a point is chosen.
 * A class like `g01` names the places of the groups of scores for which a part is there, `data-up` where each group ends.
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
  const point = ({ value, short, label }: PointView) =>
    choice(
      {
        type: 'radio',
        name: 'score',
        value,
        class: slot.alone ? `s${group(value)}` : null,
        required: slot.alone,
        checked: value === answer.score,
        'aria-label': label === short ? null : label,
      },
      faces && face(value),
      short,
    );

  return element(
    'form',
    { ...slot.form, 'data-up': why.map(({ upTo }) => upTo).join(), 'data-most': words?.most },
    slot.before,
    slot.note,
    element(
      'fieldset',
      { class: `s ${scaleKind(question)}`, role: 'radiogroup' },
      element('legend', {}, element(slot.heading ?? 'h2', {}, question.question)),
      ...points.map(point),
    ),
    low && high && element('p', { class: 'e' }, element('span', {}, low), element('span', {}, high)),
    element(
      'div',
      { class: 'g012 m' },
      words &&
        element(
          'fieldset',
          {},
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
    ...(slot.after ?? []),
    ...(slot.fields ?? []),
  );
}

/** A box or point with its name beside it, as one target. */
function choice(input: Parameters<typeof element>[1], ...name: Parameters<typeof element>[2][]): Branch {
  return element('label', {}, element('input', input), element('span', {}, ...name));
}

function followUpView(followUp: FollowUpView, question: ShownQuestion, answer: Answer, seed: string) {
  const { why, texts } = question;
  const after = (places: readonly number[]) => (places.length < why.length ? `g${places.join('')}` : null);
  if (followUp.kind === 'text') {
    const prompts = perGroup(why.map(({ prompt }) => prompt));
    return [
      element(
        'label',
        { class: after(followUp.after) },
        ...prompts.map(({ value, places }) => element('b', { class: after(places) }, value)),
        element('small', {}, ` (${texts.optional})`),
        element('textarea', { name: 'comment', maxlength: 4000 }, answer.comment),
      ),
    ];
  }
  if (followUp.kind === 'reasons')
    return followUp.lists.map(({ after: places, prompt, options }) =>
      element(
        'fieldset',
        { class: after(places) },
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
      { class: [after(followUp.after), 's'].filter(Boolean).join(' ') },
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

/**
 * What stands at the form's end: the thanks that comes under it, with a button named `next` if there is one, and the spoken
 * and printed status.
 */
export function afterView(
  question: ThankedQuestion & {
    /** `region` is spoken, and not printed, soon after it has come by itself. */
    texts: Pick<QuestionTexts, 'saved' | 'failed'> & { saving?: string; region?: string };
  },
  links = true,
  next?: string,
): Branch[] {
  const { saving, saved, failed } = question.texts;
  return [
    element(
      'div',
      { class: 'gabc', hidden: true },
      ...thanksView(question, 'h2', undefined, links),
      next && element('button', { class: 'l', type: 'button' }, next),
    ),
    element(
      'small',
      {
        role: 'status',
        class: question.texts.region ? 'i' : null,
        'data-saving': saving,
        'data-saved': saved,
        'data-failed': failed,
      },
      question.texts.region,
    ),
  ];
}

type ThankedQuestion = Pick<QuestionView, 'thanks' | 'contact'> & {
  texts: Pick<QuestionTexts, 'thanks' | 'thanksMore'>;
};

/**
 * Thanks: heading, the sentence and link of the score's group, and who looks after the customer. Without a `score` the
 * texts of all groups, each with its groups in its class; with null, where it is not known, the stock sentence.
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
  const after = (places: number[]) => `g${places.map((place) => 'abc'[place]).join('')}`;
  return [
    element(heading, { tabindex: -1 }, texts.thanks),
    ...said.map(({ value: { text, link }, places }) =>
      element(
        'p',
        { class: places.length < thanks.length ? after(places) : null },
        text,
        links && link && ' ',
        links && link && element('a', { href: link.url, target: '_blank', rel: 'noopener' }, link.label),
      ),
    ),
    ...(contact ? [element('p', {}, contact)] : []),
  ];
}

/** The small print, if any: privacy link and the notice that has to stand with the question. A site has its own footer. */
export function smallPrint(
  question: Pick<QuestionView, 'privacyUrl' | 'notice'> & { texts: Pick<QuestionTexts, 'privacy'> },
  more?: Branch | null,
  tag: 'footer' | 'small' = 'footer',
): Branch | null {
  const { privacyUrl, notice, texts } = question;
  if (!privacyUrl && !notice && !more) return null;
  return element(
    tag,
    {},
    more,
    privacyUrl && element('a', { href: privacyUrl, target: '_blank', rel: 'noreferrer' }, texts.privacy),
    notice && element('p', {}, notice),
  );
}
