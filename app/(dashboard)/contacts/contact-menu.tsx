'use client';

import { MoreHorizontal } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { Menu, MenuItem, MenuLine } from '@/components/ui/menu';
import { useText } from '@/components/ui/text';
import { useToast } from '@/components/ui/toast';
import { eraseContactAction, optOutContactAction } from './actions';

/** What can be done with one contact. */
export function ContactMenu({
  id,
  email,
  stopped,
}: {
  id: string;
  email: string;
  /** Written to no more. */
  stopped: boolean;
}) {
  const t = useText();
  const [asking, setAsking] = useState<'erase' | 'opt-out' | null>(null);
  const router = useRouter();
  const say = useToast();

  async function erase(): Promise<string | null> {
    const result = await eraseContactAction(id);
    if (!result.ok) return result.problem.title;
    const answers = result.value.responses;
    say(
      answers > 0
        ? t('Erased {email} and {n, plural, one {# answer} other {# answers}}.', { email, n: answers })
        : t('Erased {email}.', { email }),
    );
    return null;
  }

  async function optOut(): Promise<string | null> {
    const result = await optOutContactAction(id);
    if (!result.ok) return result.problem.title;
    say(t('{email} gets no more mail.', { email }));
    return null;
  }

  return (
    <>
      <Menu
        label={t('Actions for {name}', { name: email })}
        trigger={
          <Button icon variant="quiet" aria-label={t('Actions for {name}', { name: email })}>
            <MoreHorizontal aria-hidden="true" className="size-4" />
          </Button>
        }
      >
        <MenuItem disabled={stopped} onSelect={() => router.push(`/campaigns/new?contact=${id}`)}>
          {t('Ask by mail…')}
        </MenuItem>
        <MenuItem disabled={stopped} onSelect={() => setAsking('opt-out')}>
          {t('Write no more…')}
        </MenuItem>
        <MenuLine />
        <MenuItem danger onSelect={() => setAsking('erase')}>
          {t('Erase…')}
        </MenuItem>
      </Menu>
      <ConfirmDialog
        open={asking === 'erase'}
        onClose={() => setAsking(null)}
        title={t('Erase this contact?')}
        confirmText={t('Erase contact and answers')}
        onConfirm={erase}
      >
        <p className="break-words">
          {t(
            '{email} goes for good, with every answer and letter. Scores on the map follow at once. If this person opted out, that stays known without the address.',
            { email },
          )}
        </p>
      </ConfirmDialog>
      <ConfirmDialog
        open={asking === 'opt-out'}
        onClose={() => setAsking(null)}
        title={t('Write to this person no more?')}
        confirmText={t('Write no more')}
        onConfirm={optOut}
      >
        <p className="break-words">
          {t(
            '{email} will be left out of every campaign from now on, even if the address is imported again. This cannot be taken back here.',
            { email },
          )}
        </p>
      </ConfirmDialog>
    </>
  );
}
