'use client';

import { useForm } from '@/app/use-form';
import { Disclosure } from '@/components/ui/disclosure';
import { TextField } from '@/components/ui/field';
import { Notice, Refusal } from '@/components/ui/notice';
import { SubmitButton } from '@/components/ui/submit-button';
import { useText } from '@/components/ui/text';
import { eraseOutcomesAction } from './actions';

/** Erases what is on file of one person who is no contact. */
export function EraseForm() {
  const t = useText();
  const { form, refusal, done, value, error } = useForm(eraseOutcomesAction);
  return (
    <Disclosure title={t('Erase what is on file of a person')}>
      <form {...form} className="flex max-w-xl flex-col gap-3">
        <TextField
          label={t('Key of the person')}
          name="key"
          required
          maxLength={200}
          autoComplete="off"
          defaultValue={done ? '' : value('key')}
          error={error('key')}
          hint={t('What is on file of a contact goes when the contact is erased.')}
        />
        <Refusal>{refusal}</Refusal>
        {done ? (
          <Notice tone="good" live>
            {t('{n, plural, one {# outcome} other {# outcomes}} erased.', { n: done.erased })}
          </Notice>
        ) : null}
        <div>
          <SubmitButton variant="danger">{t('Erase for good')}</SubmitButton>
        </div>
      </form>
    </Disclosure>
  );
}
