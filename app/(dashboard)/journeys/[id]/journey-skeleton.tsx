import { LoadingNote } from '@/components/ui/loading-note';
import { Skeleton } from '@/components/ui/skeleton';

/** The map's place while its answers are counted. */
export function JourneySkeleton() {
  return (
    <div className="flex flex-col gap-4 px-4 py-4 sm:px-5.5" aria-busy="true">
      <LoadingNote />
      <div className="flex flex-col gap-1.5">
        <Skeleton className="h-4 w-16" />
        <Skeleton className="h-8 w-72 max-w-full" />
      </div>
      <Skeleton className="h-24 w-full" />
      <Skeleton className="h-[32rem] w-full" />
    </div>
  );
}
