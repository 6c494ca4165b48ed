'use client';

import { useRef, useState } from 'react';
import { useText } from '@/components/ui/text';
import { formatCount, formatEmotion, formatInterval, formatPercent } from '@/lib/format';
import type { TouchpointView } from '@/lib/insights/model';
import { breaksOf, expectationGap, gapText } from '@/lib/insights/rules/emotion';
import { SOLID_FROM_N } from '@/lib/insights/rules/layers';
import { FIRM_FROM_N } from '@/lib/scoring/display';
import { EMOTION_WORDS } from '@/lib/scoring/emotion-words';
import { METRICS } from '@/lib/scoring/metrics';
import { stepOf } from '@/lib/scoring/tone';
import type { Translate } from '@/lib/translate';
import { columnsOf, feltMeasure } from './columns';
import { laneValue, laneY } from './curve';
import { PENDING_ID } from './edits';
import { LANE } from './emotion-lane';
import type { LaneCellProps } from './lanes';
import { useEditor } from './map-editor';

/** The points of one touchpoint on the emotion lane, what lies between them, and the same in words. */
export function EmotionPoint({ column, map }: LaneCellProps) {
  const t = useText();
  const { touchpoint } = column;
  if (!touchpoint) return <span className="sr-only">{t('Nothing yet')}</span>;
  const felt = feltMeasure(touchpoint);
  const value = felt?.shown ? felt.score.value : null;
  const gap = expectationGap(touchpoint);
  const word = touchpoint.topWord ? wordOf(touchpoint.topWord, t) : null;
  const reason = breakAt(map, touchpoint.id, t);
  return (
    <>
      <ExpectedPoint touchpoint={touchpoint} small={value !== null} />
      {felt && value !== null ? (
        <span
          aria-hidden="true"
          title={t('Measured {score}, {interval}, n {n}', {
            score: formatEmotion(value, t.tongue),
            interval: formatInterval(felt.metric, felt.score.low, felt.score.high, t.tongue),
            n: formatCount(felt.score.n, t.tongue),
          })}
          className={`absolute left-1/2 size-3.5 -translate-1/2 rounded-full border-2 ring-1 ring-panel ${markerClass(METRICS[felt.metric].tone(value), felt.score.n)}`}
          style={{ top: laneY(value, LANE) }}
        />
      ) : null}
      {value !== null && (word || gap?.clear) ? (
        <span
          aria-hidden="true"
          className="map-halo pointer-events-none absolute inset-x-1 z-10 flex flex-col text-center text-2xs leading-3.5 text-ink"
          style={labelPlace(value, touchpoint.expectedEmotion)}
        >
          {word ? <span className="truncate">{word}</span> : null}
          {gap?.clear ? (
            <span className={`text-balance font-medium ${gap.delta < 0 ? 'text-bad' : 'text-good'}`}>
              {gapText(gap, t)}
            </span>
          ) : null}
        </span>
      ) : null}
      {reason ? (
        <span
          className={`pointer-events-none absolute bottom-1 text-2xs leading-3.5 text-soft ${value === null ? 'inset-x-1 text-center' : 'map-halo left-0 w-1/2 -translate-x-1/2 text-center'}`}
        >
          {value === null ? reason : t('not joined: {reason}', { reason })}
        </span>
      ) : null}
      <span className="sr-only">{inWords(touchpoint, t)}</span>
    </>
  );
}

