'use client';

import { Check, LoaderCircle, Redo2, TriangleAlert, Undo2 } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { useText } from '@/components/ui/text';
import type { Translate } from '@/lib/translate';
import { ConflictDialog } from './conflict-dialog';
import { useEditor } from './map-editor';

/** Whether the last edit is saved, with undo and redo; what failed keeps its input and can be sent again. */
export function SaveStatus() {
  const t = useText();
  const { saveState, editable, undo, redo, canUndo, canRedo, retry, giveUp, conflicts } = useEditor();
  const [conflict] = conflicts;
  const [putOff, setPutOff] = useState<unknown>(null);
  if (!editable) return null;
  return (
    <div className="no-print flex items-center gap-1">
      <span role="status" className="flex min-w-16 items-center justify-end gap-1.5 text-xs text-soft">
        {saveState.kind === 'saving' ? (
          <>
            <LoaderCircle aria-hidden="true" className="size-3.5 animate-spin" /> {t('Saving…')}
          </>
        ) : null}
        {saveState.kind === 'saved' ? (
          <>
            <Check aria-hidden="true" className="size-3.5 text-good" /> {t('Saved##state')}
          </>
        ) : null}
        {saveState.kind === 'failed' ? (
          <span className="flex flex-wrap items-center gap-1.5 font-medium text-bad">
            <TriangleAlert aria-hidden="true" className="size-3.5" />{' '}
            {notSaved(saveState.edit, saveState.why, t)}
          </span>
        ) : null}
      </span>
      {conflict ? (
        <>
          <span role="status" className="flex items-center gap-1.5 text-xs font-medium text-bad">
            <TriangleAlert aria-hidden="true" className="size-3.5" />{' '}
            {t('Not saved: somebody else changed it too')}
          </span>
          <Button size="small" onClick={() => setPutOff(null)}>
            {t('Decide')}
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
            {t('Retry')}
          </Button>
          <Button size="small" variant="quiet" onClick={giveUp}>
            {t('Discard')}
          </Button>
        </>
      ) : null}
      <Button
        icon
        size="small"
        variant="quiet"
        aria-label={t('Undo')}
        title={t('Undo (Ctrl+Z)')}
        disabled={!canUndo}
        onClick={undo}
      >
        <Undo2 aria-hidden="true" className="size-4" />
      </Button>
      <Button
        icon
        size="small"
        variant="quiet"
        aria-label={t('Redo')}
        title={t('Redo (Ctrl+Shift+Z)')}
        disabled={!canRedo}
        onClick={redo}
      >
        <Redo2 aria-hidden="true" className="size-4" />
      </Button>
    </div>
  );
}

function notSaved(edit: object, why: string, t: Translate): string {
  const title =
    'title' in edit ? edit.title : 'patch' in edit ? (edit.patch as { title?: unknown }).title : null;
  return typeof title === 'string'
    ? t('Not saved “{title}”: {why}', { title, why })
    : t('Not saved: {why}', { why });
}
