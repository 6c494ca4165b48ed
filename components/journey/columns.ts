import type { JourneyMapView, MeasureView, StageView, TouchpointView } from '@/lib/insights/model';
import { METRICS } from '@/lib/scoring/metrics';

/** One column of the map: a touchpoint, or the empty place of a stage that has none. */
export type Column = {
  stage: StageView;
  /** Place of the stage in the journey. */
  stageIndex: number;
  touchpoint: TouchpointView | null;
  /** Place of the touchpoint in its stage. */
  index: number;
};

/** The columns of a map from left to right. */
export function columnsOf(map: Pick<JourneyMapView, 'stages'>): Column[] {
  return map.stages.flatMap((stage, stageIndex): Column[] =>
    stage.touchpoints.length === 0
      ? [{ stage, stageIndex, touchpoint: null, index: 0 }]
      : stage.touchpoints.map((touchpoint, index) => ({ stage, stageIndex, touchpoint, index })),
  );
}

/** The measure the emotion curve is drawn from; null where nobody asked for feelings. */
export function feltMeasure(touchpoint: Pick<TouchpointView, 'measures'>): MeasureView | null {
  return touchpoint.measures.find(({ metric }) => METRICS[metric].faces) ?? null;
}

/** The measures in the order a cell shows them: what was asked first, feelings last, because they have a lane. */
export function shownMeasures(touchpoint: Pick<TouchpointView, 'measures'>): MeasureView[] {
  const felt = feltMeasure(touchpoint);
  const others = touchpoint.measures.filter((measure) => measure !== felt);
  return felt ? [...others, felt] : others;
}

/** The touchpoint of an id, with its place; null where the map has none. */
export function findColumn(map: Pick<JourneyMapView, 'stages'>, touchpointId: string): Column | null {
  return columnsOf(map).find((column) => column.touchpoint?.id === touchpointId) ?? null;
}
