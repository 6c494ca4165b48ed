'use client';

import { Pencil } from 'lucide-react';
import { useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { useEditor } from './map-editor';
import { TitleInput } from './title-input';

/** The journey's name as the page's heading, changed in place. */
export function JourneyTitle() {
  const { map, editable, edit } = useEditor();
  const [renaming, setRenaming] = useState(false);
  const button = useRef<HTMLButtonElement>(null);

  function stop() {
    setRenaming(false);
    requestAnimationFrame(() => button.current?.focus());
  }

  if (renaming) {
    return (
      <h1 className="min-w-0 grow sm:max-w-md">
        <TitleInput
          value={map.title}
          label="Name of the journey"
          className="text-xl font-semibold"
          onCancel={stop}
          onSave={(title) => {
            stop();
            void edit({ kind: 'editJourney', id: map.id, patch: { title } });
          }}
        />
      </h1>
    );
  }
  return (
    <>
      <h1 className="min-w-0 text-xl leading-7 font-bold tracking-tight break-words">{map.title}</h1>
      {editable ? (
        <Button
          ref={button}
          icon
          size="small"
          variant="quiet"
          aria-label="Rename the journey"
          className="no-print -ml-1"
          onClick={() => setRenaming(true)}
        >
          <Pencil aria-hidden="true" className="size-3.5 text-soft" />
        </Button>
      ) : null}
    </>
  );
}
