'use client';

import { ArrowDown, ArrowUp, GripVertical } from 'lucide-react';
import { type PointerEvent, useLayoutEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { useText } from '@/components/ui/text';
import { movedLane, SIMPLE_LANES, toggledLane } from '@/lib/insights/rules/look';
import { LANE_LABELS, LANES, type LaneId, USUAL_LANES } from '@/lib/journey/model/lanes';
import { useEditor } from './map-editor';
import { useLook } from './use-look';

/** Which lanes the map shows and in what order, and which stages are folded. Every choice takes effect at once. */
export function LanesDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const t = useText();
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={t('Lanes')}
      footer={
        <Button variant="primary" onClick={onClose}>
          {t('Done')}
        </Button>
      }
    >
      {open ? <Lanes /> : null}
    </Dialog>
  );
}

function Lanes() {
  const t = useText();
  const { map } = useEditor();
  const { look, changeLook } = useLook();
  // The address follows a moment later; a box that is ticked has to be ticked at once.
  const [shown, setShown] = useState<LaneId[]>(look.lanes);
  const list = useRef<HTMLOListElement>(null);
  const [dragged, setDragged] = useState<LaneId | null>(null);
  const [said, setSaid] = useState('');
  const focused = useRef<string | null>(null);

  // What moves to another place in the list keeps the focus.
  useLayoutEffect(() => {
    const id = focused.current;
    focused.current = null;
    if (id === null) return;
    const wanted = document.getElementById(id) as HTMLButtonElement | HTMLInputElement | null;
    const other = wanted?.closest('li')?.querySelector<HTMLButtonElement>('button:not(:disabled)');
    (wanted?.disabled ? other : wanted)?.focus();
  });

  function setLanes(lanes: LaneId[]) {
    setShown(lanes);
    changeLook({ lanes });
  }

  function move(id: LaneId, direction: -1 | 1) {
    const lanes = movedLane(shown, id, direction);
    focused.current = `lane-${id}-${direction}`;
    setLanes(lanes);
    setSaid(
      t('{lane} is lane {place} of {n}', {
        lane: t(LANE_LABELS[id]),
        place: lanes.indexOf(id) + 1,
        n: lanes.length,
      }),
    );
  }

  function onDrag(event: PointerEvent, id: LaneId) {
    if (dragged !== id) return;
    const rows = [...(list.current?.children ?? [])].slice(0, shown.length);
    const to = rows.findIndex((row) => event.clientY < row.getBoundingClientRect().bottom);
    const from = shown.indexOf(id);
    if (to >= 0 && to !== from) setLanes(shown.toSpliced(from, 1).toSpliced(to, 0, id));
  }

  return (
    <>
      <div className="flex flex-wrap gap-2 pb-3">
        <Button size="small" onClick={() => setLanes([...USUAL_LANES])}>
          {t('Usual')}
        </Button>
        <Button size="small" onClick={() => setLanes([...SIMPLE_LANES])}>
          {t('Simple')}
        </Button>
        <Button size="small" onClick={() => setLanes([...LANES])}>
          {t('All')}
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
              {t('Fold all stages')}
            </Button>
            <Button
              size="small"
              disabled={look.folded.length === 0}
              onClick={() => changeLook({ folded: [] })}
            >
              {t('Unfold all')}
            </Button>
          </>
        ) : null}
      </div>
      <ol ref={list} aria-label={t('Lanes from top to bottom')} className="flex flex-col gap-1">
        {[...shown, ...LANES.filter((lane) => !shown.includes(lane))].map((id, index) => {
          const on = index < shown.length;
          return (
            <li
              key={id}
              className={`flex items-center gap-1 rounded-lg border pr-1 text-sm ${dragged === id ? 'border-accent bg-panel shadow-pop' : on ? 'border-line bg-panel' : 'border-transparent text-soft'}`}
            >
              <span
                aria-hidden="true"
                className={`flex min-h-9 w-7 shrink-0 items-center justify-center text-soft select-none ${on ? 'cursor-grab touch-none' : 'invisible'}`}
                onPointerDown={(event) => {
                  event.currentTarget.setPointerCapture(event.pointerId);
                  setDragged(id);
                }}
                onPointerMove={(event) => onDrag(event, id)}
                onPointerUp={() => setDragged(null)}
                onPointerCancel={() => setDragged(null)}
              >
                <GripVertical className="size-4" />
              </span>
              <label className="flex min-h-9 grow items-center gap-2.5">
                <input
                  id={`lane-${id}`}
                  type="checkbox"
                  checked={on}
                  disabled={id === 'touchpoints'}
                  onChange={() => {
                    focused.current = `lane-${id}`;
                    setLanes(toggledLane(shown, id));
                  }}
                  className="size-4 accent-accent"
                />
                {t(LANE_LABELS[id])}
                {id === 'touchpoints' ? <span className="text-xs text-soft">{t('always shown')}</span> : null}
              </label>
              {on
                ? ([-1, 1] as const).map((direction) => (
                    <Button
                      key={direction}
                      id={`lane-${id}-${direction}`}
                      icon
                      size="small"
                      variant="quiet"
                      aria-label={
                        direction === -1
                          ? t('Move {name} up', { name: t(LANE_LABELS[id]) })
                          : t('Move {name} down', { name: t(LANE_LABELS[id]) })
                      }
                      disabled={direction === -1 ? index === 0 : index === shown.length - 1}
                      onClick={() => move(id, direction)}
                    >
                      {direction === -1 ? (
                        <ArrowUp aria-hidden="true" className="size-4" />
                      ) : (
                        <ArrowDown aria-hidden="true" className="size-4" />
                      )}
                    </Button>
                  ))
                : null}
            </li>
          );
        })}
      </ol>
      <p role="status" className="sr-only">
        {said}
      </p>
    </>
  );
}
