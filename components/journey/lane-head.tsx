import { memo } from 'react';
import { rich } from '@/components/ui/rich';
import { useText } from '@/components/ui/text';
import type { JourneyMapView } from '@/lib/insights/model';
import { LANE_LABELS, type LaneId, type Layer } from '@/lib/journey/model/lanes';
import type { Column, Stretch } from './columns';
import { type Lane, laneOf } from './lanes';
import { LaneHead } from './map-row';

/** The name of the stages' row. */
export function StagesName() {
  const t = useText();
  return (
    <LaneHead>
      {rich(t, '<b>Stage</b> and owner', {
        b: (inside) => <span className="font-semibold text-ink">{inside}</span>,
      })}
    </LaneHead>
  );
}

/** The name of a lane, with what its signs mean. Drawn again only where the map changed. */
export const LaneName = memo(function LaneName({
  id,
  map,
  layer,
}: {
  id: LaneId;
  map: JourneyMapView;
  layer: Layer | null;
}) {
  const t = useText();
  const lane = laneOf(id);
  return (
    <LaneHead>
      <span className="font-semibold text-ink">{t(LANE_LABELS[id])}</span>
      {lane ? lane.note && t(lane.note) : layer === null ? t('score, 95 % interval, n, trend') : null}
      {lane?.Legend ? <lane.Legend map={map} /> : null}
    </LaneHead>
  );
});

/** What a lane draws behind its cells, over all columns of the map; not drawn again while the map is scrolled. */
export const LaneBehind = memo(function LaneBehind({
  lane,
  columns,
  map,
  stretch,
}: {
  lane: Lane;
  columns: readonly Column[];
  map: JourneyMapView;
  stretch?: Stretch;
}) {
  return lane.Behind ? <lane.Behind columns={columns} map={map} stretch={stretch} /> : null;
});
