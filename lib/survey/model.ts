import type { SurveyMetricId } from '../scoring/metrics';
import type { SurveyContent } from './model/content';
import type { ChoiceKind, FollowUpAnswers } from './model/follow-up';
import type { Language, QuestionTexts } from './model/language';
import type { WidgetRules } from './model/widget-rules';

/** Where a survey is asked: the page behind a link, a button in a mail, or the widget in a site. */
export const PLACEMENT_KINDS = ['link', 'email', 'widget'] as const;
export type PlacementKind = (typeof PLACEMENT_KINDS)[number];

/** One tappable point of a scale: `label` is its full accessible name ("7, agree"), `short` what is printed. */
export type PointView = { value: number; short: string; label: string };

/** The open question that follows a score: the first entry whose `upTo` is not below the score. */
export type WhyView = { upTo: number; prompt: string };

/** One selectable word of an emotion question; `none` is the answer that no word fits. */
export type WordView = { id: string; label: string };

/**
 * A question after the score. `after` are the places of the groups (as in `why`) after which it is asked. The open
 * question takes its prompts from `why`.
 */
export type FollowUpView =
  | { kind: 'text'; after: number[] }
  | {
      kind: 'reasons';
      lists: { after: number[]; prompt: string; options: { id: string; label: string }[] }[];
    }
  | { kind: ChoiceKind; after: number[]; prompt: string; points: PointView[] };

/** What a group of scores is thanked with; the link leads out of the survey. */
export type ThanksView = { upTo: number; text: string; link: { label: string; url: string } | null };

/** All text a customer's page or the widget needs to ask one survey, already in one language. */
export type QuestionView = {
  key: string;
  metric: string;
  min: number;
  max: number;
  /** The locked question, brand and topic filled in. */
  question: string;
  /** Anchor texts below the first and the last point; empty where every point is labelled. */
  low: string;
  high: string;
  points: PointView[];
  /** Whether points are drawn as faces with their label printed. */
  faces: boolean;
  words: { prompt: string; none: WordView; options: WordView[]; most: number } | null;
  /** The open question, by group of scores. */
  why: WhyView[];
  /** What may be asked after the score, in this order; the open question among them. */
  followUps: FollowUpView[];
  /** What stands after the thanks: the first entry whose `upTo` is not below the score. */
  thanks: ThanksView[];
  /** A sentence that names who looks after the customer at this touchpoint; null where nobody is named. */
  contact: string | null;
  texts: QuestionTexts;
  brand: string;
  privacyUrl: string | null;
  /** Trademark or other notice that has to stand with the question. */
  notice: string | null;
  language: Language;
  dir: 'ltr' | 'rtl';
  /** Every language it is offered in, this one too, each by its own name. */
  languages: { tag: Language; name: string }[];
};

/** What a customer gave; `score` absent means the question itself was skipped. */
export type Answer = { score?: number; words?: string[]; comment?: string } & FollowUpAnswers;

/** A published, frozen version of a survey. `wording` names what may be pooled: equal metric and wording. */
export type SurveyVersion = {
  version: number;
  metric: string;
  formula: string;
  wording: string;
  content: SurveyContent;
  publishedAt: Date;
};

/** What a survey is about, as the map calls it; a handoff is at the touchpoint that receives. `touchpointId` null: the whole journey. */
export type SubjectView = {
  lineageId: string;
  title: string;
  journeyId: string;
  touchpointId: string | null;
};

/** One place where a survey is asked, as its authors see it. */
export type PlacementView = {
  id: string;
  kind: PlacementKind;
  key: string;
  /** Address of the public page; null where the placement has none. */
  address: string | null;
  /** Channel that its answers are counted in; '' for none in particular. */
  channel: string;
  /** null for everything but a widget. */
  rules: WidgetRules | null;
  openedAt: Date;
  /** null: open. */
  closedAt: Date | null;
  /** Answers with a score, of all time. */
  answers: number;
};

/**
 * Whether a survey takes answers. paused and closed: its authors decided so. early and over: outside its days. full: its
 * quota is reached; who has begun may still finish.
 */
export const SURVEY_STATES = ['open', 'paused', 'closed', 'early', 'over', 'full'] as const;
export type SurveyState = (typeof SURVEY_STATES)[number];

/** When a survey takes answers, as its authors set it. */
export type SurveyTimes = {
  pausedAt: Date | null;
  closedAt: Date | null;
  opensAt: Date | null;
  /** The first instant at which it takes none any more. */
  closesAt: Date | null;
  /** How many counted answers it takes in all; null: any number. */
  quota: number | null;
};

/** A survey with all that its authors work on. */
export type SurveyView = {
  /** What may be pooled; another wording is another series of scores. */
  wording: string;
  times: SurveyTimes;
  state: SurveyState;
  /** Counted answers of all time and all its placements: what the quota is measured by. */
  answers: number;
  id: string;
  title: string;
  metric: SurveyMetricId;
  draft: SurveyContent;
  /** The newest published version; null: customers were never asked. */
  version: number | null;
  /** The newest first. */
  versions: Pick<SurveyVersion, 'version' | 'content' | 'formula' | 'wording' | 'publishedAt'>[];
  placements: PlacementView[];
  /** null where the subject is on no map of this workspace. */
  subject: SubjectView | null;
};

/** One survey among all of the workspace. */
export type SurveyLine = Pick<
  SurveyView,
  'id' | 'title' | 'metric' | 'times' | 'state' | 'answers' | 'version' | 'subject'
> & {
  /** As drafted, the first one first. */
  languages: Language[];
  /** When the newest counted answer came; null: none yet. */
  lastAnswerAt: Date | null;
  /** How many places ask it now. */
  openPlaces: number;
  /** Whether its answers came with a file, and nobody is asked by it. */
  imported: boolean;
};

/** What an author's texts may name: see `PIPES`. */
export type SurveyFields = {
  /** Attributes that contacts of this workspace have, the most frequent first; `name` is not among them. */
  attributes: string[];
  /** Who looks after the customer at the touchpoint; '' where nobody is named. */
  contactRole: string;
};

/** A subject that may be asked about, with what is worth knowing before choosing a metric. */
export type AskableView = SubjectView & {
  suggested: SurveyMetricId;
  surveys: { id: string; title: string; metric: string; version: number | null }[];
};

/** A widget placement with the survey that it asks. */
export type WidgetPlacementView = PlacementView & {
  surveyId: string;
  surveyTitle: string;
  subjectTitle: string | null;
};
