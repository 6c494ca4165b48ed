'use client';

import { useState } from 'react';
import { FormDialog } from '@/components/journey/form-dialog';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { useText } from '@/components/ui/text';
import { useToast } from '@/components/ui/toast';
import { dropTrial, stopTrial } from '../actions';

/** Ends a comparison on a day, or takes it away. */
export function TrialEnd({ id, to, today }: { id: string; to: string | null; today: string }) {
  const t = useText();
  const toast = useToast();
  const [asking, setAsking] = useState<'end' | 'remove' | null>(null);
  const close = () => setAsking(null);

  async function end(day: string | null) {
    const reply = await stopTrial({ id, to: day });
    if (reply.ok) toast(t('Saved.'), { label: t('Undo'), run: () => void stopTrial({ id, to }) });
    return reply;
  }

  return (
    <div className="no-print mt-4 flex flex-wrap gap-2">
      <Button onClick={() => setAsking('end')}>{t('Set the last day')}</Button>
      <Button variant="quiet" onClick={() => setAsking('remove')}>
        {t('Take the comparison away')}
      </Button>
      {asking === 'end' ? (
        <FormDialog
          open
          onClose={close}
          title={t('Set the last day')}
          fields={[
            {
              ...{ name: 'to', label: t('Last day'), kind: 'day' as const },
              hint: t('Answers after it do not count, for example once everybody has the change.'),
            },
          ]}
          values={{ to: to ?? today }}
          saveText={t('Save')}
          onSave={(values) => end(values.to || null)}
        />
      ) : null}
      <ConfirmDialog
        open={asking === 'remove'}
        onClose={close}
        title={t('Take the comparison away?')}
        confirmText={t('Take it away')}
        onConfirm={async () => {
          const reply = await dropTrial(id);
          return reply.ok ? null : reply.problem.title;
        }}
      >
        {t('No answer is lost. What you set up next counts as chosen today, with what was seen so far.')}
      </ConfirmDialog>
    </div>
  );
}
