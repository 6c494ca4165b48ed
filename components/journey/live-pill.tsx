'use client';

import { useEffect, useRef, useState } from 'react';
import { useText } from '@/components/ui/text';
import type { JourneyMapView } from '@/lib/insights/model';
import { msg } from '@/lib/translate';
import { announcementOf, arrivals } from './changes';
import { type LiveState, useLive } from './live-map';

const WORDS: Record<LiveState, string> = {
  connecting: msg('Connecting'),
  live: msg('Live'),
  lost: msg('Reconnecting'),
};
const DOTS: Record<LiveState, string> = {
  connecting: 'bg-field',
  live: 'bg-score-5 ring-3 ring-score-4/60',
  lost: 'bg-score-1',
};

/** Whether the map is kept up to date, and politely what arrived. */
export function LivePill({ map }: { map: JourneyMapView }) {
  const t = useText();
  const { state } = useLive();
  const [announcement, setAnnouncement] = useState('');
  const [flash, setFlash] = useState(false);
  const before = useRef(map);

  useEffect(() => {
    const previous = before.current;
    before.current = map;
    if (!sameQuestion(previous, map)) return;
    const text = announcementOf(arrivals(previous, map, t), t);
    if (text === '') return;
    setAnnouncement(text);
    setFlash(true);
    const timer = setTimeout(() => setFlash(false), 1_500);
    return () => clearTimeout(timer);
  }, [map, t]);

  return (
    <>
      <span
        className={`no-print inline-flex min-h-6.5 items-center gap-2 rounded-full border border-line-strong px-2.5 text-xs font-medium transition-colors duration-500 ${flash ? 'bg-score-4 text-on-score-4' : 'bg-panel'}`}
        title={
          state === 'live'
            ? t('Answers and edits show up by themselves')
            : t('Answers and edits show up once the connection is back')
        }
      >
        <span aria-hidden="true" className={`size-2 rounded-full ${DOTS[state]}`} />
        {t(WORDS[state])}
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
