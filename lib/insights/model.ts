import type { Source } from '../response/model';
import type { EvidenceLevel } from '../scoring/display';
import type { MetricId } from '../scoring/metrics';
import type { Difference, Score } from '../scoring/score';
import type { Tally } from '../scoring/tally';
import type { Language } from '../survey/model';

/** What every number on the screen follows. Days are inclusive, in the workspace's zone. */
export type Filter = {
  from: string;
  to: string;
  /** Empty: all sources. */
  sources: Source[];
  /** A persona's id; null: everybody. */
  persona: string | null;
};

/** The filter with the equally long period before it, against which change is measured. */
export type Period = {
  from: string;
  to: string;
  previousFrom: string;
  previousTo: string;
  /** True where nobody asked for a period and the last 90 days were empty: the last 90 days that end with an answer. */
  fallback: boolean;
};

/** One metric (and wording) of one subject: a touchpoint, a stage's pooled touchpoints, or the journey itself. */
export type MeasureView = {
  metric: MetricId;
  wording: string;
  /** 'NPS', or an imported question's own title. */
  title: string;
  tally: Tally;
  score: Score;
  previous: Score;
  /** null where either period is empty. Significant only where its interval excludes 0. */
  change: Difference | null;
  level: EvidenceLevel;
  /** Whether the headline may be shown: n is at least the workspace's minimum. */
  shown: boolean;
  /** The score in equal slices of the period, oldest first; null where a slice is below the minimum n. */
  spark: (number | null)[];
};

export type TeamView = { id: string; name: string };
export type PersonaView = { id: string; name: string; summary: string };
export type MomentView = { polarity: 'build' | 'break' | 'both'; reason: string | null };

/** A customer's own words at a touchpoint. */
export type QuoteView = {
  placementId: string;
  responseId: string;
  comment: string;
  metric: MetricId;
  score: number | null;
  source: Source;
  persona: string | null;
  receivedAt: Date;
};

export type TouchpointView = {
  id: string;
  lineageId: string;
  title: string;
  channel: string;
  owner: TeamView | null;
  moment: MomentView | null;
  /** The team's guess, −2…+2; null: nobody guessed. */
  expectedEmotion: number | null;
  /** One per metric and wording that was asked here; empty: nobody ever asked. */
  measures: MeasureView[];
  /** Whether a survey can be answered here now. */
  asking: boolean;
  /** The emotion word chosen most often in the period, if at least the minimum n chose words. */
  topWord: { id: string; share: number } | null;
  /** The newest comment of the period. */
  quote: QuoteView | null;
};

export type StageView = {
  id: string;
  title: string;
  goal: string;
  owner: TeamView | null;
  /** Pooled counts of equal metric and wording, one score each; never blended. */
  measures: MeasureView[];
  touchpoints: TouchpointView[];
};

/** All that the map draws. */
export type JourneyMapView = {
  id: string;
  title: string;
  objective: string;
  startTrigger: string;
  endOutcome: string;
  retired: boolean;
  personas: PersonaView[];
  teams: TeamView[];
  timeZone: string;
  minimumN: number;
  filter: Filter;
  period: Period;
  /** Journey-level surveys bind to it. */
  lineageId: string;
  language: Language;
  /** Journey-level surveys, such as the relationship NPS. */
  measures: MeasureView[];
  /** Whether a journey-level survey can be answered now. */
  asking: boolean;
  stages: StageView[];
  /** Touchpoints with enough answers in the period, of all touchpoints that are not retired. */
  coverage: { measured: number; touchpoints: number };
  /** What was taken off the map and can be restored; touchpoints of a retired stage come back with it. */
  retiredParts: {
    stages: { id: string; title: string }[];
    touchpoints: { id: string; title: string; stageId: string }[];
  };
};

/** One touchpoint opened: everything its drawer shows beside the map's own numbers. */
export type TouchpointDetailView = {
  touchpoint: TouchpointView;
  stage: { id: string; title: string };
  surveys: SurveySummaryView[];
  /** Per measure: slices of the period with their own interval, for the trend chart. */
  trends: TrendView[];
  /** Words chosen at an emotion survey, most often first. */
  words: {
    id: string;
    label: string;
    valence: -1 | 0 | 1;
    share: number;
    low: number;
    high: number;
    count: number;
  }[];
  wordsN: number;
  comments: QuoteView[];
};

export type TrendView = {
  metric: MetricId;
  wording: string;
  slices: { from: string; to: string; score: Score; shown: boolean }[];
};

export type SurveySummaryView = {
  id: string;
  metric: MetricId;
  title: string;
  version: number | null;
  placements: { id: string; kind: string; key: string; closedAt: Date | null }[];
};

/** One journey in the list of journeys. Counts are of all time. */
export type JourneySummaryView = {
  id: string;
  title: string;
  objective: string;
  personas: PersonaView[];
  stages: number;
  touchpoints: number;
  /** Touchpoints with at least one answer. */
  measured: number;
  answers: number;
  /** null: nobody ever answered. */
  lastAnsweredOn: string | null;
};

/** One line of the public scores reply, in display units and unrounded. `metric` null: nobody ever asked there. */
export type ScoreEntry = {
  id: string;
  title: string;
  /** The stage's title; null for the journey itself. */
  stage: string | null;
  metric: MetricId | null;
  value: number | null;
  n: number;
  low: number | null;
  high: number | null;
  shown: boolean;
  counts: Record<string, number>;
  formula: string | null;
};

/** The public scores reply. */
export type ScoresReply = {
  journey: string;
  from: string;
  to: string;
  touchpoints: ScoreEntry[];
  measures: ScoreEntry[];
};
