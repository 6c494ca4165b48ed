'use client';

import { MoreHorizontal } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { Menu, MenuItem, MenuLine } from '@/components/ui/menu';
import { useToast } from '@/components/ui/toast';
import { eraseContactAction, optOutContactAction } from './actions';

/** What can be done with one contact. */
export function ContactMenu({ id, email, optedOut }: { id: string; email: string; optedOut: boolean }) {
  const [asking, setAsking] = useState<'erase' | 'opt-out' | null>(null);
  const router = useRouter();
  const say = useToast();

  async function erase(): Promise<string | null> {
    const result = await eraseContactAction(id);
    if (!result.ok) return result.problem.title;
    const answers = result.value.responses;
    say(`Erased ${email}${answers > 0 ? ` and ${answers} ${answers === 1 ? 'answer' : 'answers'}` : ''}.`);
    return null;
  }

  async function optOut(): Promise<string | null> {
    const result = await optOutContactAction(id);
    if (!result.ok) return result.problem.title;
    say(`${email} gets no more mail.`);
    return null;
  }

  return (
    <>
      <Menu
        label={`Actions for ${email}`}
        trigger={
          <Button icon variant="quiet" aria-label={`Actions for ${email}`}>
            <MoreHorizontal aria-hidden="true" className="size-4" />
          </Button>
        }
      >
        <MenuItem disabled={optedOut} onSelect={() => router.push(`/campaigns/new?contact=${id}`)}>
          Ask by mail…
        </MenuItem>
        <MenuItem disabled={optedOut} onSelect={() => setAsking('opt-out')}>
          Write no more…
        </MenuItem>
        <MenuLine />
        <MenuItem danger onSelect={() => setAsking('erase')}>
          Erase…
        </MenuItem>
      </Menu>
      <ConfirmDialog
        open={asking === 'erase'}
        onClose={() => setAsking(null)}
        title="Erase this contact?"
        confirmText="Erase contact and answers"
        onConfirm={erase}
      >
        <p className="break-words">
          {email} goes for good, with every answer and letter. Scores on the map follow at once. If this
          person opted out, that stays known without the address.
        </p>
      </ConfirmDialog>
      <ConfirmDialog
        open={asking === 'opt-out'}
        onClose={() => setAsking(null)}
        title="Write to this person no more?"
        confirmText="Write no more"
        onConfirm={optOut}
      >
        <p className="break-words">
          {email} will be left out of every campaign from now on, even if the address is imported again. This
          cannot be taken back here.
        </p>
      </ConfirmDialog>
    </>
  );
}
