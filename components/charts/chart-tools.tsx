'use client';

import { type ReactNode, useRef } from 'react';
import { ChartShare } from './chart-share';

/** A chart that is its own table, such as shares beside their bars, with its link and its picture. */
export function ChartTools({
  id,
  title,
  note = null,
  children,
}: {
  /** Its anchor, one of a kind on the page. */
  id: string;
  title: string;
  note?: string | null;
  children: ReactNode;
}) {
  const drawn = useRef<HTMLDivElement>(null);
  return (
    <div id={id} className="min-w-0">
      <div ref={drawn}>{children}</div>
      <div className="mt-1 flex justify-end">
        <ChartShare {...{ id, title, note, drawn }} />
      </div>
    </div>
  );
}
