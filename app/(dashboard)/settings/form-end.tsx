'use client';

import { Button } from '@/components/ui/button';
import { Notice, Refusal } from '@/components/ui/notice';
import { useText } from '@/components/ui/text';

/** What ends a form of the settings: why it was refused or that it is saved, and the button unless it is for reading only. */
export function FormEnd({
  refusal = null,
  done,
  pending,
  saved,
  button,
  owner = true,
}: {
  refusal?: string | null;
  done: unknown;
  pending: boolean;
  /** Said once it is saved, if more than that. */
  saved?: string;
  button?: string;
  owner?: boolean;
}) {
  const t = useText();
  return (
    <>
      <Refusal>{refusal}</Refusal>
      {done ? (
        <Notice tone="good" live>
          {saved ?? t('Saved.')}
        </Notice>
      ) : null}
      {owner ? (
        <div>
          <Button type="submit" variant="primary" disabled={pending} aria-busy={pending}>
            {pending ? t('Saving…') : (button ?? t('Save'))}
          </Button>
        </div>
      ) : null}
    </>
  );
}
