'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';

/** Reads the page again whenever somebody says something about the journey. */
export function LiveDiscussion({ journeyId }: { journeyId: string }) {
  const router = useRouter();
  useEffect(() => {
    const source = new EventSource(`/api/journeys/${journeyId}/live`);
    let lost = false;
    source.onerror = () => {
      lost = true;
    };
    source.onopen = () => {
      if (lost) router.refresh();
      lost = false;
    };
    source.addEventListener('remarks', () => router.refresh());
    return () => source.close();
  }, [journeyId, router]);
  return null;
}
