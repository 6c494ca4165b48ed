import { wilson } from '../statistics/wilson';
import { adjustedWald } from './adjusted-wald';
import {
  APPRAISAL_PAIRS,
  type AppraisalPair,
  EMOTION_WORDS,
  NO_WORD,
  type WordAnswerId,
} from './emotion-words';

/** How often each word was chosen, by word id; a missing id counts 0. */
export type WordCounts = Readonly<Record<string, number>>;

/** Share of people who chose a word, 0…1 with its Wilson interval; null when nobody answered the question. */
export interface WordShare {
  readonly id: WordAnswerId;
  readonly count: number;
  readonly n: number;
  readonly share: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** Share of the positive word minus share of the negative one, −1…1; null when nobody answered. */
export interface AppraisalBalance {
  readonly pair: AppraisalPair;
  readonly negative: number;
  readonly positive: number;
  readonly n: number;
  readonly balance: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

const ANSWERS: readonly WordAnswerId[] = [...EMOTION_WORDS.map((word) => word.id), NO_WORD.id];

/**
 * The share of every word and of "none", in the order of the table. People may choose two words, so the shares
 * can add up to more than 1. `n` is the number of people who answered the words question, "none" included;
 * whoever skipped it is not in n.
 * @throws RangeError for an unknown word, or a count that is no whole number within 0…n.
 */
export function wordShares(counts: WordCounts, n: number): WordShare[] {
  requireCounts(counts, n);
  return ANSWERS.map((id) => {
    const count = counts[id] ?? 0;
    const interval = wilson(count, n);
    if (interval === null) return { id, count, n, share: null, low: null, high: null };
    return { id, count, n, share: count / n, ...interval };
  });
}

/**
 * The balance of each appraisal pair, with the adjusted Wald interval of a net share. Somebody who chose both
 * words of a pair counts on both sides, which leaves the balance right and the interval slightly too wide.
 * @throws RangeError as {@link wordShares}.
 */
export function appraisalBalances(counts: WordCounts, n: number): AppraisalBalance[] {
  requireCounts(counts, n);
  return APPRAISAL_PAIRS.map((pair) => {
    const negative = chosen(counts, pair, -1);
    const positive = chosen(counts, pair, 1);
    const interval = adjustedWald({ up: positive, down: negative, n });
    const counted = { pair, negative, positive, n };
    if (interval === null) return { ...counted, balance: null, low: null, high: null };
    return { ...counted, balance: (positive - negative) / n, ...interval };
  });
}

function chosen(counts: WordCounts, pair: AppraisalPair, valence: -1 | 1): number {
  return EMOTION_WORDS.filter((word) => word.pair === pair && word.valence === valence).reduce(
    (sum, word) => sum + (counts[word.id] ?? 0),
    0,
  );
}

function requireCounts(counts: WordCounts, n: number): void {
  for (const [id, count] of Object.entries(counts)) {
    if (!(ANSWERS as readonly string[]).includes(id)) throw new RangeError(`${id} is not an emotion word`);
    if (!Number.isSafeInteger(count) || count < 0 || count > n) {
      throw new RangeError(`${count} of ${n} people did not choose ${id}`);
    }
  }
}
