'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { useText } from '@/components/ui/text';
import { leaveAction } from '../actions';

/** Leaves the workspace, after asking. */
export function LeaveButton({
  workspaceName,
  openInvites,
}: {
  workspaceName: string;
  /** Their own that nobody accepted yet. */
  openInvites: number;
}) {
  const t = useText();
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button size="small" onClick={() => setAsking(true)}>
        {t('Leave this workspace')}
      </Button>
      <ConfirmDialog
        open={asking}
        onClose={() => setAsking(false)}
        title={t('Leave {workspace}?', { workspace: workspaceName })}
        confirmText={t('Leave')}
        onConfirm={async () => {
          const result = await leaveAction();
          return result.ok ? null : result.problem.title;
        }}
      >
        {t('You lose access at once. An owner can invite you again.')}
        {openInvites > 0 ? (
          <>
            {' '}
            {t(
              '{n, plural, one {The open invite that you made ends.} other {The # open invites that you made end.}}',
              { n: openInvites },
            )}
          </>
        ) : null}
      </ConfirmDialog>
    </>
  );
}
