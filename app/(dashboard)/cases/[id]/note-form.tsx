'use client';

import { useForm } from '@/app/use-form';
import { TextArea } from '@/components/ui/field';
import { Refusal } from '@/components/ui/notice';
import { SubmitButton } from '@/components/ui/submit-button';
import { useText } from '@/components/ui/text';
import { noteAction } from '../actions';

/** Notes something for the team; the customer never sees it. */
export function NoteForm({ id }: { id: string }) {
  const t = useText();
  const { form, refusal, done, error, value } = useForm(noteAction);
  return (
    <form {...form} className="flex flex-col gap-2">
      <input type="hidden" name="id" value={id} />
      <TextArea
        label={t('Note for the team')}
        name="text"
        rows={2}
        required
        maxLength={4000}
        key={done ?? 'none'}
        defaultValue={done === null ? value('text') : ''}
        error={error('text')}
      />
      <Refusal>{refusal}</Refusal>
      <div>
        <SubmitButton variant="secondary">{t('Add the note')}</SubmitButton>
      </div>
    </form>
  );
}
