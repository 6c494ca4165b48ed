'use client';

import { useDraggable, useDroppable } from '@dnd-kit/core';
import { Plus } from 'lucide-react';
import type { Column } from './columns';
import { PENDING_ID } from './edits';
import { useEditor } from './map-editor';
import { PresenceMark } from './presence';
import { TitleInput } from './title-input';
import { TouchpointFace } from './touchpoint-card';
import { TouchpointMenu } from './touchpoint-menu';

/** What makes an element a cell of the grid. */
export type CellProps = {
  'data-cell': string;
  'aria-colindex': number;
  tabIndex: number;
  onFocus: () => void;
};

/** Before or after which column a dragged touchpoint would land. */
export type DropMark = { key: string; after: boolean };

/** A name for a column that stays while it moves. */
export function columnKey({ touchpoint, stage, index }: Column): string {
  if (!touchpoint) return `empty ${stage.id}`;
  return touchpoint.id === PENDING_ID ? `${PENDING_ID} ${stage.id} ${index}` : touchpoint.id;
}

type Props = {
  column: Column;
  cell: CellProps;
  first: boolean;
  mark: DropMark | null;
  renaming: boolean;
  onRename: () => void;
  onRenamed: () => void;
  onAdd: () => void;
  onMoved: () => void;
  menuOpen: boolean;
  onMenu: (open: boolean) => void;
  onMenuClosed: () => void;
};

/** The cell of one touchpoint, or of the empty place in a stage. */
export function TouchpointCell(props: Props) {
  const { column, cell, first, mark } = props;
  const { setNodeRef } = useDroppable({ id: columnKey(column) });
  return (
    // biome-ignore lint/a11y/useSemanticElements: part of the grid
    <div
      ref={setNodeRef}
      role="gridcell"
      {...cell}
      tabIndex={cell.tabIndex}
      className={`group relative min-w-0 p-1.5 -outline-offset-2 ${first ? 'border-l border-line' : ''}`}
    >
      {mark ? (
        <span
          aria-hidden="true"
          className={`absolute inset-y-1 z-40 w-1 rounded-full bg-accent ${mark.after ? '-right-0.5' : '-left-0.5'}`}
        />
      ) : null}
      {column.touchpoint ? (
        <Card {...props} touchpoint={column.touchpoint} />
      ) : (
        <EmptyPlace onAdd={props.onAdd} />
      )}
    </div>
  );
}

function Card({
  touchpoint,
  renaming,
  onRename,
  onRenamed,
  onAdd,
  onMoved,
  menuOpen,
  onMenu,
  onMenuClosed,
}: Props & { touchpoint: NonNullable<Column['touchpoint']> }) {
  const { map, editable, edit, selected, open, hrefOf } = useEditor();
  const pending = touchpoint.id === PENDING_ID;
  const movable = editable && !pending && !renaming;
  const { setNodeRef, listeners, transform, isDragging } = useDraggable({
    id: touchpoint.id,
    disabled: !movable,
  });
  const measured = touchpoint.measures.length > 0;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the cell around it takes the keys; this is for the pointer
    // biome-ignore lint/a11y/useKeyWithClickEvents: Enter opens from the cell
    <div
      ref={setNodeRef}
      {...(movable ? listeners : {})}
      onClick={(event) => {
        if (!renaming && !pending && !(event.target as HTMLElement).closest('a, button, input'))
          open(touchpoint.id);
      }}
      {...(movable ? { onDoubleClick: onRename } : {})}
      data-touchpoint={touchpoint.id}
      style={transform ? { transform: `translate(${transform.x}px, ${transform.y}px)` } : undefined}
      className={`relative h-full rounded-lg border bg-panel p-2 transition-shadow ${
        selected === touchpoint.id
          ? 'border-primary ring-1 ring-primary shadow-pop'
          : measured
            ? 'border-line'
            : 'border-dashed border-line-strong'
      } ${isDragging ? 'z-30 cursor-grabbing shadow-pop' : 'cursor-pointer hover:shadow-card'} ${pending ? 'opacity-60' : ''}`}
    >
      <PresenceMark touchpointId={touchpoint.id} />
      <TouchpointFace
        touchpoint={touchpoint}
        minimumN={map.minimumN}
        href={hrefOf(touchpoint.id)}
        onOpen={() => open(touchpoint.id)}
        inGrid
        title={
          renaming ? (
            <TitleInput
              value={touchpoint.title}
              label="Name of the touchpoint"
              className="text-xs"
              onCancel={onRenamed}
              onSave={(title) => {
                onRenamed();
                void edit({ kind: 'editTouchpoint', id: touchpoint.id, patch: { title } });
              }}
            />
          ) : undefined
        }
      />
      {movable ? (
        <span className="no-print">
          <TouchpointMenu
            touchpoint={touchpoint}
            open={menuOpen}
            onOpenChange={onMenu}
            onRename={onRename}
            onAdd={onAdd}
            onMoved={onMoved}
            onClosed={onMenuClosed}
          />
        </span>
      ) : null}
    </div>
  );
}

function EmptyPlace({ onAdd }: { onAdd: () => void }) {
  const { editable } = useEditor();
  if (!editable) return <div className="p-2 text-xs text-soft">No touchpoints</div>;
  return (
    <button
      type="button"
      tabIndex={-1}
      onClick={onAdd}
      className="flex h-full min-h-24 w-full flex-col items-center justify-center gap-1.5 rounded-lg border border-dashed border-line-strong p-2 text-xs font-medium text-soft hover:bg-sunk hover:text-ink"
    >
      <Plus aria-hidden="true" className="size-4" />
      Add a touchpoint
    </button>
  );
}
