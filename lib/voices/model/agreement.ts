import type { Kappa } from '../../statistics/kappa';
import { SENTIMENTS, type Sentiment } from '../model';

/** How many comments are drawn at once. */
export const A_DRAW = 20;
/** Most comments of one check. */
export const MOST_JUDGED = 200;

/** What can be said of a comment: whether it is about the theme, or how it sounds. */
export const THEME_ANSWERS = ['yes', 'no'] as const;
export type ThemeAnswer = (typeof THEME_ANSWERS)[number];
export type Judgement = ThemeAnswer | Sentiment;
export const JUDGEMENTS: readonly Judgement[] = [...THEME_ANSWERS, ...SENTIMENTS];

/** What a check asks of each comment. */
export const answersOf = (themeId: string | null): readonly Judgement[] =>
  themeId === null ? SENTIMENTS : THEME_ANSWERS;

/** A comment of a check as it was judged; `member` null: not yet. */
export type Judged = { machine: Judgement; member: Judgement | null };

/** How right the machine is with one answer, by what the member said. */
export type Rightness = {
  answer: Judgement;
  /** How often the machine gave it, and how many of those the member gave too; the share with its interval. */
  given: number;
  precision: { share: number; low: number; high: number } | null;
  /** How often the member gave it, and the share of those that the machine gave too. */
  meant: number;
  recall: { share: number; low: number; high: number } | null;
};

/** What a check says once comments were judged. */
export type AgreementView = {
  n: number;
  agree: number;
  /** Share of equal answers with its interval; null where nothing was judged. */
  agreement: { share: number; low: number; high: number } | null;
  /** null: nothing was judged, or both gave one answer only. */
  kappa: Kappa | null;
  /** Shares are null below the minimum n. */
  rightness: Rightness[];
};
