import { z } from 'zod';
import { followUpSchema, GROUPS, MOST_FOLLOW_UPS, ownReasonSchema } from './follow-up';
import { LANGUAGES, type Language } from './language';

const text = (most: number) => z.string().trim().max(most, `Write at most ${most} characters.`);

const perGroup = (most: number) => z.strictObject({ low: text(most), middle: text(most), high: text(most) });

/**
 * What the author wrote in one language. In `why`, `thanks` and `topic`, `{name|text}` stands for what is known of the
 * customer or the touchpoint; see `PIPES`. Empty: the stock text of the language.
 */
export const localTextsSchema = z.strictObject({
  /** Fills `{topic}` of the metric's wording, in the form that the wording states; empty asks the plain question. */
  topic: text(120),
  /** The open question, by group of scores. */
  why: perGroup(200),
  /** What stands after “Thank you!”, by group of scores. */
  thanks: perGroup(200),
  /** The name of the link after it, by group of scores. */
  link: perGroup(60),
  /** Labels of the author's own reasons, by id. */
  reasons: z.record(ownReasonSchema, text(40)),
});
export type LocalTexts = z.infer<typeof localTextsSchema>;

const link = z.union([
  z.literal(''),
  z.url({ protocol: /^https?$/, error: 'Give an address that begins with https://.' }).max(500),
]);

/** What the author of a survey may choose; wording and scale belong to the metric and stay locked. */
export const surveyContentSchema = z.strictObject({
  /** The languages it is offered in; the first is the one that is asked where nothing fits better. */
  languages: z
    .array(z.enum(LANGUAGES))
    .min(1, 'Offer at least one language.')
    .refine((tags) => new Set(tags).size === tags.length, 'Name each language once.'),
  followUps: z
    .array(followUpSchema)
    .max(MOST_FOLLOW_UPS, `Ask at most ${MOST_FOLLOW_UPS} questions after the score.`)
    .refine(
      (all) => new Set(all.map(({ kind }) => kind)).size === all.length,
      'Ask each kind of question once.',
    )
    .refine(
      (all) => all.some(({ kind, after }) => kind === 'text' && after.length === GROUPS.length),
      'Keep the open question after every score: it finds what no choice covers.',
    ),
  /** Where the link on the thank-you page leads, by group of scores; empty: no link. */
  links: z.strictObject({ low: link, middle: link, high: link }),
  /** By language; a language that is missing has stock texts only. */
  texts: z.partialRecord(z.enum(LANGUAGES), localTextsSchema),
});
export type SurveyContent = z.infer<typeof surveyContentSchema>;

export const NO_TEXTS: LocalTexts = {
  topic: '',
  why: { low: '', middle: '', high: '' },
  thanks: { low: '', middle: '', high: '' },
  link: { low: '', middle: '', high: '' },
  reasons: {},
};

/** A survey as it starts: the score and the open question, in one language. */
export function newContent(language: Language, texts: Partial<LocalTexts> = {}): SurveyContent {
  return {
    languages: [language],
    followUps: [{ kind: 'text', after: [...GROUPS] }],
    links: { low: '', middle: '', high: '' },
    texts: { [language]: { ...NO_TEXTS, ...texts } },
  };
}

/** The language that is asked where nothing fits the customer better. */
export const baseLanguage = (content: Pick<SurveyContent, 'languages'>): Language =>
  content.languages[0] as Language;

/**
 * What an author may name in braces: `{contact.name|there}` writes the person's name, or “there” where it is not known.
 * `contact.` and any attribute of the contact; `touchpoint` its title; `touchpoint.contact` who looks after it; `brand`.
 */
export const PIPES = /\{(contact\.[\p{L}\p{N}_ -]{1,60}|touchpoint(?:\.contact)?|brand)(?:\|([^{}|]*))?\}/gu;
