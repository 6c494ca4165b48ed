import type { ChoiceKind } from '../../survey/model/follow-up';

/** One answer to a question after the score: how many gave it, and their share with its 95 % Wilson interval. */
export type FollowUpShare = {
  id: string;
  label: string;
  count: number;
  share: number;
  low: number;
  high: number;
};

/**
 * What was answered to one question after the score. `n` are the people who answered it; below the workspace's minimum
 * `shown` is false and nothing but `n` is told. Of reasons people may choose several, so their shares can add up to more
 * than 1; frictions are offered after low and middle scores, strengths after high ones.
 */
export type FollowUpFigure =
  | {
      kind: 'frictions' | 'strengths';
      prompt: string;
      n: number;
      shown: boolean;
      /** Chosen at least once, the most often chosen first. */
      options: FollowUpShare[];
    }
  | {
      kind: ChoiceKind;
      prompt: string;
      n: number;
      shown: boolean;
      /** Every point, the lowest first. */
      options: FollowUpShare[];
      /** Mean of the points with its endpoint-adjusted 95 % interval; null where the points are no scale of one thing. */
      mean: { value: number; low: number; high: number } | null;
    };
