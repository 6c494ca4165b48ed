import { LoadingNote } from '@/components/ui/loading-note';
import { Page } from '@/components/ui/page-header';
import { Skeleton } from '@/components/ui/skeleton';

export default function LoadingJourneys() {
  return (
    <Page>
      <div className="flex flex-col gap-3" aria-busy="true">
        <LoadingNote />
        <Skeleton className="mb-2 h-9 w-48" />
        <Skeleton className="h-24 w-full" />
        <Skeleton className="h-24 w-full" />
      </div>
    </Page>
  );
}
