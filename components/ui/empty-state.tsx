import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

/** What to see where there is nothing yet: what this place is for, and the one thing to do next. */
export function EmptyState({
  icon: Icon,
  title,
  children,
  action,
}: {
  icon?: LucideIcon;
  title: string;
  children?: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div className="flex flex-col items-center gap-3 rounded-xl border border-dashed border-line-strong bg-panel px-6 py-12 text-center">
      {Icon ? <Icon aria-hidden="true" className="size-8 text-soft" strokeWidth={1.5} /> : null}
      <h2 className="text-lg font-semibold tracking-tight">{title}</h2>
      {children ? <div className="max-w-md text-soft">{children}</div> : null}
      {action ? <div className="mt-2 flex flex-wrap justify-center gap-2">{action}</div> : null}
    </div>
  );
}
