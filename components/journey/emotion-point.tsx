import { formatCount, formatEmotion, formatInterval, formatPercent } from '@/lib/format';
import type { TouchpointView } from '@/lib/insights/model';
import { EMOTION_WORDS } from '@/lib/scoring/emotion-words';
import { feltMeasure } from './columns';
import { laneY } from './curve';
import { LANE } from './emotion-lane';
import { markerClass } from './tones';

/** The points of one touchpoint on the emotion lane, with the same in words. */
export function EmotionPoint({ touchpoint }: { touchpoint: TouchpointView }) {
  const felt = feltMeasure(touchpoint);
  const { expectedEmotion: expected, topWord } = touchpoint;
  const value = felt?.shown ? felt.score.value : null;
  const word = topWord ? wordOf(topWord) : null;
  return (
    <>
      {expected !== null ? (
        <span
          aria-hidden="true"
          title={`You expected ${formatEmotion(expected)}`}
          className={`absolute left-1/2 -translate-1/2 rounded-full border border-dashed border-soft bg-panel ${value === null ? 'size-3' : 'size-2'}`}
          style={{ top: laneY(expected, LANE) }}
        />
      ) : null}
      {felt && value !== null ? (
        <>
          <span
            aria-hidden="true"
            title={`Measured ${formatEmotion(value)}, ${formatInterval(felt.metric, felt.score.low, felt.score.high)}`}
            className={`absolute left-1/2 size-3.5 -translate-1/2 rounded-full border-2 ${markerClass(felt.metric, value, felt.level)}`}
            style={{ top: laneY(value, LANE) }}
          />
          {word ? (
            <span
              aria-hidden="true"
              className="absolute inset-x-1 truncate text-center text-2xs text-ink [text-shadow:0_0_3px_var(--color-panel),0_0_3px_var(--color-panel),0_0_5px_var(--color-panel)]"
              style={{ top: labelTop(value, expected) }}
            >
              {word}
            </span>
          ) : null}
        </>
      ) : null}
      <span className="sr-only">{inWords(touchpoint)}</span>
    </>
  );
}

/** The lane's points as a sentence, also for the table below the map. */
export function inWords(touchpoint: TouchpointView): string {
  const felt = feltMeasure(touchpoint);
  const { expectedEmotion: expected, topWord, title } = touchpoint;
  const parts = [`${title}:`];
  if (felt?.shown && felt.score.value !== null) {
    const { value, low, high, n } = felt.score;
    parts.push(
      `emotion ${formatEmotion(value)}, ${formatInterval(felt.metric, low, high)}, ${formatCount(n)} answers`,
    );
  } else {
    parts.push(felt && felt.score.n > 0 ? 'too few emotion answers' : 'emotion not measured');
  }
  if (expected !== null) parts.push(`, expected ${formatEmotion(expected)}`);
  if (topWord) parts.push(`, most often ${wordOf(topWord)}`);
  return parts.join(' ').replaceAll(' ,', ',');
}

function wordOf({ id, share }: { id: string; share: number }): string {
  const label = EMOTION_WORDS.find((word) => word.id === id)?.label.en ?? id;
  return `${label.toLowerCase()} ${formatPercent(share)}`;
}

/** Beside the point, on the side away from the expected curve, and never outside the lane. */
function labelTop(value: number, expected: number | null): number {
  const y = laneY(value, LANE);
  const above = expected === null ? value >= 0 : value > expected;
  const top = above ? y - 26 : y + 11;
  return Math.min(LANE.height - 18, Math.max(2, top));
}
