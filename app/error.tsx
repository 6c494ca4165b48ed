'use client';

import { Failure } from '@/components/ui/failure';

export default function Failed({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <main className="mx-auto max-w-md p-6 pt-24">
      <Failure digest={error.digest} retry={reset} />
    </main>
  );
}
