'use client';

import { createContext, type ReactNode, useContext } from 'react';

/** What the charts of a page are of, to stand on their pictures: the journey or page, then the filter in words. */
type ChartSource = { of: string; filter: string | null };

const SourceContext = createContext<ChartSource | null>(null);

export const useChartSource = (): ChartSource | null => useContext(SourceContext);

/** Tells every chart below what it is of. */
export function ChartSource({ of, filter, children }: ChartSource & { children: ReactNode }) {
  return <SourceContext value={{ of, filter }}>{children}</SourceContext>;
}
