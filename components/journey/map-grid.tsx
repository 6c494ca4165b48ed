'use client';

import {
  DndContext,
  type DragEndEvent,
  type DragMoveEvent,
  MouseSensor,
  TouchSensor,
  useSensor,
  useSensors,
} from '@dnd-kit/core';
import { Plus } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { StageView } from '@/lib/insights/model';
import { AddDialog, type Adding } from './add-dialog';
import { columnsOf } from './columns';
import { droppedAt, PENDING_ID } from './edits';
import { EmotionCurves, emotionHint, LANE } from './emotion-lane';
import { EmotionPoint } from './emotion-point';
import { inside, MAP_ROWS, type Position, shapeOf } from './focus';
import { KeyList } from './key-list';
import { useEditor } from './map-editor';
import { cellOf, mapKeys } from './map-keys';
import { LaneHead, LaneLegend, MapRow } from './map-row';
import { StageHead } from './stage-head';
import { columnKey, type DropMark, TouchpointCell } from './touchpoint-cell';
import { WordsCell } from './words-cell';

const HEADER_PX = 112;
const COLUMN_PX = 172;

/** What an A3 page in landscape holds beside its margins. */
const PAPER_PX = 1_460;

/** The map as a grid: one tab stop, arrows between cells, and every edit by pointer, by menu and by key. */
export function MapGrid() {
  const editor = useEditor();
  const { map, editable, edit } = editor;
  const columns = useMemo(() => columnsOf(map), [map]);
  const shape = useMemo(() => shapeOf(columns.map(({ stageIndex }) => stageIndex)), [columns]);
  const grid = useRef<HTMLDivElement>(null);
  const [position, setPosition] = useState<Position>({ row: 1, column: 0 });
  const [renaming, setRenaming] = useState<string | null>(null);
  const [menu, setMenu] = useState<string | null>(null);
  const [adding, setAdding] = useState<Adding | null>(null);
  const [keysShown, setKeysShown] = useState(false);
  const [mark, setMark] = useState<DropMark | null>(null);
  const [follow, setFollow] = useState<string | null>(null);
  const focusInside = useRef(false);
  const sensors = useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: 6 } }),
    useSensor(TouchSensor, { activationConstraint: { delay: 250, tolerance: 8 } }),
  );
  const current = inside(shape, position);

  function focusCell(to: Position) {
    const cell = inside(shape, to);
    setPosition(cell);
    grid.current?.querySelector<HTMLElement>(`[data-cell="${cell.row}-${cell.column}"]`)?.focus();
  }

  // What was moved or added gets the focus, so that the same key can be pressed again.
  useEffect(() => {
    const active = document.activeElement;
    const free = active === document.body || grid.current?.contains(active);
    if (follow === null || !free || active?.matches('input, textarea, select')) return;
    const column = columns.findIndex(
      ({ touchpoint, stage }) => touchpoint?.id === follow || stage.id === follow,
    );
    if (column < 0) return;
    const isStage = columns[column]?.touchpoint?.id !== follow;
    const row = isStage ? 0 : Math.max(1, cellOf(active)?.row ?? 1);
    // A cell that keeps the focus while it is moved tells nobody.
    setPosition({ row, column });
    grid.current?.querySelector<HTMLElement>(`[data-cell="${row}-${column}"]`)?.focus();
  }, [columns, follow]);

  // A cell that was retired takes the focus with it: its neighbour gets it.
  useEffect(() => {
    if (!focusInside.current || document.activeElement !== document.body) return;
    const cell = inside(shape, position);
    grid.current?.querySelector<HTMLElement>(`[data-cell="${cell.row}-${cell.column}"]`)?.focus();
  }, [shape, position]);

  const selected = editor.selected;
  const lastSelected = useRef(selected);
  useEffect(() => {
    const was = lastSelected.current;
    lastSelected.current = selected;
    const shown = selected ?? was;
    if (!shown || selected === was) return;
    const column = columns.findIndex(({ touchpoint }) => touchpoint?.id === shown);
    if (column < 0) return;
    const cell = grid.current?.querySelector<HTMLElement>(`[data-cell="1-${column}"]`);
    setPosition({ row: 1, column });
    if (selected === null) cell?.focus();
    else cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [selected, columns]);

  function addTouchpoint(stage: StageView, index: number) {
    setAdding({ kind: 'touchpoint', stageId: stage.id, stageTitle: stage.title, index });
  }

  const onKeyDown = mapKeys({
    editor,
    columns,
    shape,
    current,
    focusCell,
    follow: setFollow,
    rename: setRenaming,
    openMenu: setMenu,
    addTouchpoint,
    showKeys: () => setKeysShown(true),
  });

  function stopRenaming(row: number, column: number) {
    setRenaming(null);
    requestAnimationFrame(() => focusCell({ row, column }));
  }

  function markOf({ active, over }: DragMoveEvent | DragEndEvent): DropMark | null {
    const box = active.rect.current.translated;
    if (!over || !box) return null;
    const after = box.left + box.width / 2 > over.rect.left + over.rect.width / 2;
    return { key: String(over.id), after };
  }

  function onDragEnd(event: DragEndEvent) {
    const target = markOf(event);
    setMark(null);
    const column = target && columns.find((candidate) => columnKey(candidate) === target.key);
    if (!target || !column) return;
    const id = String(event.active.id);
    const change = droppedAt(map, id, {
      stageId: column.stage.id,
      index: column.index,
      after: target.after && column.touchpoint !== null,
    });
    if (!change) return;
    const title = columns.find(({ touchpoint }) => touchpoint?.id === id)?.touchpoint?.title ?? '';
    setFollow(id);
    void edit(change, `Moved “${title}”`);
  }

  const cellProps = (row: number, column: number) => ({
    'data-cell': `${row}-${column}`,
    'aria-colindex': column + 2,
    tabIndex: current.row === row && current.column === column ? 0 : -1,
    onFocus: () => {
      setPosition({ row, column });
      const here = columns[column];
      if (follow !== null && follow !== (row === 0 ? here?.stage.id : here?.touchpoint?.id)) setFollow(null);
    },
  });

  const stageStarts = columns.map((_, column) => shape[column] === column);
  const hint = emotionHint(map, columns);

  if (columns.length === 0) {
    return (
      <>
        <div className="rounded-xl border border-dashed border-line-strong bg-panel px-6 py-14 text-center text-soft">
          {editable ? (
            <>
              <p className="mb-4">
                A journey has stages from left to right, and touchpoints in them. Start with the first stage.
              </p>
              <button
                type="button"
                className="inline-flex min-h-11 items-center gap-2 rounded-lg bg-primary px-4 font-medium text-on-primary"
                onClick={() => setAdding({ kind: 'stage', index: 0 })}
              >
                <Plus aria-hidden="true" className="size-4" /> Add a stage
              </button>
            </>
          ) : (
            'Nobody has added a stage yet.'
          )}
        </div>
        <AddDialog
          adding={adding}
          onClose={() => setAdding(null)}
          onAdded={(id) => {
            setFollow(id);
          }}
        />
      </>
    );
  }

  return (
    <DndContext
      id="map"
      sensors={sensors}
      onDragMove={(event) => {
        const next = markOf(event);
        if (next?.key !== mark?.key || next?.after !== mark?.after) setMark(next);
      }}
      onDragEnd={onDragEnd}
      onDragCancel={() => setMark(null)}
      accessibility={{
        screenReaderInstructions: { draggable: 'Press [ or ] to move, Shift+F10 for all actions.' },
      }}
    >
      <div className="print-whole relative overflow-x-auto overscroll-x-contain rounded-xl border border-line bg-panel shadow-card">
        {/* biome-ignore lint/a11y/useSemanticElements: a table cannot be edited like a grid */}
        <div
          ref={grid}
          role="grid"
          aria-label={`${map.title}, journey map`}
          aria-describedby="map-keys"
          aria-rowcount={MAP_ROWS.length}
          aria-colcount={columns.length + 1}
          className="print-fit isolate text-sm"
          style={
            {
              '--map-header': `${HEADER_PX}px`,
              '--map-columns': columns.length,
              '--print-zoom': Math.min(1, PAPER_PX / (HEADER_PX + columns.length * COLUMN_PX)),
              minWidth: HEADER_PX + columns.length * COLUMN_PX,
            } as React.CSSProperties
          }
          onKeyDown={onKeyDown}
          onFocus={() => {
            focusInside.current = true;
          }}
          onBlur={(event) => {
            focusInside.current = !event.currentTarget.contains(event.target);
          }}
        >
          <MapRow index={0} className="border-b border-line bg-head">
            <LaneHead>
              <span className="font-semibold text-ink">Stage</span> and owner
            </LaneHead>
            {map.stages.map((stage, stageIndex) => {
              const column = columns.findIndex((candidate) => candidate.stageIndex === stageIndex);
              const span = Math.max(1, stage.touchpoints.length);
              return (
                <StageHead
                  key={stage.id === PENDING_ID ? `${PENDING_ID} ${stageIndex}` : stage.id}
                  stage={stage}
                  span={span}
                  cell={cellProps(0, column)}
                  renaming={renaming === stage.id}
                  onRename={() => setRenaming(stage.id)}
                  onRenamed={() => stopRenaming(0, column)}
                  onAddTouchpoint={() => addTouchpoint(stage, stage.touchpoints.length)}
                  onAddStage={() => setAdding({ kind: 'stage', index: stageIndex + 1 })}
                  onMoved={() => {
                    setFollow(stage.id);
                  }}
                  menuOpen={menu === stage.id}
                  onMenu={(open) => setMenu(open ? stage.id : null)}
                  onMenuClosed={() => {
                    if (renaming === null && adding === null) focusCell({ row: 0, column });
                  }}
                />
              );
            })}
          </MapRow>
          <MapRow index={1} className="border-b border-line">
            <LaneHead>
              <span className="font-semibold text-ink">Touchpoints</span> score, 95 % interval, n, trend
            </LaneHead>
            {columns.map((column, index) => (
              <TouchpointCell
                key={columnKey(column)}
                column={column}
                cell={cellProps(1, index)}
                first={stageStarts[index] === true}
                mark={mark?.key === columnKey(column) ? mark : null}
                renaming={column.touchpoint !== null && renaming === column.touchpoint.id}
                onRename={() => setRenaming(column.touchpoint?.id ?? null)}
                onRenamed={() => stopRenaming(1, index)}
                onAdd={() => addTouchpoint(column.stage, column.touchpoint ? column.index + 1 : 0)}
                onMoved={() => {
                  setFollow(column.touchpoint?.id ?? null);
                }}
                menuOpen={column.touchpoint !== null && menu === column.touchpoint.id}
                onMenu={(open) => setMenu(open ? (column.touchpoint?.id ?? null) : null)}
                onMenuClosed={() => {
                  if (renaming === null && adding === null) focusCell({ row: 1, column: index });
                }}
              />
            ))}
          </MapRow>
          <MapRow index={2} className="relative border-b border-line" height={LANE.height}>
            <LaneHead>
              <span className="font-semibold text-ink">Emotion</span>
              <LaneLegend />
            </LaneHead>
            <EmotionCurves columns={columns} />
            {columns.map((column, index) => (
              // biome-ignore lint/a11y/useSemanticElements: part of the grid
              <div
                key={columnKey(column)}
                role="gridcell"
                {...cellProps(2, index)}
                tabIndex={cellProps(2, index).tabIndex}
                className={`relative -outline-offset-2 ${stageStarts[index] ? 'border-l border-line' : ''}`}
              >
                {column.touchpoint ? (
                  <EmotionPoint touchpoint={column.touchpoint} />
                ) : (
                  <span className="sr-only">Nothing yet</span>
                )}
              </div>
            ))}
            {hint ? (
              <p className="pointer-events-none absolute bottom-2 left-[calc(var(--map-header)+1rem)] text-xs text-soft">
                {hint}
              </p>
            ) : null}
          </MapRow>
          <MapRow index={3}>
            <LaneHead>
              <span className="font-semibold text-ink">In their words</span> newest comment
            </LaneHead>
            {columns.map((column, index) => (
              <WordsCell
                key={columnKey(column)}
                touchpoint={column.touchpoint}
                first={stageStarts[index] === true}
                cell={cellProps(3, index)}
              />
            ))}
          </MapRow>
        </div>
      </div>
      <p id="map-keys" className="no-print mt-2 flex flex-wrap items-center gap-x-4 text-xs text-soft">
        <span>Arrow keys move between cells, Enter opens a touchpoint.</span>
        <button
          type="button"
          className="min-h-6 underline underline-offset-2"
          onClick={() => setKeysShown(true)}
        >
          All keys (?)
        </button>
      </p>
      <AddDialog
        adding={adding}
        onClose={() => setAdding(null)}
        onAdded={(id) => {
          setFollow(id);
        }}
      />
      <KeyList open={keysShown} onClose={() => setKeysShown(false)} editable={editable} />
    </DndContext>
  );
}
