import type { ReactNode } from 'react';

/** What a page of signing in is about, and a sentence on how. */
export function Title({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="flex flex-col gap-1.5">
      <h1 className="text-xl font-semibold tracking-tight">{title}</h1>
      {children ? <div className="text-soft">{children}</div> : null}
    </div>
  );
}
