import type { Translate } from '../../translate';
import type { JourneyMapView, MeasureView, TouchpointView } from '../model';
import { type Finding, healthOf } from './health';

/** What one member answers for in one journey. */
export type MineView = {
  map: Pick<JourneyMapView, 'id' | 'title' | 'minimumN' | 'language' | 'period' | 'today' | 'channels'>;
  /** Whether the member owns the journey itself. */
  ownsJourney: boolean;
  touchpoints: { touchpoint: TouchpointView; stage: { id: string; title: string } }[];
  /** What is missing at what they own; everywhere where they own the journey. */
  findings: Finding[];
};

/** What one member answers for on a map: their own touchpoints, and all findings there or, as its owner, everywhere. */
export function mineOf(map: JourneyMapView, userId: string, t: Translate): MineView {
  const { id, title, minimumN, language, period, today, channels } = map;
  const ownsJourney = map.owner?.id === userId;
  const touchpoints = map.stages.flatMap((stage) =>
    stage.touchpoints
      .filter(({ ownerPerson }) => ownerPerson?.id === userId)
      .map((touchpoint) => ({ touchpoint, stage: { id: stage.id, title: stage.title } })),
  );
  const own = new Set(touchpoints.map(({ touchpoint }) => touchpoint.id));
  return {
    map: { id, title, minimumN, language, period, today, channels },
    ownsJourney,
    touchpoints,
    findings: healthOf(map, t).filter(
      ({ touchpointId }) => ownsJourney || (touchpointId !== null && own.has(touchpointId)),
    ),
  };
}

/** The measures whose score fell or rose beyond chance against the period before, the largest change first. */
export function changed(
  mine: Pick<MineView, 'touchpoints'>,
  direction: 'up' | 'down',
): { title: string; touchpointId: string; measure: MeasureView }[] {
  const sign = direction === 'up' ? 1 : -1;
  return mine.touchpoints
    .flatMap(({ touchpoint }) =>
      touchpoint.measures
        .filter(({ shown, change }) => shown && change?.significant && sign * change.delta > 0)
        .map((measure) => ({ title: touchpoint.title, touchpointId: touchpoint.id, measure })),
    )
    .sort((a, b) => sign * ((b.measure.change?.delta ?? 0) - (a.measure.change?.delta ?? 0)));
}
