import { z } from 'zod';
import type { SurveyMetricId } from '../scoring/metrics';

/** Where a survey is asked: the page behind a link, a button in a mail, or the widget in a site. */
export const PLACEMENT_KINDS = ['link', 'email', 'widget'] as const;
export type PlacementKind = (typeof PLACEMENT_KINDS)[number];

/** Languages a customer can be asked in. */
export const LANGUAGES = ['en', 'de'] as const;
export type Language = (typeof LANGUAGES)[number];

/** One tappable point of a scale: `label` is its full accessible name ("7, agree"), `short` what is printed. */
export type PointView = { value: number; short: string; label: string };

/** The open question that follows a score: the first entry whose `upTo` is not below the score. */
export type WhyView = { upTo: number; prompt: string };

/** One selectable word of an emotion question; `none` is the answer that no word fits. */
export type WordView = { id: string; label: string };

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
  why: WhyView[];
  texts: QuestionTexts;
  brand: string;
  privacyUrl: string | null;
  /** Trademark or other notice that has to stand with the question. */
  notice: string | null;
  language: Language;
  dir: 'ltr' | 'rtl';
};

export type QuestionTexts = {
  send: string;
  optional: string;
  saved: string;
  saving: string;
  failed: string;
  thanks: string;
  thanksMore: string;
  change: string;
  close: string;
  closed: string;
  closedMore: string;
  notFound: string;
  confirm: string;
  confirmMore: string;
  privacy: string;
  region: string;
  chooseFirst: string;
  sent: string;
  unsubscribe: string;
};

/** What a customer gave; `score` absent means the question itself was skipped. */
export type Answer = { score?: number; words?: string[]; comment?: string };

/** How the widget shows itself and when; the loader decides with nothing but this and the page. */
export type WidgetRules = {
  mode: 'popover' | 'inline';
  /** Substrings or `*` patterns of the page's path and query; empty means every page. */
  urls: string[];
  delaySeconds: number;
  /** Days before the same browser is asked again in this site, by the last time it was shown. */
  windowDays: number;
};

export const widgetRulesSchema = z.strictObject({
  mode: z.enum(['popover', 'inline']),
  urls: z.array(z.string().trim().min(1).max(200)).max(20),
  delaySeconds: z.number().int().min(0).max(3600),
  windowDays: z.number().int().min(0).max(3650),
});

export const DEFAULT_WIDGET_RULES: WidgetRules = {
  mode: 'popover',
  urls: [],
  delaySeconds: 3,
  windowDays: 90,
};

/** What the author of a survey may choose; wording and scale belong to the metric and stay locked. */
export const surveyContentSchema = z.strictObject({
  /** Fills `{topic}` of the metric's wording, in the form that the wording states; empty where it has none. */
  topic: z.string().trim().max(120),
  /** Own follow-up per group of scores; empty uses the metric's default. */
  why: z.strictObject({
    low: z.string().trim().max(200),
    middle: z.string().trim().max(200),
    high: z.string().trim().max(200),
  }),
  thanks: z.string().trim().max(200),
});
export type SurveyContent = z.infer<typeof surveyContentSchema>;

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
  /** null for everything but a widget. */
  rules: WidgetRules | null;
  openedAt: Date;
  /** null: open. */
  closedAt: Date | null;
  /** Answers with a score, of all time. */
  answers: number;
};

/** A survey with all that its authors work on. */
export type SurveyView = {
  id: string;
  title: string;
  metric: SurveyMetricId;
  draft: SurveyContent;
  /** The newest published version; null: customers were never asked. */
  version: number | null;
  /** The newest first. */
  versions: Pick<SurveyVersion, 'version' | 'content' | 'formula' | 'publishedAt'>[];
  placements: PlacementView[];
  /** null where the subject is on no map of this workspace. */
  subject: SubjectView | null;
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
