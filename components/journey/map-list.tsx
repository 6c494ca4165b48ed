'use client';

import { Plus } from 'lucide-react';
import { useState } from 'react';
import { AddDialog, type Adding } from './add-dialog';
import { inWords } from './emotion-point';
import { useEditor } from './map-editor';
import { RollUps } from './measure-chip';
import { PresenceMark } from './presence';
import { TouchpointFace } from './touchpoint-card';

/** The map on a phone: stage by stage, touchpoint by touchpoint, in reading order. */
export function MapList() {
  const { map, editable, hrefOf, open } = useEditor();
  const [adding, setAdding] = useState<Adding | null>(null);
  return (
    <>
      <ol className="flex flex-col gap-5">
        {map.stages.map((stage, stageIndex) => (
          <li key={stage.id === 'pending' ? `pending ${stageIndex}` : stage.id}>
            <div className="mb-2 flex items-end justify-between gap-3">
              <div>
                <h2 className="text-base font-bold">{stage.title}</h2>
                <p className="text-xs text-soft">{stage.owner?.name ?? 'No owner'}</p>
              </div>
              <p className="flex flex-wrap justify-end gap-x-2.5 text-xs">
                <RollUps measures={stage.measures} />
              </p>
            </div>
            <ol className="flex flex-col gap-2">
              {stage.touchpoints.map((touchpoint, index) => (
                <li
                  key={touchpoint.id === 'pending' ? `pending ${index}` : touchpoint.id}
                  className={`relative rounded-xl border bg-panel p-3 ${touchpoint.measures.length > 0 ? 'border-line' : 'border-dashed border-line-strong'}`}
                >
                  <PresenceMark touchpointId={touchpoint.id} />
                  <TouchpointFace
                    touchpoint={touchpoint}
                    minimumN={map.minimumN}
                    href={hrefOf(touchpoint.id)}
                    onOpen={() => open(touchpoint.id)}
                    inGrid={false}
                  />
                  {touchpoint.expectedEmotion !== null ? (
                    <p className="mt-2 text-xs text-soft">
                      {inWords(touchpoint).slice(touchpoint.title.length + 2)}
                    </p>
                  ) : null}
                  {touchpoint.quote ? (
                    <p className="mt-2 text-sm break-words">“{touchpoint.quote.comment}”</p>
                  ) : null}
                </li>
              ))}
            </ol>
            {editable ? (
              <button
                type="button"
                className="mt-2 flex min-h-11 w-full items-center justify-center gap-2 rounded-xl border border-dashed border-line-strong text-sm font-medium text-soft"
                onClick={() =>
                  setAdding({
                    kind: 'touchpoint',
                    stageId: stage.id,
                    stageTitle: stage.title,
                    index: stage.touchpoints.length,
                  })
                }
              >
                <Plus aria-hidden="true" className="size-4" /> Add a touchpoint
              </button>
            ) : null}
          </li>
        ))}
      </ol>
      {editable ? (
        <button
          type="button"
          className="mt-5 flex min-h-11 w-full items-center justify-center gap-2 rounded-xl border border-line-strong bg-panel text-sm font-medium"
          onClick={() => setAdding({ kind: 'stage', index: map.stages.length })}
        >
          <Plus aria-hidden="true" className="size-4" /> Add a stage
        </button>
      ) : null}
      <AddDialog adding={adding} onClose={() => setAdding(null)} onAdded={() => {}} />
    </>
  );
}
