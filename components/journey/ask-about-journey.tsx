'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { useText } from '@/components/ui/text';
import { AskCustomers } from './ask-customers';

/** A survey about the journey as a whole, such as the relationship NPS. */
export function AskAboutJourney({
  lineageId,
  asking,
  ask,
}: {
  lineageId: string;
  asking: boolean;
  ask: (lineageId: string, metric: string) => Promise<string | null>;
}) {
  const t = useText();
  const [open, setOpen] = useState(false);
  if (asking) return <span className="text-sm text-soft">{t('Asking, no answers yet')}</span>;
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        {t('Ask about the whole journey')}
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={t('Ask about the whole journey')}>
        <AskCustomers lineageId={lineageId} suggested="nps" ask={ask} first />
      </Dialog>
    </>
  );
}
