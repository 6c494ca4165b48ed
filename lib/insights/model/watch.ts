import { z } from 'zod';
import { msg } from '../../translate';
import type { MarkerView } from '../model';
import type { Watch, WatchSeries, WatchSignal } from '../rules/watch';

/** How often a watch may be wrong, by how often that is about: false alarms in a year over a whole map. */
export const ALARM_RATES = [
  { perYear: 12, label: msg('about one a month') },
  { perYear: 4, label: msg('about one a quarter') },
  { perYear: 1, label: msg('about one a year') },
] as const;

export const alarmsSchema = z.number().int().min(1).max(52);

/** What a series is about. `touchpointId` null: the whole journey, or a handoff between two touchpoints. */
export type WatchedSubject = { title: string; stage: string | null; touchpointId: string | null };

export type WatchedSeriesView = WatchSeries & { subject: WatchedSubject };

/** The watch over one journey. */
export type WatchView = Pick<Watch, 'limits' | 'watched'> & {
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
