'use client';

import type { ReactNode } from 'react';
import { useText } from '@/components/ui/text';

/** A chart with its conclusion in words and its data as a table on demand. */
export function ChartFrame({
  caption,
  chart,
  table,
}: {
  caption: string;
  chart: ReactNode;
  table: { head: string[]; rows: string[][] };
}) {
  const t = useText();
  return (
    <figure>
      <figcaption className="mb-2 text-xs text-soft">{caption}</figcaption>
      {chart}
      <details className="mt-1">
        <summary className="inline-flex min-h-6 items-center text-xs text-soft underline underline-offset-2">
          {t('Show data')}
        </summary>
        <table className="tabular mt-1 w-full text-left text-xs">
          <thead>
            <tr>
              {table.head.map((title) => (
                <th key={title} scope="col" className="py-1 pr-2 font-medium text-soft">
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.map((cells) => (
              <tr key={cells[0]} className="border-t border-line">
                {cells.map((cell, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: the columns of a row stay where they are
                  <td key={index} className="py-1 pr-2">
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}
