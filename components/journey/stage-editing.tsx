'use client';

import { Pencil } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { useText } from '@/components/ui/text';
import type { StageView } from '@/lib/insights/model';
import { useEditor } from './map-editor';
import { StageDialog } from './stage-dialog';

/** Opens the dialog about a stage; `closed` puts the focus back where it came from. */
type EditStage = (stageId: string, closed: () => void) => void;

/** The dialog of the map on the screen; there is one map at a time. */
let shown: EditStage | null = null;

/** What opens the dialog about a stage, from wherever a stage is shown. */
export const editStage: EditStage = (stageId, closed) => shown?.(stageId, closed);

/** The one dialog about a stage, beside the map, so that it outlives the menu that opens it. */
export function StageEditing() {
  const { map } = useEditor();
  const [stageId, setStageId] = useState<string | null>(null);
  const closed = useRef<() => void>(() => {});

  useEffect(() => {
    const open: EditStage = (id, onClosed) => {
      closed.current = onClosed;
      setStageId(id);
    };
    shown = open;
    return () => {
      if (shown === open) shown = null;
    };
  }, []);

  return (
    <StageDialog
      stage={map.stages.find(({ id }) => id === stageId) ?? null}
      onClose={() => {
        setStageId(null);
        requestAnimationFrame(() => closed.current());
      }}
    />
  );
}

/** A button that opens the dialog about a stage. */
export function EditStageButton({ stage }: { stage: Pick<StageView, 'id' | 'title'> }) {
  const button = useRef<HTMLButtonElement>(null);
  const t = useText();
  return (
    <Button
      ref={button}
      icon
      size="small"
      variant="quiet"
      className="shrink-0"
      aria-label={t('Edit stage {title}', { title: stage.title })}
      onClick={() => editStage(stage.id, () => button.current?.focus())}
    >
      <Pencil aria-hidden="true" className="size-3.5 text-soft" />
    </Button>
  );
}
