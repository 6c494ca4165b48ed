'use client';

import { Pause, Play } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { useText } from '@/components/ui/text';
import { formatPeriod } from '@/lib/format';
import type { JourneyMapView } from '@/lib/insights/model';
import { replayOf } from '@/lib/insights/rules/period';

/** How long one period stays on the map while it is replayed, at least. */
const STAY_MS = 1800;

/** Replays the map: a slider over periods as long as the one that is shown, or one after the other by itself. */
export function Replay({
  map,
  pending,
  apply,
}: {
  map: Pick<JourneyMapView, 'period' | 'today' | 'language'>;
  /** The numbers of the period that was asked for last are on their way. */
  pending: boolean;
  apply: (days: { from: string; to: string }) => void;
}) {
  const t = useText();
  const { period, today, language } = map;
  const periods = replayOf(period, today);
  const shown = Math.max(
    0,
    periods.findLastIndex(({ to }) => to <= period.to),
  );
  const [wanted, setWanted] = useState<number | null>(null);
  const [playing, setPlaying] = useState(false);
  const part = useRef<HTMLFieldSetElement>(null);
  const at = wanted ?? shown;
  const days = periods[at] ?? period;

  useEffect(() => {
    if (!playing || pending) return;
    if (shown >= periods.length - 1) return setPlaying(false);
    const timer = setTimeout(() => go(shown + 1), STAY_MS);
    return () => clearTimeout(timer);
  });
  useEffect(() => {
    const around = part.current?.closest('details');
    const stop = () => around?.open || setPlaying(false);
    around?.addEventListener('toggle', stop);
    return () => around?.removeEventListener('toggle', stop);
  }, []);
  // What was asked for is what is shown once it has come.
  useEffect(() => {
    if (!pending) setWanted(null);
  }, [pending]);

  function go(index: number) {
    const next = periods[index];
    if (!next) return;
    setWanted(index);
    apply(next);
  }

  return (
    <fieldset ref={part} className="mt-3 border-t border-line pt-2">
      <legend className="sr-only">{t('Replay')}</legend>
      <label className="flex flex-col gap-1 text-xs font-medium text-soft">
        {t('Replay')}
        <input
          type="range"
          min={0}
          max={periods.length - 1}
          value={at}
          aria-valuetext={formatPeriod(days.from, days.to, language)}
          onChange={(event) => setWanted(Number(event.target.value))}
          onPointerUp={() => wanted !== null && go(wanted)}
          onKeyUp={() => wanted !== null && go(wanted)}
          className="min-h-6 w-full accent-accent"
        />
      </label>
      <div className="flex items-center justify-between gap-3 text-xs">
        <span className="tabular">{formatPeriod(days.from, days.to, language)}</span>
        <Button
          size="small"
          onClick={() => {
            if (!playing && shown >= periods.length - 1) go(0);
            setPlaying(!playing);
          }}
        >
          {playing ? (
            <Pause aria-hidden="true" className="size-3.5" />
          ) : (
            <Play aria-hidden="true" className="size-3.5" />
          )}
          {playing ? t('Pause##a replay') : t('Play##a replay')}
        </Button>
      </div>
    </fieldset>
  );
}
