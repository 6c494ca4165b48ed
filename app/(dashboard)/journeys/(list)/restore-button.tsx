'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { useToast } from '@/components/ui/toast';
import { bringBack } from './restore-actions';

/** Takes a retired journey back into the list. */
export function RestoreButton({ id, title }: { id: string; title: string }) {
  const say = useToast();
  const [busy, setBusy] = useState(false);

  async function restore() {
    setBusy(true);
    const reply = await bringBack(id).catch(() => null);
    setBusy(false);
    say(reply?.ok ? `Restored “${title}”` : (reply?.problem.title ?? 'The server could not be reached.'));
  }

  return (
    <Button size="small" disabled={busy} onClick={() => void restore()}>
      Restore<span className="sr-only"> {title}</span>
    </Button>
  );
}
