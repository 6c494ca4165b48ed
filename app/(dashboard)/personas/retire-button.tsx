'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { useText } from '@/components/ui/text';
import { useToast } from '@/components/ui/toast';
import { setPersonaRetired } from './actions';

/** Takes a persona out of the choices, after a word about its rule, or offers it again. */
export function RetireButton({
  id,
  name,
  retired,
  ruled,
}: {
  id: string;
  name: string;
  retired: boolean;
  ruled: boolean;
}) {
  const t = useText();
  const say = useToast();
  const [asking, setAsking] = useState(false);

  async function set(to: boolean): Promise<string | null> {
    const reply = await setPersonaRetired(id, to).catch(() => null);
    if (!reply?.ok) return reply?.problem.title ?? t('The server could not be reached. Try again.');
    say(to ? t('Retired “{title}”', { title: name }) : t('Restored “{title}”', { title: name }));
    return null;
  }

  if (retired) {
    return (
      <Button
        variant="primary"
        onClick={async () => {
          const why = await set(false);
          if (why) say(why);
        }}
      >
        {t('Restore')}
      </Button>
    );
  }
  return (
    <>
      <Button onClick={() => setAsking(true)}>{t('Retire')}</Button>
      <ConfirmDialog
        open={asking}
        onClose={() => setAsking(false)}
        title={t('Retire “{name}”?', { name })}
        confirmText={t('Retire')}
        onConfirm={() => set(true)}
      >
        <p>
          {ruled
            ? t(
                'It is no longer offered for journeys and statements, and stays where it is used. Its rule stops: answers that count for it by the rule are counted for the next persona that fits, or for none, until you restore it.',
              )
            : t('It is no longer offered for journeys and statements, and stays where it is used.')}
        </p>
      </ConfirmDialog>
    </>
  );
}
