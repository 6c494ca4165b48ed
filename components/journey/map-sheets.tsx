import { useText } from '@/components/ui/text';
import type { JourneyMapView } from '@/lib/insights/model';
import type { LaneId, Layer } from '@/lib/journey/model/lanes';
import { type Column, columnsWide, placesOf, sheetsOf } from './columns';
import { LaneBehind, LaneName, StagesName } from './lane-head';
import { laneOf } from './lanes';
import { LaneCell } from './map-cell';
import { MapRow } from './map-row';
import { type StageActions, StageHead } from './stage-head';
import { type CellActions, columnKey, TouchpointCell } from './touchpoint-cell';

/** So many columns can be read beside each other on an A3 page in landscape. */
export const SHEET_COLUMNS = 12;

/** What such a page holds beside its margins. */
const PAPER_PX = 1_460;

/** How much smaller a map that wide is printed. */
export const printZoom = (wholePx: number) => Math.min(1, PAPER_PX / wholePx);

/**
 * A long map on paper: cut between stages into parts that can be read, each with the names of its lanes. Curves and
 * arcs go on from part to part. Not seen on the screen.
 */
export function MapSheets({
  columns,
  lanes,
  heights,
  map,
  layer,
  isBack,
  actions,
}: {
  columns: readonly Column[];
  lanes: readonly LaneId[];
  heights: readonly (number | undefined)[];
  map: JourneyMapView;
  layer: Layer | null;
  isBack: (column: Column) => boolean;
  actions: CellActions & StageActions;
}) {
  const zoom = printZoom(columnsWide(SHEET_COLUMNS));
  const t = useText();
  const whole = placesOf(columns);
  return (
    <div aria-hidden="true" className="hidden print:block">
      {sheetsOf(columns, SHEET_COLUMNS).map(({ from, to }) => {
        const part = columns.slice(from, to);
        const { widths, total } = placesOf(part);
        const stretch = { start: whole.starts[from] as number, total };
        const starts = part.flatMap(({ stageIndex }, at) =>
          at === 0 || part[at - 1]?.stageIndex !== stageIndex ? [at] : [],
        );
        return (
          <div
            key={from}
            className="print-fit isolate mb-4 break-inside-avoid border border-line bg-panel text-sm"
            style={
              {
                '--map-header': `${columnsWide(0)}px`,
                '--map-columns': widths.map((width) => `minmax(0,${width}fr)`).join(' '),
                '--print-zoom': zoom,
                width: columnsWide(total),
              } as React.CSSProperties
            }
          >
            <MapRow index={0} className="border-b border-line bg-head">
              <StagesName />
              {starts.map((at, place) => {
                const { stage, folded, index } = part[at] as Column;
                return (
                  <StageHead
                    key={at}
                    stage={
                      index > 0 && !folded
                        ? { ...stage, title: t('{title} (continued)', { title: stage.title }) }
                        : stage
                    }
                    index={at}
                    span={(starts[place + 1] ?? part.length) - at}
                    folded={folded === true}
                    focusable={false}
                    renaming={false}
                    menu={null}
                    editable={false}
                    actions={actions}
                  />
                );
              })}
            </MapRow>
            {lanes.map((id, laneIndex) => {
              const lane = laneOf(id);
              return (
                <MapRow
                  key={id}
                  index={laneIndex + 1}
                  className={laneIndex === lanes.length - 1 ? '' : 'border-b border-line'}
                  height={heights[laneIndex]}
                >
                  <LaneName id={id} map={map} layer={layer} />
                  {lane ? <LaneBehind {...{ lane, columns, map, stretch }} /> : null}
                  {part.map((column, at) => {
                    const cell = {
                      ...{ column, map, row: laneIndex + 1, index: at, focusable: false },
                      ...{ first: starts.includes(at), back: isBack(column) },
                    };
                    return lane ? (
                      <LaneCell key={columnKey(column)} {...cell} lane={lane} />
                    ) : (
                      <TouchpointCell
                        key={columnKey(column)}
                        {...cell}
                        {...{ mark: null, menu: null, layer, href: '', actions }}
                        {...{ editable: false, selected: false, lifted: false, renaming: false }}
                      />
                    );
                  })}
                </MapRow>
              );
            })}
          </div>
        );
      })}
    </div>
  );
}
