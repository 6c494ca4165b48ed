'use client';

import { Presentation } from 'lucide-react';
import { useTransition } from 'react';
import { Button } from '@/components/ui/button';
import { useText } from '@/components/ui/text';
import { useToast } from '@/components/ui/toast';
import { chooseQuote } from './actions';

/** Chooses a comment for presentations and stories of its journey, or takes that back. */
export function ChooseQuote({
  answer,
  chosen,
  text,
}: {
  answer: { placementId: string; responseId: string };
  chosen: boolean;
  text: string;
}) {
  const t = useText();
  const say = useToast();
  const [pending, startTransition] = useTransition();
  return (
    <Button
      size="small"
      variant="quiet"
      className="min-h-7 text-xs aria-pressed:bg-sunk aria-pressed:font-semibold"
      aria-pressed={chosen}
      aria-label={t('Show “{text}” in presentations', { text: text.slice(0, 60) })}
      disabled={pending}
      onClick={() =>
        startTransition(async () => {
          const why = await chooseQuote(answer, !chosen).catch(() =>
            t('The server could not be reached. Nothing was changed; try again.'),
          );
          say(why ?? (chosen ? t('No longer shown in presentations') : t('Shown in presentations')));
        })
      }
    >
      <Presentation aria-hidden="true" className="size-3.5" /> {chosen ? t('In presentations') : t('Present')}
    </Button>
  );
}
