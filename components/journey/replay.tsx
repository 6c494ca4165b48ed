'use client';

import { ChevronLeft, ChevronRight, History, Pause, Play, X } from 'lucide-react';
import { usePathname, useRouter } from 'next/navigation';
import { type RefObject, useEffect, useRef, useState, useTransition } from 'react';
import { createPortal } from 'react-dom';
import { Button } from '@/components/ui/button';
import { useText } from '@/components/ui/text';
import { daysBetween } from '@/lib/clock';
import { formatDay, formatPeriod } from '@/lib/format';
import type { JourneyMapView } from '@/lib/insights/model';
import { replayOf } from '@/lib/insights/rules/period';
import { useKeptLook } from './use-look';
import { useSteady } from './use-steady';

/** How long one period stays on the map while it is replayed, at least. */
const STAY_MS = 1800;

/** How long the slider has to rest before its period is asked for. */
const REST_MS = 250;

/** What a replay steps through. */
export type Replayed = Pick<JourneyMapView, 'period' | 'today' | 'language' | 'answeredSince'>;

/** Opens the replay of the map: a bar at the foot of the window, so that the map can be watched while it goes on. */
export function Replay({ map }: { map: Replayed }) {
  const t = useText();
  const [open, setOpen] = useState(false);
  const opener = useRef<HTMLDivElement>(null);
  return (
    <div ref={opener} className="mt-3 border-t border-line pt-2">
      <Button
        size="small"
        aria-expanded={open}
        onClick={() => {
          opener.current?.closest('details')?.removeAttribute('open');
          reserve(opener.current, true);
          setOpen(true);
        }}
      >
        <History aria-hidden="true" className="size-3.5" />
        {t('Replay')}
      </Button>
      <p className="mt-1 text-xs text-soft">
        {t('{days, plural, one {# day} other {# days}} at a time, from earlier until today.', {
          days: lengthOf(map),
        })}
      </p>
      {open
        ? createPortal(
            <ReplayBar
              map={map}
              close={() => {
                setOpen(false);
                reserve(opener.current, false);
                opener.current?.closest('details')?.querySelector('summary')?.focus();
              }}
            />,
            document.body,
          )
        : null}
    </div>
  );
}

/** Keeps room for the longest days that the period's own button can say, so that nothing beside it moves. */
function reserve(inside: HTMLElement | null, room: boolean): void {
  const summary = inside?.closest('details')?.querySelector('summary');
  if (summary) summary.style.minInlineSize = room ? LONGEST_DAYS : '';
}

const LONGEST_DAYS = '18rem';

const lengthOf = ({ period }: Pick<Replayed, 'period'>) => daysBetween(period.from, period.to) + 1;

