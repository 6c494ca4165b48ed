import { z } from 'zod';
import { METRIC_IDS, type MetricId } from '../scoring/metrics';
import type { Score } from '../scoring/score';
import type { Tally } from '../scoring/tally';
import type { FixValue } from '../statistics/value-of-fix';
import { msg } from '../translate';
import type { Trial } from './model/trial';

/** What an improvement does: remove a pain, make something better, do more of what works, or make something new. */
export const IMPROVEMENT_KINDS = ['fix', 'improve', 'amplify', 'create'] as const;
export type ImprovementKind = (typeof IMPROVEMENT_KINDS)[number];

export const IMPROVEMENT_KIND_LABELS: Readonly<Record<ImprovementKind, string>> = {
  fix: msg('Fix##kind of improvement'),
  improve: msg('Improve##kind of improvement'),
  amplify: msg('Amplify##kind of improvement'),
  create: msg('Create##kind of improvement'),
};

/** Where an improvement stands. */
export const IMPROVEMENT_STATES = ['idea', 'planned', 'doing', 'done', 'dropped'] as const;
export type ImprovementState = (typeof IMPROVEMENT_STATES)[number];

export const IMPROVEMENT_STATE_LABELS: Readonly<Record<ImprovementState, string>> = {
  idea: msg('Idea##state of an improvement'),
  planned: msg('Planned##state of an improvement'),
  doing: msg('Being done##state of an improvement'),
  done: msg('Done##state of an improvement'),
  dropped: msg('Dropped##state of an improvement'),
};

const ratio = z
  .number('Give a share from 0 to 100 %.')
  .min(0, 'Give a share from 0 to 100 %.')
  .max(1, 'Give a share from 0 to 100 %.')
  .nullable();
const outOfTen = z
  .number('Give a number from 0 to 10.')
  .min(0, 'Give a number from 0 to 10.')
  .max(10, 'Give a number from 0 to 10.')
  .nullable();
const text = z.string().trim().max(2000, 'Use at most 2,000 characters.');

/** What the team writes about an improvement. Ratios are 0–1; money is in the workspace's currency. */
export const improvementFields = {
  title: z.string().trim().min(1, 'Name the improvement.').max(120, 'Use at most 120 characters.'),
  problem: text,
  kind: z.enum(IMPROVEMENT_KINDS, { error: 'Choose what kind of improvement it is.' }),
  hypothesis: text,
  successCriterion: text,
  /** What it is meant to move, such as "Churn" or the name of an outcome of the journey. */
  outcome: z.string().trim().max(80, 'Use at most 80 characters.'),
  /** The metric it is judged by; null: the one with the most answers. */
  metric: z.enum(METRIC_IDS, { error: 'Choose a metric.' }).nullable(),
  /** The score to reach, in code units. */
  targetValue: z
    .number('Give a score of the metric.')
    .min(-10, 'Give a score of the metric.')
    .max(10, 'Give a score of the metric.')
    .nullable(),
  /** The share of bad answers to reach. */
  targetBadShare: ratio,
  effort: z
    .int('Choose an effort from 1 to 5.')
    .min(1, 'Choose an effort from 1 to 5.')
    .max(5, 'Choose an effort from 1 to 5.')
    .nullable(),
  cost: z
    .number('Give the cost as a number of 0 or more.')
    .min(0, 'Give the cost as a number of 0 or more.')
    .max(1_000_000_000, 'Give a cost of at most 1,000,000,000.')
    .nullable(),
  /** Share of customers who pass here. */
  reach: ratio,
  importance: outOfTen,
  satisfaction: outOfTen,
  confidence: ratio,
  ownerUserId: z.uuid('Choose one person who answers for it.'),
} as const;

export const improvementSchema = z.strictObject(improvementFields);
export type ImprovementFields = z.infer<typeof improvementSchema>;

export const EMPTY_IMPROVEMENT: Omit<ImprovementFields, 'title' | 'ownerUserId'> = {
  problem: '',
  kind: 'fix',
  hypothesis: '',
  successCriterion: '',
  outcome: '',
  metric: null,
  targetValue: null,
  targetBadShare: null,
  effort: null,
  cost: null,
  reach: null,
  importance: null,
  satisfaction: null,
  confidence: null,
};

/** The days before the start whose answers are the baseline. */
export const BASELINE_DAYS = 90;

/** The most days after a change whose answers are compared with the baseline. */
export const JUDGED_DAYS = 180;

/** One measure as it was before the start, frozen with all that made it. */
export type BaselineMeasure = {
  metric: MetricId;
  wording: string;
  tally: Tally;
  score: Score;
};

/** What customers answered where the improvement changes something, before it was started. */
export type Baseline = {
  from: string;
  to: string;
  /** One per metric and wording that was answered; the most answered first. */
  measures: BaselineMeasure[];
  /** By which of them it is judged; null: nobody had answered. */
  judged: { metric: MetricId; wording: string } | null;
  /** The difference worth having, in code units: fixed here, so that nobody can choose it after looking. */
  worth: number | null;
};

