'use client';

import { useText } from './text';

/** Tells screen readers that something is coming. It waits for nothing itself, as what stands in for a page must not. */
export function LoadingNote() {
  const t = useText();
  return (
    <span role="status" className="sr-only">
      {t('Loading')}
    </span>
  );
}
