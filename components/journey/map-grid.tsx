'use client';

import { Plus } from 'lucide-react';
import { useRouter } from 'next/navigation';
import {
  type RefObject,
  useCallback,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useText } from '@/components/ui/text';
import { useToast } from '@/components/ui/toast';
import type { StageView } from '@/lib/insights/model';
import { nextZoom } from '@/lib/insights/rules/look';
import { shownOn } from '@/lib/insights/rules/shown';
import { AddDialog, type Adding } from './add-dialog';
import { type Column, columnsOf, columnsWide, findColumn, HEADER_PX, placesOf } from './columns';
import { droppedAt, PENDING_ID } from './edits';
import { inside, type Position, shapeOf } from './focus';
import { KeyList } from './key-list';
import { LaneBehind, LaneName, StagesName } from './lane-head';
import { laneOf } from './lanes';
import { LaneCell } from './map-cell';
import { useEditor } from './map-editor';
import { cellOf, mapKeys } from './map-keys';
import { MapRow } from './map-row';
import { MapSheets, printZoom, SHEET_COLUMNS } from './map-sheets';
import { MiniMap } from './mini-map';
import { type StageActions, StageHead } from './stage-head';
import { type CellActions, columnKey, TouchpointCell } from './touchpoint-cell';
import { useAnchor } from './use-anchor';
import { type DropMark, useCardDrag } from './use-card-drag';
import { useLook } from './use-look';
import { usePrinting } from './use-printing';
import { SMALLEST, useScale } from './use-scale';
import { useWindow } from './use-window';

/** What other parts of the page can ask the map for. */
export type MapHandle = { goTo: (touchpointId: string) => void };

type Menu = { id: string; open: boolean };

