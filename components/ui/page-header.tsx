import type { ReactNode } from 'react';
import { type Crumb, Crumbs } from './crumbs';

/** Breadcrumb, title and the actions of a page. */
export function PageHeader({
  title,
  crumbs = [],
  children,
  actions,
}: {
  title: string;
  crumbs?: Crumb[];
  children?: ReactNode;
  actions?: ReactNode;
}) {
  return (
    <header className="mb-5 flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
      <div className="min-w-0">
        {crumbs.length > 0 ? <Crumbs crumbs={crumbs} /> : null}
        <h1 className="text-[1.375rem] leading-7 font-semibold tracking-tight text-balance break-words">
          {title}
        </h1>
        {children ? <div className="mt-1 max-w-2xl text-soft">{children}</div> : null}
      </div>
      {actions ? <div className="flex flex-wrap items-center gap-2">{actions}</div> : null}
    </header>
  );
}

/** The frame of an ordinary page inside the shell. */
export function Page({ children, wide = false }: { children: ReactNode; wide?: boolean }) {
  return <div className={`mx-auto w-full ${wide ? '' : 'max-w-5xl'} px-4 py-6 sm:px-6`}>{children}</div>;
}
