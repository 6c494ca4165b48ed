import { type ReactNode, useId } from 'react';

/** One named part of a settings page. */
export function Section({ title, hint, children }: { title: string; hint?: ReactNode; children: ReactNode }) {
  const id = useId();
  return (
    <section
      aria-labelledby={id}
      className="flex flex-col gap-4 rounded-xl border border-line bg-panel p-5 shadow-card sm:p-6"
    >
      <div className="flex flex-col gap-1">
        <h2 id={id} className="text-base font-semibold">
          {title}
        </h2>
        {hint ? <div className="text-sm text-soft">{hint}</div> : null}
      </div>
      {children}
    </section>
  );
}
