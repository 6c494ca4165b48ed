'use client';

import { useEffect, useState } from 'react';
import type { TouchpointPatch } from './edits';
import { useEditor } from './map-editor';

/** Saves what is said about one touchpoint, and knows what was wrong with each field of what was refused last. */
export function useTouchpointEdit(id: string) {
  const { edit, saveState } = useEditor();
  const failed = saveState.kind === 'failed' ? saveState : null;
  const refused = failed?.edit.kind === 'editTouchpoint' && failed.edit.id === id ? failed.edit.patch : null;
  return {
    /** False where it was refused. */
    save: async (patch: TouchpointPatch) => (await edit({ kind: 'editTouchpoint', id, patch })) !== null,
    errorOf: (field: keyof TouchpointPatch): string | null => {
      if (!failed || !refused) return null;
      const found = failed.errors.find(({ path }) => path.split('.')[0] === field);
      if (found) return found.message;
      return failed.errors.length === 0 && field in refused ? failed.why : null;
    },
  };
}

/**
 * What is typed until it is saved: it outlives a refusal, so that nothing typed is lost, and gives way once the refused
 * edit is discarded.
 */
export function useDraft<T>(stored: T) {
  const { saveState } = useEditor();
  const [draft, setDraft] = useState<T | null>(null);
  const idle = saveState.kind === 'idle';
  useEffect(() => {
    if (idle) setDraft(null);
  }, [idle]);
  return { shown: draft ?? stored, dirty: draft !== null, setDraft, drop: () => setDraft(null) };
}
