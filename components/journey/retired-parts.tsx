'use client';

import { Button } from '@/components/ui/button';
import { useEditor } from './map-editor';

/** What was taken off the map, with its answers kept, and the way back. */
export function RetiredParts() {
  const { map, editable, edit } = useEditor();
  const { stages, touchpoints } = map.retiredParts;
  if (!editable || stages.length + touchpoints.length === 0) return null;
  const parts = [
    ...stages.map(({ id, title }) => ({ id, title, kind: 'restoreStage' as const, what: 'Stage' })),
    ...touchpoints.map(({ id, title, mergedInto }) => ({
      id,
      title,
      kind: mergedInto === null ? ('restoreTouchpoint' as const) : ('unmergeTouchpoint' as const),
      what: mergedInto === null ? 'Touchpoint' : `Merged into “${mergedInto}”`,
    })),
  ];
  return (
    <details className="no-print mt-1">
      <summary className="inline-flex min-h-9 items-center rounded-lg px-1 text-sm font-medium underline underline-offset-2">
        Retired ({parts.length})
      </summary>
      <ul className="mt-2 flex flex-col divide-y divide-line rounded-xl border border-line bg-panel">
        {parts.map(({ id, title, kind, what }) => (
          <li key={id} className="flex items-center justify-between gap-3 px-4 py-2">
            <span className="min-w-0 text-sm break-words">
              {title} <span className="text-xs text-soft">{what}</span>
            </span>
            <Button size="small" onClick={() => void edit({ kind, id }, `Restored “${title}”`)}>
              {kind === 'unmergeTouchpoint' ? 'Take the merge back' : 'Restore'}
              <span className="sr-only"> {title}</span>
            </Button>
          </li>
        ))}
      </ul>
    </details>
  );
}
