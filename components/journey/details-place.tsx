'use client';

import { ArrowLeft, ArrowRight } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { SelectField } from '@/components/ui/field';
import { useText } from '@/components/ui/text';
import type { TouchpointView } from '@/lib/insights/model';
import { besideIt } from './edits';
import { useEditor } from './map-editor';

/** Where a touchpoint stands on the map, and how it leaves it. */
export function PlaceFields({ touchpoint, stageId }: { touchpoint: TouchpointView; stageId: string }) {
  const t = useText();
  const { map, edit, open } = useEditor();
  const { id, title } = touchpoint;
  const left = besideIt(map, id, -1);
  const right = besideIt(map, id, 1);
  return (
    <div className="flex flex-col gap-3 border-t border-line px-5 py-4">
      <SelectField
        label={t('Stage')}
        value={stageId}
        onChange={(event) => {
          const stage = map.stages.find((candidate) => candidate.id === event.target.value);
          if (!stage) return;
          const to = { stageId: stage.id, index: stage.touchpoints.length };
          void edit({ kind: 'moveTouchpoint', id, ...to }, t('Moved “{title}”', { title }));
        }}
      >
        {map.stages.map((stage) => (
          <option key={stage.id} value={stage.id}>
            {stage.title}
          </option>
        ))}
      </SelectField>
      <div className="flex flex-wrap gap-2">
        <Button disabled={!left} onClick={() => left && void edit(left, t('Moved “{title}”', { title }))}>
          <ArrowLeft aria-hidden="true" className="size-4" /> {t('Move earlier')}
        </Button>
        <Button disabled={!right} onClick={() => right && void edit(right, t('Moved “{title}”', { title }))}>
          {t('Move later')} <ArrowRight aria-hidden="true" className="size-4" />
        </Button>
      </div>
      <Button
        variant="quiet"
        className="self-start"
        onClick={() => {
          open(null);
          void edit({ kind: 'retireTouchpoint', id }, t('Retired “{title}”', { title }));
        }}
      >
        {t('Retire this touchpoint')}
      </Button>
    </div>
  );
}
