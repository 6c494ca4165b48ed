'use client';

import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';

/** Whether the page is on its way to paper; what depends on it is drawn before that. Always false where not `asked`. */
export function usePrinting(asked: boolean): boolean {
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    if (!asked) return;
    const begin = () => flushSync(() => setPrinting(true));
    const end = () => setPrinting(false);
    window.addEventListener('beforeprint', begin);
    window.addEventListener('afterprint', end);
    return () => {
      window.removeEventListener('beforeprint', begin);
      window.removeEventListener('afterprint', end);
    };
  }, [asked]);
  return asked && printing;
}
