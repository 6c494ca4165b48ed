import type { JourneyMapView, StageView, TouchpointView } from '../model';
import type { Show } from './look';

type Mapped = Pick<JourneyMapView, 'stages'>;

/** Ids of the touchpoints that a map picks out; null where none steps back. */
export function shownOn(map: Mapped, show: Show | null): ReadonlySet<string> | null {
  if (show === null) return null;
  return new Set(
    map.stages.flatMap((stage) =>
      stage.touchpoints.filter((touchpoint) => isShownBy(show, stage, touchpoint)).map(({ id }) => id),
    ),
  );
}

/** Who owns a touchpoint: its own owner, else its stage's; null where neither has one. */
export const ownerOf = (stage: Pick<StageView, 'owner'>, touchpoint: Pick<TouchpointView, 'owner'>) =>
  touchpoint.owner ?? stage.owner;

function isShownBy(show: Show, stage: StageView, touchpoint: TouchpointView): boolean {
  switch (show) {
    case 'moments':
      return touchpoint.moment !== null;
    case 'unasked':
      return touchpoint.measures.length === 0 && !touchpoint.asking;
    case 'unowned':
      return ownerOf(stage, touchpoint) === null;
    default: {
      const team = show.slice('team:'.length);
      const helpers = [...touchpoint.contributors, ...stage.contributors];
      return [ownerOf(stage, touchpoint), ...helpers].some((one) => one?.id === team);
    }
  }
}
