'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { useText } from '@/components/ui/text';
import { retireThemeOf } from '../../actions';

/** Takes a theme off the list, after asking. */
export function RetireTheme({ id }: { id: string }) {
  const t = useText();
  const router = useRouter();
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button variant="danger" size="small" onClick={() => setAsking(true)}>
        {t('Delete the theme')}
      </Button>
      <ConfirmDialog
        open={asking}
        onClose={() => setAsking(false)}
        title={t('Delete this theme?')}
        confirmText={t('Delete the theme')}
        onConfirm={async () => {
          const why = await retireThemeOf(id);
          if (why === null) router.push('/voices/themes');
          return why;
        }}
      >
        {t(
          'The voices stay; they are no longer counted for it. You can put it back from the list of retired themes.',
        )}
      </ConfirmDialog>
    </>
  );
}
