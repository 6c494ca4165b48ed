'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { rich } from '@/components/ui/rich';
import { useText } from '@/components/ui/text';
import { useToast } from '@/components/ui/toast';
import { bringBack } from './restore-actions';

/** Takes a retired journey back into the list. */
export function RestoreButton({ id, title }: { id: string; title: string }) {
  const t = useText();
  const say = useToast();
  const [busy, setBusy] = useState(false);

  async function restore() {
    setBusy(true);
    const reply = await bringBack(id).catch(() => null);
    setBusy(false);
    say(
      reply?.ok
        ? t('Restored “{title}”', { title })
        : (reply?.problem.title ?? t('The server could not be reached.')),
    );
  }

  return (
    <Button size="small" disabled={busy} onClick={() => void restore()}>
      {rich(t, 'Restore<s> {title}</s>', {
        title,
        s: (inside) => <span className="sr-only">{inside}</span>,
      })}
    </Button>
  );
}
