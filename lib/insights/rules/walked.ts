import type { JourneyMapView, MeasureView, TouchpointView } from '../model';
import { feltMeasure } from './emotion';

/** One touchpoint as members walked it, beside what customers say. Never pooled with their answers. */
export type WalkedTouchpoint = {
  touchpoint: TouchpointView;
  stageTitle: string;
  /** Members who rated it. */
  walkers: number;
  /** The mean of their own ratings, −2…2; null: nobody rated it. */
  rating: number | null;
  /** The mean of the minutes it took them; null: nobody took the time. */
  minutes: number | null;
  /** What customers feel; null where nobody asked. */
  felt: MeasureView | null;
};

/** What members noted on their own walks, touchpoint by touchpoint, compared with customers' scores. */
export function walkedOf(
  map: Pick<JourneyMapView, 'stages'>,
  steps: readonly { touchpointId: string; rating: number | null; minutes: number | null }[],
): WalkedTouchpoint[] {
  return map.stages.flatMap((stage) =>
    stage.touchpoints.map((touchpoint) => {
      const own = steps.filter(({ touchpointId }) => touchpointId === touchpoint.id);
      const ratings = own.flatMap(({ rating }) => rating ?? []);
      return {
        touchpoint,
        stageTitle: stage.title,
        walkers: ratings.length,
        rating: meanOf(ratings),
        minutes: meanOf(own.flatMap(({ minutes }) => minutes ?? [])),
        felt: feltMeasure(touchpoint),
      };
    }),
  );
}

const meanOf = (list: readonly number[]): number | null =>
  list.length === 0 ? null : list.reduce((sum, one) => sum + one, 0) / list.length;
