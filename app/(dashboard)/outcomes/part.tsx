import { type ReactNode, useId } from 'react';

/** One named part of the page; `id` is what a link leads to. */
export function Part({
  id,
  title,
  conclusion,
  children,
}: {
  id: string;
  title: string;
  /** What is seen below, in one sentence. */
  conclusion?: ReactNode;
  children: ReactNode;
}) {
  const heading = useId();
  return (
    <section
      id={id}
      aria-labelledby={heading}
      className="flex min-w-0 flex-col gap-4 rounded-xl border border-line bg-panel p-4 shadow-card sm:p-5"
    >
      <div className="flex flex-col gap-1">
        <h2 id={heading} className="text-base font-semibold">
          <a href={`#${id}`} className="hover:underline">
            {title}
          </a>
        </h2>
        {conclusion ? <div className="max-w-2xl text-sm">{conclusion}</div> : null}
      </div>
      {children}
    </section>
  );
}
