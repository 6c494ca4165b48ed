'use client';

import { useState, useTransition } from 'react';
import { Button } from '@/components/ui/button';
import { useText } from '@/components/ui/text';
import { useToast } from '@/components/ui/toast';
import { msg } from '@/lib/translate';
import { countAnswer, holdAnswer } from './actions';

const UNREACHABLE = msg('The server could not be reached. Nothing was changed; try again.');

/** Lets one held answer count, with a way back. */
export function CountButton({ placementId, responseId }: { placementId: string; responseId: string }) {
  const t = useText();
  const toast = useToast();
  const [pending, startTransition] = useTransition();
  const [done, setDone] = useState(false);

  async function undo() {
    const why = await holdAnswer(placementId, responseId).catch(() => t(UNREACHABLE));
    toast(why ?? t('Held back again.'));
    if (why === null) setDone(false);
  }

  return (
    <Button
      size="small"
      disabled={pending || done}
      onClick={() =>
        startTransition(async () => {
          const why = await countAnswer(placementId, responseId).catch(() => t(UNREACHABLE));
          if (why !== null) return toast(why);
          setDone(true);
          toast(t('The answer counts now, on the day it was given.'), {
            label: t('Undo'),
            run: () => void undo(),
          });
        })
      }
    >
      {t('Count it')}
    </Button>
  );
}
