'use client';

import { useEffect, useRef, useState } from 'react';
import { Skeleton } from '@/components/ui/skeleton';

/** Time for the page in a frame to run its script, so that nothing half drawn comes to the front. */
const SETTLE_MS = 120;

/**
 * One of our previews in a sandboxed frame of no origin: its own policy keeps its forms from sending anything. It is
 * as wide as a customer's screen and scaled down to the room that there is.
 * When `src` or `revision` changes, the new page is drawn behind the old one and takes its place when it is ready.
 */
export function ScaledFrame({
  src,
  title,
  width,
  height,
  revision,
}: {
  src: string;
  title: string;
  width: number;
  height: number;
  revision: number;
}) {
  const box = useRef<HTMLDivElement>(null);
  // Frames come with the measure: one that the server had drawn might have loaded before anybody listened.
  const [scale, setScale] = useState<number | null>(null);
  const address = `${src}&revision=${revision}`;
  const [shown, setShown] = useState(address);
  const [drawn, setDrawn] = useState(false);

  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const measure = () => setScale(Math.min(1, element.clientWidth / width));
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    measure();
    return () => observer.disconnect();
  }, [width]);

  return (
    <div
      ref={box}
      className="relative overflow-hidden bg-panel"
      style={{ height: Math.round(height * (scale ?? 1)), maxWidth: width }}
    >
      {drawn ? null : <Skeleton className="absolute inset-0" />}
      {(scale === null ? [] : [...new Set([shown, address])]).map((one) => (
        <iframe
          key={one}
          src={one}
          title={title}
          aria-hidden={one === address ? undefined : true}
          tabIndex={one === address ? undefined : -1}
          sandbox="allow-scripts allow-forms"
          referrerPolicy="no-referrer"
          onLoad={() => {
            if (one !== address) return;
            setTimeout(() => {
              setShown(one);
              setDrawn(true);
            }, SETTLE_MS);
          }}
          className={`absolute top-0 left-0 block origin-top-left border-0 ${one === shown && drawn ? '' : 'invisible'}`}
          style={{ width, height, transform: `scale(${scale})` }}
        />
      ))}
    </div>
  );
}
