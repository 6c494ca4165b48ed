'use client';

import { Ellipsis } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { Menu, MenuItem, MenuLabel, MenuLine } from '@/components/ui/menu';
import { useText } from '@/components/ui/text';
import type { TouchpointView } from '@/lib/insights/model';
import { findColumn } from './columns';
import { besideIt } from './edits';
import { openLineage } from './lineage-dialog';
import { useEditor } from './map-editor';

/** Everything that can be done with a touchpoint, for who does not drag and knows no keys. */
export function TouchpointMenu({
  touchpoint,
  open,
  onOpenChange,
  onRename,
  onAdd,
  onMoved,
  onClosed,
}: {
  touchpoint: TouchpointView;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onRename: () => void;
  onAdd: () => void;
  onMoved: () => void;
  onClosed: () => void;
}) {
  const editor = useEditor();
  const t = useText();
  const { map, edit } = editor;
  const router = useRouter();
  const here = findColumn(map, touchpoint.id);
  const left = besideIt(map, touchpoint.id, -1);
  const right = besideIt(map, touchpoint.id, 1);
  const otherStages = map.stages.filter(({ id }) => id !== here?.stage.id);

  function move(change: ReturnType<typeof besideIt>) {
    if (!change) return;
    onMoved();
    void edit(change, t('Moved “{title}”', { title: touchpoint.title }));
  }

  return (
    <Menu
      label={t('Actions for {name}', { name: touchpoint.title })}
      open={open}
      onOpenChange={onOpenChange}
      onClosed={onClosed}
      trigger={
        <button
          type="button"
          tabIndex={-1}
          aria-label={t('Actions for {name}', { name: touchpoint.title })}
          className="absolute top-0.5 right-0.5 hidden size-7 items-center justify-center rounded-md border border-line bg-panel text-soft group-focus-within:flex group-hover:flex hover:text-ink data-[state=open]:flex pointer-coarse:flex"
        >
          <Ellipsis aria-hidden="true" className="size-4" />
        </button>
      }
    >
      <MenuItem keys="Enter" onSelect={() => editor.open(touchpoint.id)}>
        {t('Open##a touchpoint')}
      </MenuItem>
      <MenuItem keys="F2" onSelect={onRename}>
        {t('Rename')}
      </MenuItem>
      <MenuItem
        keys="M"
        onSelect={() =>
          void edit({ kind: 'editTouchpoint', id: touchpoint.id, patch: { moment: toggled(touchpoint) } })
        }
      >
        {touchpoint.moment ? t('No moment that matters') : t('Moment that matters')}
      </MenuItem>
      <MenuItem keys="N" onSelect={onAdd}>
        {t('Add a touchpoint after this one')}
      </MenuItem>
      <MenuLine />
      <MenuItem keys="[" disabled={!left} onSelect={() => move(left)}>
        {t('Move left')}
      </MenuItem>
      <MenuItem keys="]" disabled={!right} onSelect={() => move(right)}>
        {t('Move right')}
      </MenuItem>
      {otherStages.length > 0 ? <MenuLabel>{t('Move to stage')}</MenuLabel> : null}
      {otherStages.map((stage) => (
        <MenuItem
          key={stage.id}
          onSelect={() =>
            move({
              kind: 'moveTouchpoint',
              id: touchpoint.id,
              stageId: stage.id,
              index: stage.touchpoints.length,
            })
          }
        >
          {stage.title}
        </MenuItem>
      ))}
      <MenuLine />
      <MenuItem
        onSelect={() => router.push(`/improvements/new?journey=${map.id}&touchpoint=${touchpoint.id}`)}
      >
        {t('Start an improvement…')}
      </MenuItem>
      <MenuLine />
      <MenuItem onSelect={() => openLineage('copy', touchpoint.id, onClosed)}>{t('Copy…')}</MenuItem>
      <MenuItem onSelect={() => openLineage('split', touchpoint.id, onClosed)}>{t('Split…')}</MenuItem>
      <MenuItem onSelect={() => openLineage('merge', touchpoint.id, onClosed)}>{t('Merge into…')}</MenuItem>
      <MenuLine />
      <MenuItem
        danger
        keys="Del"
        onSelect={() =>
          void edit(
            { kind: 'retireTouchpoint', id: touchpoint.id },
            t('Retired “{title}”', { title: touchpoint.title }),
          )
        }
      >
        {t('Retire')}
      </MenuItem>
    </Menu>
  );
}

/** The other state of a moment that matters. */
export function toggled(touchpoint: TouchpointView): TouchpointView['moment'] {
  return touchpoint.moment ? null : { polarity: 'both', reason: null };
}
