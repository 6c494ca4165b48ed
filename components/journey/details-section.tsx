'use client';

import { ChevronRight } from 'lucide-react';
import { type ReactNode, useState } from 'react';

/** Which sections are open: who looks at one thing looks at it from touchpoint to touchpoint. */
const opened = new Set(['Basics', 'Who']);

/** A part of the details that can be folded away; folded, it says in one line what it holds. */
export function DetailsSection({
  id,
  title,
  summary,
  children,
}: {
  /** What it is, whatever it is called. */
  id: string;
  title: string;
  summary: string;
  children: ReactNode;
}) {
  const [startsOpen] = useState(() => opened.has(id));
  return (
    <details
      open={startsOpen}
      className="group border-b border-line last:border-b-0"
      onToggle={(event) => {
        if (event.currentTarget.open) opened.add(id);
        else opened.delete(id);
      }}
    >
      <summary className="flex min-h-11 cursor-pointer list-none items-center gap-2 px-5 text-sm -outline-offset-2 hover:bg-sunk [&::-webkit-details-marker]:hidden">
        <ChevronRight
          aria-hidden="true"
          className="size-4 shrink-0 text-soft transition-transform group-open:rotate-90"
        />
        <h3 className="shrink-0 font-semibold">{title}</h3>
        <span className="min-w-0 grow truncate text-right text-xs text-soft group-open:invisible">
          {summary}
        </span>
      </summary>
      <div className="flex flex-col gap-4 px-5 pt-1 pb-5">{children}</div>
    </details>
  );
}
