'use client';

import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { useText } from '@/components/ui/text';
import { useToast } from '@/components/ui/toast';

/** Deletes one answer for good, after asking. */
export function EraseResponse({
  erase,
  placementId,
  responseId,
}: {
  erase: (placementId: string, responseId: string) => Promise<string | null>;
  placementId: string;
  responseId: string;
}) {
  const t = useText();
  const [asking, setAsking] = useState(false);
  const say = useToast();
  return (
    <>
      <Button
        icon
        size="small"
        variant="quiet"
        aria-label={t('Delete this answer')}
        className="-my-1.5 -mr-2 text-soft"
        onClick={() => setAsking(true)}
      >
        <Trash2 aria-hidden="true" className="size-3.5" />
      </Button>
      <ConfirmDialog
        open={asking}
        onClose={() => setAsking(false)}
        title={t('Delete this answer?')}
        confirmText={t('Delete the answer')}
        onConfirm={async () => {
          const why = await erase(placementId, responseId);
          if (why === null) say(t('Answer deleted'));
          return why;
        }}
      >
        {t(
          'The score, the words and the comment are removed, and every number that counted it changes at once. This cannot be undone.',
        )}
      </ConfirmDialog>
    </>
  );
}
