'use client';

import { Check, LoaderCircle, Redo2, TriangleAlert, Undo2 } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { ConflictDialog } from './conflict-dialog';
import { useEditor } from './map-editor';

/** Whether the last edit is saved, with undo and redo; what failed keeps its input and can be sent again. */
export function SaveStatus() {
  const { saveState, editable, undo, redo, canUndo, canRedo, retry, giveUp, conflicts } = useEditor();
  const [conflict] = conflicts;
  const [putOff, setPutOff] = useState<unknown>(null);
  if (!editable) return null;
  return (
    <div className="no-print flex items-center gap-1">
      <span role="status" className="flex min-w-16 items-center justify-end gap-1.5 text-xs text-soft">
        {saveState.kind === 'saving' ? (
          <>
            <LoaderCircle aria-hidden="true" className="size-3.5 animate-spin" /> Saving…
          </>
        ) : null}
        {saveState.kind === 'saved' ? (
          <>
            <Check aria-hidden="true" className="size-3.5 text-good" /> Saved
          </>
        ) : null}
        {saveState.kind === 'failed' ? (
          <span className="flex flex-wrap items-center gap-1.5 font-medium text-bad">
            <TriangleAlert aria-hidden="true" className="size-3.5" /> Not saved{inputOf(saveState.edit)}:{' '}
            {saveState.why}
          </span>
        ) : null}
      </span>
      {conflict ? (
        <>
          <span role="status" className="flex items-center gap-1.5 text-xs font-medium text-bad">
            <TriangleAlert aria-hidden="true" className="size-3.5" /> Not saved: somebody else changed it too
          </span>
          <Button size="small" onClick={() => setPutOff(null)}>
            Decide
          </Button>
          <ConflictDialog
            conflict={conflict}
            open={putOff !== conflict}
            onClose={() => setPutOff(conflict)}
          />
        </>
      ) : null}
      {saveState.kind === 'failed' ? (
        <>
          <Button size="small" onClick={retry}>
            Retry
          </Button>
          <Button size="small" variant="quiet" onClick={giveUp}>
            Discard
          </Button>
        </>
      ) : null}
      <Button
        icon
        size="small"
        variant="quiet"
        aria-label="Undo"
        title="Undo (Ctrl+Z)"
        disabled={!canUndo}
        onClick={undo}
      >
        <Undo2 aria-hidden="true" className="size-4" />
      </Button>
      <Button
        icon
        size="small"
        variant="quiet"
        aria-label="Redo"
        title="Redo (Ctrl+Shift+Z)"
        disabled={!canRedo}
        onClick={redo}
      >
        <Redo2 aria-hidden="true" className="size-4" />
      </Button>
    </div>
  );
}

function inputOf(edit: object): string {
  const title =
    'title' in edit ? edit.title : 'patch' in edit ? (edit.patch as { title?: unknown }).title : null;
  return typeof title === 'string' ? ` “${title}”` : '';
}
