import type { ComponentType } from 'react';
import type { JourneyMapView } from '@/lib/insights/model';
import type { LaneId } from '@/lib/journey/model/lanes';
import { type Column, feltMeasure } from './columns';
import { EmotionCurves, EmotionLegend, LANE } from './emotion-lane';
import { EmotionPoint } from './emotion-point';
import { WordsCell } from './words-cell';

export type LaneCellProps = { column: Column; map: JourneyMapView };

/** One lane of the map below the touchpoints' own: what its cells say, and what is drawn behind all of them. */
export type Lane = {
  /** One line below its name. */
  note?: string;
  Legend?: ComponentType<{ map: JourneyMapView }>;
  /** In pixels; without it the lane is as high as its fullest cell. */
  height?: number;
  /** Drawn behind the cells, over the whole width of the columns. */
  Behind?: ComponentType<{ columns: readonly Column[]; map: JourneyMapView }>;
  /** The content of a touchpoint's cell; what can be pressed in it stays out of the tab order. */
  Cell: ComponentType<LaneCellProps>;
  /** Whether a cell says anything; where lanes are read one after the other, empty ones are left out. */
  filled: (column: Column, map: JourneyMapView) => boolean;
};

/** The lanes that can be shown, one line each; the touchpoints' lane is the map's own. */
const LANE_OF: Partial<Record<Exclude<LaneId, 'touchpoints'>, Lane>> = {
  emotion: {
    Legend: EmotionLegend,
    height: LANE.height,
    Behind: EmotionCurves,
    Cell: EmotionPoint,
    filled: ({ touchpoint }) =>
      touchpoint !== null && (touchpoint.expectedEmotion !== null || feltMeasure(touchpoint) !== null),
  },
  words: {
    note: 'newest comment',
    Cell: WordsCell,
    filled: ({ touchpoint }) => touchpoint !== null && touchpoint.quote !== null,
  },
};

/** What a lane draws; null for the touchpoints, and for a lane that is not there. */
export function laneOf(id: LaneId): Lane | null {
  return id === 'touchpoints' ? null : (LANE_OF[id] ?? null);
}

/** The lanes of a list that can be drawn. */
export function drawnLanes(ids: readonly LaneId[]): LaneId[] {
  return ids.filter((id) => id === 'touchpoints' || laneOf(id) !== null);
}
