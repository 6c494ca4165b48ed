/** Languages in which a metric can be asked. */
export type Language = 'en' | 'de';

/** A group of scores that shares one follow-up question. */
export type GroupId = 'low' | 'middle' | 'high';

/**
 * The locked text of a metric in one language. `{name}` stands for the brand and `{topic}` for what the
 * touchpoint is about, in the grammatical form that `topic` describes.
 */
export interface Wording {
  readonly question: string;
  /** The form the author has to write `{topic}` in, with an example; null where the question has none. */
  readonly topic: { readonly form: string; readonly example: string } | null;
  /** Anchor texts at the two ends of the scale. */
  readonly low: string;
  readonly high: string;
  /** One label per point, lowest first; empty where only the number speaks. */
  readonly points: readonly string[];
  /** The open question that follows, unless the author wrote another. */
  readonly why: Readonly<Record<GroupId, string>>;
  /** A notice that has to stand with the question. */
  readonly notice: string | null;
}
