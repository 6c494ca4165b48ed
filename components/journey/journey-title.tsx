'use client';

import { Ellipsis, Pencil } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Menu, MenuItem } from '@/components/ui/menu';
import { useText } from '@/components/ui/text';
import { useToast } from '@/components/ui/toast';
import { type AddPersona, JourneyDialog } from './journey-dialog';
import { StateChip } from './journey-facts';
import { useEditor } from './map-editor';

/** Copies a journey as it is to be. */
export type CopyJourney = (
  id: string,
) => Promise<{ ok: true; value: { id: string } } | { ok: false; problem: { title: string } }>;

/** The journey's name as the page's heading, with what can be done with the journey as a whole. */
export function JourneyTitle({
  personas,
  addPersona,
  copy,
}: {
  personas: { id: string; name: string }[];
  addPersona: AddPersona;
  copy: CopyJourney;
}) {
  const t = useText();
  const say = useToast();
  const router = useRouter();
  const { map, editable, edit } = useEditor();
  const [editing, setEditing] = useState(false);
  const pencil = useRef<HTMLButtonElement>(null);
  const wasRetired = useRef(map.retired);

  async function copyMap() {
    const reply = await copy(map.id).catch(() => null);
    if (reply?.ok) router.push(`/journeys/${reply.value.id}`);
    else say(reply?.problem.title ?? t('The server could not be reached. Nothing was copied.'));
  }

  useEffect(() => {
    // The button that restored it is gone, and the focus with it.
    if (!map.retired && wasRetired.current) pencil.current?.focus();
    wasRetired.current = map.retired;
  }, [map.retired]);

  return (
    <>
      <h1 className="min-w-0 text-xl leading-7 font-bold tracking-tight break-words">{map.title}</h1>
      <StateChip state={map.state} t={t} />
      {editable ? (
        <div className="no-print -ml-1 flex">
          <Button
            ref={pencil}
            icon
            size="small"
            variant="quiet"
            aria-label={t('Edit the journey')}
            title={t('Edit the journey')}
            onClick={() => setEditing(true)}
          >
            <Pencil aria-hidden="true" className="size-3.5 text-soft" />
          </Button>
          <Menu
            label={t('Actions for the journey')}
            align="start"
            trigger={
              <Button icon size="small" variant="quiet" aria-label={t('Actions for the journey')}>
                <Ellipsis aria-hidden="true" className="size-4 text-soft" />
              </Button>
            }
          >
            <MenuItem onSelect={() => void copyMap()}>{t('Copy as it is to be')}</MenuItem>
            <MenuItem
              danger
              onSelect={() =>
                void edit({ kind: 'retireJourney', id: map.id }, t('Retired “{title}”', { title: map.title }))
              }
            >
              {t('Retire the journey')}
            </MenuItem>
          </Menu>
        </div>
      ) : null}
      <JourneyDialog
        open={editing}
        onClose={() => {
          setEditing(false);
          requestAnimationFrame(() => pencil.current?.focus());
        }}
        personas={personas}
        addPersona={addPersona}
      />
    </>
  );
}
