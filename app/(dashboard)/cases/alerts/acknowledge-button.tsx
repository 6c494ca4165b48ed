'use client';

import { useTransition } from 'react';
import { Button } from '@/components/ui/button';
import { useText } from '@/components/ui/text';
import { useToast } from '@/components/ui/toast';
import { msg } from '@/lib/translate';
import { acknowledgeAction } from '../actions';

const UNREACHABLE = msg('The server could not be reached. Nothing was changed; try again.');

/** Says that somebody has seen an alert. */
export function AcknowledgeButton({ id }: { id: string }) {
  const t = useText();
  const toast = useToast();
  const [pending, startTransition] = useTransition();
  return (
    <Button
      size="small"
      disabled={pending}
      onClick={() =>
        startTransition(async () => {
          const result = await acknowledgeAction(id).catch(() => null);
          if (!result?.ok) toast(result?.problem.title ?? t(UNREACHABLE));
        })
      }
    >
      {t('Seen##of an alert')}
    </Button>
  );
}
