import type { Tongue } from '../identity/model';
import type { JourneyState, Outcome } from '../journey/model/journey';
import type { LinkKind } from '../journey/model/path';
import type { Effect, StatementKind, StatementState } from '../journey/model/statement';
import type { TouchpointFields } from '../journey/model/touchpoint';
import type { Benchmark } from '../outcomes/model';
import type { Device, Source } from '../response/model';
import type { EvidenceLevel } from '../scoring/display';
import type { MetricId } from '../scoring/metrics';
import type { Difference, Score } from '../scoring/score';
import type { Tally } from '../scoring/tally';
import type { FollowUpFigure } from './model/follow-ups';

/** What every number on the screen follows. Days are inclusive, in the workspace's zone. */
export type Filter = {
  from: string;
  to: string;
  /** Empty: all sources. */
  sources: Source[];
  /** A persona's id; null: everybody. */
  persona: string | null;
  /** Values of the attribute that splits customers. */
  segments: string[];
  channels: string[];
  /** BCP 47 tags. */
  languages: string[];
  devices: Device[];
  versions: SurveyVersion[];
  /** Ids of campaigns. */
  campaigns: string[];
  /** Id of a team or a member: only what is theirs is counted; null: everything. */
  owner: string | null;
  /** What the period is compared with. */
  compare: Comparison;
};

/** A published version of a survey. */
export type SurveyVersion = { surveyId: string; version: number };

/** The equally long period before, the same weekdays 52 weeks before, or days of one's own. */
export type Comparison = 'previous' | 'year' | { from: string; to: string };

/** The filter with the period that change is measured against. */
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
  /**
   * null where either period is empty. Significant only where its interval excludes 0 and, at touchpoints and handoffs,
   * it stands out of all that the map compares.
   */
  change: Difference | null;
  /** The p-value of the change after the correction for everything the map compares; null where it is no part of that. */
  adjustedP: number | null;
  level: EvidenceLevel;
  /** Whether the headline may be shown: n is at least the workspace's minimum. */
  shown: boolean;
  /** The score in equal slices of the period, oldest first; null where a slice is below the minimum n. */
  spark: (number | null)[];
};

/** How many changes a map holds against the period before at touchpoints and handoffs, and how many stand out. */
export type Comparisons = { made: number; standOut: number };

export type TeamView = { id: string; name: string };
/** A member who may own something. */
export type PersonView = { id: string; name: string };
/** A channel that the workspace added to the common list; a retired one is still shown where it is used. */
export type ChannelView = { key: string; label: string; retired: boolean };
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

export type TouchpointView = Omit<
  TouchpointFields,
  'ownerTeamId' | 'ownerUserId' | 'contributorTeamIds' | 'moment' | 'subJourneyId'
> & {
  id: string;
  lineageId: string;
  owner: TeamView | null;
  ownerPerson: PersonView | null;
  contributors: TeamView[];
  moment: MomentView | null;
  /** The journey that shows it in full. */
  subJourney: { id: string; title: string } | null;
  /** One per metric and wording that was asked here; empty: nobody ever asked. */
  measures: MeasureView[];
  /** The p-value of the gap to the expected emotion, corrected with all gaps of its map; not there: it stands alone. */
  gapAdjustedP?: number | null;
  /** Whether a survey can be answered here now. */
  asking: boolean;
  /** The last day with a counted answer, in any period; null: nobody ever answered. */
  answeredOn: string | null;
  /** The day of the last sign-off; null: nobody ever looked. */
  reviewedOn: string | null;
  /** Touchpoints that were merged into this one: their answers are counted here. */
  absorbed: { lineageId: string; title: string; on: string }[];
  /** Where it was split off and when: answers of before stayed there. */
  split: { fromId: string; fromTitle: string; on: string } | null;
  /** The emotion word chosen most often in the period, if at least the minimum n chose words. */
  topWord: { id: string; share: number } | null;
  /** The newest comment of the period. */
  quote: QuoteView | null;
};

