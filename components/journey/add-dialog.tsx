'use client';

import { useRef } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog, DialogEnd } from '@/components/ui/dialog';
import { SelectField, TextField } from '@/components/ui/field';
import { useText } from '@/components/ui/text';
import { choosableChannels } from '@/lib/journey/rules/channels';
import type { MapEdit } from './edits';
import { useEditor } from './map-editor';

/** What is about to be added, and where. */
export type Adding =
  | { kind: 'touchpoint'; stageId: string; stageTitle: string; index: number }
  | { kind: 'stage'; index: number };

/** Asks for the name, and for a touchpoint the channel, of what is added to the map. */
export function AddDialog({
  adding,
  onClose,
  onAdded,
}: {
  adding: Adding | null;
  onClose: () => void;
  onAdded: (id: string) => void;
}) {
  const t = useText();
  const { map, edit } = useEditor();
  const form = useRef<HTMLFormElement>(null);

  function add(data: FormData) {
    const title = String(data.get('title') ?? '').trim();
    if (!adding || title === '') return;
    const change: MapEdit =
      adding.kind === 'stage'
        ? { kind: 'addStage', journeyId: map.id, title, index: adding.index }
        : {
            kind: 'addTouchpoint',
            stageId: adding.stageId,
            title,
            channels: [String(data.get('channel'))],
            index: adding.index,
          };
    onClose();
    void edit(change, t('Added “{title}”', { title })).then((id) => {
      if (id) onAdded(id);
    });
  }

  return (
    <Dialog
      open={adding !== null}
      onClose={onClose}
      title={
        adding?.kind === 'touchpoint'
          ? t('Add a touchpoint to {stage}', { stage: adding.stageTitle })
          : t('Add a stage')
      }
      footer={
        <DialogEnd close={onClose}>
          <Button variant="primary" onClick={() => form.current?.requestSubmit()}>
            {t('Add')}
          </Button>
        </DialogEnd>
      }
    >
      <form
        ref={form}
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          add(new FormData(event.currentTarget));
        }}
      >
        <TextField
          label={t('Name')}
          name="title"
          required
          maxLength={80}
          autoComplete="off"
          placeholder={adding?.kind === 'touchpoint' ? t('Book a visit') : t('Get connected')}
        />
        {adding?.kind === 'touchpoint' ? (
          <SelectField
            label={t('Channel')}
            name="channel"
            defaultValue="website"
            hint={t('Where the touchpoint happens')}
          >
            {choosableChannels(map.channels, t).map(({ key, label }) => (
              <option key={key} value={key}>
                {label}
              </option>
            ))}
          </SelectField>
        ) : null}
        <button type="submit" className="hidden" tabIndex={-1} aria-hidden="true" />
      </form>
    </Dialog>
  );
}
