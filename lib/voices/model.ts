import { z } from 'zod';
import type { MetricId } from '../scoring/metrics';
import type { Difference } from '../scoring/score';
import type { Interval } from '../statistics/interval';
import { msg } from '../translate';

/** Where a customer's text came from: the comment of an answer, or material that was brought in. */
export const MATERIAL_KINDS = ['interview', 'chat', 'ticket', 'review'] as const;
export type MaterialKind = (typeof MATERIAL_KINDS)[number];
export const VOICE_KINDS = ['comment', ...MATERIAL_KINDS] as const;
export type VoiceKind = (typeof VOICE_KINDS)[number];

export const VOICE_KIND_LABELS: Readonly<Record<VoiceKind, string>> = {
  comment: msg('Comment'),
  interview: msg('Interview'),
  chat: msg('Chat'),
  ticket: msg('Ticket'),
  review: msg('Review'),
};

export const SENTIMENTS = ['positive', 'negative', 'undecided'] as const;
export type Sentiment = (typeof SENTIMENTS)[number];

export const SENTIMENT_LABELS: Readonly<Record<Sentiment, string>> = {
  positive: msg('Sounds pleased'),
  negative: msg('Sounds displeased'),
  undecided: msg('Undecided'),
};

/** A word or phrase whose sentiment a person said; it holds for every voice from then on. */
export type SentimentWord = { phrase: string; sentiment: Sentiment };

/** What computing found in one text. */
export type Reading = {
  /** ISO 639-1; null: not to be told. */
  language: string | null;
  /** Where that is known from; null where it is not. */
  languageBy: 'survey' | 'text' | null;
  /** null: this language has no word list. */
  sentiment: Sentiment | null;
  /** −1…1; null as above. */
  valence: number | null;
  /** Ids of the themes whose words stand in it. */
  themeIds: string[];
  /** How often each kind of personal data was masked in it. */
  masked: Record<string, number>;
};

export const MOST_PHRASES = 60;
export const MOST_THEMES = 100;
/** The longest text that can be brought in as one voice. */
export const MOST_CHARACTERS = 4000;

export const phraseSchema = z
  .string()
  .trim()
  .min(2, 'A word or phrase has at least 2 characters.')
  .max(80, 'A word or phrase has at most 80 characters.');

export const themeSchema = z.strictObject({
  name: z.string().trim().min(1, 'Name the theme.').max(60, 'Use at most 60 characters.'),
  phrases: z
    .array(phraseSchema, 'Give words or phrases, one a line.')
    .min(1, 'Give at least one word or phrase.')
    .max(MOST_PHRASES, `Give at most ${MOST_PHRASES} words or phrases.`),
  exceptions: z
    .array(phraseSchema, 'Give words or phrases, one a line.')
    .max(MOST_PHRASES, `Give at most ${MOST_PHRASES} words or phrases.`)
    .default([]),
});
export type ThemeFields = z.output<typeof themeSchema>;
export type Theme = ThemeFields & { id: string };

/** A theme in the list, of the voices that a filter lets through. */
export type ThemeView = Theme & {
  n: number;
  /** Share of all voices, 0–1, with its 95 % interval; null where there are none. */
  share: number | null;
  interval: Interval | null;
  /** How many of them it is known of how they sound, and how many of those sound displeased and pleased. */
  heard: number;
  negative: number;
  positive: number;
  /** Share of those that sound displeased, 0–1, with its 95 % interval; null where it is known of none. */
  displeased: (Interval & { value: number }) | null;
  /** How often people said that the words found it rightly, and wrongly. */
  checked: { right: number; wrong: number };
  /** Scores of answers that mention it against those that do not; null where either is under the minimum n. */
  effect: ThemeEffect | null;
};

export type ThemeEffect = {
  metric: MetricId;
  /** Mentions minus the others, in code units. */
  difference: Difference;
  mention: number;
  others: number;
  /** Whether it stands out once the number of themes that were compared is reckoned with. */
  standsOut: boolean;
};

/** What is talked about at one touchpoint, in the same filter as its scores. */
export type TouchpointThemes = {
  /** Comments in all; whether a theme was found in them is told of `total`. */
  total: number;
  /** Fewer comments than the minimum fit what is asked of people: nothing is told of them. */
  withheld: boolean;
  /** Those that occur, the most frequent first. */
  themes: Pick<ThemeView, 'id' | 'name' | 'n' | 'share' | 'interval'>[];
};

/** One voice as the pages show it. */
export type VoiceView = {
  id: string;
  kind: VoiceKind;
  text: string;
  day: string;
  author: string;
  origin: string;
  language: string | null;
  languageBy: 'survey' | 'text' | null;
  sentiment: Sentiment | null;
  /** Said by a person, not computed. */
  sentimentSaid: boolean;
  themes: { id: string; name: string; said: boolean }[];
  journey: { id: string; title: string } | null;
  touchpoint: { id: string; title: string } | null;
  /** A passage of it was blacked out. */
  redacted: boolean;
  /** It was chosen for presentations. */
  chosen: boolean;
  /** Only of a comment. */
  answer: { placementId: string; responseId: string; metric: MetricId; score: number | null } | null;
};

/** Which voices are shown, besides period and people. Empty or null: all. */
export type VoiceAsked = {
  q: string;
  journeyId: string | null;
  touchpointId: string | null;
  themeId: string | null;
  sentiment: Sentiment | 'none' | null;
  language: string | null;
  kind: VoiceKind | null;
};

/** Words that low scorers write more often than high scorers, or the other way round. */
export type TermView = {
  term: string;
  /** Above 0: low scorers; below: high scorers. */
  z: number;
  low: number;
  high: number;
};

/** Comments that use like words, by what is most particular to them. */
export type ClusterView = { terms: string[]; n: number; examples: string[] };

/** The job that reads what nobody read yet. */
export const READ_VOICES = 'voices.read';