export type StageView = {
  id: string;
  title: string;
  goal: string;
  successCriterion: string;
  /** The score that the stage is to reach, in the metric's own units; null: nobody set one. */
  target: { metric: MetricId; value: number } | null;
  owner: TeamView | null;
  contributors: TeamView[];
  /** Pooled counts of equal metric and wording, one score each; never blended. */
  measures: MeasureView[];
  touchpoints: TouchpointView[];
};

/** What the team asserts about the journey (no ids), a stage, or a touchpoint. */
export type StatementView = {
  id: string;
  stageId: string | null;
  touchpointId: string | null;
  kind: StatementKind;
  effect: Effect | null;
  text: string;
  /** A customer's words where the team has none of its own yet; read from the answer, so part of no copy of the map. */
  words?: string | null;
  /** What the team claims. */
  claimed: StatementState;
  /** What its evidence carries today: never more than what is claimed. */
  state: StatementState;
  personaId: string | null;
  expiresOn: string | null;
  createdOn: string;
  evidence: {
    id: string;
    kind: string;
    stance: string;
    gatheredOn: string;
    expiresOn: string | null;
    n: number | null;
  }[];
};

/** How customers leave the plain order. An end that is null lies outside the journey. */
export type LinkView = {
  id: string;
  kind: LinkKind;
  fromId: string | null;
  toId: string | null;
  label: string;
  /** 0–1; null: not known. */
  shareRatio: number | null;
};

/** What is agreed between the owners of two touchpoints, and what customers say about it. */
export type HandoffView = {
  id: string;
  fromId: string;
  toId: string;
  passes: string;
  promisedMinutes: number | null;
  recovery: string;
  lineageId: string | null;
  measures: MeasureView[];
  asking: boolean;
};

/** Something that was changed for customers on a day. */
export type MarkerView = {
  id: string;
  /** null: the whole journey. */
  touchpointId: string | null;
  changedOn: string;
  text: string;
  outcome: string;
};

/** Equally many days before a change and from its day on; days inclusive. */
export type ChangeSpan = { previousFrom: string; previousTo: string; from: string; to: string; days: number };

/** One measure before and after a change. */
export type BeforeAfterView = Pick<MeasureView, 'metric' | 'wording' | 'title'> & {
  n: { before: number; after: number };
  /** Answers that are still needed on each side before anything is compared; 0: enough. */
  missing: { before: number; after: number };
  /** Values in code units; null where either side has fewer answers than the workspace's minimum. */
  compared: { before: number; after: number; difference: Difference } | null;
};

/** A marked change with what customers answered before and after it. */
export type ChangeView = {
  marker: MarkerView;
  /** null: its day is still to come. */
  span: ChangeSpan | null;
  /** Other changes within the span that may have moved the same, in the order of their days: the difference may be theirs. */
  others: MarkerView[];
  measures: BeforeAfterView[];
};

/** What was changed for customers of a journey. */
export type JourneyChangesView = {
  /** Changes of the whole journey with its own measures, the oldest first. */
  changes: ChangeView[];
  /** Changes at single touchpoints, the oldest first. */
  elsewhere: { id: string; changedOn: string; text: string; touchpointId: string; touchpointTitle: string }[];
  /** Names of the journey's outcomes. */
  outcomes: string[];
  today: string;
  language: Tongue;
};

/** The measured emotion of one persona along the map: one place per touchpoint of the map, in its order. */
export type PersonaCurveView = { persona: PersonaView; measures: (MeasureView | null)[] };

