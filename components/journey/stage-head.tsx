'use client';

import { ChevronsLeftRight, ChevronsRightLeft, Ellipsis, Plus } from 'lucide-react';
import { memo } from 'react';
import { useText } from '@/components/ui/text';
import type { StageView } from '@/lib/insights/model';
import { cellProps } from './map-cell';
import type { Editor } from './map-editor';
import { RollUps } from './measure-chip';
import { StageMenu } from './stage-menu';
import { StageTarget } from './stage-target';
import { TitleInput } from './title-input';

/** What can be done in the header of a stage. The same object for as long as the map is on the screen. */
export type StageActions = {
  edit: Editor['edit'];
  rename: (id: string) => void;
  renamed: (row: number, column: number) => void;
  addTouchpoint: (stage: StageView, index: number) => void;
  addStage: (stage: StageView) => void;
  follow: (id: string) => void;
  menu: (id: string | null) => void;
  menuClosed: (row: number, column: number) => void;
  fold: (stageId: string) => void;
};

/** The header of a stage over its touchpoints: name, owner, and one pooled score per metric. */
export const StageHead = memo(function StageHead({
  stage,
  index,
  span,
  focusable,
  folded,
  renaming,
  menu,
  editable,
  actions,
}: {
  stage: StageView;
  /** Its first column. */
  index: number;
  span: number;
  focusable: boolean;
  folded: boolean;
  renaming: boolean;
  menu: 'open' | 'closed' | null;
  editable: boolean;
  actions: StageActions;
}) {
  const cell = cellProps(0, index, focusable);
  const t = useText();
  const Chevrons = folded ? ChevronsLeftRight : ChevronsRightLeft;
  const count = stage.touchpoints.length;
  return (
    // biome-ignore lint/a11y/useSemanticElements: part of the grid
    <div
      role="columnheader"
      aria-colspan={span}
      aria-expanded={!folded}
      {...cell}
      tabIndex={cell.tabIndex}
      className={`group min-w-0 border-l border-line -outline-offset-2 ${folded ? 'bg-sunk/60 px-2 py-2' : 'px-3 py-2'}`}
      style={{ ...cell.style, gridColumnEnd: `span ${span}` }}
      {...(editable ? { onDoubleClick: () => actions.rename(stage.id) } : {})}
    >
      <div className={`flex min-h-7 gap-1 ${folded ? 'flex-wrap items-start' : 'items-center'}`}>
        {renaming ? (
          <TitleInput
            value={stage.title}
            label={t('Name of the stage')}
            className="text-sm font-semibold"
            onCancel={() => actions.renamed(0, index)}
            onSave={(title) => {
              actions.renamed(0, index);
              void actions.edit({ kind: 'editStage', id: stage.id, patch: { title } });
            }}
          />
        ) : (
          <span
            className={`min-w-0 font-bold break-words ${folded ? 'line-clamp-3 basis-full text-xs' : 'sticky left-[calc(var(--map-header)+0.75rem)] text-sm leading-5'}`}
            title={stage.goal || undefined}
          >
            {stage.title}
          </span>
        )}
        {renaming ? null : (
          <span className={`no-print flex shrink-0 ${folded ? '-ml-1.5' : 'ml-auto'}`}>
            {count > 0 ? (
              <button
                type="button"
                tabIndex={-1}
                aria-label={
                  folded
                    ? t('Unfold {title}', { title: stage.title })
                    : t('Fold {title}', { title: stage.title })
                }
                title={folded ? t('Unfold') : t('Fold into one column')}
                className={`flex size-7 items-center justify-center rounded-md text-soft hover:bg-sunk hover:text-ink pointer-coarse:opacity-100 ${folded ? '' : 'opacity-0 group-focus-within:opacity-100 group-hover:opacity-100'}`}
                onClick={() => actions.fold(stage.id)}
              >
                <Chevrons aria-hidden="true" className="size-4" />
              </button>
            ) : null}
            {editable && !folded ? (
              <>
                <button
                  type="button"
                  tabIndex={-1}
                  aria-label={t('Add a touchpoint to {title}', { title: stage.title })}
                  title={t('Add a touchpoint')}
                  className="flex size-7 items-center justify-center rounded-md text-soft hover:bg-sunk hover:text-ink"
                  onClick={() => actions.addTouchpoint(stage, count)}
                >
                  <Plus aria-hidden="true" className="size-4" />
                </button>
                {menu === null ? (
                  <button
                    type="button"
                    tabIndex={-1}
                    aria-label={t('Actions for stage {title}', { title: stage.title })}
                    aria-haspopup="menu"
                    aria-expanded="false"
                    onClick={() => actions.menu(stage.id)}
                    className="flex size-7 shrink-0 items-center justify-center rounded-md text-soft opacity-0 group-focus-within:opacity-100 group-hover:opacity-100 hover:bg-sunk hover:text-ink pointer-coarse:opacity-100"
                  >
                    <Ellipsis aria-hidden="true" className="size-4" />
                  </button>
                ) : (
                  <StageMenu
                    stage={stage}
                    open={menu === 'open'}
                    onOpenChange={(open) => actions.menu(open ? stage.id : null)}
                    onRename={() => actions.rename(stage.id)}
                    onAddTouchpoint={() => actions.addTouchpoint(stage, count)}
                    onAddStage={() => actions.addStage(stage)}
                    onMoved={() => actions.follow(stage.id)}
                    onClosed={() => actions.menuClosed(0, index)}
                  />
                )}
              </>
            ) : null}
          </span>
        )}
      </div>
      <div className="flex flex-wrap items-baseline justify-between gap-x-3 text-xs text-soft">
        <span className="min-w-0 break-words">{stage.owner?.name ?? t('No owner')}</span>
        <span className="flex flex-wrap gap-x-2.5">
          <RollUps measures={stage.measures} t={t} />
        </span>
        {folded ? null : <StageTarget stage={stage} />}
      </div>
    </div>
  );
});
