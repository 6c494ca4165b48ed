'use client';

import dynamic from 'next/dynamic';
import { Skeleton } from '@/components/ui/skeleton';

/** The chart of a watch, fetched when it is first shown; until then its place is kept. */
export const LazyWatchChart = dynamic(() => import('./watch-chart').then(({ WatchChart }) => WatchChart), {
  ssr: false,
  loading: () => <Skeleton className="h-full w-full" />,
});
