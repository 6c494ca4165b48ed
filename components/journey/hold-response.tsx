'use client';

import { CirclePause } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { useText } from '@/components/ui/text';
import { useToast } from '@/components/ui/toast';

type Change = (placementId: string, responseId: string) => Promise<string | null>;

/** Holding one answer back and letting it count; each resolves to null, or to the sentence that says why not. */
export type Holding = { hold: Change; release: Change };

/** Takes one answer out of every number, such as a member's own test, with a way back. */
export function HoldResponse({
  holding: { hold, release },
  placementId,
  responseId,
}: {
  holding: Holding;
  placementId: string;
  responseId: string;
}) {
  const t = useText();
  const say = useToast();
  const [busy, setBusy] = useState(false);

  const run = (change: Change) =>
    change(placementId, responseId).catch(() =>
      t('The server could not be reached. Nothing was changed; try again.'),
    );

  async function undo() {
    say((await run(release)) ?? t('The answer counts again.'));
  }

  return (
    <Button
      icon
      size="small"
      variant="quiet"
      aria-label={t('Hold this answer back')}
      title={t('Hold this answer back')}
      className="-my-1.5 -mr-2 text-soft"
      disabled={busy}
      onClick={async () => {
        setBusy(true);
        const why = await run(hold);
        setBusy(false);
        if (why !== null) return say(why);
        say(t('Held back: the answer is kept and counted nowhere.'), {
          label: t('Undo'),
          run: () => void undo(),
        });
      }}
    >
      <CirclePause aria-hidden="true" className="size-3.5" />
    </Button>
  );
}