/** An improvement as it is stored. */
export type Improvement = ImprovementFields & {
  id: string;
  journeyId: string;
  state: ImprovementState;
  overrideReason: string;
  startedOn: string | null;
  effectiveOn: string | null;
  doneOn: string | null;
  baseline: Baseline | null;
  /** Groups that are or were compared with each other, the newest first: all before it have ended. */
  trials: Trial[];
  markerId: string | null;
  /** Whether the marker was made by the start. */
  ownMarker: boolean;
  createdAt: Date;
  retiredAt: Date | null;
  /** Lineages where it changes something. */
  lineageIds: string[];
  /** Statements that it answers. */
  statementIds: string[];
  /** Our own answers it rests on. */
  answers: { placementId: string; responseId: string }[];
};

/** What an improvement was moved to. */
export type ImprovementMove = {
  state: ImprovementState;
  reason: string;
  /** null: somebody who has left, or the story. */
  by: string | null;
  at: Date;
};

/**
 * Where a factor comes from: typed by hand, read from the map, answers or evidence, measured by what the answer about the
 * whole goes along with, or assumed because nothing is known.
 */
export type FactorOrigin = 'given' | 'found' | 'measured' | 'assumed';

export type Factor = { value: number; origin: FactorOrigin };

/**
 * The importance of a touchpoint by its share of what the answer about the whole journey goes along with, 0–10: 5 is an
 * even share of all touchpoints, 10 four times that, 0 none. With its 95 % interval; `people` answered both.
 */
export type MeasuredImportance = { value: number; low: number; high: number; share: number; people: number };

/** Everything that makes the priority: opportunity × reach × confidence / effort. */
export type Priority = {
  /** What was computed, with its version. */
  formula: string;
  /** What stands beside the importance of the map; null: too few people answered touchpoint and whole. */
  measured: MeasuredImportance | null;
  /** Satisfied answers that the satisfaction was found from; null: it was not found. `key`: the same ones have the same. */
  satisfied: { count: number; n: number; key: string } | null;
  importance: Factor;
  satisfaction: Factor;
  /** Ulwick's opportunity score, 0–20. */
  opportunity: number;
  reach: Factor;
  confidence: Factor;
  effort: Factor;
  /** 0–20. */
  value: number;
};

/** Where an improvement can stand among those that are open, as far as it is known. */
export type PriorityRank = {
  /** The middle 80 % of the ranks. */
  best: number;
  worst: number;
  of: number;
  /** The chance to be among the first three, 0–1. */
  top: number;
};

/** What reaching the target is worth in a year, at the ends of the sampling interval and at the observed share. */
export type ImprovementValue = {
  badShare: { value: number; low: number; high: number; count: number; n: number };
  target: { value: number; assumed: boolean };
  low: FixValue;
  base: FixValue;
  high: FixValue;
  currency: string;
  /** Figures of the economics that are somebody's assumption rather than measured. */
  assumed: string[];
};

export const VERDICTS = ['better', 'same', 'worse', 'unclear'] as const;
export type VerdictKind = (typeof VERDICTS)[number];

export const VERDICT_LABELS: Readonly<Record<VerdictKind, string>> = {
  better: msg('Better##verdict on an improvement'),
  same: msg('No clear difference##verdict on an improvement'),
  worse: msg('Worse##verdict on an improvement'),
  unclear: msg('Too early to tell##verdict on an improvement'),
};

/** Whether an improvement worked, and how that is known. All values in code units. */
export type Verdict = {
  kind: VerdictKind;
  metric: MetricId;
  wording: string;
  /** Days before the start and since customers feel it; inclusive. */
  before: { from: string; to: string; score: Score };
  after: { from: string; to: string; score: Score };
  /** null: too few answers on a side to compare anything. */
  effect: {
    delta: number;
    /** Holds at all daily looks together. */
    low: number;
    high: number;
    /** May be read daily. */
    p: number;
    /** The first day on which it was clear; null: never. */
    clearOn: string | null;
  } | null;
  /** Against touchpoints to which nothing was done, or before and after alone. */
  method: 'difference-in-differences' | 'before-after';
  /** Titles of the touchpoints it is compared with, and by how much they changed themselves. */
  others: { titles: string[]; trend: number } | null;
  /** True where there were touchpoints to compare with, but they had already moved apart before the start. */
  placeboFailed: boolean;
  /** The difference worth having. */
  worth: number;
  /**
   * By how much the share of bad answers fell, beyond that of the touchpoints it is compared with, with the 95 % interval
   * of a single look; null: too few answers.
   */
  fall: { value: number; low: number; high: number } | null;
  /** Answers that are still needed before anything is compared; 0: enough. */
  missing: number;
};

/** Where an improvement changes something, as the map calls it; a lineage that is off the map has no id. */
export type SubjectView = { lineageId: string; title: string; touchpointId: string | null };

/** One line of the register. */
export type ImprovementView = Improvement & {
  journeyTitle: string;
  ownerName: string | null;
  subjects: SubjectView[];
  priority: Priority;
  /** null: nobody answered there, or the workspace's economics do not suffice. */
  value: ImprovementValue | null;
  /** null: not started, or nothing to be judged by. */
  verdict: Verdict | null;
  /** What it brings in a year by its measured change of the bad share; null where that is not known. */
  realised: { low: number; base: number; high: number } | null;
};
