'use client';

import { Printer } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { useText } from '@/components/ui/text';

/** Opens the browser's print dialog, from which the page can also be saved as PDF. */
export function PrintButton() {
  const t = useText();
  return (
    <Button variant="primary" onClick={() => print()}>
      <Printer aria-hidden="true" className="size-4" />
      {t('Print')}
    </Button>
  );
}
