import type { ReactNode } from 'react';

/**
 * A table within a part of a page, without a frame of its own. It scrolls by itself where it is wider than its part.
 *
 * @param head the columns' names; null: a column without one
 */
export function SmallTable({
  label,
  head,
  children,
}: {
  label: string;
  head: readonly (string | null)[];
  children: ReactNode;
}) {
  return (
    <section
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reachable by keyboard
      tabIndex={0}
      className="overflow-x-auto"
    >
      <table className="tabular w-full text-left text-sm">
        <thead className="text-xs text-soft">
          <tr>
            {head.map((name, at) =>
              name === null ? (
                // biome-ignore lint/suspicious/noArrayIndexKey: columns have no other name
                <td key={at} />
              ) : (
                <th key={name} scope="col" className="py-1 pr-3 font-medium last:pr-0">
                  {name}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody className="divide-y divide-line">{children}</tbody>
      </table>
    </section>
  );
}

/** The name of a line. */
export function RowName({ children }: { children: ReactNode }) {
  return (
    <th scope="row" className="min-w-24 py-1.5 pr-3 align-top font-normal wrap-anywhere">
      {children}
    </th>
  );
}

/** What a line says in one column; `whole` keeps it on one line. */
export function Cell({ whole = false, children }: { whole?: boolean; children: ReactNode }) {
  return (
    <td className={`py-1.5 pr-3 align-top last:pr-0 ${whole ? 'whitespace-nowrap' : ''}`}>{children}</td>
  );
}