/** Where the team thinks customers are; it can be dragged up and down. */
function ExpectedPoint({ touchpoint, small }: { touchpoint: TouchpointView; small: boolean }) {
  const t = useText();
  const { editable, edit } = useEditor();
  const dot = useRef<HTMLSpanElement>(null);
  const [dragged, setDragged] = useState<number | null>(null);
  const expected = dragged ?? touchpoint.expectedEmotion;
  if (expected === null) return null;
  const movable = editable && touchpoint.id !== PENDING_ID;

  function valueAt(clientY: number): number {
    const lane = dot.current?.parentElement?.getBoundingClientRect();
    if (!lane) return touchpoint.expectedEmotion ?? 0;
    return laneValue(((clientY - lane.top) / lane.height) * LANE.height, LANE);
  }

  return (
    <span
      ref={dot}
      aria-hidden="true"
      data-own-drag
      title={
        movable
          ? t('You expected {score}. Drag, or press + and −, to change it.', {
              score: formatEmotion(expected, t.tongue),
            })
          : t('You expected {score}', { score: formatEmotion(expected, t.tongue) })
      }
      className={`absolute left-1/2 z-20 flex size-6 -translate-1/2 touch-none items-center justify-center ${movable ? 'cursor-ns-resize' : ''}`}
      style={{ top: laneY(expected, LANE) }}
      onPointerDown={(event) => {
        if (!movable || event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        setDragged(touchpoint.expectedEmotion);
      }}
      onPointerMove={(event) => {
        if (dragged !== null) setDragged(valueAt(event.clientY));
      }}
      onPointerUp={() => {
        if (dragged !== null && dragged !== touchpoint.expectedEmotion) {
          void edit({ kind: 'editTouchpoint', id: touchpoint.id, patch: { expectedEmotion: dragged } });
        }
        setDragged(null);
      }}
      onPointerCancel={() => setDragged(null)}
    >
      <span
        className={`rounded-full border border-dashed border-soft bg-panel ${dragged !== null ? 'size-3.5 ring-2 ring-accent' : small ? 'size-2' : 'size-3'}`}
      />
      {dragged === null ? null : (
        <span className="map-halo tabular absolute left-full text-2xs font-semibold text-ink">
          {formatEmotion(dragged, t.tongue)}
        </span>
      )}
    </span>
  );
}

/** The lane's points as a sentence, also for the table below the map. */
export function inWords(touchpoint: TouchpointView, t: Translate): string {
  const felt = feltMeasure(touchpoint);
  const { expectedEmotion: expected, topWord, title } = touchpoint;
  const gap = expectationGap(touchpoint);
  const parts: string[] = [];
  if (felt?.shown && felt.score.value !== null) {
    const { value, low, high, n } = felt.score;
    parts.push(
      t('emotion {score}, {interval}, {n} answers', {
        score: formatEmotion(value, t.tongue),
        interval: formatInterval(felt.metric, low, high, t.tongue),
        n: formatCount(n, t.tongue),
      }),
    );
  } else {
    parts.push(felt && felt.score.n > 0 ? t('too few emotion answers') : t('emotion not measured'));
  }
  if (expected !== null) parts.push(t('expected {score}', { score: formatEmotion(expected, t.tongue) }));
  if (gap?.clear) parts.push(t('a gap: {gap}', { gap: gapText(gap, t) }));
  if (topWord) parts.push(t('most often {word}', { word: wordOf(topWord, t) }));
  return `${title}: ${parts.join(', ')}`;
}

function wordOf({ id, share }: { id: string; share: number }, t: Translate): string {
  const label = EMOTION_WORDS.find((word) => word.id === id)?.label[t.tongue] ?? id;
  return `${label.toLowerCase()} ${formatPercent(share)}`;
}

/** Beside the point, on the side away from the expected curve, and never outside the lane. */
function labelPlace(value: number, expected: number | null): { top: number } | { bottom: number } {
  const y = laneY(value, LANE);
  const above = expected === null ? value >= 0 : value > expected;
  const room = 46;
  if (above ? y > room : y > LANE.height - room) return { bottom: LANE.height - y + 9 };
  return { top: y + 10 };
}

const HOLLOW = [
  'border-score-1',
  'border-score-2',
  'border-score-3',
  'border-score-4',
  'border-score-5',
] as const;

const HALF = [
  'bg-[linear-gradient(to_top,var(--color-score-1)_50%,var(--color-panel)_50%)]',
  'bg-[linear-gradient(to_top,var(--color-score-2)_50%,var(--color-panel)_50%)]',
  'bg-[linear-gradient(to_top,var(--color-score-3)_50%,var(--color-panel)_50%)]',
  'bg-[linear-gradient(to_top,var(--color-score-4)_50%,var(--color-panel)_50%)]',
  'bg-[linear-gradient(to_top,var(--color-score-5)_50%,var(--color-panel)_50%)]',
] as const;

const SOLID = ['bg-score-1', 'bg-score-2', 'bg-score-3', 'bg-score-4', 'bg-score-5'] as const;

/** The look of a measured point: hollow for an early signal, half full from 30 answers on, full from 100 on. */
function markerClass(tone: number, n: number): string {
  const step = stepOf(tone);
  if (n < FIRM_FROM_N) return `bg-panel outline outline-field ${HOLLOW[step]}`;
  if (n < SOLID_FROM_N) return `outline outline-field ${HOLLOW[step]} ${HALF[step]}`;
  return `border-panel outline outline-field ${SOLID[step]}`;
}

const breaks = new WeakMap<object, Map<string, string | null>>();

/** Why the curve stops at a touchpoint; worked out once for each state of the map. */
function breakAt(map: LaneCellProps['map'], touchpointId: string, t: Translate): string | null {
  let known = breaks.get(map.stages);
  if (!known) {
    const touchpoints = columnsOf(map).map(({ touchpoint }) => touchpoint);
    const reasons = breaksOf(touchpoints, map.minimumN, t);
    known = new Map(touchpoints.flatMap((one, index) => (one ? [[one.id, reasons[index] ?? null]] : [])));
    breaks.set(map.stages, known);
  }
  return known.get(touchpointId) ?? null;
}
