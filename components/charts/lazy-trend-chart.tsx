'use client';

import dynamic from 'next/dynamic';
import { Skeleton } from '@/components/ui/skeleton';

/** The trend chart, fetched when it is first shown; until then its place is kept. */
export const LazyTrendChart = dynamic(() => import('./trend-chart').then(({ TrendChart }) => TrendChart), {
  ssr: false,
  loading: () => <Skeleton className="h-full w-full" />,
});
