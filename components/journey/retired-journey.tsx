'use client';

import { useEffect, useRef } from 'react';
import { Button } from '@/components/ui/button';
import { useText } from '@/components/ui/text';
import { useEditor } from './map-editor';

/** Says that the journey is retired, with the way back for who may take it. */
export function RetiredJourney({ mayRestore }: { mayRestore: boolean }) {
  const { map, edit } = useEditor();
  const t = useText();
  const button = useRef<HTMLButtonElement>(null);
  const was = useRef(map.retired);

  useEffect(() => {
    // The menu that retired it is gone, and the focus with it.
    if (map.retired && !was.current) button.current?.focus();
    was.current = map.retired;
  }, [map.retired]);

  if (!map.retired) return null;
  return (
    <div className="no-print flex flex-wrap items-center justify-between gap-3 rounded-lg bg-warn px-3 py-2 text-sm text-on-warn">
      <p>{t('This journey is retired: it is in no list and cannot be changed. Its answers stay.')}</p>
      {mayRestore ? (
        <Button
          ref={button}
          size="small"
          onClick={() =>
            void edit({ kind: 'restoreJourney', id: map.id }, t('Restored “{title}”', { title: map.title }))
          }
        >
          {t('Restore the journey')}
        </Button>
      ) : null}
    </div>
  );
}
