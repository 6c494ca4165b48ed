'use client';

import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useText } from '@/components/ui/text';
import { shownOn } from '@/lib/insights/rules/shown';
import { LANE_LABELS, type LaneId } from '@/lib/journey/model/lanes';
import { AddDialog, type Adding } from './add-dialog';
import type { Column } from './columns';
import { inWords } from './emotion-point';
import { laneOf } from './lanes';
import { LayerFace } from './layer-face';
import { STEPPED_BACK } from './map-cell';
import { useEditor } from './map-editor';
import { RollUps } from './measure-chip';
import { PresenceMark } from './presence';
import { EditStageButton } from './stage-editing';
import { StageTarget } from './stage-target';
import { TouchpointFace } from './touchpoint-card';
import { useLook } from './use-look';

/** From so many touchpoints on, what is out of sight is not laid out. */
const LONG = 40;

/** What is drawn of a list before anybody knows whether it will be seen. */
const BRIEF = 12;

/** The map on a phone: stage by stage, touchpoint by touchpoint, lane by lane, in reading order. */
export function MapList({ brief }: { brief: boolean }) {
  const t = useText();
  const { map, editable, hrefOf, open } = useEditor();
  const { look } = useLook();
  const [adding, setAdding] = useState<Adding | null>(null);
  const shown = shownOn(map, look.show);
  const long = map.coverage.touchpoints > LONG;
  let room = brief ? BRIEF : Number.POSITIVE_INFINITY;
  return (
    <>
      <ol className="flex flex-col gap-5">
        {map.stages.map((stage, stageIndex) => {
          if (room <= 0) return null;
          const touchpoints = stage.touchpoints.slice(0, room);
          room -= touchpoints.length;
          return (
            <li key={stage.id === 'pending' ? `pending ${stageIndex}` : stage.id}>
              <div className="mb-2 flex items-end justify-between gap-3">
                <div className="min-w-28">
                  <h2 className="text-base font-bold break-words">{stage.title}</h2>
                  <p className="text-xs text-soft">{stage.owner?.name ?? t('No owner')}</p>
                </div>
                <p className="flex flex-wrap justify-end gap-x-2.5 text-xs">
                  <RollUps measures={stage.measures} t={t} />
                  <StageTarget stage={stage} />
                </p>
                {editable && stage.id !== 'pending' ? <EditStageButton stage={stage} /> : null}
              </div>
              <ol className="flex flex-col gap-2">
                {touchpoints.map((touchpoint, index) => (
                  <li
                    data-steady
                    key={touchpoint.id === 'pending' ? `pending ${index}` : touchpoint.id}
                    id={`touchpoint-${touchpoint.id}`}
                    className={`relative rounded-xl border p-3 ${shown?.has(touchpoint.id) === false ? STEPPED_BACK : 'bg-panel'} ${long ? '[contain-intrinsic-size:auto_12rem] [content-visibility:auto]' : ''} ${touchpoint.measures.length > 0 ? 'border-line' : 'border-dashed border-line-strong'}`}
                  >
                    <PresenceMark touchpointId={touchpoint.id} />
                    {shown?.has(touchpoint.id) === false ? (
                      <span className="sr-only">{t('Not highlighted.')}</span>
                    ) : null}
                    {look.layer === null ? (
                      <TouchpointFace
                        touchpoint={touchpoint}
                        minimumN={map.minimumN}
                        href={hrefOf(touchpoint.id)}
                        onOpen={() => open(touchpoint.id)}
                        own={map.channels}
                        inGrid={false}
                      />
                    ) : (
                      <LayerFace
                        touchpoint={touchpoint}
                        map={map}
                        layer={look.layer}
                        href={hrefOf(touchpoint.id)}
                        onOpen={() => open(touchpoint.id)}
                        inGrid={false}
                      />
                    )}
                    <OtherLanes column={{ stage, stageIndex, touchpoint, index }} lanes={look.lanes} />
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
                  <Plus aria-hidden="true" className="size-4" /> {t('Add a touchpoint')}
                </button>
              ) : null}
            </li>
          );
        })}
      </ol>
      {editable ? (
        <button
          type="button"
          className="mt-5 flex min-h-11 w-full items-center justify-center gap-2 rounded-xl border border-line-strong bg-panel text-sm font-medium"
          onClick={() => setAdding({ kind: 'stage', index: map.stages.length })}
        >
          <Plus aria-hidden="true" className="size-4" /> {t('Add a stage')}
        </button>
      ) : null}
      <AddDialog adding={adding} onClose={() => setAdding(null)} onAdded={() => {}} />
    </>
  );
}

/** What the lanes below the touchpoints' own say of one of them; what says nothing is left out. */
function OtherLanes({ column, lanes }: { column: Column; lanes: readonly LaneId[] }) {
  const t = useText();
  const { map } = useEditor();
  const said = lanes.flatMap((id) => {
    const lane = laneOf(id);
    return lane?.filled(column, map) ? [{ id, lane }] : [];
  });
  if (said.length === 0 || !column.touchpoint) return null;
  const { touchpoint } = column;
  return (
    <dl className="mt-2 flex flex-col gap-2 text-sm">
      {said.map(({ id, lane }) => (
        <div key={id}>
          <dt className="text-2xs font-semibold text-soft">{t(LANE_LABELS[id])}</dt>
          <dd className="break-words">
            {id === 'emotion' ? (
              inWords(touchpoint, t).slice(touchpoint.title.length + 2)
            ) : (
              <lane.Cell column={column} map={map} />
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
