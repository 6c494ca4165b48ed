'use client';

import { Footprints } from 'lucide-react';
import { useState, useTransition } from 'react';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { useText } from '@/components/ui/text';
import { takeJourney } from './actions';

/** Starts the member's own walk, or goes on with it. */
export function TakeButton({ journeyId, underWay }: { journeyId: string; underWay: boolean }) {
  const t = useText();
  const [pending, start] = useTransition();
  const [why, setWhy] = useState<string | null>(null);
  return (
    <div className="flex flex-col items-start gap-2">
      <Button
        variant="primary"
        disabled={pending}
        aria-busy={pending}
        onClick={() => start(async () => setWhy(await takeJourney(journeyId)))}
      >
        <Footprints aria-hidden="true" className="size-4" />
        {underWay ? t('Go on with my walk') : t('Take the journey')}
      </Button>
      {why ? (
        <Notice tone="bad" live>
          {why}
        </Notice>
      ) : null}
    </div>
  );
}
