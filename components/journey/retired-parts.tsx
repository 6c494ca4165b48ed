'use client';

import { Button } from '@/components/ui/button';
import { useText } from '@/components/ui/text';
import { useEditor } from './map-editor';

/** What was taken off the map, with its answers kept, and the way back. */
export function RetiredParts() {
  const { map, editable, edit } = useEditor();
  const t = useText();
  const { stages, touchpoints } = map.retiredParts;
  if (!editable || stages.length + touchpoints.length === 0) return null;
  const parts = [
    ...stages.map(({ id, title }) => ({ id, title, kind: 'restoreStage' as const, what: t('Stage') })),
    ...touchpoints.map(({ id, title, mergedInto }) => ({
      id,
      title,
      kind: mergedInto === null ? ('restoreTouchpoint' as const) : ('unmergeTouchpoint' as const),
      what: mergedInto === null ? t('Touchpoint') : t('Merged into “{title}”', { title: mergedInto }),
    })),
  ];
  return (
    <details className="no-print mt-1">
      <summary className="inline-flex min-h-9 items-center rounded-lg px-1 text-sm font-medium underline underline-offset-2">
        {t('Retired ({n})', { n: parts.length })}
      </summary>
      <ul className="mt-2 flex flex-col divide-y divide-line rounded-xl border border-line bg-panel">
        {parts.map(({ id, title, kind, what }) => (
          <li key={id} className="flex items-center justify-between gap-3 px-4 py-2">
            <span className="min-w-0 text-sm break-words">
              {title} <span className="text-xs text-soft">{what}</span>
            </span>
            <Button size="small" onClick={() => void edit({ kind, id }, t('Restored “{title}”', { title }))}>
              {kind === 'unmergeTouchpoint' ? t('Take the merge back') : t('Restore')}
              <span className="sr-only"> {title}</span>
            </Button>
          </li>
        ))}
      </ul>
    </details>
  );
}