/** The map as a grid: one tab stop, arrows between cells, and every edit by pointer, by menu and by key. */
export function MapGrid({
  handle,
  find,
}: {
  handle: RefObject<MapHandle | null>;
  /** Asks for the name of a touchpoint to go to. */
  find: () => void;
}) {
  const editor = useEditor();
  const t = useText();
  const router = useRouter();
  const say = useToast();
  const { look, changeLook } = useLook();
  const { map, editable, edit, selected } = editor;
  const { layer, zoom } = look;
  const foldedKey = look.folded.join();
  const lanesKey = look.lanes.join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the address is read anew with every change of it
  const columns = useMemo(() => columnsOf(map, look.folded), [map, foldedKey]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same
  const lanes = useMemo(() => look.lanes, [lanesKey]);
  const places = useMemo(() => placesOf(columns), [columns]);
  const shape = useMemo(
    () =>
      shapeOf(
        columns.map(({ stageIndex }) => stageIndex),
        lanes.length,
      ),
    [columns, lanes],
  );
  const heights = useMemo(
    () => lanes.map((id) => laneOf(id)?.height?.({ columns, map })),
    [lanes, columns, map],
  );
  const shown = useMemo(() => shownOn(map, look.show), [map, look.show]);
  const cardRow = lanes.indexOf('touchpoints') + 1;
  const grid = useRef<HTMLDivElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const [position, setPosition] = useState<Position>({ row: cardRow, column: 0 });
  const [renaming, setRenaming] = useState<string | null>(null);
  const [menu, setMenu] = useState<Menu | null>(null);
  const [adding, setAdding] = useState<Adding | null>(null);
  const [keysShown, setKeysShown] = useState(false);
  const [mark, setMark] = useState<DropMark | null>(null);
  const [lifted, setLifted] = useState<string | null>(null);
  const [follow, setFollow] = useState<string | null>(null);
  const focusInside = useRef(false);
  const current = inside(shape, position);
  useAnchor(columns, current, setPosition);
  const wholePx = columnsWide(places.total);
  const printing = usePrinting(columns.length > SHEET_COLUMNS);
  const scale = useScale(scroller, zoom, wholePx);
  const { drawn, inSight } = useWindow(scroller, places, HEADER_PX * scale);

  const focusCell = useCallback(
    (to: Position) => {
      const cell = inside(shape, to);
      const element = cellElement(grid.current, cell);
      setPosition(cell);
      if (element) element.focus();
      // A cell that lies outside what is drawn is drawn because it is to have the focus.
      else requestAnimationFrame(() => cellElement(grid.current, cell)?.focus());
    },
    [shape],
  );

  useImperativeHandle(
    handle,
    () => ({
      goTo(touchpointId) {
        const at = findColumn(map, touchpointId);
        if (!at) return;
        if (look.folded.includes(at.stage.id)) {
          changeLook({ folded: look.folded.filter((id) => id !== at.stage.id) });
          setFollow(touchpointId);
          focusInside.current = true;
          return;
        }
        const column = columns.findIndex(({ touchpoint }) => touchpoint?.id === touchpointId);
        focusCell({ row: cardRow, column });
      },
    }),
    [map, look, columns, cardRow, focusCell, changeLook],
  );

  // What was moved or added gets the focus, so that the same key can be pressed again.
  useEffect(() => {
    const active = document.activeElement;
    const isFree = () => {
      const now = document.activeElement;
      return now === document.body || grid.current?.contains(now) || focusInside.current;
    };
    if (follow === null || !isFree() || active?.matches('textarea, select, [role="grid"] input')) return;
    const column = columns.findIndex(
      ({ touchpoint, stage }) => touchpoint?.id === follow || stage.id === follow,
    );
    if (column < 0) return;
    const isStage = columns[column]?.touchpoint?.id !== follow;
    const row = isStage ? 0 : Math.max(1, cellOf(active)?.row ?? cardRow);
    // A cell that keeps the focus while it is moved tells nobody.
    setPosition({ row, column });
    const frame = requestAnimationFrame(() => {
      // A drawer that opened in the same moment has it by now, and keeps it.
      if (isFree()) cellElement(grid.current, { row, column })?.focus();
    });
    return () => cancelAnimationFrame(frame);
  }, [columns, follow, cardRow]);

  // A cell that was retired takes the focus with it: its neighbour gets it.
  useEffect(() => {
    if (!focusInside.current || document.activeElement !== document.body) return;
    cellElement(grid.current, inside(shape, position))?.focus();
  }, [shape, position]);

  const lastSelected = useRef(selected);
  useEffect(() => {
    const was = lastSelected.current;
    lastSelected.current = selected;
    const shown = selected ?? was;
    if (!shown || selected === was) return;
    const column = columns.findIndex(({ touchpoint }) => touchpoint?.id === shown);
    if (column < 0) return;
    if (selected === null) return focusCell({ row: cardRow, column });
    setPosition({ row: cardRow, column });
    cellElement(grid.current, { row: cardRow, column })?.scrollIntoView({
      block: 'nearest',
      inline: 'nearest',
    });
  }, [selected, columns, cardRow, focusCell]);

  // Rows keep the height they once had, so that a long map does not jump while it is scrolled.
  const windowed = drawn.to - drawn.from < columns.length;
  // biome-ignore lint/correctness/useExhaustiveDependencies: measured whenever other columns are drawn
  useLayoutEffect(() => {
    const rows = [...(grid.current?.querySelectorAll<HTMLElement>('[role="row"]') ?? [])];
    if (!windowed) {
      for (const row of rows) row.style.minHeight = '';
      return;
    }
    const heights = rows.map((row) => row.offsetHeight);
    rows.forEach((row, index) => {
      row.style.minHeight = `${heights[index]}px`;
    });
  }, [windowed, drawn.from, drawn.to]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another look or another map has other heights
  useLayoutEffect(() => {
    for (const row of grid.current?.querySelectorAll<HTMLElement>('[role="row"]') ?? [])
      row.style.minHeight = '';
  }, [lanes, layer, columns]);

  function addTouchpoint(stage: StageView, index: number) {
    setAdding({ kind: 'touchpoint', stageId: stage.id, stageTitle: stage.title, index });
  }

  function fold(stageId: string) {
    const isFolded = look.folded.includes(stageId);
    changeLook({
      folded: isFolded ? look.folded.filter((id) => id !== stageId) : [...look.folded, stageId],
    });
    setFollow(stageId);
  }

  const acts = {
    edit,
    open: (touchpointId: string) => editor.open(touchpointId),
    rename: setRenaming,
    renamed(row: number, column: number) {
      setRenaming(null);
      requestAnimationFrame(() => focusCell({ row, column }));
    },
    add: (column: (typeof columns)[number]) =>
      addTouchpoint(column.stage, column.touchpoint ? column.index + 1 : column.index),
    addTouchpoint,
    addStage: (stage: StageView) =>
      setAdding({ kind: 'stage', index: map.stages.findIndex(({ id }) => id === stage.id) + 1 }),
    follow: setFollow,
    menu: (id: string | null) => setMenu((was) => (id ? { id, open: true } : was && { ...was, open: false })),
    menuClosed(row: number, column: number) {
      if (renaming === null && adding === null) focusCell({ row, column });
    },
    fold,
    unfold: fold,
  };
  const actions = useLatest<CellActions & StageActions>(acts);

  // A guest's map has no such page.
  const presents = editor.path === `/journeys/${map.id}`;

  const onKeyDown = mapKeys({
    editor,
    columns,
    shape,
    current,
    focusCell,
    follow: setFollow,
    rename: setRenaming,
    openMenu: (id) => setMenu({ id, open: true }),
    addTouchpoint,
    fold,
    kindIn: (row) => {
      const id = lanes[row - 1];
      return (id && laneOf(id)?.kind) ?? null;
    },
    say,
    t,
    zoom: (direction) => changeLook({ zoom: direction === 0 ? 100 : nextZoom(zoom, direction) }),
    page: () => inSight().to - inSight().from - 1,
    find,
    present: () => {
      if (presents) router.push(`${editor.path}/present${window.location.search}`);
    },
    showKeys: () => setKeysShown(true),
  });

  useCardDrag(scroller, editable, {
    scale,
    lift: setLifted,
    mark: setMark,
    drop(id, target) {
      const column = columns[target.column];
      if (!column) return;
      const change = droppedAt(map, id, {
        stageId: column.stage.id,
        index: column.index,
        after: target.after && column.touchpoint !== null,
      });
      if (!change) return;
      const title = findColumn(map, id)?.touchpoint?.title ?? '';
      setFollow(id);
      void edit(change, t('Moved “{title}”', { title }));
    },
  });

  if (columns.length === 0) {
    return (
      <>
        <div className="rounded-xl border border-dashed border-line-strong bg-panel px-6 py-14 text-center text-soft">
          {editable ? (
            <>
              <p className="mb-4">
                {t(
                  'A journey has stages from left to right, and touchpoints in them. Start with the first stage.',
                )}
              </p>
              <button
                type="button"
                className="inline-flex min-h-11 items-center gap-2 rounded-lg bg-primary px-4 font-medium text-on-primary"
                onClick={() => setAdding({ kind: 'stage', index: 0 })}
              >
                <Plus aria-hidden="true" className="size-4" /> {t('Add a stage')}
              </button>
            </>
          ) : (
            t('Nobody has added a stage yet.')
          )}
        </div>
        <AddDialog adding={adding} onClose={() => setAdding(null)} onAdded={setFollow} />
      </>
    );
  }

  const shownColumns = columnsToDraw(drawn, columns.length, [
    current.column,
    columns.findIndex(({ touchpoint }) => touchpoint !== null && touchpoint.id === (lifted ?? selected)),
  ]);
  const stageColumns = [...new Set(shownColumns.map((column) => shape.starts[column] as number))];
  const first = (column: number) => shape.starts[column] === column;
  const focusable = (row: number, column: number) => current.row === row && current.column === column;
  const isBack = ({ touchpoint, stage }: Column) =>
    shown !== null &&
    (touchpoint ? !shown.has(touchpoint.id) : !stage.touchpoints.some(({ id }) => shown.has(id)));
  const menuOf = (id: string) => (menu?.id === id ? (menu.open ? 'open' : 'closed') : null);

  return (
    <>
      <MiniMap
        scroller={scroller}
        columns={columns}
        places={places}
        map={map}
        layer={layer}
        headerPx={HEADER_PX * scale}
        wholePx={wholePx * scale}
        leastPx={wholePx * (zoom === 'fit' ? SMALLEST : scale)}
        shown={shown}
      />
      <div
        ref={scroller}
        className={`print-whole relative overflow-x-auto overscroll-x-contain rounded-xl border border-line bg-panel shadow-card ${printing ? 'print:hidden' : ''}`}
        style={{ scrollPaddingLeft: HEADER_PX * scale }}
      >
        {/* biome-ignore lint/a11y/useSemanticElements: a table cannot be edited like a grid */}
        <div
          ref={grid}
          id="map-grid"
          role="grid"
          aria-label={t('{title}, journey map', { title: map.title })}
          aria-describedby="map-keys"
          aria-rowcount={lanes.length + 1}
          aria-colcount={columns.length + 1}
          className="print-fit isolate text-sm"
          style={
            {
              '--map-header': `${HEADER_PX}px`,
              '--map-columns': places.widths.map((width) => `minmax(0,${width}fr)`).join(' '),
              '--print-zoom': printZoom(wholePx),
              minWidth: wholePx,
              ...(scale === 1 ? {} : { zoom: scale }),
            } as React.CSSProperties
          }
          onKeyDown={onKeyDown}
          onFocus={(event) => {
            focusInside.current = true;
            const at = cellOf(event.target);
            if (!at) return;
            if (at.row !== position.row || at.column !== position.column) setPosition(at);
            const here = columns[at.column];
            if (follow !== null && follow !== (at.row === 0 ? here?.stage.id : here?.touchpoint?.id))
              setFollow(null);
          }}
          onBlur={(event) => {
            focusInside.current = !event.currentTarget.contains(event.target);
          }}
        >
          <MapRow index={0} className="border-b border-line bg-head">
            <StagesName />
            {stageColumns.map((column) => {
              const { stage, stageIndex, folded } = columns[column] as (typeof columns)[number];
              return (
                <StageHead
                  key={stage.id === PENDING_ID ? `${PENDING_ID} ${stageIndex}` : stage.id}
                  stage={stage}
                  index={column}
                  span={folded ? 1 : Math.max(1, stage.touchpoints.length)}
                  focusable={focusable(0, column)}
                  folded={folded === true}
                  renaming={renaming === stage.id}
                  menu={menuOf(stage.id)}
                  editable={editable}
                  actions={actions}
                />
              );
            })}
          </MapRow>
          {lanes.map((id, laneIndex) => {
            const row = laneIndex + 1;
            const lane = laneOf(id);
            const last = laneIndex === lanes.length - 1;
            const className = last ? '' : 'border-b border-line';
            if (!lane) {
              return (
                <MapRow key={id} index={row} className={className}>
                  <LaneName id={id} map={map} layer={layer} />
                  {shownColumns.map((index) => {
                    const column = columns[index] as (typeof columns)[number];
                    const touchpoint = column.touchpoint?.id ?? null;
                    return (
                      <TouchpointCell
                        key={columnKey(column)}
                        column={column}
                        map={map}
                        row={row}
                        index={index}
                        focusable={focusable(row, index)}
                        first={first(index)}
                        mark={mark?.column === index ? (mark.after ? 'after' : 'before') : null}
                        editable={editable}
                        selected={touchpoint !== null && touchpoint === selected}
                        lifted={touchpoint !== null && touchpoint === lifted}
                        renaming={touchpoint !== null && touchpoint === renaming}
                        menu={touchpoint === null ? null : menuOf(touchpoint)}
                        layer={layer}
                        back={isBack(column)}
                        href={touchpoint === null ? '' : editor.hrefOf(touchpoint)}
                        actions={actions}
                      />
                    );
                  })}
                </MapRow>
              );
            }
            return (
              <MapRow key={id} index={row} className={className} height={heights[laneIndex]}>
                <LaneName id={id} map={map} layer={layer} />
                <LaneBehind lane={lane} columns={columns} map={map} />
                {shownColumns.map((index) => {
                  const column = columns[index] as (typeof columns)[number];
                  return (
                    <LaneCell
                      key={columnKey(column)}
                      lane={lane}
                      row={row}
                      index={index}
                      column={column}
                      map={map}
                      focusable={focusable(row, index)}
                      first={first(index)}
                      back={isBack(column)}
                    />
                  );
                })}
              </MapRow>
            );
          })}
        </div>
      </div>
      {printing ? <MapSheets {...{ columns, lanes, heights, map, layer, isBack, actions }} /> : null}
      <p id="map-keys" className="no-print mt-2 flex flex-wrap items-center gap-x-4 text-xs text-soft">
        <span>{t('Arrow keys move between cells, Enter opens a touchpoint.')}</span>
        <button
          type="button"
          className="min-h-6 underline underline-offset-2"
          onClick={() => setKeysShown(true)}
        >
          {t('All keys (?)')}
        </button>
      </p>
      <AddDialog adding={adding} onClose={() => setAdding(null)} onAdded={setFollow} />
      <KeyList open={keysShown} onClose={() => setKeysShown(false)} editable={editable} presents={presents} />
    </>
  );
}

/** The columns of the window, and those beyond it that must not go away, in the order of the map. */
function columnsToDraw({ from, to }: { from: number; to: number }, count: number, kept: number[]): number[] {
  const drawn = Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);
  const beyond = kept.filter((column) => column >= 0 && column < count && (column < from || column >= to));
  return [...new Set([...drawn, ...beyond])].sort((a, b) => a - b);
}

function cellElement(grid: HTMLElement | null, { row, column }: Position): HTMLElement | null {
  return grid?.querySelector<HTMLElement>(`[data-cell="${row}-${column}"]`) ?? null;
}

/** One object whose functions always are the newest ones, so that cells need not be drawn again for their sake. */
function useLatest<T extends object>(newest: T): T {
  const latest = useRef(newest);
  useLayoutEffect(() => {
    latest.current = newest;
  });
  const [stable] = useState(
    () =>
      new Proxy({} as T, {
        get: (_, name) => latest.current[name as keyof T],
      }),
  );
  return stable;
}