/** A slider over periods as long as the one that is shown, or one after the other by itself. */
function ReplayBar({ map, close }: { map: Replayed; close: () => void }) {
  const t = useText();
  const { period, today, language } = map;
  const periods = replayOf(period, today, map.answeredSince);
  const shown = Math.max(
    0,
    periods.findLastIndex(({ to }) => to <= period.to),
  );
  const { pending, ask } = usePeriodAsked();
  const [wanted, setWanted] = useState<number | null>(null);
  const [playing, setPlaying] = useState(false);
  const start = useRef<HTMLInputElement>(null);
  const at = wanted ?? shown;
  const days = wanted === null ? period : (periods[wanted] ?? period);
  const last = periods.length - 1;
  useAsking({ periods, shown, pending, wanted, setWanted, ask });
  useSteady();

  useEffect(() => start.current?.focus(), []);
  useEffect(() => {
    if (!playing || pending || wanted !== null) return;
    if (shown >= last) return setPlaying(false);
    const timer = setTimeout(() => setWanted(shown + 1), STAY_MS);
    return () => clearTimeout(timer);
  }, [playing, pending, wanted, shown, last]);

  function step(by: number) {
    setPlaying(false);
    setWanted(Math.min(last, Math.max(0, at + by)));
  }

  return (
    <section
      aria-label={t('Replay')}
      onKeyDown={(event) => {
        if (event.key === 'Escape') close();
      }}
      className="no-print fixed inset-x-3 bottom-3 z-40 mx-auto flex max-w-xl flex-col gap-1 rounded-xl border border-line-strong bg-panel px-3 py-2 shadow-pop"
    >
      <div className="flex flex-wrap items-center justify-between gap-x-2">
        <p
          aria-live={playing ? 'off' : 'polite'}
          className="tabular grow text-sm font-semibold whitespace-nowrap"
        >
          {formatPeriod(days.from, days.to, language)}
          <span className="block text-2xs font-normal text-soft">
            {pending
              ? t('The map is on its way')
              : t('{days, plural, one {# day} other {# days}} at a time', { days: lengthOf(map) })}
          </span>
        </p>
        <div className="flex shrink-0 items-center gap-1">
          <Button size="small" variant="quiet" aria-label={t('Earlier')} onClick={() => step(-1)}>
            <ChevronLeft aria-hidden="true" className="size-4" />
          </Button>
          <Button
            size="small"
            variant="primary"
            className="motion-reduce:hidden"
            onClick={() => {
              if (!playing && at >= last) setWanted(0);
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
          <Button size="small" variant="quiet" aria-label={t('Later')} onClick={() => step(1)}>
            <ChevronRight aria-hidden="true" className="size-4" />
          </Button>
          <Button size="small" variant="quiet" aria-label={t('End the replay')} onClick={close}>
            <X aria-hidden="true" className="size-4" />
          </Button>
        </div>
      </div>
      <input
        ref={start}
        type="range"
        min={0}
        max={last}
        value={at}
        aria-label={t('Days that the map shows')}
        aria-valuetext={formatPeriod(days.from, days.to, language)}
        onChange={(event) => {
          setPlaying(false);
          setWanted(Number(event.target.value));
        }}
        className="min-h-6 w-full accent-accent"
      />
      <div aria-hidden="true" className="tabular flex justify-between text-2xs text-soft">
        <span>{t('until {day}', { day: formatDay(periods[0]?.to ?? today, language) })}</span>
        <span>{t('until today')}</span>
      </div>
    </section>
  );
}

/** Asks for other days of the same map; the address before the replay stays one step back. */
function usePeriodAsked(): { pending: boolean; ask: (days: { from: string; to: string }) => void } {
  const router = useRouter();
  const path = usePathname();
  const [pending, startTransition] = useTransition();
  const first = useRef(true);
  useKeptLook(pending);
  return {
    pending,
    ask: ({ from, to }) => {
      const params = new URLSearchParams(window.location.search);
      params.set('from', from);
      params.set('to', to);
      const go = first.current ? router.push : router.replace;
      first.current = false;
      startTransition(() => go(`${path}?${params}`, { scroll: false }));
    },
  };
}

/** Asks for the wanted period once nothing else is on its way, and forgets it when it is there. */
function useAsking({
  periods,
  shown,
  pending,
  wanted,
  setWanted,
  ask,
}: {
  periods: readonly { from: string; to: string }[];
  shown: number;
  pending: boolean;
  wanted: number | null;
  setWanted: (wanted: number | null) => void;
  ask: (days: { from: string; to: string }) => void;
}) {
  const asked = useRef<number | null>(null);
  const latest: RefObject<typeof ask> = useRef(ask);
  latest.current = ask;
  const days = wanted === null ? undefined : periods[wanted];
  const there = days !== undefined && wanted === shown;
  const [from, to] = [days?.from, days?.to];
  useEffect(() => {
    if (wanted === null || pending) return;
    if (there || asked.current === wanted || from === undefined || to === undefined) {
      asked.current = null;
      return setWanted(null);
    }
    const timer = setTimeout(() => {
      asked.current = wanted;
      latest.current({ from, to });
    }, REST_MS);
    return () => clearTimeout(timer);
  }, [wanted, pending, there, from, to, setWanted]);
}
