'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';

const EVERY_MS = 2000;

/** Brings the page up to date while something is under way, and says what; rests while nobody looks. */
export function Refresh({ text }: { text: string }) {
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') router.refresh();
    }, EVERY_MS);
    return () => clearInterval(timer);
  }, [router]);
  return (
    <p role="status" className="mb-3 text-sm text-soft">
      {text}
    </p>
  );
}
