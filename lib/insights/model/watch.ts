import { z } from 'zod';
import type { MetricId } from '../../scoring/metrics';
import type { Score } from '../../scoring/score';
import { msg } from '../../translate';
import type { Filter, JourneyMapView, MarkerView } from '../model';

/** How often a watch may be wrong, by how often that is about: false alarms in a year over a whole map. */
export const ALARM_RATES = [
  { perYear: 12, label: msg('about one a month') },
  { perYear: 4, label: msg('about one a quarter') },
  { perYear: 1, label: msg('about one a year') },
] as const;

export const alarmsSchema = z.number().int().min(1).max(52);

/** The days of one week, both included. */
export type Week = { from: string; to: string };

/** One or more weeks that are judged together. */
export type WatchPoint = Week & {
  /** Of these weeks alone. */
  score: Score;
  /** How far it lies from everything since the last change, in standard deviations; null while that is being learned. */
  z: number | null;
  /** The weighted average of z up to here, and how far from 0 chance takes it; null while learning. */
  average: number | null;
  limit: number | null;
};

/** A change that is more than chance: it began between `from` and `to`, most likely on `since`. */
export type WatchSignal = {
  lineageId: string;
  metric: MetricId;
  wording: string;
  direction: 'up' | 'down';
  /** `drift`: many weeks together; `jump`: a single one by itself. */
  rule: 'drift' | 'jump';
  from: string;
  to: string;
  since: string;
  /** The last day of the week that gave it away. */
  noticedOn: string;
  /** All answers since the shift before it, and those since this one. */
  before: Score;
  after: Score;
};

export type WatchSeries = Pick<WatchSignal, 'lineageId' | 'metric' | 'wording'> & {
  title: string;
  points: WatchPoint[];
  signals: WatchSignal[];
  /** Whether enough is known to judge the next week, or what is still needed. */
  state: { kind: 'watching' } | { kind: 'learning'; answers: number; weeks: number };
};

export type Watch = {
  series: WatchSeries[];
  /** In standard deviations: the limit of the average, and of a single week by itself. */
  limits: { drift: number; jump: number };
  /** Measures that share the false alarms. */
  watched: number;
};

/** What a series is about. `touchpointId` null: the whole journey, or a handoff between two touchpoints. */
export type WatchedSubject = { title: string; stage: string | null; touchpointId: string | null };

export type WatchedSeriesView = WatchSeries & { subject: WatchedSubject };

/** The watch over one journey. */
export type WatchView = Pick<Watch, 'limits' | 'watched'> & {
  /** What it is narrowed to, and what that can be chosen from. */
  narrowed: Pick<JourneyMapView, 'personas' | 'teams' | 'members' | 'channels'> & {
    filter: Omit<Filter, 'from' | 'to'>;
  };
  /** Everything that the map asks about, as lineages, whatever the filter. */
  lineageIds: string[];
  id: string;
  title: string;
  alarmsPerYear: number;
  minimumN: number;
  /** The days that were looked at. */
  from: string;
  to: string;
  /** In the order of the map, those that are never answered left out. */
  series: WatchedSeriesView[];
  /** The latest first. */
  signals: (WatchSignal & { subject: WatchedSubject; title: string })[];
  /** What was changed for customers meanwhile. */
  markers: MarkerView[];
};
