'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';
import type { JourneyMapView } from '@/lib/insights/model';
import { announcementOf, arrivals } from './changes';
import { useEditor } from './map-editor';

type State = 'connecting' | 'live' | 'lost';

const WORDS: Record<State, string> = { connecting: 'Connecting', live: 'Live', lost: 'Reconnecting' };
const DOTS: Record<State, string> = {
  connecting: 'bg-field',
  live: 'bg-score-5 ring-3 ring-score-4/60',
  lost: 'bg-score-1',
};

/** A burst of answers costs one reading of the map, not one each. */
const THROTTLE_MS = 500;

/** Listens for answers, reads the map again when one touches it, and says politely what arrived. */
export function LivePill({ map }: { map: JourneyMapView }) {
  const router = useRouter();
  const { justEdited } = useEditor();
  const isEcho = useRef(justEdited);
  const [state, setState] = useState<State>('connecting');
  const [announcement, setAnnouncement] = useState('');
  const [flash, setFlash] = useState(false);
  const before = useRef(map);
  const lineages = useRef(lineagesOf(map));

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null;
    let last = 0;
    const read = () => {
      timer = null;
      last = Date.now();
      router.refresh();
    };
    const source = new EventSource(`/api/journeys/${map.id}/live`);
    source.onopen = () => {
      setState((was) => {
        // Whatever was answered while the line was down has to be read now.
        if (was === 'lost') read();
        return 'live';
      });
    };
    source.onerror = () => setState('lost');
    source.addEventListener('change', (event) => {
      const { lineages: touched } = JSON.parse((event as MessageEvent<string>).data) as {
        lineages: string[];
      };
      const edited = touched.every((lineage) => lineage === map.lineageId);
      if (edited && isEcho.current()) return;
      if (timer !== null || !touched.some((lineage) => lineages.current.has(lineage))) return;
      timer = setTimeout(read, Math.max(0, last + THROTTLE_MS - Date.now()));
    });
    return () => {
      source.close();
      if (timer !== null) clearTimeout(timer);
    };
  }, [map.id, map.lineageId, router]);

  useEffect(() => {
    isEcho.current = justEdited;
  }, [justEdited]);

  useEffect(() => {
    const previous = before.current;
    before.current = map;
    lineages.current = lineagesOf(map);
    if (!sameQuestion(previous, map)) return;
    const text = announcementOf(arrivals(previous, map));
    if (text === '') return;
    setAnnouncement(text);
    setFlash(true);
    const timer = setTimeout(() => setFlash(false), 1_500);
    return () => clearTimeout(timer);
  }, [map]);

  return (
    <>
      <span
        className={`no-print inline-flex min-h-6.5 items-center gap-2 rounded-full border border-line-strong px-2.5 text-xs font-medium transition-colors duration-500 ${flash ? 'bg-score-4 text-on-score-4' : 'bg-panel'}`}
        title={
          state === 'live'
            ? 'New answers show up by themselves'
            : 'New answers show up once the connection is back'
        }
      >
        <span aria-hidden="true" className={`size-2 rounded-full ${DOTS[state]}`} />
        {WORDS[state]}
      </span>
      <span role="status" aria-live="polite" className="sr-only">
        {announcement}
      </span>
    </>
  );
}

function lineagesOf(map: JourneyMapView): Set<string> {
  const touchpoints = map.stages.flatMap((stage) => stage.touchpoints);
  return new Set([map.lineageId, ...touchpoints.map(({ lineageId }) => lineageId)]);
}

/** Numbers of another filter are not new answers. */
function sameQuestion(one: JourneyMapView, other: JourneyMapView): boolean {
  return (
    one.id === other.id &&
    JSON.stringify([one.filter, one.period]) === JSON.stringify([other.filter, other.period])
  );
}