/** All that the map draws. */
export type JourneyMapView = {
  id: string;
  title: string;
  objective: string;
  startTrigger: string;
  endOutcome: string;
  state: JourneyState;
  /** The map that this one was copied from. */
  copiedFromId: string | null;
  owner: PersonView | null;
  outcomes: Outcome[];
  reviewCadenceDays: number | null;
  reviewedOn: string | null;
  /** The step of the wizard to go on with; null: done or skipped. */
  setupStep: number | null;
  /** Counts every change of the map. */
  revision: number;
  /** The workspace's calendar day on which it is looked at. */
  today: string;
  retired: boolean;
  personas: PersonaView[];
  teams: TeamView[];
  members: PersonView[];
  channels: ChannelView[];
  statements: StatementView[];
  links: LinkView[];
  handoffs: HandoffView[];
  markers: MarkerView[];
  researchQuestions: { id: string; text: string; answer: string; answered: boolean }[];
  /** Journeys one of whose touchpoints this journey shows in full. */
  parents: { id: string; title: string }[];
  /** At most five, and only where they were asked for. */
  personaCurves: PersonaCurveView[];
  timeZone: string;
  minimumN: number;
  filter: Filter;
  period: Period;
  /** Journey-level surveys bind to it. */
  lineageId: string;
  language: Tongue;
  /** Journey-level surveys, such as the relationship NPS. */
  measures: MeasureView[];
  /** Whether a journey-level survey can be answered now. */
  asking: boolean;
  /** The first day on which anything was answered; null: nothing ever was. Only where a map is replayed. */
  answeredSince?: string | null;
  stages: StageView[];
  comparisons: Comparisons;
  /** Touchpoints with enough answers in the period, of all touchpoints that are not retired. */
  coverage: { measured: number; touchpoints: number };
  /** What was taken off the map and can be restored; touchpoints of a retired stage come back with it. */
  retiredParts: {
    stages: { id: string; title: string }[];
    /** `mergedInto`: what its answers are counted at; null where it was simply taken off. */
    touchpoints: { id: string; title: string; stageId: string; mergedInto: string | null }[];
  };
};

/** One touchpoint opened: everything its drawer shows beside the map's own numbers. */
export type TouchpointDetailView = {
  touchpoint: TouchpointView;
  stage: { id: string; title: string };
  surveys: SurveySummaryView[];
  /**
   * Its own lineage, then each that was merged into it, with what was answered there in the period by metric and
   * wording; one part only where nothing was merged.
   */
  parts: LineagePartView[];
  /** What it scores in each of its channels; empty where it has one. */
  channels: ChannelScoresView[];
  /** One for each measure. */
  measures: MeasureDetailView[];
  /** Per measure: slices of the period with their own interval, for the trend chart. */
  trends: TrendView[];
  /**
   * Its own and the whole journey's marked changes, the oldest first, each with this touchpoint's measures before and
   * after it. They follow the filter's sources and persona, not its period.
   */
  changes: ChangeView[];
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
  /** What was answered to the questions after the score. */
  followUps: FollowUpFigure[];
  comments: QuoteView[];
  /** What others have published about any metric; only some may stand beside a score. */
  benchmarks: Benchmark[];
};

/** A touchpoint's measures in one of its channels, in their own order. `channel` null: in none of them. */
export type ChannelScoresView = { channel: string | null; measures: MeasureView[] };

/** The answers of one of the lineages that a touchpoint shows. `on`: the day it was merged; null for its own. */
export type LineagePartView = {
  lineageId: string;
  title: string;
  on: string | null;
  measures: { metric: MetricId; wording: string; title: string; n: number }[];
};

export type MeasureDetailView = {
  metric: MetricId;
  wording: string;
  /**
   * About how many more answers it takes until the score is firm, and until the change is certain by itself, should it stay
   * as it is. 0: it is so already; null: not known, or no number would do.
   */
  until: { firm: number | null; certain: number | null };
  /**
   * How many answers each of two periods needs to find a change of this size, in code units, four times of five; null where
   * all answers are equal.
   */
  finds: { change: number; answers: number } | null;
  /**
   * The change by the order of answers alone: the chance that one of this period is above one of the period before, ties
   * by halves, and the p-value of Mann and Whitney's test; null where either period is empty.
   */
  order: { above: number; p: number | null } | null;
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
  state: JourneyState;
  /** The map that this one was copied from. */
  copiedFromId: string | null;
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
  /** Week by week, where that was asked for, in the order of the reply's `weeks`. */
  weekly?: Pick<ScoreEntry, 'value' | 'n' | 'low' | 'high' | 'shown'>[];
};

/** The public scores reply. */
export type ScoresReply = {
  journey: string;
  from: string;
  to: string;
  /** Mondays of the weeks, where they were asked for. */
  weeks?: string[];
  touchpoints: ScoreEntry[];
  measures: ScoreEntry[];
  /** Missing where no handoff is asked about. `stage` is the receiving touchpoint's. */
  handoffs?: ScoreEntry[];
};
