'use client';

import { Ellipsis } from 'lucide-react';
import { Menu, MenuItem, MenuLabel, MenuLine } from '@/components/ui/menu';
import { useText } from '@/components/ui/text';
import type { StageView } from '@/lib/insights/model';
import { useEditor } from './map-editor';
import { editStage } from './stage-editing';
import { openStatements } from './statements-dialog';

/** Everything that can be done with a stage. */
export function StageMenu({
  stage,
  open,
  onOpenChange,
  onRename,
  onAddTouchpoint,
  onAddStage,
  onMoved,
  onClosed,
}: {
  stage: StageView;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onRename: () => void;
  onAddTouchpoint: () => void;
  onAddStage: () => void;
  onMoved: () => void;
  onClosed: () => void;
}) {
  const { map, edit } = useEditor();
  const t = useText();
  const index = map.stages.findIndex(({ id }) => id === stage.id);

  function move(to: number) {
    onMoved();
    void edit({ kind: 'moveStage', id: stage.id, index: to }, t('Moved “{title}”', { title: stage.title }));
  }

  return (
    <Menu
      label={t('Actions for stage {title}', { title: stage.title })}
      open={open}
      onOpenChange={onOpenChange}
      onClosed={onClosed}
      trigger={
        <button
          type="button"
          tabIndex={-1}
          aria-label={t('Actions for stage {title}', { title: stage.title })}
          className="flex size-7 shrink-0 items-center justify-center rounded-md text-soft opacity-0 group-focus-within:opacity-100 group-hover:opacity-100 hover:bg-sunk hover:text-ink data-[state=open]:opacity-100 pointer-coarse:opacity-100"
        >
          <Ellipsis aria-hidden="true" className="size-4" />
        </button>
      }
    >
      <MenuItem keys="F2" onSelect={onRename}>
        {t('Rename')}
      </MenuItem>
      <MenuItem onSelect={() => editStage(stage.id, onClosed)}>{t('Edit stage…')}</MenuItem>
      <MenuItem keys="N" onSelect={onAddTouchpoint}>
        {t('Add a touchpoint')}
      </MenuItem>
      <MenuItem onSelect={onAddStage}>{t('Add a stage after this one')}</MenuItem>
      <MenuItem onSelect={() => openStatements(stage.id)}>{t('Statements about it')}</MenuItem>
      <MenuLine />
      <MenuItem keys="[" disabled={index <= 0} onSelect={() => move(index - 1)}>
        {t('Move left')}
      </MenuItem>
      <MenuItem keys="]" disabled={index >= map.stages.length - 1} onSelect={() => move(index + 1)}>
        {t('Move right')}
      </MenuItem>
      {map.teams.length > 0 ? <MenuLabel>{t('Owner')}</MenuLabel> : null}
      {map.teams.map((team) => (
        <MenuItem
          key={team.id}
          disabled={team.id === stage.owner?.id}
          onSelect={() => void edit({ kind: 'editStage', id: stage.id, patch: { ownerTeamId: team.id } })}
        >
          {team.name}
        </MenuItem>
      ))}
      {stage.owner ? (
        <MenuItem
          onSelect={() => void edit({ kind: 'editStage', id: stage.id, patch: { ownerTeamId: null } })}
        >
          {t('Nobody')}
        </MenuItem>
      ) : null}
      <MenuLine />
      <MenuItem
        danger
        keys="Del"
        onSelect={() =>
          void edit({ kind: 'retireStage', id: stage.id }, t('Retired “{title}”', { title: stage.title }))
        }
      >
        {t('Retire')}
      </MenuItem>
    </Menu>
  );
}
