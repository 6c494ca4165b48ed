'use client';

import { Failure } from '@/components/ui/failure';
import { Page } from '@/components/ui/page-header';

export default function JourneysFailed({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return (
    <Page>
      <Failure digest={error.digest} retry={reset} />
    </Page>
  );
}
