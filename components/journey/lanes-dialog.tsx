'use client';

import { ArrowDown, ArrowUp } from 'lucide-react';
import { type PointerEvent, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { movedLane, SIMPLE_LANES, toggledLane } from '@/lib/insights/rules/look';
import { LANE_LABELS, LANES, type LaneId, USUAL_LANES } from '@/lib/journey/model/lanes';
import { useEditor } from './map-editor';
import { useLook } from './use-look';

/** Which lanes the map shows and in what order, and which stages are folded. Every choice takes effect at once. */
export function LanesDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { map } = useEditor();
  const { look, changeLook } = useLook();
  const shown = look.lanes;
  const hidden = LANES.filter((lane) => !shown.includes(lane));
  const list = useRef<HTMLOListElement>(null);
  const [dragged, setDragged] = useState<LaneId | null>(null);
  const [said, setSaid] = useState('');
  const setLanes = (lanes: LaneId[]) => changeLook({ lanes });

  function move(id: LaneId, direction: -1 | 1) {
    const lanes = movedLane(shown, id, direction);
    setLanes(lanes);
    setSaid(`${LANE_LABELS[id]} is lane ${lanes.indexOf(id) + 1} of ${lanes.length}`);
  }

  function onDrag(event: PointerEvent, id: LaneId) {
    if (dragged !== id) return;
    const rows = [...(list.current?.children ?? [])];
    const to = rows.findIndex((row) => event.clientY < row.getBoundingClientRect().bottom);
    const from = shown.indexOf(id);
    if (to >= 0 && to !== from) setLanes(shown.toSpliced(from, 1).toSpliced(to, 0, id));
  }

  return (
    <Dialog
      open={open}
      onClose={onClose}
      title="Lanes"
      footer={
        <Button variant="primary" onClick={onClose}>
          Done
        </Button>
      }
    >
      <div className="flex flex-wrap gap-2 pb-3">
        <Button size="small" onClick={() => setLanes([...USUAL_LANES])}>
          Usual
        </Button>
        <Button size="small" onClick={() => setLanes([...SIMPLE_LANES])}>
          Simple
        </Button>
        <Button size="small" onClick={() => setLanes([...LANES])}>
          All
        </Button>
        {map.stages.length > 1 ? (
          <>
            <Button
              size="small"
              onClick={() =>
                changeLook({
                  folded: map.stages.filter((stage) => stage.touchpoints.length > 0).map(({ id }) => id),
                })
              }
            >
              Fold all stages
            </Button>
            <Button
              size="small"
              disabled={look.folded.length === 0}
              onClick={() => changeLook({ folded: [] })}
            >
              Unfold all
            </Button>
          </>
        ) : null}
      </div>
      <h3 className="pb-1 text-xs font-semibold text-soft">Shown, from top to bottom</h3>
      <ol ref={list} className="flex flex-col gap-1">
        {shown.map((id, index) => (
          <li
            key={id}
            className={`flex items-center gap-2 rounded-lg border bg-panel pr-1 text-sm ${dragged === id ? 'border-accent shadow-pop' : 'border-line'}`}
          >
            <span
              aria-hidden="true"
              title="Drag to another place"
              className="flex min-h-10 w-8 shrink-0 cursor-grab touch-none items-center justify-center text-soft select-none"
              onPointerDown={(event) => {
                event.currentTarget.setPointerCapture(event.pointerId);
                setDragged(id);
              }}
              onPointerMove={(event) => onDrag(event, id)}
              onPointerUp={() => setDragged(null)}
              onPointerCancel={() => setDragged(null)}
            >
              ⠿
            </span>
            <label className="flex min-h-10 grow items-center gap-2.5">
              <input
                type="checkbox"
                checked
                disabled={id === 'touchpoints'}
                onChange={() => setLanes(toggledLane(shown, id))}
                className="size-4 accent-accent"
              />
              {LANE_LABELS[id]}
              {id === 'touchpoints' ? <span className="text-xs text-soft">always shown</span> : null}
            </label>
            <Button
              icon
              size="small"
              variant="quiet"
              aria-label={`Move ${LANE_LABELS[id]} up`}
              disabled={index === 0}
              onClick={() => move(id, -1)}
            >
              <ArrowUp aria-hidden="true" className="size-4" />
            </Button>
            <Button
              icon
              size="small"
              variant="quiet"
              aria-label={`Move ${LANE_LABELS[id]} down`}
              disabled={index === shown.length - 1}
              onClick={() => move(id, 1)}
            >
              <ArrowDown aria-hidden="true" className="size-4" />
            </Button>
          </li>
        ))}
      </ol>
      {hidden.length > 0 ? (
        <fieldset className="pt-3">
          <legend className="pb-1 text-xs font-semibold text-soft">Not shown</legend>
          <div className="grid grid-cols-1 gap-x-3 sm:grid-cols-2">
            {hidden.map((id) => (
              <label
                key={id}
                className="flex min-h-9 items-center gap-2.5 rounded-lg px-1.5 text-sm hover:bg-sunk"
              >
                <input
                  type="checkbox"
                  checked={false}
                  onChange={() => setLanes(toggledLane(shown, id))}
                  className="size-4 accent-accent"
                />
                {LANE_LABELS[id]}
              </label>
            ))}
          </div>
        </fieldset>
      ) : null}
      <p role="status" className="sr-only">
        {said}
      </p>
    </Dialog>
  );
}
