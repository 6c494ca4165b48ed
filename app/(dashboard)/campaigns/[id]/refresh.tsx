'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { useText } from '@/components/ui/text';

const EVERY_MS = 2000;

/** Brings the page up to date while letters are waiting; rests while nobody looks. */
export function Refresh() {
  const t = useText();
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') router.refresh();
    }, EVERY_MS);
    return () => clearInterval(timer);
  }, [router]);
  return (
    <p role="status" className="mb-3 text-sm text-soft">
      {t('Letters are going out…')}
    </p>
  );
}
