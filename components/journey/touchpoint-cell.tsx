'use client';

import { ChevronsLeftRight, Ellipsis, Plus } from 'lucide-react';
import { memo } from 'react';
import { useText } from '@/components/ui/text';
import type { JourneyMapView, TouchpointView } from '@/lib/insights/model';
import { layerCell } from '@/lib/insights/rules/layers';
import type { Layer } from '@/lib/journey/model/lanes';
import type { Column } from './columns';
import { PENDING_ID } from './edits';
import { fillClass } from './fill';
import { LayerFace } from './layer-face';
import { cellProps, STEPPED_BACK } from './map-cell';
import type { Editor } from './map-editor';
import { PresenceMark } from './presence';
import { TitleInput } from './title-input';
import { TouchpointFace } from './touchpoint-card';
import { TouchpointMenu } from './touchpoint-menu';

/** A name for a column that stays while it moves. */
export function columnKey({ touchpoint, stage, index, folded }: Column): string {
  if (folded) return `folded ${stage.id}`;
  if (!touchpoint) return `empty ${stage.id}`;
  return touchpoint.id === PENDING_ID ? `${PENDING_ID} ${stage.id} ${index}` : touchpoint.id;
}

/** What can be done in a cell of the map. The same object for as long as the map is on the screen. */
export type CellActions = {
  edit: Editor['edit'];
  open: (touchpointId: string) => void;
  rename: (id: string) => void;
  renamed: (row: number, column: number) => void;
  add: (column: Column) => void;
  follow: (id: string) => void;
  menu: (id: string | null) => void;
  menuClosed: (row: number, column: number) => void;
  unfold: (stageId: string) => void;
};

type Props = {
  column: Column;
  map: JourneyMapView;
  row: number;
  index: number;
  focusable: boolean;
  first: boolean;
  mark: 'before' | 'after' | null;
  editable: boolean;
  selected: boolean;
  lifted: boolean;
  renaming: boolean;
  menu: 'open' | 'closed' | null;
  layer: Layer | null;
  href: string;
  /** Whether others are picked out. */
  back?: boolean;
  actions: CellActions;
};

/** The cell of one touchpoint, of the empty place in a stage, or of a folded stage. */
export const TouchpointCell = memo(function TouchpointCell(props: Props) {
  const { column, row, index, focusable, first, mark, actions, editable } = props;
  const cell = cellProps(row, index, focusable);
  return (
    // biome-ignore lint/a11y/useSemanticElements: part of the grid
    <div
      role="gridcell"
      {...cell}
      tabIndex={cell.tabIndex}
      data-drop={index}
      className={`group relative min-w-0 p-1.5 -outline-offset-2 ${props.back ? STEPPED_BACK : column.folded ? 'bg-sunk/60' : ''} ${first ? 'border-l border-line' : ''}`}
    >
      {mark ? (
        <span
          aria-hidden="true"
          className={`absolute inset-y-1 z-40 w-1 rounded-full bg-accent ${mark === 'after' ? '-right-0.5' : '-left-0.5'}`}
        />
      ) : null}
      {column.folded ? (
        <FoldedStage column={column} map={props.map} layer={props.layer} actions={actions} />
      ) : column.touchpoint ? (
        <Card {...props} touchpoint={column.touchpoint} />
      ) : (
        <EmptyPlace editable={editable} onAdd={() => actions.add(column)} />
      )}
    </div>
  );
});

