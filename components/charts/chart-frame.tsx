'use client';

import { type ReactNode, useRef } from 'react';
import { useText } from '@/components/ui/text';
import { ChartShare } from './chart-share';

/** A chart with its conclusion in words, its data as a table on demand, its link and its picture. */
export function ChartFrame({
  id,
  title,
  note,
  search = {},
  caption,
  chart,
  table,
}: {
  /** Its anchor, one of a kind on the page. */
  id: string;
  /** What it is called where it stands by itself. */
  title: string;
  /** n and formula, for whoever sees the picture alone. */
  note: string;
  /** What the address has to say so that this chart is the one that is shown. */
  search?: Readonly<Record<string, string>>;
  caption: string;
  chart: ReactNode;
  table: { head: string[]; rows: string[][] };
}) {
  const t = useText();
  const drawn = useRef<HTMLDivElement>(null);
  return (
    <figure id={id} aria-label={title} className="min-w-0">
      <div ref={drawn}>
        <figcaption className="mb-2 text-xs text-soft">{caption}</figcaption>
        {chart}
      </div>
      <div className="relative mt-1">
        <details>
          <summary className="inline-flex min-h-6 items-center text-xs text-soft underline underline-offset-2">
            {t('Show data')}
          </summary>
          <section
            aria-label={t('{title}, data', { title })}
            // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reachable by keyboard
            tabIndex={0}
            className="overflow-x-auto"
          >
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
          </section>
        </details>
        <ChartShare {...{ id, title, note, search, drawn }} className="absolute! top-0 right-0" />
      </div>
    </figure>
  );
}
