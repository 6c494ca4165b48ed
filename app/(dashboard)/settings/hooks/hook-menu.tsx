'use client';

import { useState, useTransition } from 'react';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { useText } from '@/components/ui/text';
import { useToast } from '@/components/ui/toast';
import { msg } from '@/lib/translate';
import { renewHookAction, retireHookAction, testHookAction } from './actions';

const UNREACHABLE = msg('The server could not be reached. Nothing was changed; try again.');

/** Tests a hook, replaces its key, and removes it. */
export function HookMenu({ id, name, signed }: { id: string; name: string; signed: boolean }) {
  const t = useText();
  const toast = useToast();
  const [pending, startTransition] = useTransition();
  const [asking, setAsking] = useState<'renew' | 'remove' | null>(null);
  return (
    <div className="flex flex-wrap gap-2">
      <Button
        size="small"
        disabled={pending}
        aria-label={t('Send a test to {hook}', { hook: name })}
        onClick={() =>
          startTransition(async () => {
            const result = await testHookAction(id).catch(() => null);
            toast(
              result?.ok
                ? t('The test is on its way. Its end stands in the list in a moment.')
                : (result?.problem.title ?? t(UNREACHABLE)),
            );
          })
        }
      >
        {t('Send a test')}
      </Button>
      {signed ? (
        <Button
          size="small"
          aria-label={t('Replace the key of {hook}', { hook: name })}
          onClick={() => setAsking('renew')}
        >
          {t('Replace the key')}
        </Button>
      ) : null}
      <Button
        size="small"
        aria-label={t('Remove {hook}', { hook: name })}
        onClick={() => setAsking('remove')}
      >
        {t('Remove')}
      </Button>
      <ConfirmDialog
        open={asking !== null}
        onClose={() => setAsking(null)}
        title={
          asking === 'renew'
            ? t('Replace the key of {hook}?', { hook: name })
            : t('Remove {hook}?', { hook: name })
        }
        confirmText={asking === 'renew' ? t('Replace the key') : t('Remove')}
        onConfirm={async () => {
          const result = await (asking === 'renew' ? renewHookAction(id) : retireHookAction(id));
          return result.ok ? null : result.problem.title;
        }}
      >
        {asking === 'renew'
          ? t('What is sent from now on is signed with the new one. Give it to the other system.')
          : t('What still waits for it is not sent. It cannot be undone.')}
      </ConfirmDialog>
    </div>
  );
}
