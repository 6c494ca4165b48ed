'use client';

import { useEffect, useRef, useState } from 'react';
import type { JourneyMapView } from '@/lib/insights/model';
import { announcementOf, arrivals } from './changes';
import { type LiveState, useLive } from './live-map';

const WORDS: Record<LiveState, string> = { connecting: 'Connecting', live: 'Live', lost: 'Reconnecting' };
const DOTS: Record<LiveState, string> = {
  connecting: 'bg-field',
  live: 'bg-score-5 ring-3 ring-score-4/60',
  lost: 'bg-score-1',
};

/** Whether the map is kept up to date, and politely what arrived. */
export function LivePill({ map }: { map: JourneyMapView }) {
  const { state } = useLive();
  const [announcement, setAnnouncement] = useState('');
  const [flash, setFlash] = useState(false);
  const before = useRef(map);

  useEffect(() => {
    const previous = before.current;
    before.current = map;
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
            ? 'Answers and edits show up by themselves'
            : 'Answers and edits show up once the connection is back'
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

/** Numbers of another filter are not new answers. */
function sameQuestion(one: JourneyMapView, other: JourneyMapView): boolean {
  return (
    one.id === other.id &&
    JSON.stringify([one.filter, one.period]) === JSON.stringify([other.filter, other.period])
  );
}
