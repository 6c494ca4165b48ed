import type { MetricId } from '../../scoring/metrics';
import type { Correlation } from '../../statistics/correlation';
import type { Interval } from '../../statistics/interval';
import type { Contrast, PenaltyReward } from '../../statistics/penalty-reward';

/**
 * How much may be said about what an outcome moves together with, by how many people answered two touchpoints alike:
 * `none` nothing, `links` each touchpoint by itself, `tiers` three groups, `weights` shares with intervals.
 */
export type DriverLevel = 'none' | 'links' | 'tiers' | 'weights';

export type DriverTier = 'top' | 'middle' | 'lower';

/** One question of a journey that people may have answered, such as the CES of booking a visit. */
export type QuestionView = {
  /** Names it in an address. */
  key: string;
  /** null: about the journey as a whole. */
  touchpointId: string | null;
  touchpointTitle: string;
  lineageIds: string[];
  metric: MetricId;
  wording: string;
  /** 'CES', or an imported question's own title. */
  title: string;
};

/** How well a touchpoint does: its answers of the period on its own scale, 0 the lowest point and 1 the highest. */
export type PerformanceView = Interval & {
  value: number;
  n: number;
  /** How much of the value is the touchpoint's own and not what all of its metric have in common, 0–1; null: not shrunken. */
  reliability: number | null;
};

/** With its p-value adjusted for all touchpoints that are judged alike beside it, 0–1. */
export type Adjusted<T> = T & { adjustedP: number };

/** What is known of one touchpoint and the outcome. */
export type DriverView = {
  question: QuestionView;
  stage: string;
  /** People who answered both. */
  n: number;
  /** null: too few people, or all answers are the same. */
  link: Adjusted<Correlation> | null;
  /** Its share of what all touchpoints together go along with, 0–1; null below the level `weights`. */
  weight: (Interval & { share: number }) | null;
  /** null below the level `tiers`, or where it is not among what is weighed. */
  tier: DriverTier | null;
  /** In points of the outcome's scale. */
  contrast: { [Side in keyof PenaltyReward]: Adjusted<Contrast> | null };
  /** null: fewer answers than the workspace's minimum. */
  performance: PerformanceView | null;
};

export type DriversView = {
  /** What may be moved: the questions about the journey as a whole; the first that was chosen. */
  outcomes: QuestionView[];
  /** null: the journey as a whole was never asked about. */
  outcome: QuestionView | null;
  /** People who answered the outcome and are known. */
  people: number;
  /** Of them, who also answered a touchpoint before; drivers are about these. */
  linked: number;
  /** Only the newest people are read where there are more. */
  cutTo: number | null;
  windowDays: number;
  level: DriverLevel;
  /** The median, over pairs of touchpoints, of people who answered both; null: fewer than two touchpoints. */
  pairs: number | null;
  /** About how many more people lift it to the next level; null: nobody can tell, or it is the highest. */
  missing: number | null;
  /** How much of the outcome's variance goes along with all touchpoints together; null below `tiers`. */
  rSquared: (Interval & { value: number }) | null;
  /** The bootstrap: how often another sample was drawn, and from which seed. */
  draws: number;
  seed: number;
  /** With weights: the largest first; else in the order of the map. */
  drivers: DriverView[];
};

export type Quadrant = 'improve' | 'keep' | 'maintain' | 'watch';

/** A touchpoint between what it goes along with and how well it does. */
export type ImpactPoint = {
  driver: DriverView;
  /** Performance and its interval, 0–1. */
  x: Interval & { value: number };
  /** Share of the weight with its interval; the number of the tier, 0–2, where there are no weights. */
  y: Interval & { value: number };
  quadrant: Quadrant;
  /** Its interval crosses a line, so that it may as well be in another quadrant. */
  straddles: boolean;
  /** About how many more answers would tell on which side its performance is; null: none are needed, or nobody can tell. */
  missing: number | null;
};

export type ImpactView = { points: ImpactPoint[]; lines: { x: number; y: number } };