function Card({
  touchpoint,
  column,
  map,
  row,
  index,
  editable,
  selected,
  lifted,
  renaming,
  menu,
  layer,
  href,
  back = false,
  actions,
}: Props & { touchpoint: TouchpointView }) {
  const pending = touchpoint.id === PENDING_ID;
  const t = useText();
  const movable = editable && !pending && !renaming;
  const measured = touchpoint.measures.length > 0;
  const title = renaming ? (
    <TitleInput
      value={touchpoint.title}
      label={t('Name of the touchpoint')}
      className="text-xs"
      onCancel={() => actions.renamed(row, index)}
      onSave={(text) => {
        actions.renamed(row, index);
        void actions.edit({ kind: 'editTouchpoint', id: touchpoint.id, patch: { title: text } });
      }}
    />
  ) : undefined;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the cell around it takes the keys; this is for the pointer
    // biome-ignore lint/a11y/useKeyWithClickEvents: Enter opens from the cell
    <div
      {...(movable ? { 'data-card': touchpoint.id } : {})}
      onClick={(event) => {
        if (!renaming && !pending && !(event.target as HTMLElement).closest('a, button, input'))
          actions.open(touchpoint.id);
      }}
      {...(movable ? { onDoubleClick: () => actions.rename(touchpoint.id) } : {})}
      data-touchpoint={touchpoint.id}
      className={`relative h-full rounded-lg border p-2 ${back ? 'bg-sunk' : 'bg-panel'} transition-shadow select-none ${
        selected
          ? 'border-primary ring-1 ring-primary shadow-pop'
          : measured
            ? 'border-line'
            : 'border-dashed border-line-strong'
      } ${lifted ? 'z-30 cursor-grabbing shadow-pop' : 'cursor-pointer hover:shadow-card'} ${pending ? 'opacity-60' : ''}`}
    >
      <PresenceMark touchpointId={touchpoint.id} />
      {back ? <span className="sr-only">{t('Not highlighted.')}</span> : null}
      {layer === null ? (
        <TouchpointFace
          touchpoint={touchpoint}
          minimumN={map.minimumN}
          href={href}
          onOpen={() => actions.open(touchpoint.id)}
          own={map.channels}
          inGrid
          title={title}
        />
      ) : (
        <LayerFace
          touchpoint={touchpoint}
          map={map}
          layer={layer}
          href={href}
          onOpen={() => actions.open(touchpoint.id)}
          title={title}
          inGrid
        />
      )}
      {movable ? (
        <span className="no-print">
          {menu === null ? (
            <button
              type="button"
              tabIndex={-1}
              aria-label={t('Actions for {name}', { name: touchpoint.title })}
              aria-haspopup="menu"
              aria-expanded="false"
              onClick={() => actions.menu(touchpoint.id)}
              className="absolute top-0.5 right-0.5 hidden size-7 items-center justify-center rounded-md border border-line bg-panel text-soft group-focus-within:flex group-hover:flex hover:text-ink pointer-coarse:flex"
            >
              <Ellipsis aria-hidden="true" className="size-4" />
            </button>
          ) : (
            <TouchpointMenu
              touchpoint={touchpoint}
              open={menu === 'open'}
              onOpenChange={(open) => actions.menu(open ? touchpoint.id : null)}
              onRename={() => actions.rename(touchpoint.id)}
              onAdd={() => actions.add(column)}
              onMoved={() => actions.follow(touchpoint.id)}
              onClosed={() => actions.menuClosed(row, index)}
            />
          )}
        </span>
      ) : null}
    </div>
  );
}

function FoldedStage({
  column: { stage },
  map,
  layer,
  actions,
}: {
  column: Column;
  map: JourneyMapView;
  layer: Layer | null;
  actions: CellActions;
}) {
  const count = stage.touchpoints.length;
  const t = useText();
  return (
    <button
      type="button"
      tabIndex={-1}
      onClick={() => actions.unfold(stage.id)}
      className="flex h-full min-h-24 w-full flex-col items-center justify-center gap-1.5 rounded-lg border border-line-strong bg-panel px-1 py-2 text-xs font-medium text-soft hover:text-ink"
    >
      <ChevronsLeftRight aria-hidden="true" className="no-print size-4" />
      <span>{t('{n, plural, one {# touchpoint} other {# touchpoints}}', { n: count })}</span>
      <span className="sr-only">{t('of {title}, unfold', { title: stage.title })}</span>
      <span aria-hidden="true" className="flex flex-wrap justify-center gap-0.5">
        {stage.touchpoints.map((touchpoint) => (
          <span
            key={touchpoint.id}
            title={touchpoint.title}
            className={`size-2.5 rounded-xs border ${fillClass(layerCell(layer ?? 'score', touchpoint, map, t).fill)}`}
          />
        ))}
      </span>
    </button>
  );
}

function EmptyPlace({ editable, onAdd }: { editable: boolean; onAdd: () => void }) {
  const t = useText();
  if (!editable) return <div className="p-2 text-xs text-soft">{t('No touchpoints')}</div>;
  return (
    <button
      type="button"
      tabIndex={-1}
      onClick={onAdd}
      className="flex h-full min-h-24 w-full flex-col items-center justify-center gap-1.5 rounded-lg border border-dashed border-line-strong p-2 text-xs font-medium text-soft hover:bg-sunk hover:text-ink"
    >
      <Plus aria-hidden="true" className="size-4" />
      {t('Add a touchpoint')}
    </button>
  );
}
