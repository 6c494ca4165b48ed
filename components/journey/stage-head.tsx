'use client';

import { Plus } from 'lucide-react';
import type { StageView } from '@/lib/insights/model';
import { useEditor } from './map-editor';
import { RollUps } from './measure-chip';
import { StageMenu } from './stage-menu';
import { TitleInput } from './title-input';
import type { CellProps } from './touchpoint-cell';

/** The header of a stage over its touchpoints: name, owner, and one pooled score per metric. */
export function StageHead({
  stage,
  span,
  cell,
  renaming,
  onRename,
  onRenamed,
  onAddTouchpoint,
  onAddStage,
  onMoved,
  menuOpen,
  onMenu,
  onMenuClosed,
}: {
  stage: StageView;
  span: number;
  cell: CellProps;
  renaming: boolean;
  onRename: () => void;
  onRenamed: () => void;
  onAddTouchpoint: () => void;
  onAddStage: () => void;
  onMoved: () => void;
  menuOpen: boolean;
  onMenu: (open: boolean) => void;
  onMenuClosed: () => void;
}) {
  const { editable, edit } = useEditor();
  return (
    // biome-ignore lint/a11y/useSemanticElements: part of the grid
    <div
      role="columnheader"
      aria-colspan={span}
      {...cell}
      tabIndex={cell.tabIndex}
      className="group border-l border-line px-3 py-2 -outline-offset-2 first-of-type:border-l-0"
      style={{ gridColumn: `span ${span}` }}
      {...(editable ? { onDoubleClick: onRename } : {})}
    >
      <div className="flex min-h-7 items-center gap-1">
        {renaming ? (
          <TitleInput
            value={stage.title}
            label="Name of the stage"
            className="text-sm font-semibold"
            onCancel={onRenamed}
            onSave={(title) => {
              onRenamed();
              void edit({ kind: 'editStage', id: stage.id, patch: { title } });
            }}
          />
        ) : (
          <span
            className="sticky left-[calc(var(--map-header)+0.75rem)] min-w-0 text-sm leading-5 font-bold break-words"
            title={stage.goal || undefined}
          >
            {stage.title}
          </span>
        )}
        {editable && !renaming ? (
          <span className="no-print ml-auto flex shrink-0">
            <button
              type="button"
              tabIndex={-1}
              aria-label={`Add a touchpoint to ${stage.title}`}
              title="Add a touchpoint"
              className="flex size-7 items-center justify-center rounded-md text-soft hover:bg-sunk hover:text-ink"
              onClick={onAddTouchpoint}
            >
              <Plus aria-hidden="true" className="size-4" />
            </button>
            <StageMenu
              stage={stage}
              open={menuOpen}
              onOpenChange={onMenu}
              onRename={onRename}
              onAddTouchpoint={onAddTouchpoint}
              onAddStage={onAddStage}
              onMoved={onMoved}
              onClosed={onMenuClosed}
            />
          </span>
        ) : null}
      </div>
      <div className="flex flex-wrap items-baseline justify-between gap-x-3 text-xs text-soft">
        <span>{stage.owner?.name ?? 'No owner'}</span>
        <span className="flex flex-wrap gap-x-2.5">
          <RollUps measures={stage.measures} />
        </span>
      </div>
    </div>
  );
}
