'use client';

import { useForm } from '@/app/use-form';
import { Refusal } from '@/components/ui/notice';
import { SubmitButton } from '@/components/ui/submit-button';
import { drawAction } from './actions';

/** Draws comments: for a new check of a theme or of how they sound, or more of them for a check that is there. */
export function BeginForm({
  button,
  pendingText,
  ...about
}: { button: string; pendingText: string } & ({ themeId: string | null } | { checkId: string })) {
  const more = 'checkId' in about;
  const { form, refusal } = useForm(drawAction);
  return (
    <form {...form} className="flex flex-col gap-3">
      {more ? (
        <input type="hidden" name="id" value={about.checkId} />
      ) : (
        <input type="hidden" name="themeId" value={about.themeId ?? ''} />
      )}
      <Refusal>{refusal}</Refusal>
      <div>
        <SubmitButton variant={more ? 'secondary' : 'primary'} pendingText={pendingText}>
          {button}
        </SubmitButton>
      </div>
    </form>
  );
}
