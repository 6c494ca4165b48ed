import { z } from 'zod';
import { daySchema } from '../../journey/model/statement';
import { METRIC_IDS, type MetricId } from '../../scoring/metrics';
import type { Score } from '../../scoring/score';
import type { Interval } from '../../statistics/interval';
import { msg } from '../../translate';
import type { VerdictKind } from '../model';

/** By what the two groups of a trial are told apart. */
export const TRIAL_BY = ['segment', 'channel', 'campaign', 'placement', 'version'] as const;
export type TrialBy = (typeof TRIAL_BY)[number];

export const TRIAL_BY_LABELS: Readonly<Record<TrialBy, string>> = {
  segment: msg('Segment'),
  channel: msg('Channel'),
  campaign: msg('Campaign'),
  placement: msg('Place where it is asked'),
  version: msg('Version of the survey'),
};

/** The difference of response rates worth having, and within which two are the same. */
export const RATE_MARGIN = 0.05;

const group = z.string().trim().min(1, 'Choose a group.').max(80, 'Choose a group.');

export const trialSchema = z.strictObject({
  by: z.enum(TRIAL_BY, { error: 'Choose by what the groups are told apart.' }),
  /** A segment or channel, the id of a campaign or placement, or `survey.version`. */
  control: group,
  variant: group,
  from: daySchema,
  /** null: it goes on. */
  to: daySchema.nullable(),
  /** The metric by which it is judged. */
  metric: z.enum(METRIC_IDS, { error: 'Choose a metric.' }),
  /** In code units: two scores that lie nearer are the same, and it is the difference worth having. */
  margin: z.number('Give a difference above 0.').positive('Give a difference above 0.').max(10, 'Give less.'),
  /** Whether chance alone decided who is in which group, as the team says. */
  random: z.boolean(),
  /** The share of the variant in both groups that was planned, 0–1; null: none was. */
  share: z
    .number('Give a share between 1 and 99 %.')
    .min(0.01, 'Give a share between 1 and 99 %.')
    .max(0.99, 'Give a share between 1 and 99 %.')
    .nullable(),
});
export type TrialFields = z.infer<typeof trialSchema>;

/**
 * Two groups of customers that are compared with each other over the same days. What it is judged by is fixed with it, so
 * that nobody can choose it after looking.
 */
export type Trial = TrialFields & {
  /** The day on which it was written down. */
  setOn: string;
};

/** One of two groups. */
export type TrialGroup = {
  /** Answers of the judged metric, of all wordings. */
  n: number;
  /** Response rate; null: nobody counts how many were asked. */
  rate: (Interval & { value: number; answered: number; asked: number }) | null;
  /** One per metric and wording, the most answered first. */
  measures: { metric: MetricId; wording: string; score: Score }[];
};

/** The variant against the control. All values in code units. */
export type Compared = {
  kind: VerdictKind;
  delta: number;
  /** 95 %, for a single look. */
  once: Interval & { method: string };
  /** Holds at all daily looks together. */
  daily: Interval;
  /** May be read daily. */
  p: number;
  /** The first day on which it was clear; null: it was never. */
  clearOn: string | null;
  margin: number;
  /** About how many more people of both groups together make it certain, should it stay so; 0: it is; null: no usual number. */
  missing: number | null;
};

/** Whether as many are in each group as was planned. */
export type SplitCheck = {
  planned: number;
  seen: number;
  n: number;
  /** What was counted: everybody who was asked, or only who answered. */
  of: 'asked' | 'answered';
  /** Chi-square. */
  p: number;
  /** p below 0.001: something other than the plan decided who is in which group. */
  off: boolean;
};

/** What a trial has shown until now. */
export type TrialView = Trial & {
  controlGroup: TrialGroup;
  variantGroup: TrialGroup;
  /** The last day that counts. */
  until: string;
  /** null: nobody counts how many were asked, or too few were. */
  rate: Compared | null;
  /** null: too few answers in a group, or no wording that both were asked. */
  score: (Compared & { wording: string }) | null;
  /** Both were asked the metric, but in other words: the difference would be that of the question. */
  apart: boolean;
  /** More answers that a group needs before scores are compared; 0: enough. */
  lacking: number;
  split: SplitCheck | null;
  /** The share of all answers that lie on days in which both groups were answering; null: a group has none. */
  together: number | null;
  /** Days between the start and its being written down: what was seen by then may have guided the choice. */
  setLate: number;
};
