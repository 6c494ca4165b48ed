import type { Source } from '../../response/model';
import type { MetricId } from '../../scoring/metrics';
import type { Score } from '../../scoring/score';
import type { GroupId } from '../../scoring/wording';
import type { Interval } from '../../statistics/interval';
import type { QuestionView } from './drivers';

/** Somebody who answered at two touchpoints or more. */
export type CustomerView = {
  /** Names the person in an address. */
  person: string;
  /** Name, address or key; whatever is known. */
  label: string;
  /** A second line: the address of somebody with a name. */
  note: string | null;
  /** False where a site only claims who it is. */
  sure: boolean;
  touchpoints: number;
  answers: number;
  /** Answers in the lowest group of their scale: moments that went wrong. */
  frictions: number;
  lastAt: Date;
};

export type CustomersView = { total: number; customers: CustomerView[] };

/** One answer of a person, as it is kept. */
export type WayAnswer = {
  lineageId: string;
  placementId: string;
  responseId: string;
  metric: string;
  wording: string;
  score: number;
  words: string[] | null;
  comment: string | null;
  source: Source;
  receivedAt: Date;
};

/** One answer on a person's way. */
export type WayEntry = {
  placementId: string;
  responseId: string;
  /** null: about the journey as a whole. */
  touchpointId: string | null;
  /** The touchpoint's title; the journey's where it is about the whole. */
  title: string;
  stage: string | null;
  metric: MetricId;
  question: string;
  score: number;
  group: GroupId;
  words: string[] | null;
  comment: string | null;
  source: Source;
  receivedAt: Date;
  /** Whole days since the answer before; null for the first. */
  daysSince: number | null;
  /** Against the order of the map and along no path that is drawn on it. */
  back: boolean;
};

export type WayView = {
  label: string;
  note: string | null;
  sure: boolean;
  entries: WayEntry[];
  frictions: number;
  touchpoints: number;
  /** True where only the first answers are shown. */
  cut: boolean;
  /** Days of the first and last answer of theirs, where none fits the filter; null where some do. */
  elsewhere: { from: string; to: string } | null;
};

/** How the people of one group of answers to a first question answered a second one, then or later. */
export type CohortGroup = {
  group: GroupId;
  n: number;
  /** null: fewer people than the workspace's minimum. */
  score: Score | null;
};

export type CohortView = {
  first: QuestionView;
  later: QuestionView;
  people: number;
  groups: CohortGroup[];
  /** High minus low in the units of the second question; null where either side has too few people. */
  difference: ({ delta: number } & Interval) | null;
};

/** How a step between two touchpoints fits what the map plans. */
export type StepKind = 'next' | 'drawn' | 'ahead' | 'back';

export type StepView = {
  fromId: string;
  from: string;
  toId: string;
  to: string;
  kind: StepKind;
  people: number;
  medianDays: number;
};

export type OrderView = {
  /** Steps that people took, each counted once a person. */
  steps: number;
  /** How many of them went with the order of the map or along a path on it, 0–1; null: too few. */
  planned: (Interval & { share: number }) | null;
  /** Steps against the order, the most walked first; only those of at least the minimum n. */
  against: StepView[];
  /** Steps with the order, the most walked first; only those of at least the minimum n. */
  along: StepView[];
  /** Touchpoints that people came back to after another. */
  returns: { touchpointId: string; title: string; people: number }[];
};

/** Where people stop answering. */
export type SilenceView = {
  touchpointId: string;
  title: string;
  /** People for whom the usual time to the next answer has passed. */
  people: number;
  /** Share that answered nothing since, 0–1; null: fewer people than the minimum, or no usual time is known. */
  silent: (Interval & { share: number }) | null;
  /** The usual time to the next answer; null: nobody went on. */
  medianDays: number | null;
  /** Contacts that were asked by mail, and those of them who answered nothing since; null: nobody was asked. */
  asked: { people: number; silent: number } | null;
  /** Nothing follows it on the map. */
  last: boolean;
};
